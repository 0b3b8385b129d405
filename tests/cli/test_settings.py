import json

import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "\r\n# name: me\r\n"])
def test_settings_that_say_nothing_are_the_defaults(empty: Shell, text: str) -> None:
    (empty.folder / "cpdlog.yaml").write_bytes(text.encode())
    assert empty.run("check").code == 0
    assert json.loads(empty.ok("report", "--json"))["period"]["from"] == "2026-01-01"


def test_broken_settings_are_told_and_the_rest_goes_on(empty: Shell) -> None:
    (empty.folder / "cpdlog.yaml").write_text("year_starts: [04-01\n")
    empty.ok("new", "Still here", "-m", "words")
    assert len(json.loads(empty.ok("list", "--json"))["entries"]) == 1
    assert empty.run("check").code == 3


def test_the_default_journal_is_used_from_anywhere(empty: Shell) -> None:
    empty.ok("init", "cpd", "--default", "--no-git")
    elsewhere = empty.folder / "elsewhere"
    elsewhere.mkdir()
    done = empty.bash("cd elsewhere && cpdlog new 'From afar' -m x")
    assert done.code == 0
    assert (empty.folder / "cpd/entries/2026/2026-11-23-from-afar.md").exists()
    empty.ok("init", "other", "--default", "--no-git")
    assert empty.bash("cd elsewhere && cpdlog list").out == ""


def test_the_nearest_journal_upwards_is_used(empty: Shell) -> None:
    empty.ok("init", "cpd", "--no-git")
    done = empty.bash("mkdir -p cpd/a/b && cd cpd/a/b && cpdlog new Deep -m x")
    assert done.code == 0
    assert (empty.folder / "cpd/entries/2026/2026-11-23-deep.md").exists()


@pytest.mark.parametrize("words", [["list"], ["report"], ["new", "T", "-m", "x"], ["show", "@1"]])
def test_without_a_journal_one_is_told_how_to_make_one(empty: Shell, words: list[str]) -> None:
    done = empty.run(*words)
    assert done.code == 4
    assert done.err == (
        "cpdlog: There is no journal here or above, and no default one. "
        "Make one: cpdlog init ~/cpd\n"
    )


def test_options_that_hold_everywhere_stand_before_and_after_the_command(shell: Shell) -> None:
    shell.ok("new", "One", "-m", "x", "-d", "2026-11-01")
    shell.ok("new", "Two", "-m", "x")
    before = shell.ok("--as-of", "2026-11-10", "--json", "list")
    after = shell.ok("list", "--as-of", "2026-11-10", "--json")
    assert before == after
    assert [it["planned"] for it in json.loads(after)["entries"]] == [True, False]


def test_the_slash_form_of_a_date_follows_the_settings(shell: Shell) -> None:
    with (shell.folder / "cpdlog.yaml").open("a") as settings:
        settings.write("date_order: dmy\n")
    shell.ok("new", "First of November", "-m", "x", "-d", "01/11/2026")
    assert "2026-11-01\t" in shell.ok("list")
