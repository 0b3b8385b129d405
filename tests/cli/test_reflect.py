"""Reflecting question by question, on a real terminal."""

from pathlib import Path

import pytest

from tests.cli.dialogue import talk
from tests.cli.shell import Shell, editor

ENTRY = "entries/2026/2026-11-03-visit.md"


@pytest.fixture
def waiting(shell: Shell) -> Shell:
    shell.ok("new", "Visit", "-d", "2026-11-03", "-H", "1h30")
    shell.ok("new", "Talk", "-d", "2026-11-10", "-H", "1h", "-m", "")
    return shell


def body(shell: Shell, path: str = ENTRY) -> str:
    return (shell.folder / path).read_text().split("---\n", 2)[2]


def drafts(shell: Shell) -> list[Path]:
    return [it for it in (shell.home / ".local/state/cpdlog/drafts").rglob("*") if it.is_file()]


def test_each_answer_stands_under_its_heading(waiting: Shell) -> None:
    done = waiting.terminal("reflect", typed="I went.\nI saw.\n.\nIt matters.\n.\nAgain.\n.\n")
    assert done.code == 0
    assert "Visit  2026-11-03" in done.out
    assert "1 of 3  What?" in done.out.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert done.out.endswith(f"saved {ENTRY}  reflected on 1.5 of 2.5 h\n")
    assert body(waiting) == (
        "\n## What?\nI went.\nI saw.\n\n## So what?\nIt matters.\n\n## Now what?\nAgain.\n"
    )
    assert drafts(waiting) == []


def test_a_question_can_be_skipped_and_an_answer_taken_back(waiting: Shell) -> None:
    typed = "Wrong.\n.\n.back\nRight.\n.\n.skip\nNext.\n.\n"
    assert waiting.terminal("reflect", typed=typed).code == 0
    assert "Wrong." not in body(waiting)
    assert "## What?\nRight.\n" in body(waiting)
    assert "## So what?\n<!-- Why does it matter" in body(waiting)
    assert "## Now what?\nNext.\n" in body(waiting)


def test_going_back_and_on_keeps_what_was_said(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="First.\n.\n.back\n.skip\n.skip\n.skip\n")
    assert "## What?\nFirst.\n" in body(waiting)


def test_who_stops_goes_on_later_with_the_same_command(waiting: Shell) -> None:
    before = (waiting.folder / ENTRY).read_bytes()
    stopped = waiting.terminal("reflect", typed="I went.\n.\n.stop\n")
    assert stopped.out.endswith("Kept as a draft. Go on with: cpdlog reflect 2026-11-03-visit\n")
    assert (waiting.folder / ENTRY).read_bytes() == before
    assert len(drafts(waiting)) == 1
    assert drafts(waiting)[0].stat().st_mode & 0o077 == 0
    later = waiting.terminal("reflect", typed="It matters.\n.\nAgain.\n.\n")
    assert "2 of 3" in later.out
    assert "1 of 3" not in later.out
    assert "I went.\n" in body(waiting)
    assert "It matters.\n" in body(waiting)
    assert drafts(waiting) == []


def test_who_goes_on_can_go_back_to_what_was_answered_before(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="I went.\nI saw.\n.\n.stop\n")
    typed = ".back\nI stayed.\n.\nIt matters.\n.\n.back\n.skip\n.skip\n"
    later = waiting.terminal("reflect", typed=typed).out
    assert "I went.\nI saw.\n" in later
    answered = "\n## What?\nI stayed.\n\n## So what?\nIt matters.\n\n## Now what?\n<!-- "
    assert body(waiting).startswith(answered)
    assert drafts(waiting) == []


def test_a_draft_whose_answers_have_headings_is_gone_on_with_as_it_is(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="I went.\n## There\nA wall.\n.\n.stop\n")
    later = waiting.terminal("reflect", typed="It matters.\n.\nAgain.\n.\n").out
    assert "1 of 2" in later
    assert "## What?\nI went.\n## There\nA wall.\n\n## So what?\nIt matters.\n" in body(waiting)


def test_a_draft_of_a_model_without_headings_keeps_what_was_said(waiting: Shell) -> None:
    waiting.terminal("reflect", "talk", "--template", "free", typed="One.\n.back\n.stop\n")
    waiting.terminal("reflect", "talk", "--template", "free", typed="Two.\n.\n")
    assert body(waiting, "entries/2026/2026-11-10-talk.md").split() == ["One.", "Two."]


def test_the_lines_of_a_draft_end_as_the_file_has_them(waiting: Shell) -> None:
    path = waiting.folder / ENTRY
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    waiting.terminal("reflect", typed="I went.\nI saw.\n.\n.stop\n")
    waiting.terminal("reflect", typed=".back\n.skip\n.skip\n.skip\n")
    data = path.read_bytes()
    assert b"## What?\r\nI went.\r\nI saw.\r\n\r\n## So what?" in data
    assert data.count(b"\r\n") == data.count(b"\n")


def test_a_draft_of_another_text_is_not_gone_on_with(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="I went.\n.\n.stop\n")
    path = waiting.folder / ENTRY
    path.write_text(path.read_text() + "\n- [ ] write to them\n")
    again = waiting.terminal("reflect", typed=".stop\n").out
    assert "1 of 2  \x1b[1mWhat?" in again  # what is under the last heading now is an answer


def test_ctrl_d_ends_an_answer_too(waiting: Shell) -> None:
    done = talk(
        waiting,
        ("reflect",),
        ("> ", "I went.\n"),
        ("> ", "\x04"),
        ("> ", ".skip\n"),
        ("> ", ".skip\n"),
    )
    assert done.code == 0
    assert "## What?\nI went.\n" in body(waiting)


def test_an_interrupt_keeps_the_answers_before_it(waiting: Shell) -> None:
    done = talk(
        waiting, ("reflect",), ("> ", "I went.\n.\n"), ("2 of 3", ""), ("> ", "It mat\x03\n")
    )
    assert done.code == 130
    assert len(drafts(waiting)) == 1
    assert "I went." in drafts(waiting)[0].read_text()
    assert "Kept as a draft. Go on with: cpdlog reflect 2026-" in done.out


def test_an_interrupt_keeps_the_lines_of_the_answer_that_is_not_ended(waiting: Shell) -> None:
    done = talk(waiting, ("reflect",), ("> ", "One line.\n"), ("> ", "It mat\x03\n"))
    assert done.code == 130
    assert "One line." in drafts(waiting)[0].read_text()
    again = talk(waiting, ("reflect",), ("> ", ".skip\n"), ("> ", ".skip\n"))
    assert again.code == 0
    assert "## What?\nOne line.\n" in body(waiting)


def test_lines_that_are_skipped_are_not_kept(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="A slip.\n.skip\n.skip\nThat is what matters.\n.\n")
    assert "A slip." not in body(waiting)
    assert "That is what matters." in body(waiting)


def test_nothing_answered_changes_nothing(waiting: Shell) -> None:
    before = (waiting.folder / ENTRY).read_bytes()
    done = waiting.terminal("reflect", typed=".\n.\n.\n")
    assert done.code == 0
    assert "Nothing was answered, and nothing was changed." in done.out
    assert (waiting.folder / ENTRY).read_bytes() == before


def test_an_entry_without_a_model_is_asked_by_the_usual_one(waiting: Shell) -> None:
    waiting.terminal("reflect", "talk", typed="I spoke.\n.\n.skip\n.skip\n")
    assert body(waiting, "entries/2026/2026-11-10-talk.md").startswith("\n## What?\nI spoke.\n")


def test_another_model_can_be_named(waiting: Shell) -> None:
    done = waiting.terminal("reflect", "talk", "--template", "star", typed="I spoke.\n.\n.stop\n")
    assert "Situation" in done.out
    assert done.out.endswith("cpdlog reflect 2026-11-10-talk --template star\n")
    free = waiting.terminal("reflect", "talk", "--template", "free", typed="Just words.\n.\n")
    assert "1 of 1" in free.out
    assert body(waiting, "entries/2026/2026-11-10-talk.md").strip() == "Just words."


def test_follow_ups_in_an_answer_are_next(waiting: Shell) -> None:
    waiting.terminal("reflect", typed="I went.\n.\n.skip\n- [ ] write (due 2026-12-01)\n.\n")
    assert "2026-11-03-visit.1\t2026-12-01\twrite" in waiting.ok("next")


def test_lines_end_as_the_file_has_them(waiting: Shell) -> None:
    path = waiting.folder / ENTRY
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    waiting.terminal("reflect", typed="I went.\nI saw.\n.\n.skip\n.skip\n")
    data = path.read_bytes()
    assert b"I went.\r\nI saw.\r\n" in data
    assert data.count(b"\r\n") == data.count(b"\n")


def test_the_editor_opens_with_the_questions(waiting: Shell) -> None:
    waiting.environ["EDITOR"] = editor(waiting.folder, "cp $1 seen.md; echo 'I spoke.' >> $1")
    done = waiting.terminal("reflect", "talk", "--edit")
    assert done.code == 0
    assert "## So what?" in (waiting.folder / "seen.md").read_text()
    assert "talk" not in waiting.ok("list", "--inbox")


def test_without_a_terminal_no_editor_is_opened_and_nothing_is_written(waiting: Shell) -> None:
    path = waiting.folder / "entries/2026/2026-11-10-talk.md"
    before = path.read_bytes()
    done = waiting.run("reflect", "talk", "--edit")
    assert done.err == (
        "cpdlog: An editor needs a terminal. Give the text with -m, or from a pipe with '-m -'.\n"
    )
    assert path.read_bytes() == before
    assert waiting.run("edit", "talk").err == (
        "cpdlog: An editor needs a terminal. Change keys: cpdlog set REF KEY=VALUE. "
        f"Or open the file: {path}\n"
    )
    waiting.ok("goal", "add", "Law")
    assert "goal set REF KEY=VALUE. Or open the file: " in waiting.run("goal", "edit", "law").err


def test_a_text_can_come_from_a_pipe_or_the_command_line(waiting: Shell) -> None:
    waiting.ok("reflect", "visit", "-m", "-", typed="From a pipe.\n")
    waiting.ok("reflect", "talk", "-m", "Typed.")
    assert "## What?\nFrom a pipe.\n" in body(waiting)
    assert "Typed." in body(waiting, "entries/2026/2026-11-10-talk.md")
    assert waiting.run("reflect").err == "The inbox is empty: every entry has its reflection.\n"


def test_without_a_terminal_and_without_a_text_nothing_is_done(waiting: Shell) -> None:
    done = waiting.run("reflect")
    assert done.code == 2
    assert done.err == (
        "cpdlog: Questions need a terminal. Give the text with -m, or from a pipe with '-m -'.\n"
    )
    empty = waiting.run("reflect", "-m", "  ")
    assert empty.code == 2
    assert "The text says nothing." in empty.err


def test_a_limit_of_words_is_told(waiting: Shell) -> None:
    (waiting.folder / "templates").mkdir(exist_ok=True)
    (waiting.folder / "templates" / "short.md").write_text(
        "---\ntitle: Short\nlimits: {In short: 2}\n---\n\n## In short\n<!-- Two words. -->\n"
    )
    done = waiting.terminal("reflect", "talk", "--template", "short", typed="One two three.\n.\n")
    assert "3 words; 2 are allowed." in done.out
