import os
from pathlib import Path

import pytest

from cpdlog.errors import CannotEdit, NotFound, WriteFailed
from cpdlog.store import removed

TALK = "entries/2026/2026-11-23-talk.md"


def journal(tmp_path: Path, name: str = "cpd") -> str:
    (tmp_path / name).mkdir(exist_ok=True)
    return str(tmp_path / name)


def test_what_was_removed_is_listed_the_latest_first_and_comes_back_as_it_was(
    tmp_path: Path,
) -> None:
    folder, root = str(tmp_path / "state/removed"), journal(tmp_path)
    removed.keep(folder, root, TALK, b"caf\xe9")
    removed.keep(folder, root, "goals/law.md", b"law")
    first, second = sorted(removed.kept(folder, root), key=lambda it: it.number)
    assert (first.path, first.number, second.path, second.number) == (TALK, 1, "goals/law.md", 2)
    for number, seconds in ((1, 20), (2, 10)):
        path = (first, second)[number - 1].path
        os.utime(Path(removed.of_journal(folder, root), str(number), path), (seconds, seconds))
    assert [(it.path, it.removed_ns) for it in removed.kept(folder, root)] == [
        (TALK, 20_000_000_000),
        ("goals/law.md", 10_000_000_000),
    ]
    removed.restore(folder, root, first)
    assert Path(root, TALK).read_bytes() == b"caf\xe9"
    assert [it.path for it in removed.kept(folder, root)] == ["goals/law.md"]


def test_it_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder, root = tmp_path / "state/removed", journal(tmp_path)
    removed.keep(str(folder), root, TALK, b"words")
    place = Path(removed.of_journal(str(folder), root))
    assert folder.stat().st_mode & 0o777 == 0o700
    assert place.stat().st_mode & 0o777 == 0o700
    assert (place / "1" / TALK).stat().st_mode & 0o777 == 0o600


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    folder, root = str(tmp_path / "removed"), journal(tmp_path)
    removed.keep(folder, root, TALK, b"one")
    removed.keep(folder, root, TALK, b"two")
    assert [it.path for it in removed.kept(folder, root)] == [TALK, TALK]
    removed.restore(folder, root, next(it for it in removed.kept(folder, root) if it.number == 2))
    assert Path(root, TALK).read_bytes() == b"two"
    left = removed.kept(folder, root)[0]
    with pytest.raises(CannotEdit, match="There is already a file"):
        removed.restore(folder, root, left)
    assert removed.kept(folder, root) == [left]


def test_each_journal_has_its_own_whatever_link_leads_to_it(tmp_path: Path) -> None:
    folder, root, other = str(tmp_path / "removed"), journal(tmp_path), journal(tmp_path, "other")
    (tmp_path / "link").symlink_to(root)
    removed.keep(folder, str(tmp_path / "link"), TALK, b"words")
    assert [it.path for it in removed.kept(folder, root)] == [TALK]
    assert removed.kept(folder, other) == []


def test_what_is_not_kept_any_more_is_told(tmp_path: Path) -> None:
    folder, root = str(tmp_path / "removed"), journal(tmp_path)
    removed.keep(folder, root, TALK, b"words")
    found = removed.kept(folder, root)[0]
    removed.restore(folder, root, found)
    with pytest.raises(NotFound):
        removed.restore(folder, root, found)


def test_a_path_that_leaves_the_journal_is_not_kept(tmp_path: Path) -> None:
    folder, root = str(tmp_path / "removed"), journal(tmp_path)
    (Path(removed.of_journal(folder, root)) / "odd").mkdir(parents=True)
    assert removed.kept(folder, root) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(WriteFailed):
        removed.keep(str(tmp_path / "state"), journal(tmp_path), TALK, b"words")


def test_a_name_without_a_folder_or_a_suffix_is_kept_too(tmp_path: Path) -> None:
    folder, root = str(tmp_path / "removed"), journal(tmp_path)
    removed.keep(folder, root, "LICENSE", b"words")
    removed.restore(folder, root, removed.kept(folder, root)[0])
    assert Path(root, "LICENSE").read_bytes() == b"words"
    assert list(Path(removed.of_journal(folder, root)).iterdir()) == []
