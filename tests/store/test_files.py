from pathlib import Path

import pytest

from cpdlog.errors import CannotEdit, NotFound
from cpdlog.store import files


def test_a_new_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = files.create(str(tmp_path), "entries/2026", "2026-11-23-stride", ".md", b"words\n")
    assert path == "entries/2026/2026-11-23-stride.md"
    assert (tmp_path / path).read_bytes() == b"words\n"
    assert [it.name for it in (tmp_path / "entries/2026").iterdir()] == ["2026-11-23-stride.md"]


def test_a_name_that_is_taken_counts_on_and_nothing_is_overwritten(tmp_path: Path) -> None:
    root = str(tmp_path)
    paths = [files.create(root, "goals", "law", ".md", str(n).encode()) for n in range(3)]
    assert paths == ["goals/law.md", "goals/law-2.md", "goals/law-3.md"]
    assert [files.read_bytes(root, path) for path in paths] == [b"0", b"1", b"2"]


def test_a_name_that_must_be_exact_is_refused_where_it_is_taken(tmp_path: Path) -> None:
    files.create(str(tmp_path), "", "cpdlog", ".yaml", b"old")
    with pytest.raises(CannotEdit, match=r"There is already a file .*cpdlog\.yaml"):
        files.create(str(tmp_path), "", "cpdlog", ".yaml", b"new", numbered=False)
    assert (tmp_path / "cpdlog.yaml").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_is_replaced_if_it_still_says_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "goal.md").write_bytes(b"old")
    (tmp_path / "goal.md").chmod(0o640)
    files.replace(str(tmp_path), "goal.md", b"new", b"old")
    assert (tmp_path / "goal.md").read_bytes() == b"new"
    assert (tmp_path / "goal.md").stat().st_mode & 0o777 == 0o640
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "goal.md").write_bytes(b"someone else's words")
    with pytest.raises(CannotEdit, match=r"'goal\.md' was changed meanwhile") as caught:
        files.replace(str(tmp_path), "goal.md", b"new", b"old")
    assert caught.value.hint == "Repeat the command."
    with pytest.raises(CannotEdit, match="was changed meanwhile"):
        files.remove(str(tmp_path), "goal.md", b"old")
    with pytest.raises(CannotEdit, match="was changed meanwhile"):
        files.rename(str(tmp_path), "goal.md", "", "aim", ".md", data=b"new", expected=b"old")
    assert (tmp_path / "goal.md").read_bytes() == b"someone else's words"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_is_removed_if_it_still_says_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "goal.md").write_bytes(b"old")
    files.remove(str(tmp_path), "goal.md", b"old")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotFound, match=r"There is no file 'goal\.md'\."):
        files.remove(str(tmp_path), "goal.md", b"old")


def test_a_file_gets_a_new_name_and_new_words_at_once(tmp_path: Path) -> None:
    root = str(tmp_path)
    old = files.create(root, "entries/2026", "talk", ".md", b"title: Talk")
    taken = files.create(root, "entries/2027", "panel", ".md", b"another")
    new = files.rename(
        root, old, "entries/2027", "panel", ".md", data=b"title: Panel", expected=b"title: Talk"
    )
    assert new == "entries/2027/panel-2.md"
    assert files.read_bytes(root, new) == b"title: Panel"
    assert files.read_bytes(root, taken) == b"another"
    assert not (tmp_path / old).exists()


def test_a_file_may_change_its_name_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert files.rename(str(tmp_path), "a.pdf", "evidence", "b", ".pdf") == "evidence/b.pdf"
    assert (tmp_path / "evidence/b.pdf").read_bytes() == b"%PDF"
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_whose_new_name_is_its_own_stays_there_with_its_new_words(tmp_path: Path) -> None:
    root = str(tmp_path)
    files.create(root, "goals", "talk", ".md", b"first")
    second = files.create(root, "goals", "talk", ".md", b"second")
    assert files.rename(root, second, "goals", "talk", ".md", data=b"2nd", expected=b"second") == (
        "goals/talk-2.md"
    )
    assert files.rename(root, second, "goals", "talk", ".md") == "goals/talk-2.md"
    assert files.read_bytes(root, second) == b"2nd"
    assert files.read_bytes(root, "goals/talk.md") == b"first"
