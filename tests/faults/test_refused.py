"""What a system refuses in the middle of a command: one sentence, its exit code, nothing lost."""

import json
import os
import pty
import select
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.shell import PROGRAM, Done, Shell, editor
from tests.faults.disks import disk, fill, make_read_only
from tests.hostile.commands import arguments, every_command, is_reading

WORDS = "words " * 2000
WRITING = [
    ["new", "Talk", "-m", WORDS],
    ["new", "Talk", "-", "-e", "proof.pdf"],
    ["set", "first", f"outcome={WORDS}"],
    ["rename", "first", "Another title"],
    ["remove", "first", "--yes"],
    ["goal", "add", "Law", "--measure", WORDS],
    ["goal", "review", "visits", "-m", WORDS],
    ["goal", "rename", "visits", "journeys"],
    ["tick", "visits.1"],
]
READING = [
    [*words, *arguments(command)]
    for words, command in every_command()
    if is_reading(command) and words != ["review"]
]


def filled(shell: Shell) -> Shell:
    """The shell, with a journal of an entry and a goal, and a file to prove something."""
    shell.ok("init", "--no-git")
    shell.ok("goal", "add", "Visits", "--target", "20 hours", "--due", "eoy", "--action", "one")
    shell.ok("new", "First", "-m", "Words.", "-H", "2h", "-g", "visits", "-d", "2026-11-01")
    (shell.folder / "proof.pdf").write_bytes(b"%PDF" + b"\0" * 9000)
    return shell


def files(folder: Path) -> dict[str, bytes]:
    """What every file of the journal says."""
    found = (it for it in folder.rglob("*") if it.is_file() and ".home" not in it.parts)
    return {str(path): path.read_bytes() for path in found if path.name != "filling"}


def told(done: Done, code: int) -> str:
    """The one line in which a run that failed says so."""
    lines = [line for line in done.err.splitlines() if line.startswith("cpdlog: ")]
    assert (done.code, len(lines)) == (code, 1), done
    assert "Traceback" not in done.err
    return lines[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with such a journal, to be copied."""
    return filled(Shell(tmp_path_factory.mktemp("made"))).folder


@pytest.fixture
def shell(tmp_path: Path, made: Path) -> Shell:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Shell(tmp_path)


@pytest.fixture
def small(tmp_path: Path, made: Path) -> Iterator[Shell]:
    """A journal on a small disk of its own; the user's home is elsewhere."""
    with disk(tmp_path / "disk") as place:
        shutil.copytree(made, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".home"))
        shell = Shell(place, HOME=str(tmp_path))
        shell.home.rmdir()
        yield shell


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words)[:30])
def test_a_full_disk_is_told_nothing_changes_and_with_room_the_command_goes_on(
    small: Shell, words: list[str]
) -> None:
    filling = fill(small.folder)
    before = files(small.folder)
    done = small.run(*words, typed=WORDS)
    if words[0] != "remove":  # what is removed needs no room here
        assert "the disk is full" in told(done, 1)
        assert files(small.folder) == before
    if words[0] == "new":
        drafts = list((small.folder.parent / ".local/state/cpdlog/drafts").iterdir())
        assert [it.read_text().strip() for it in drafts] == [WORDS.strip()]
        assert str(drafts[0]) in done.err
    filling.unlink()
    if words[0] != "remove":
        assert small.run(*words, typed=WORDS).code == 0
    assert small.run("check").code == 0


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words)[:30])
def test_a_read_only_disk_is_told_and_can_be_read(small: Shell, words: list[str]) -> None:
    before = files(small.folder)
    make_read_only(small.folder)
    done = small.run(*words, typed=WORDS)
    assert "read-only" in told(done, done.code)
    assert done.code in (1, 5)
    assert files(small.folder) == before
    assert small.run("report").code == 0


@pytest.mark.parametrize("words", WRITING, ids=lambda words: " ".join(words)[:30])
def test_a_year_on_another_disk_is_written_as_any(shell: Shell, words: list[str]) -> None:
    """Temporary files are made where they are to stay, so that nothing goes from disk to disk."""
    entries = shell.folder / "entries/2026"
    first = (entries / "2026-11-01-first.md").read_bytes()
    with disk(entries):
        (entries / "2026-11-01-first.md").write_bytes(first)
        assert shell.run(*words, typed=WORDS).code == 0
        assert shell.run("check").code == 0
        assert not list(shell.folder.rglob(".cpdlog-*"))


AS_NOBODY = """
import encodings.utf_8_sig, json, os, resource, sys
from tests.faults import warm
warm.warm_up()
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
for words in json.loads(sys.argv[1]):
    ended = warm.run(words, sys.argv[2], {"PATH": os.environ["PATH"], "HOME": "/nonexistent",
        "CPDLOG_TODAY": "2026-11-23"}, b"words")
    print(json.dumps([ended.code, ended.out.decode(), ended.err.decode()]))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become another")
@pytest.mark.usefixtures("unmeasured")
def test_folders_that_may_not_be_written_are_told_and_can_be_read(shared: Path) -> None:
    shell = filled(Shell(shared))
    subprocess.run(["chmod", "-R", "a+rX,go-w", str(shared)], check=True)
    before = files(shared)
    commands = [*WRITING, ["report"], ["list"], ["check"], ["history", "first"]]
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, json.dumps(commands), str(shared)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    answers = [Done(*json.loads(line)) for line in done.stdout.splitlines()]
    for words, answer in zip(commands, answers, strict=True):
        assert "Traceback" not in answer.err
        if words in WRITING:
            assert answer.code in (1, 5), (words, answer)
            assert answer.err.count("cpdlog: ") == 1, answer
    assert [answer.code for answer in answers[len(WRITING) :]] == [0, 0, 0, 4]
    assert files(shell.folder) == before


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.usefixtures("unmeasured")
def test_an_answer_that_nobody_takes_or_can_be_written_is_no_traceback(
    shell: Shell, words: list[str]
) -> None:
    usual = shell.run(*words)
    full = shell.bash(f"'{PROGRAM}' {shlex.join(words)} > /dev/full")
    if usual.out:
        assert "The answer could not be written: No space left on device." in told(full, 1)
    reading, writing = os.pipe()
    os.close(reading)
    closed = subprocess.run(
        [str(PROGRAM), *words],
        cwd=shell.folder,
        env=shell.environ,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert closed.returncode in (141, usual.code)
    assert closed.stderr.decode() == usual.err
    head = shell.bash(f"'{PROGRAM}' {shlex.join(words)} | head -1; exit ${{PIPESTATUS[0]}}")
    assert head.code in (141, usual.code)
    assert head.err == usual.err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.usefixtures("unmeasured")
def test_closed_channels_are_no_traceback(shell: Shell, closed: str) -> None:
    for words in (*READING[::4], *WRITING, ["new"], ["reflect"], ["init", "x"]):
        done = shell.bash(f"'{PROGRAM}' {shlex.join(words)} {closed}")
        assert "Traceback" not in done.err
        assert "Exception ignored" not in done.err
        assert done.code in range(8), (words, done)
    assert shell.run("check").code == 0


def test_a_journal_that_vanishes_under_the_editor_is_told(shell: Shell) -> None:
    """The editor's text went with its folder; nothing is made in its place."""
    program = editor(shell.home, f"rm -rf '{shell.folder}/entries' '{shell.folder}/cpdlog.yaml'")
    done = shell.terminal("new", "Talk", EDITOR=program)
    assert done.code == 4
    assert "Traceback" not in done.out
    assert done.out.count("cpdlog: ") == 1
    assert not (shell.folder / "entries").exists()


def test_what_is_written_is_told_and_committed_before_anybody_reads_where_it_is(
    shell: Shell,
) -> None:
    full = shell.bash(f"'{PROGRAM}' new 'Second' -m 'Words.' > /dev/full")
    assert full.code == 1
    assert full.err.splitlines() == [
        "saved entries/2026/2026-11-23-second.md",
        "cpdlog: The answer could not be written: No space left on device.",
    ]


# Interrupted

KEY = "\x03"
ENDS = {KEY: 130, "SIGTERM": 143, "SIGHUP": 129}


def interrupted(shell: Shell, words: tuple[str, ...], *turns: tuple[str, str], how: str) -> Done:
    """Run cpdlog on a terminal, answer its questions, and interrupt it.

    A key that is pressed between the question and the reading of the answer is not heard before
    the next, and so it is pressed again.
    """
    child, master = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(shell.folder)
        os.execve(str(PROGRAM), [str(PROGRAM), *words], shell.terminal_environ({}))
    said, seen = b"", 0
    for question, typed in turns:
        while question.encode() not in said[seen:]:
            said += os.read(master, 65536)
        seen = len(said)
        os.write(master, typed.encode())
    with suppress(OSError):  # as soon as the program has ended
        for _ in range(60):
            if how == KEY:
                os.write(master, KEY.encode())
            else:
                os.kill(child, getattr(signal, how))
            while select.select([master], [], [], 0.3)[0]:
                said += os.read(master, 65536)
    os.close(master)
    return Done(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.decode(), "")


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize(
    ("words", "question"),
    [
        (("new",), "Title: "),
        (("init", "other"), "Whose journal is it? "),
        (("goal", "add"), "Title: "),
        (("goal", "review", "visits"), "Note: "),
        (("remove", "first"), "[y/N]: "),
    ],
)
def test_an_interrupt_at_a_question_changes_nothing(
    shell: Shell, words: tuple[str, ...], question: str, how: str
) -> None:
    before = files(shell.folder)
    done = interrupted(shell, words, (question, ""), how=how)
    assert done.code == ENDS[how]
    assert "Traceback" not in done.out
    assert ("cpdlog: Interrupted." in done.out) is (how == KEY)
    assert files(shell.folder) == before


@pytest.mark.parametrize("how", ENDS)
def test_an_answer_under_way_is_kept_and_named_whatever_ends_the_program(
    shell: Shell, how: str
) -> None:
    shell.ok("new", "Waiting")
    done = interrupted(shell, ("reflect",), ("> ", "What I saw.\n"), ("> ", ""), how=how)
    assert done.code == ENDS[how]
    assert "Kept as a draft. Go on with: cpdlog reflect 2026-11-23-waiting" in done.out
    drafts = (shell.home / ".local/state/cpdlog/drafts").rglob("*.md")
    assert ["What I saw." in it.read_text() for it in drafts] == [True]
    assert not list(shell.folder.rglob(".cpdlog-*"))
