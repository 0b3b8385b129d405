import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from cpdlog.model.problem import Problem
from cpdlog.store.walk import Seen, scan, sort_out, walk

pytestmark = pytest.mark.usefixtures("unmeasured")

LINK = "This is a symbolic link; links are not followed."


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_every_file_in_whatever_folder_is_found_in_order(tmp_path: Path) -> None:
    write(tmp_path, "entries/2026/b.md", "entries/2026/a.md", "entries/old/x/c.md", "entries/z.md")
    assert walk(str(tmp_path), "entries", ".md") == (
        ["entries/2026/a.md", "entries/2026/b.md", "entries/old/x/c.md", "entries/z.md"],
        [],
    )


def test_hidden_names_underscores_other_suffixes_and_named_files_are_passed_over(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        *("entries/.a.md", "entries/_b.md", "entries/_drafts/c.md", "entries/.git/d.md"),
        *("entries/README.md", "entries/photo.jpg", "entries/e.md", "entries/sub/README.md"),
    )
    assert walk(str(tmp_path), "entries", ".md", ("README.md",)) == (["entries/e.md"], [])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert walk(str(tmp_path), "goals", ".md") == ([], [])


def test_the_journal_itself_can_be_walked(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x/b.md")
    assert walk(str(tmp_path), "", ".md") == (["a.md", "x/b.md"], [])


def test_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "entries/a.md", "entries/deep/b.md", "entries/note.txt")
    (tmp_path / "entries/deep/loop").symlink_to("..")
    (tmp_path / "entries/gone.md").symlink_to("nowhere")
    (tmp_path / "entries/passwd.md").symlink_to("/etc/passwd")
    (tmp_path / "entries/other.txt").symlink_to("note.txt")
    paths, problems = walk(str(tmp_path), "entries", ".md")
    assert paths == ["entries/a.md", "entries/deep/b.md"]
    assert [(it.path, it.message) for it in problems] == [
        ("entries/deep/loop", LINK),
        ("entries/gone.md", LINK),
        ("entries/passwd.md", LINK),
    ]


def test_a_folder_of_entries_that_is_a_link_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.md")
    (tmp_path / "entries").symlink_to("elsewhere")
    paths, problems = walk(str(tmp_path), "entries", ".md")
    assert (paths, problems) == (
        [],
        [Problem("entries", 0, "", LINK, "Put the file itself there.")],
    )


def test_what_is_no_ordinary_file_is_reported_and_a_folder_is_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "entries/folder.md/a.md")
    os.mkfifo(tmp_path / "entries/pipe.md")
    monkeypatch.chdir(tmp_path / "entries")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        paths, problems = walk(str(tmp_path), "entries", ".md")
    assert paths == ["entries/folder.md/a.md"]
    assert [str(it) for it in problems] == [
        "entries/pipe.md: This is not an ordinary file.",
        "entries/socket.md: This is not an ordinary file.",
    ]


def test_a_name_that_is_not_utf8_is_reported_in_words_that_can_be_printed(tmp_path: Path) -> None:
    write(tmp_path, "entries/étude.md")
    (tmp_path / os.fsdecode(b"entries/caf\xe9.md")).write_text("words")
    (tmp_path / os.fsdecode(b"entries/\xff")).mkdir()
    paths, problems = walk(str(tmp_path), "entries", ".md")
    assert paths == ["entries/étude.md"]
    assert [str(it) for it in problems] == [
        r"entries/\xff: This name is not UTF-8. Rename it.",
        r"entries/caf\xe9.md: This name is not UTF-8. Rename it.",
    ]


def test_a_file_where_a_folder_should_be_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "entries")
    paths, problems = walk(str(tmp_path), "entries", ".md")
    assert paths == []
    (problem,) = problems
    assert problem.path == "entries"
    assert problem.message == (
        "This cannot be read (not a directory), and nothing in it is counted."
    )


def test_a_folder_that_may_not_be_read_or_entered_is_reported(
    shared: Path, as_nobody: Callable[[Path, str], str]
) -> None:
    write(shared, "entries/a.md", "entries/closed/b.md", "entries/listed/c.md")
    (shared / "entries/closed").chmod(0)
    (shared / "entries/listed").chmod(0o444)
    code = "found = walk.walk(root, 'entries', '.md'); print(found[0], *found[1], sep='\\n')"
    assert as_nobody(shared, code).splitlines() == [
        "['entries/a.md']",
        (
            "entries/closed: This cannot be read (permission denied), and nothing in it is counted."
            " Look at its rights."
        ),
        (
            "entries/listed/c.md: This cannot be read (permission denied), and nothing in it is"
            " counted. Look at its rights."
        ),
    ]


def test_a_file_comes_with_what_tells_whether_it_changed(tmp_path: Path) -> None:
    write(tmp_path, "entries/2026/a.md", "entries/2026/b.md")
    kind = (tmp_path / "entries/2026/a.md").stat()
    above, year = scan(str(tmp_path), "entries", ".md")
    assert (above.path, above.files, above.problems) == ("entries", (), ())
    assert year.path == "entries/2026"
    assert [seen.name for seen in year.files] == ["a.md", "b.md"]
    assert year.files[0] == Seen("a.md", kind.st_mtime_ns, kind.st_ctime_ns, 17, kind.st_ino)


def test_a_folder_that_vanishes_meanwhile_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "entries/a/1.md", "entries/b/2.md")
    walking = scan(str(tmp_path), "entries", ".md")
    assert next(walking).path == "entries"
    shutil.rmtree(tmp_path / "entries/b")
    assert [folder.path for folder in walking] == ["entries/a"]


def test_a_file_that_vanishes_meanwhile_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (item,) = os.scandir(tmp_path)
    (tmp_path / "a.md").unlink()
    problems: list[Problem] = []
    sort_out(item, "", [], [], problems)
    assert problems == []


def test_a_file_that_cannot_be_looked_at_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    (item,) = os.scandir(tmp_path / "goals")
    shutil.rmtree(tmp_path / "goals")
    write(tmp_path, "goals")
    problems: list[Problem] = []
    sort_out(item, "goals", [], [], problems)
    assert [it.path for it in problems] == ["goals/a.md"]
