import os
from pathlib import Path

import pytest

from cpdlog.errors import UsageFault, WriteFailed
from cpdlog.store import drafts


def test_a_draft_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state/cpdlog/drafts"
    path = drafts.keep(str(folder), "law-library", "What I learnt: é\n")
    assert path == str(folder / "law-library.md")
    assert Path(path).read_bytes() == "What I learnt: é\n".encode()
    assert Path(path).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert folder.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_enter_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    drafts.keep(str(tmp_path), "talk", "words")
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_two_drafts_of_one_name_are_both_kept(tmp_path: Path) -> None:
    first = drafts.keep(str(tmp_path), "talk", "first")
    second = drafts.keep(str(tmp_path), "talk", "second")
    assert (Path(first).read_text(), Path(second).read_text()) == ("first", "second")


def test_text_that_is_no_utf8_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = drafts.keep(str(tmp_path), "talk", b"caf\xe9 \xc3\xa9".decode(errors="surrogateescape"))
    assert Path(path).read_bytes() == b"caf\xe9 \xc3\xa9"


def test_text_that_no_encoding_knows_is_kept_all_the_same(tmp_path: Path) -> None:
    path = drafts.keep(str(tmp_path), "talk", "before \ud800 after")
    assert Path(path).read_bytes() == b"before \xed\xa0\x80 after"


def test_the_latest_draft_comes_first(tmp_path: Path) -> None:
    old = drafts.keep(str(tmp_path), "old", "a")
    new = drafts.keep(str(tmp_path), "new", "b")
    os.utime(old, (1, 1))
    os.utime(new, (2, 2))
    (tmp_path / "notes.txt").write_text("not a draft")
    assert drafts.kept(str(tmp_path)) == [
        drafts.Draft(new, 2_000_000_000),
        drafts.Draft(old, 1_000_000_000),
    ]


def test_without_a_folder_there_are_no_drafts(tmp_path: Path) -> None:
    assert drafts.kept(str(tmp_path / "drafts")) == []


def test_a_draft_can_be_discarded_twice(tmp_path: Path) -> None:
    path = drafts.keep(str(tmp_path), "talk", "words")
    drafts.discard(path)
    drafts.discard(path)
    assert drafts.kept(str(tmp_path)) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(WriteFailed, match="a part of its path is a file and no folder"):
        drafts.keep(str(tmp_path / "state/drafts"), "talk", "words")


def test_what_is_no_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="cannot be the name of a file"):
        drafts.keep(str(tmp_path), "../talk", "words")
