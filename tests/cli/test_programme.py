"""Programmes begun, skipped and done, in journals of several shapes."""

from pathlib import Path

import pytest

from tests.cli.dialogue import talk
from tests.cli.shell import Shell

OWN = """\
schema: cpdlog/programme@1
id: reading
title: Four books   # one a week
items:
  - {n: 1, week: 1, title: One, prompt: "What is -- in it?"}
  - {n: 2, week: 2, title: Two}
"""


@pytest.fixture
def begun(shell: Shell) -> Shell:
    shell.ok("programme", "start", "cpd23-2011", "--on", "2026-11-16")
    return shell


def dropped(shell: Shell, name: str, text: str) -> Path:
    path = shell.folder / "programmes" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def test_a_file_of_ones_own_is_begun_where_it_stands(shell: Shell) -> None:
    path = dropped(shell, "reading", OWN)
    said = shell.run("programme", "start", "reading", "--on", "2026-12-07")
    assert said.err == (
        "saved programmes/reading.yaml goals/reading.md  reading: 0 of 2 items, not begun\n"
    )
    assert path.read_text() == f"{OWN}started: 2026-12-07\n"
    assert (shell.folder / "goals" / "reading.md").read_text() == (
        "---\ntitle: Four books\nstart: 2026-12-07\ndue: 2026-12-20\nprogramme: reading\n---\n\n"
    )


def test_a_goal_that_is_there_follows_the_programme(shell: Shell) -> None:
    shell.ok("goal", "add", "Read more", "--id", "books", "--due", "2026-12-31")
    dropped(shell, "reading", OWN)
    shell.ok("programme", "start", "reading", "--goal", "books")
    text = (shell.folder / "goals" / "books.md").read_text()
    assert "due: 2026-12-31\nprogramme: reading\n---\n" in text
    assert [path.name for path in (shell.folder / "goals").iterdir()] == ["books.md"]


def test_a_goal_that_follows_it_already_is_left_as_it_is(shell: Shell) -> None:
    dropped(shell, "reading", OWN)
    shell.ok("goal", "add", "Read more", "--id", "books", "--programme", "reading")
    before = (shell.folder / "goals" / "books.md").read_bytes()
    shell.ok("programme", "start", "reading")
    assert (shell.folder / "goals" / "books.md").read_bytes() == before
    assert len(list((shell.folder / "goals").iterdir())) == 1


def test_a_goal_of_another_programme_lets_nothing_be_written(begun: Shell) -> None:
    path = dropped(begun, "reading", OWN)
    done = begun.run("programme", "start", "reading", "--goal", "cpd23-2011")
    assert (done.code, done.err) == (
        5,
        "cpdlog: The goal cpd23-2011 follows cpd23-2011. Name another: --goal ID\n",
    )
    assert path.read_text() == OWN


def test_an_item_is_named_without_its_programme_where_one_is_begun(begun: Shell) -> None:
    assert begun.run("programme", "skip", "#2", "--reason", "no blogs").err == (
        "saved programmes/cpd23-2011.yaml  cpd23-2011#2  cpd23-2011: 0 of 22 items, on pace\n"
    )
    dropped(begun, "reading", OWN)
    begun.ok("programme", "start", "reading")
    done = begun.run("programme", "skip", "#2", "--reason", "no")
    assert done.code == 2
    assert "Which programme? Begun: cpd23-2011, reading." in done.err


def test_what_is_not_begun_is_not_skipped(shell: Shell) -> None:
    done = shell.run("programme", "skip", "cpd23-2011#2", "--reason", "no")
    assert (done.code, done.err) == (
        5,
        "cpdlog: cpd23-2011 is not begun. Begin it: cpdlog programme start cpd23-2011\n",
    )


def test_the_reason_is_asked_for_on_a_terminal(begun: Shell) -> None:
    done = talk(begun, ("programme", "skip", "#9"), ("Reason:", "we have no use for it\n"))
    assert done.code == 0
    text = (begun.folder / "programmes" / "cpd23-2011.yaml").read_text()
    assert text.endswith('skipped: {"9": we have no use for it}\n')


def test_one_of_two_skips_is_taken_back(begun: Shell) -> None:
    for number in ("9", "4"):
        begun.ok("programme", "skip", f"#{number}", "--reason", "no use")
    begun.ok("programme", "skip", "#9", "--undo")
    text = (begun.folder / "programmes" / "cpd23-2011.yaml").read_text()
    assert text.endswith('skipped: {"4": no use}\n')


def test_a_question_cannot_end_its_comment(shell: Shell) -> None:
    dropped(shell, "reading", OWN)
    path = shell.ok("new", "--programme", "reading#1", "--no-edit").strip()
    text = (shell.folder / path).read_text()
    assert "title: One\n" in text
    assert "<!-- What is - in it? -->\n\n## What?\n" in text
    shell.ok("new", "Another title", "--programme", "reading#2", "-m", "Words.")
    assert (
        "programme: reading#2"
        in (shell.folder / "entries/2026/2026-11-23-another-title.md").read_text()
    )


def test_a_programme_with_faults_keeps_nothing_else_from_being_told(begun: Shell) -> None:
    dropped(begun, "reading", OWN.replace("title: Two", "titel: Two"))
    assert begun.ok("programme", "status").startswith("23 Things")
    listed = " ".join(begun.ok("programme", "list", "--format", "table").split())
    assert listed.endswith("2 faults keep programmes out of this list: cpdlog check")
    assert begun.run("programme", "status", "reading").code == 3
    assert begun.run("goal", "add", "Read", "--programme", "reading").code == 0
    assert begun.ok("goal", "list")
    assert begun.run("check").code == 3


def test_without_a_journal_there_is_what_comes_with_cpdlog(empty: Shell) -> None:
    assert empty.ok("programme", "list").count("\n") == 5
    assert empty.ok("programme", "show", "learning").startswith("Learning 2.0: 23 Things")
    assert empty.run("programme", "start", "learning").code == 4


def test_items_are_completed_with_their_titles(begun: Shell) -> None:
    offered = begun.run(
        _CPDLOG_COMPLETE="zsh_complete",
        COMP_WORDS="cpdlog new --programme cpd23-2011#14",
        COMP_CWORD="3",
    )
    assert offered.out.split("\n")[:3] == ["plain", "cpd23-2011#14", "Zotero, Mendeley, CiteULike"]


def test_one_programme_is_told_of_also_before_it_is_begun(begun: Shell) -> None:
    assert "begun 16 Nov 2026" in begun.ok("programme", "status", "cpd23-2011")
    assert "not begun" in begun.ok("programme", "status", "learning")
