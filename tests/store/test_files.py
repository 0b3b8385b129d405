import errno
import fcntl
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cpdlog.errors import CannotEdit, NotFound, UsageFault, WriteFailed
from cpdlog.store import files, lock, newfile
from cpdlog.store.place import contained

pytestmark = pytest.mark.usefixtures("unmeasured")

AsNobody = Callable[[Path, str], str]
IMPORTS = "import resource, sys; from cpdlog.errors import *; from cpdlog.store import files\n"


def names(folder: Path) -> list[str]:
    return sorted(it.name for it in folder.iterdir())


def python(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", IMPORTS + code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


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


# Reading


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"There is no file 'goals/law\.md'\."):
        files.read_bytes(str(tmp_path), "goals/law.md")


def test_what_is_no_ordinary_file_neither_hangs_nor_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        for name in ("pipe.md", "folder.md", "socket.md"):
            with pytest.raises(CannotEdit, match="it is not an ordinary file"):
                files.read_bytes(str(tmp_path), name)


def test_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("words")
    (tmp_path / "link.md").symlink_to("real.md")
    with pytest.raises(CannotEdit, match=r"'link\.md' could not be read: it is a symbolic link"):
        files.read_bytes(str(tmp_path), "link.md")


def test_a_file_of_just_the_cap_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 5000)
    assert files.read_bytes(str(tmp_path), "a.md", 5000) == b"x" * 5000
    with pytest.raises(CannotEdit, match="it is larger than 4999 bytes"):
        files.read_bytes(str(tmp_path), "a.md", 4999)


def test_a_file_that_may_not_be_read_is_told(shared: Path, as_nobody: AsNobody) -> None:
    (shared / "a.md").write_text("words")
    (shared / "a.md").chmod(0)
    assert as_nobody(shared, "files.read_bytes(root, 'a.md')") == (
        "CannotEdit 'a.md' could not be read: permission is denied.\n"
    )


# Paths


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.md", "goals/../../a.md", "a\0b", "", "./"])
def test_a_path_that_does_not_stay_in_the_journal_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageFault):
        contained(str(tmp_path), path)


@pytest.mark.parametrize("stem", ["../a", "a/b", "", ".."])
def test_a_stem_that_is_no_name_is_refused(tmp_path: Path, stem: str) -> None:
    with pytest.raises(UsageFault):
        files.create(str(tmp_path), "goals", stem, "", b"words")
    assert names(tmp_path) == []


def test_a_path_is_absolute_also_where_the_journal_is_given_relatively(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert contained(".", "goals//./law.md") == f"{tmp_path}/./goals/law.md"
    assert files.create(".", "./goals/", "law", ".md", b"words") == "goals/law.md"


def test_a_linked_folder_that_leads_out_of_the_journal_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.md").write_bytes(b"words")
    journal = tmp_path / "out"
    journal.mkdir()
    (journal / "goals").symlink_to("../outside")
    (journal / "passwd").symlink_to("/etc/passwd")
    root = str(journal)
    for act in (
        lambda: files.read_bytes(root, "goals/a.md"),
        lambda: contained(root, "passwd"),
        lambda: files.create(root, "goals", "b", ".md", b"new"),
        lambda: files.replace(root, "goals/a.md", b"new", b"words"),
        lambda: files.remove(root, "goals/a.md", b"words"),
        lambda: files.rename(root, "goals/a.md", "", "b", ".md"),
    ):
        with pytest.raises(CannotEdit, match="leads out of the journal through a symbolic link"):
            act()
    assert names(tmp_path / "outside") == ["a.md"]


def test_a_linked_folder_that_stays_in_the_journal_is_followed(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "evidence").symlink_to("archive")
    files.create(str(tmp_path), "evidence", "talk", ".pdf", b"%PDF")
    assert files.read_bytes(str(tmp_path), "archive/talk.pdf") == b"%PDF"


def test_the_journal_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "journal").symlink_to("real")
    files.create(str(tmp_path / "journal"), "goals", "law", ".md", b"words")
    assert (tmp_path / "real/goals/law.md").read_bytes() == b"words"


# New files


def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.create(str(tmp_path), "", "open", ".md", b"words")
        files.create(str(tmp_path), "", "own", ".md", b"words", mode=0o600)
    finally:
        os.umask(before)
    assert (tmp_path / "open.md").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "own.md").stat().st_mode & 0o777 == 0o600


def test_a_link_to_nowhere_takes_a_name_too(tmp_path: Path) -> None:
    (tmp_path / "law.md").symlink_to("nowhere")
    assert files.create(str(tmp_path), "", "law", ".txt", b"words") == "law.txt"
    assert files.create(str(tmp_path), "", "law", ".md", b"words") == "law-2.md"
    assert not (tmp_path / "nowhere").exists()


def test_eight_writers_of_one_title_overwrite_nothing(tmp_path: Path) -> None:
    code = """
for number in range(50):
    data = f"{sys.argv[2]} {number} ".encode() * 400
    files.create(sys.argv[1], "entries/2026", "one-title", ".md", data)
"""
    writers = [python(code, str(tmp_path), str(writer)) for writer in range(8)]
    assert [writer.communicate(timeout=120)[0] for writer in writers] == [""] * 8
    texts = {path.read_bytes() for path in (tmp_path / "entries/2026").iterdir()}
    assert texts == {f"{w} {n} ".encode() * 400 for w in range(8) for n in range(50)}
    assert len(names(tmp_path / "entries/2026")) == 400


def test_a_name_that_is_too_long_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="its name is too long") as caught:
        files.create(str(tmp_path), "", "x" * 253, ".md", b"words")
    assert caught.value.hint == "Give a shorter name."
    assert names(tmp_path) == []
    assert files.create(str(tmp_path), "", "x" * 252, ".md", b"words") == "x" * 252 + ".md"


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "entries").write_text("a file")
    with pytest.raises(WriteFailed, match="a part of its path is a file and no folder"):
        files.create(str(tmp_path), "entries/2026", "a", ".md", b"words")


def test_a_journal_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match=r"'a\.md' could not be written: its folder is not there"):
        files.create(str(tmp_path / "gone"), "", "a", ".md", b"words")


def test_a_disk_without_room_leaves_the_old_text_and_no_part_of_the_new(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    code = """
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
for act in (
    lambda: files.create(sys.argv[1], "", "new", ".md", b"x" * 9000),
    lambda: files.replace(sys.argv[1], "old.md", b"x" * 9000, b"old"),
    lambda: files.rename(sys.argv[1], "old.md", "", "new", ".md", data=b"x" * 9000),
):
    try:
        act()
    except WriteFailed as error:
        print(error.message)
"""
    reason = "the file is larger than it may be here."
    assert python(code, str(tmp_path)).communicate(timeout=60)[0].splitlines() == [
        f"'new.md' could not be written: {reason}",
        f"'old.md' could not be edited: {reason}",
        f"'old.md' could not be renamed: {reason}",
    ]
    assert (tmp_path / "old.md").read_bytes() == b"old"
    assert names(tmp_path) == ["old.md"]


def test_a_folder_that_may_not_be_written_is_told(shared: Path, as_nobody: AsNobody) -> None:
    (shared / "goals").mkdir()
    (shared / "goals/a.md").write_bytes(b"words")
    (shared / "goals").chmod(0o555)
    reason = "permission is denied.\n"
    for code, told in (
        ("files.create(root, 'goals', 'b', '.md', b'')", "'goals/b.md' could not be written"),
        ("files.create(root, 'goals/x', 'b', '.md', b'')", "'goals/x/b.md' could not be written"),
        ("files.replace(root, 'goals/a.md', b'', b'words')", "'goals/a.md' could not be edited"),
        ("files.remove(root, 'goals/a.md', b'words')", "'goals/a.md' could not be removed"),
        ("files.rename(root, 'goals/a.md', '', 'b', '.md')", "'goals/a.md' could not be renamed"),
    ):
        assert as_nobody(shared, code) == f"WriteFailed {told}: {reason}"
    assert (shared / "goals/a.md").read_bytes() == b"words"
    assert not (shared / "b.md").exists()


def test_a_disk_without_hard_links_still_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    root = str(tmp_path)
    assert files.create(root, "", "a", ".md", b"first") == "a.md"
    assert files.create(root, "", "a", ".md", b"second") == "a-2.md"
    assert files.rename(root, "a.md", "", "b", ".md") == "b.md"
    assert files.rename(root, "a-2.md", "", "b", ".md", data=b"2nd", expected=b"second") == "b-2.md"
    assert names(tmp_path) == ["b-2.md", "b.md"]
    assert files.read_bytes(root, "b.md") == b"first"
    assert files.read_bytes(root, "b-2.md") == b"2nd"


def test_a_name_reserved_in_vain_is_freed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", fails)
    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(WriteFailed, match="the system does not permit it"):
        files.create(str(tmp_path), "", "a", ".md", b"words")
    assert names(tmp_path) == []


def test_a_disk_error_while_linking_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", fails)
    with pytest.raises(WriteFailed, match="the disk reported an error"):
        files.create(str(tmp_path), "", "a", ".md", b"words")
    assert names(tmp_path) == []


@pytest.mark.parametrize(("code", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_only_a_true_disk_error_of_the_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: bool
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if told:
        with pytest.raises(WriteFailed, match=r"was changed, but the disk reported an error"):
            files.create(str(tmp_path), "", "a", ".md", b"words")
    else:
        files.create(str(tmp_path), "", "a", ".md", b"words")
    assert (tmp_path / "a.md").read_bytes() == b"words"


def test_an_interrupted_writer_takes_its_temporary_file_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.create(str(tmp_path), "", "b", ".md", b"words")
    with pytest.raises(KeyboardInterrupt):
        files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert names(tmp_path) == ["a.md"]


# Changing what is there


def test_the_owner_of_a_file_stays_its_owner(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    owner = 65534 if os.geteuid() == 0 else os.geteuid()
    os.chown(tmp_path / "a.md", owner, -1)
    files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "a.md").stat().st_uid == owner


def test_a_file_is_replaced_also_where_its_owner_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(os, "fchown", denied)
    files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_read_only_file_is_respected(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.md").chmod(0o444)
    root = str(tmp_path)
    for act in (
        lambda: files.replace(root, "a.md", b"new", b"old"),
        lambda: files.remove(root, "a.md", b"old"),
        lambda: files.rename(root, "a.md", "", "b", ".md"),
    ):
        with pytest.raises(CannotEdit, match=r"'a\.md' is read-only\."):
            act()
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "a.md").symlink_to("real.md")
    with pytest.raises(CannotEdit, match=r"'a\.md' is a symbolic link\."):
        files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"old"


def test_a_folder_is_not_edited(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(CannotEdit, match=r"'a\.md' is not an ordinary file\."):
        files.replace(str(tmp_path), "a.md", b"new", b"old")


def test_another_name_of_the_same_file_keeps_the_old_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    os.link(tmp_path / "a.md", tmp_path / "b.md")
    files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "b.md").read_bytes() == b"old"


def test_of_four_editors_at_once_none_loses_what_another_wrote(tmp_path: Path) -> None:
    (tmp_path / "count.md").write_bytes(b"0")
    code = """
done = 0
while done < 20:
    before = files.read_bytes(sys.argv[1], "count.md")
    try:
        files.replace(sys.argv[1], "count.md", b"%d" % (int(before) + 1), before)
        done += 1
    except CannotEdit:
        pass
"""
    editors = [python(code, str(tmp_path)) for _ in range(4)]
    assert [editor.communicate(timeout=120)[0] for editor in editors] == [""] * 4
    assert (tmp_path / "count.md").read_bytes() == b"80"


def test_while_another_program_holds_the_lock_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(lock, "PATIENCE", 2)
    monkeypatch.setattr(lock, "PAUSE", 0)
    holder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(CannotEdit, match="Another cpdlog is changing this journal"):
            files.replace(str(tmp_path), "a.md", b"new", b"old")
    finally:
        os.close(holder)
    files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_disk_without_locks_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(fcntl, "flock", no_locks)
    files.replace(str(tmp_path), "a.md", b"new", b"old")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_rename_that_fails_half_way_leaves_the_new_words_under_the_old_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "a.md").write_bytes(b"words")
    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(WriteFailed, match=r"'a\.md' could not be renamed: the disk reported"):
        files.rename(str(tmp_path), "a.md", "", "b", ".md", data=b"new", expected=b"words")
    assert names(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_new_name_is_never_that_of_a_file_that_appears_meanwhile(tmp_path: Path) -> None:
    """Renaming is done under a lock that new files wait for."""
    (tmp_path / "old.md").write_bytes(b"old")
    writing = """
for number in range(100):
    files.create(sys.argv[1], "", "one-title", ".md", f"{sys.argv[2]} {number}".encode())
"""
    moving = """
path = "old.md"
for number in range(100):
    path = files.rename(sys.argv[1], path, "", "one-title", ".md")
    path = files.rename(sys.argv[1], path, "", f"back-{number}", ".md")
"""
    writers = [python(writing, str(tmp_path), str(writer)) for writer in range(3)]
    movers = [python(moving, str(tmp_path))]
    assert [it.communicate(timeout=120)[0] for it in (*writers, *movers)] == [""] * 4
    texts = {path.read_bytes() for path in tmp_path.iterdir()}
    assert texts == {f"{w} {n}".encode() for w in range(3) for n in range(100)} | {b"old"}
    assert len(names(tmp_path)) == 301


def test_a_new_file_does_not_wait_for_ever_for_a_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 2)
    monkeypatch.setattr(lock, "PAUSE", 0)
    holder = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        assert files.create(str(tmp_path), "", "a", ".md", b"words") == "a.md"
    finally:
        os.close(holder)


# What killed writers leave


def test_a_new_file_is_not_seen_before_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = os.fsync, list[str]()

    def fsync(handle: int) -> None:
        seen.extend(names(tmp_path))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files.create(str(tmp_path), "", "a", ".md", b"words")
    assert seen == ["a.md"]  # only when the folder was brought to the disk


@pytest.mark.parametrize("code", [errno.EOPNOTSUPP, errno.EISDIR])
def test_a_system_that_makes_no_files_without_a_name_can_be_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    real = os.open

    def refuse(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(code, os.strerror(code))
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert files.create(str(tmp_path), "", "a", ".md", b"words") == "a.md"
    assert files.create(str(tmp_path), "", "a", ".md", b"more") == "a-2.md"
    assert names(tmp_path) == ["a-2.md", "a.md"]


def test_a_system_that_shows_no_open_files_can_be_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newfile, "OPEN_FILES", str(tmp_path / "nowhere"))
    assert files.create(str(tmp_path), "", "a", ".md", b"words") == "a.md"
    assert names(tmp_path) == ["a.md"]


def leave(folder: Path, *left: str) -> None:
    """Files with these names as a killed writer leaves them: of an hour and a half ago, or now."""
    for name in left:
        (folder / name).write_bytes(b"left")
        if "old" in name:
            os.utime(folder / name, (time.time() - 5400,) * 2)


CHANGES: list[Callable[[str], object]] = [
    lambda root: files.replace(root, "a.md", b"new", b"words"),
    lambda root: files.remove(root, "a.md", b"words"),
    lambda root: files.rename(root, "a.md", "", "b", ".md"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_killed_writer_left_goes_with_the_next_change_in_its_folder(
    tmp_path: Path, change: Callable[[str], object]
) -> None:
    (tmp_path / "a.md").write_bytes(b"words")
    leave(tmp_path, ".cpdlog-1.tmp", ".cpdlog-old.tmp", ".cpdlog-new-old.tmp")
    change(str(tmp_path))
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def test_what_others_wrote_or_write_now_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"words")
    others = [".cpdlog-new-1.tmp", ".cpdlog-old", ".old.tmp"]
    leave(tmp_path, *others)
    (tmp_path / ".cpdlog-folder.tmp").mkdir()
    files.replace(str(tmp_path), "a.md", b"new", b"words")
    assert names(tmp_path) == [".cpdlog-folder.tmp", *others, "a.md"]


def test_a_rename_into_another_folder_clears_both(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        leave(tmp_path / folder, ".cpdlog-1.tmp")
    (tmp_path / "one/a.md").write_bytes(b"words")
    files.rename(str(tmp_path), "one/a.md", "other", "a", ".md")
    assert names(tmp_path / "one") == []
    assert names(tmp_path / "other") == ["a.md"]
