"""`cpdlog history` and `undo`, in a real repository."""

import json

import pytest

from tests.cli.shell import Shell

IDENTITY = "[user]\nname = A\nemail = a@example.org\n"
ENTRY = "entries/2026/2026-11-23-talk.md"


@pytest.fixture
def kept(empty: Shell) -> Shell:
    (empty.home / ".gitconfig").write_text(IDENTITY)
    empty.ok("init")
    empty.ok("new", "Talk", "-m", "Words.")
    empty.ok("set", "@1", "hours=2h")
    return empty


def test_what_each_change_did_stands_under_its_own_line(kept: Shell) -> None:
    said = kept.ok("history", "talk", "--diff").splitlines()
    titles = [place for place, line in enumerate(said) if line.startswith("2026-")]
    assert [said[place].split("  ")[1] for place in titles] == ["set hours: Talk", "entry: Talk"]
    assert said.index("+hours: 2h") in range(titles[0], titles[1])
    assert said.index("+title: Talk") > titles[1]


def test_read_aloud_each_sentence_goes_before_what_the_change_did(kept: Shell) -> None:
    said = kept.ok("history", "talk", "--diff", "--plain").splitlines()
    set_hours, new = (said.index(it) for it in said if it.endswith(": Talk") and ", A: " in it)
    assert set_hours < said.index("+hours: 2h") < new < said.index("+title: Talk")


def test_as_json_what_a_change_did_is_a_part_of_the_document(kept: Shell) -> None:
    changes = json.loads(kept.ok("history", "talk", "--diff", "--json"))["changes"]
    assert ["+hours: 2h" in it["diff"].splitlines() for it in changes] == [True, False]
    plain = json.loads(kept.ok("history", "talk", "--json"))["changes"]
    assert plain == [{key: it[key] for key in it if key != "diff"} for it in changes]


def test_as_csv_what_a_change_did_is_refused(kept: Shell) -> None:
    assert kept.run("history", "talk", "--diff", "--format", "csv") == (
        2,
        "",
        "cpdlog: CSV has no room for what each change did. Type --json, or no --diff.\n",
    )


def test_of_what_git_has_no_change_nothing_is_shown(kept: Shell) -> None:
    (kept.folder / ENTRY).rename(kept.folder / ENTRY.replace("talk", "walk"))
    said = kept.ok("history", "walk", "--diff")
    assert said == f"Git keeps no change of {ENTRY.replace('talk', 'walk')}.\n"


@pytest.mark.parametrize("form", [["--json"], ["--format", "json"]])
def test_an_undo_says_what_it_took_back_where_a_program_asks(kept: Shell, form: list[str]) -> None:
    said = json.loads(kept.ok("undo", "--yes", *form))
    assert (said["schema"], said["of"]) == ("cpdlog/history@1", "this journal")
    (change,) = said["changes"]
    assert change["subject"] == "set hours: Talk"
    assert "-hours: 2h" in change["diff"].splitlines()
    assert kept.ok("undo", "--yes") == ""


def test_an_undo_as_csv_is_the_line_of_its_change(kept: Shell) -> None:
    head, change = kept.ok("undo", "--yes", "--format", "csv").splitlines()
    assert head == "day,subject,author,commit"
    assert ",set hours: Talk,A," in change
