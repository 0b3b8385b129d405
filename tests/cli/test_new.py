import os
import subprocess

import pytest

from tests.cli.shell import PROGRAM, Shell, editor


def entries(shell: Shell) -> list[str]:
    return sorted(path.name for path in (shell.folder / "entries").rglob("*.md"))


def test_twenty_entries_of_one_title_at_once_are_twenty_whole_files(shell: Shell) -> None:
    command = [str(PROGRAM), "new", "Same title", "-m", "words that are all there"]
    running = [
        subprocess.Popen(command, cwd=shell.folder, env=shell.environ, stdout=subprocess.PIPE)
        for _ in range(20)
    ]
    paths = {process.communicate()[0].decode().strip() for process in running}
    assert len(paths) == 20
    for path in paths:
        assert (shell.folder / path).read_text().endswith("\n\nwords that are all there\n")


def test_the_editor_opens_on_the_model_and_what_it_saves_is_saved(shell: Shell) -> None:
    program = editor(shell.folder, 'grep -q "## What?" "$1" && echo "I learnt a lot." >> "$1"')
    done = shell.terminal("new", "In the editor", EDITOR=program)
    assert done.code == 0
    assert done.out.startswith("saved entries/2026/2026-11-23-in-the-editor.md")
    text = (shell.folder / "entries/2026/2026-11-23-in-the-editor.md").read_text()
    assert "template: what\n" in text
    assert text.endswith("I learnt a lot.\n")
    assert '"reflected":true' in shell.ok("list", "--json")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("no-such-program", "there is no such program"),
        ("vi '", "which has an open quote"),
    ],
)
def test_an_editor_that_cannot_run_is_told_before_anything_is_written(
    shell: Shell, said: str, why: str
) -> None:
    done = shell.terminal("new", "Title", EDITOR=said)
    assert done.code == 2
    assert why in done.out
    assert not (shell.folder / "entries").exists()


def test_an_editor_that_fails_leaves_what_it_saved(shell: Shell) -> None:
    program = editor(shell.folder, 'echo "half a thought" >> "$1"; exit 3')
    done = shell.terminal("new", "Title", VISUAL=program)
    assert done.code == 1
    assert "The editor ended with status 3" in done.out
    assert "half a thought" in (shell.folder / "entries/2026/2026-11-23-title.md").read_text()


def test_front_matter_that_is_broken_in_the_editor_is_told_and_can_be_mended(shell: Shell) -> None:
    script = 'grep -q "hours: x" "$1" && sed -i "s/hours: x/hours: 2h/" "$1" || '
    script += 'sed -i "s/^date:/hours: x\\ndate:/" "$1"'
    done = shell.terminal("new", "Title", typed="y\n", EDITOR=editor(shell.folder, script))
    assert done.code == 0
    assert "hours: 'x' is not a duration" in done.out
    assert '"minutes":120' in shell.ok("list", "--json")


def test_without_a_terminal_and_a_text_the_entry_waits_in_the_inbox(shell: Shell) -> None:
    done = shell.run("new", "For later")
    assert done.out == "entries/2026/2026-11-23-for-later.md\n"
    assert shell.ok("list", "--inbox").split("\t")[1] == "2026-11-23-for-later"


def test_bytes_that_are_not_utf8_are_replaced_and_that_is_said(shell: Shell) -> None:
    done = shell.run("new", "From a pipe", "-", typed=b"caf\xe9\n")
    assert done.code == 0
    assert "Some bytes were not UTF-8" in done.err
    assert "caf\ufffd" in (shell.folder / "entries/2026/2026-11-23-from-a-pipe.md").read_text()


@pytest.mark.parametrize("option", ["-m", "--outcome", "-t"])
def test_an_argument_that_is_not_utf8_is_refused_in_a_line(shell: Shell, option: str) -> None:
    done = shell.run("new", "Talk", option, os.fsdecode(b"caf\xe9"))
    assert done.code == 2
    assert done.err.startswith(r"cpdlog: The text 'caf\udce9")
    assert not (shell.folder / "entries").exists()


def test_the_first_line_of_a_pipe_can_be_the_title(shell: Shell) -> None:
    shell.ok("new", "-", typed="# What I saw\n\nA library of things.\n")
    text = (shell.folder / "entries/2026/2026-11-23-what-i-saw.md").read_text()
    assert text == "---\ntitle: What I saw\ndate: 2026-11-23\n---\n\nA library of things.\n"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("two\nlines", "A title is one line without control characters. Type: cpdlog new TITLE"),
        ("\x1b]0;x\x07", "A title is one line without control characters. Type: cpdlog new TITLE"),
        (
            "x" * 201,
            "A title has at most 200 characters, and this has 201. The rest is for the text.",
        ),
        ("-5 mmol", "No such option '-5'. Put -- before a text that begins with a dash."),
        ("-h is help", "No such option '- '. Put -- before a text that begins with a dash."),
        ("- h", "No such option '- '. Put -- before a text that begins with a dash."),
    ],
)
def test_what_is_no_title_is_refused_in_a_line(shell: Shell, title: str, told: str) -> None:
    done = shell.run("new", title, "-m", "Words.")
    assert (done.code, done.err) == (2, f"cpdlog: {told}\n")
    assert not (shell.folder / "entries").exists()


def test_a_first_line_that_is_no_title_loses_nothing_of_the_pipe(shell: Shell) -> None:
    text = f"{'words ' * 50}\n\nMore.\n"
    done = shell.run("new", "-", typed=text)
    assert done.code == 2
    assert f"The text is kept in {shell.home}/.local/state/cpdlog/drafts/entry.md." in done.err
    assert drafts(shell) == [text]


def test_evidence_that_makes_a_repository_large_is_told(
    shell: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    film = tmp_path_factory.mktemp("elsewhere") / "film.mp4"
    with film.open("wb") as sparse:
        sparse.truncate(6 << 20)
    told = "evidence/2026/film.mp4 has 6 MiB, and git keeps what it is given for ever.\n"
    assert shell.run("new", "Talk", "-m", "x", "-e", str(film)).err.startswith(told)
    assert shell.run("set", "@1", f"evidence={film}").err.startswith(told.replace(".m", "-2.m"))
    with film.open("wb") as sparse:
        sparse.truncate(51 << 20)
    done = shell.run("set", "@1", f"evidence={film}")
    assert done.code == 2
    assert done.err == (
        f"cpdlog: '{film}' has 51 MiB; git would keep it for ever. Keep it elsewhere, and give "
        "its URL.\n"
    )


def test_a_picture_that_says_where_it_was_taken_is_told(
    shell: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "shelf.JPG").write_bytes(b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM\0*")
    (folder / "plain.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = shell.run("new", "Visit", "-m", "x", *(f"-e{it}" for it in sorted(folder.iterdir())))
    assert done.err == (
        "evidence/2026/shelf.jpg holds what the camera noted, perhaps the place and the time."
        " To be without: exiftool -all= FILE, before you give it.\n"
        "saved entries/2026/2026-11-23-visit.md\n"
    )


def test_evidence_is_copied_in_with_its_digest(
    shell: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    certificate = tmp_path_factory.mktemp("elsewhere") / "My Certificate.PDF"
    certificate.write_bytes(b"%PDF")
    shell.ok("new", "Course", "-m", "x", "-e", str(certificate), "-e", "https://example.org/a")
    assert (shell.folder / "evidence/2026/my-certificate.pdf").read_bytes() == b"%PDF"
    text = (shell.folder / "entries/2026/2026-11-23-course.md").read_text()
    assert "path: evidence/2026/my-certificate.pdf" in text
    assert "https://example.org/a" in text
    assert shell.run("check").code == 0


def test_a_closed_input_is_no_traceback(shell: Shell) -> None:
    done = shell.bash("cpdlog new 'No input' - <&-")
    assert "Traceback" not in done.err
    assert done.code == 0
    assert entries(shell) == ["2026-11-23-no-input.md"]


@pytest.mark.parametrize("words", [["new"], ["new", ""], ["new", "T", "-d", "31 feb"]])
def test_what_is_wrong_is_told_in_one_line_and_nothing_is_written(
    shell: Shell, words: list[str]
) -> None:
    done = shell.run(*words)
    assert done.code == 2
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert not (shell.folder / "entries").exists()


def test_a_read_only_journal_is_told_in_a_sentence(shell: Shell) -> None:
    done = shell.bash(
        "mkdir -p entries/2026 && chattr -f +i entries/2026 2>/dev/null || chmod 555 entries/2026;"
        "cpdlog new Title -m x; code=$?; chattr -f -i entries/2026 2>/dev/null;"
        "chmod 755 entries/2026; exit $code"
    )
    if done.code:  # root may write where the file system knows no attributes
        assert done.code == 1
        assert done.err.startswith(
            "cpdlog: 'entries/2026/2026-11-23-title.md' could not be written"
        )
        assert entries(shell) == []


def test_a_full_disk_leaves_nothing_behind(shell: Shell) -> None:
    done = shell.bash("ulimit -f 0; cpdlog new Title -m x")
    assert done.code == 1
    assert "could not be written: the file is larger than it may be here" in done.err
    assert entries(shell) == []


def drafts(shell: Shell) -> list[str]:
    return [it.read_text() for it in (shell.home / ".local/state/cpdlog/drafts").glob("*")]


@pytest.mark.parametrize("typed", ["Words.\n", None])
def test_a_text_that_cannot_be_saved_is_kept_as_a_draft_and_named(
    shell: Shell, typed: str | None
) -> None:
    (shell.folder / "entries").write_text("a file in the way")
    done = shell.run("new", "Talk", *(["-"] if typed else ["-m", "Words."]), typed=typed)
    assert done.code == 1
    assert "could not be written: a part of its path is a file and no folder." in done.err
    assert f"The text is kept in {shell.home}/.local/state/cpdlog/drafts/talk.md." in done.err
    assert drafts(shell) == ["Words.\n"]


def test_what_came_through_a_pipe_is_kept_after_any_error(shell: Shell) -> None:
    done = shell.run("new", "Talk", "-", "--template", "nowhere", typed="Words.\n")
    assert done.code == 4
    assert drafts(shell) == ["Words.\n"]
    assert shell.run("new", "Talk", "-m", "Others.", "--template", "nowhere").code == 4
    assert drafts(shell) == ["Words.\n"]


def test_where_no_draft_can_be_kept_either_the_error_alone_is_told(shell: Shell) -> None:
    (shell.folder / "entries").write_text("a file in the way")
    (shell.home / ".local").write_text("another")
    done = shell.run("new", "Talk", "-", typed="Words.\n")
    assert done.code == 1
    assert "is kept" not in done.err
    assert done.err.count("\n") == 1


def test_git_is_told_what_was_done_for_how_long_and_for_what(shell: Shell) -> None:
    (shell.home / ".gitconfig").write_text("[user]\nname = Ada\nemail = ada@example.org\n")
    shell.bash("git init -q && git add cpdlog.yaml && git commit -qm begun")
    for goal in ("visits", "law"):
        shell.ok("goal", "add", goal, "--target", "20 hours", "--due", "eoy")
    shell.ok("new", "Law library visit", "-H", "2h", "-g", "visits=2", "-g", "law", "-m", "Quiet.")
    assert (
        shell.bash("git log --format=%s -1").out == "entry: Law library visit (2h, visits, law)\n"
    )
