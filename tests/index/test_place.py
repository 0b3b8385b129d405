from pathlib import Path

import pytest

from cpdlog.index.place import cache_folder, index_folder, made_private


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", "/home/sam/.cache"),
        ({"XDG_CACHE_HOME": "/caches"}, "linux", "/caches"),
        ({"XDG_CACHE_HOME": "caches"}, "linux", "/home/sam/.cache"),
        ({}, "darwin", "/home/sam/Library/Caches"),
        ({"XDG_CACHE_HOME": "/caches"}, "darwin", "/caches"),
        ({}, "win32", "/home/sam/AppData/Local"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local"),
    ],
)
def test_caches_lie_where_the_system_has_them(
    environ: dict[str, str], platform: str, expected: str
) -> None:
    assert cache_folder(environ, "/home/sam", platform) == expected


def test_each_journal_has_a_folder_by_its_real_path(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "link").symlink_to("one")
    one, link, other = (index_folder("/c", str(tmp_path / it)) for it in ("one", "link", "two"))
    assert one == link
    assert one != other
    assert Path(one).parent == Path("/c/cpdlog")


def test_a_folder_is_made_that_is_private(tmp_path: Path) -> None:
    made_private(str(tmp_path / "a/b"))
    assert (tmp_path / "a/b").stat().st_mode & 0o777 == 0o700
    made_private(str(tmp_path / "a/b"))


def test_a_folder_that_others_can_write_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with pytest.raises(PermissionError):
        made_private(str(tmp_path))
