import subprocess
from pathlib import Path

import pytest

from cpdlog.errors import CannotEdit
from cpdlog.store.private import kept


def test_what_is_under_licence_is_kept_where_git_does_not_see_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert kept(str(tmp_path), "ours", b"id: ours\n") == "frameworks/private/ours.yaml"
    assert kept(str(tmp_path), "theirs", b"id: theirs\n") == "frameworks/private/theirs.yaml"
    told = subprocess.run(
        ["git", "-C", str(tmp_path), "status", "--short"], capture_output=True, check=True
    )
    assert told.stdout == b""
    names = sorted(path.name for path in (tmp_path / "frameworks" / "private").iterdir())
    assert names == [".gitignore", "ours.yaml", "theirs.yaml"]


def test_a_copy_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    kept(str(tmp_path), "ours", b"id: ours\n")
    with pytest.raises(CannotEdit):
        kept(str(tmp_path), "ours", b"id: other\n")
    assert (tmp_path / "frameworks" / "private" / "ours.yaml").read_bytes() == b"id: ours\n"
