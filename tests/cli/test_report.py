"""The reports, and what they tell to type, in real processes."""

import os
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.shell import Shell, editor

ROOT = Path(__file__).parents[2]
SAMPLE = {"CPDLOG_JOURNAL": str(ROOT)}


@pytest.fixture
def busy(shell: Shell) -> Shell:
    """A journal in which everything that can be next is next."""
    shell.ok(
        "goal",
        "add",
        "Late",
        "--id",
        "late",
        "--target",
        "3 talks",
        "--due",
        "2026-11-02",
        "--start",
        "2026-01-05",
    )
    shell.ok(
        "goal",
        "add",
        "Behind",
        "--id",
        "behind",
        "--target",
        "30 hours",
        "--due",
        "2026-12-31",
        "--start",
        "2026-01-05",
    )
    shell.ok(
        "goal",
        "add",
        "Weekly",
        "--id",
        "weekly",
        "--target",
        "40 weeks",
        "--due",
        "2026-12-31",
        "--start",
        "2026-01-05",
    )
    shell.ok("goal", "add", "Unseen", "--id", "unseen", "--start", "2026-01-05")
    shell.ok("goal", "action", "behind", "Draw the map", "--due", "2026-12-01")
    shell.ok(
        "new",
        "It's a visit",
        "-d",
        "2026-11-02",
        "-H",
        "1h",
        "-m",
        "Go again.\n\n- [ ] write to them",
    )
    shell.ok("new", "Waiting", "-d", "2026-11-03", "-H", "1h30", "-m", "")
    return shell


def commands(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.startswith("    cpdlog ")]


def test_what_next_tells_to_type_can_be_pasted(busy: Shell) -> None:
    busy.environ["EDITOR"] = editor(busy.folder, "echo 'What I learnt.' >> $1")
    typed = commands(busy.ok("next", "--format", "table"))
    assert {command.split()[1] for command in typed} == {"goal", "reflect", "tick"}
    assert len(typed) == 7
    for command in typed:
        answer = " -m 'What I learnt.'" if command == "cpdlog reflect" else ""
        done = busy.bash(command + answer)
        assert done.code == 0, (command, done)
    left = commands(busy.ok("next", "--format", "table"))
    assert left == ["cpdlog goal show late", "cpdlog goal show behind", "cpdlog goal show weekly"]


def test_the_last_lines_of_the_overview_and_of_a_goal_can_be_pasted(busy: Shell) -> None:
    busy.environ["EDITOR"] = editor(busy.folder, "true")
    for words in (("report",), ("goal", "show", "late"), ("goal", "check"), ("report", "gaps")):
        typed = commands(busy.ok(*words))
        assert typed
        for command in typed:
            done = busy.terminal(*shlex.split(command)[1:], typed=".stop\n")
            assert done.code == 0, (command, done)


def test_the_picture_in_the_documentation_is_what_the_command_draws(tmp_path: Path) -> None:
    shell = Shell(tmp_path, **SAMPLE)
    shell.ok("report", "--svg", "report.svg", "--as-of", "2026-11-23")
    drawn = (tmp_path / "report.svg").read_text(encoding="utf-8")
    assert drawn == (ROOT / "docs" / "report.svg").read_text(encoding="utf-8")
    picture = ET.fromstring(drawn)
    assert picture[0].text == "cpdlog report"
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_is_as_wide_as_what_there_is_to_see(shell: Shell) -> None:
    shell.ok("report", "--svg", "wide.svg", COLUMNS="200")
    assert (shell.folder / "wide.svg").read_text() != ""
    shell.ok("goal", "add", "A goal", "--due", "eoy", "--target", "3 talks")
    shell.ok("report", "goals", "--svg", "goals.svg")
    narrow = ET.parse(shell.folder / "goals.svg").getroot().attrib["viewBox"].split()[2]
    assert float(narrow) < 1000


def test_a_page_that_is_there_is_replaced_whole(shell: Shell) -> None:
    page = shell.folder / "page.html"
    for before in ("<!doctype html>\n" + "x" * 500_000, "\ufeff\n <?xml?>", "<svg/>", ""):
        page.write_text(before)
        assert shell.run("report", "--html", "page.html").err == "written page.html\n"
        assert page.read_text().startswith("<!DOCTYPE html>\n")
        assert page.read_text().endswith("</html>\n")
    shell.ok("report", "--svg", "page.html")
    assert page.read_text().startswith("<svg ")


@pytest.mark.parametrize("option", ["--html", "--svg"])
def test_a_file_that_is_no_page_is_never_written_over(shell: Shell, option: str) -> None:
    shell.ok("new", "Talk", "-m", "Words.")
    for path in ("entries/2026/2026-11-23-talk.md", "cpdlog.yaml"):
        before = (shell.folder / path).read_bytes()
        done = shell.run("report", "weeks", option, path)
        assert (done.code, done.out) == (5, "")
        assert done.err == (
            f"cpdlog: '{path}' is there already and is no page; it stays as it is."
            " Give another name.\n"
        )
        assert (shell.folder / path).read_bytes() == before


def test_a_page_is_not_written_where_none_can_be(shell: Shell) -> None:
    (shell.folder / "folder").mkdir()
    (shell.folder / "locked.html").write_text("<!DOCTYPE html>")
    (shell.folder / "locked.html").chmod(0o444)
    os.mkfifo(shell.folder / "pipe")
    before = sorted(shell.folder.rglob("*"))
    told = {
        "folder": (5, "'folder' is a folder. Give the name of a file."),
        "new/": (5, "'new/' is a folder. Give the name of a file."),
        "no/page.html": (1, "'no/page.html' could not be written: its folder is not there."),
        "locked.html": (
            5,
            "'locked.html' is read-only. Make it writable, then repeat the command.",
        ),
        "pipe": (5, "'pipe' is not an ordinary file."),
    }
    for path, (code, sentence) in told.items():
        assert shell.run("report", "--html", path) == (code, "", f"cpdlog: {sentence}\n")
    assert sorted(shell.folder.rglob("*")) == before


def test_of_one_name_for_page_and_picture_the_first_is_kept(shell: Shell) -> None:
    done = shell.run("report", "--html", "report", "--svg", "report")
    assert (done.code, done.err.splitlines()[0]) == (5, "written report")
    assert (shell.folder / "report").read_text().startswith("<svg ")


def test_a_link_to_a_page_stays_one(shell: Shell) -> None:
    (shell.folder / "link.html").symlink_to("page.html")
    for _ in range(2):
        shell.ok("report", "--html", "link.html")
    assert (shell.folder / "link.html").is_symlink()
    assert (shell.folder / "page.html").read_text().startswith("<!DOCTYPE html>")


def test_a_page_may_go_into_a_pipe(shell: Shell) -> None:
    done = shell.run("report", "--html", "-")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("<!DOCTYPE html>\n")


def test_reports_fit_a_terminal_and_have_colour_there(busy: Shell) -> None:
    wide = busy.terminal("report", columns=80)
    assert wide.code == 0
    assert "\x1b[31mlate 21 d\x1b[0m" in wide.out
    assert "━" in wide.out
    plain = busy.terminal("report", columns=60, LC_ALL="C", NO_COLOR="1").out
    assert plain.isascii()
    assert max(map(len, plain.split("\n"))) <= 60


def test_an_empty_journal_says_how_to_fill_it_and_it_works(shell: Shell) -> None:
    typed = commands(shell.ok("report"))
    assert len(typed) == 2
    for command in typed:
        assert shell.bash(command).code == 0
    assert "1 goal: 1 on pace." in shell.ok("report")
