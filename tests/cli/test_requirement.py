"""Taking bodies' rules into use, on a terminal and off it, and what a journal says of them."""

import re
from pathlib import Path

import pytest

from tests.cli.dialogue import talk
from tests.cli.shell import Shell

ROOT = Path(__file__).parents[2]
PACKAGED = ROOT / "cpdlog" / "data" / "requirements"
GUIDE = (ROOT / "docs" / "requirement-schema.md").read_text(encoding="utf-8")
SETTINGS = """\
# Mine.
name:   "A nurse"   # nobody else's

requirements:
    # what I answer to
    cilip-revalidation:   {}   # since 2023
share: [mentor]
"""


def example() -> str:
    """The whole file that the guide for authors shows."""
    found = re.search(r"## A whole file\n\n```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert found
    return found[1]


def settings(shell: Shell) -> str:
    return (shell.folder / "cpdlog.yaml").read_text()


def dropped(shell: Shell, name: str, text: str) -> None:
    folder = shell.folder / "requirements"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)


def test_what_the_rules_ask_is_asked_on_a_terminal_until_it_makes_sense(shell: Shell) -> None:
    done = talk(
        shell,
        ("requirement", "use", "nmc-revalidation"),
        ("registration period begin? (YYYY-MM-DD):", "01/04/2024\n"),
        ("Write 2024-04-01 or 2024-01-04.", "2024-04-01\n"),
        ("as a midwife? (single, dual) [single]:", "twice\n"),
        ("'twice' is not known here.", "\n"),
    )
    assert done.code == 0
    assert settings(shell).endswith(
        "requirements:\n  nmc-revalidation: {cycle_start: 2024-04-01, variant: single}\n"
        "privacy:\n  profiles: [general, health]\n"
    )


def test_the_rest_of_the_settings_stays_byte_for_byte(empty: Shell) -> None:
    (empty.folder / "cpdlog.yaml").write_text(SETTINGS)
    empty.ok("requirement", "use", "hcpc")
    line = "    cilip-revalidation:   {}   # since 2023\n"
    careful = "privacy:\n  profiles: [general, health]\n"
    assert settings(empty) == SETTINGS.replace(line, f"{line}    hcpc: {{}}\n") + careful
    empty.ok("requirement", "use", "nmc", "--set", "cycle_start=2024-04-01")
    assert "    nmc-revalidation: {cycle_start: 2024-04-01}\n" in settings(empty)
    assert (empty.folder / "requirements" / "hcpc.yaml").read_bytes() == (
        PACKAGED / "hcpc.yaml"
    ).read_bytes()


def test_settings_that_cannot_be_edited_let_no_file_be_copied(empty: Shell) -> None:
    (empty.folder / "cpdlog.yaml").write_text("{name: A}\n")
    done = empty.run("requirement", "use", "hcpc")
    assert done.code == 5
    assert not (empty.folder / "requirements").exists()
    assert settings(empty) == "{name: A}\n"


def test_a_cycle_that_is_still_to_come_is_not_taken_for_the_present_one(shell: Shell) -> None:
    refused = "2028-04-01 is still to come. When did the present cycle begin?"
    done = shell.run("requirement", "use", "nmc", "--set", "cycle_start=2028-04-01")
    assert (done.code, done.err) == (2, f"cpdlog: cycle_start: {refused}\n")
    assert "nmc" not in settings(shell)
    asked = shell.terminal("requirement", "use", "nmc", typed="2028-04-01\n2024-04-01\nsingle\n")
    assert asked.code == 0
    assert refused in asked.out
    assert "cycle_start: 2024-04-01" in settings(shell)


def test_of_a_cycle_of_one_year_the_next_day_on_which_it_begins_will_do(shell: Shell) -> None:
    shell.ok(
        "requirement", "use", "cisi", "--set", "year_start=2027-04-01", "--set", "variant=full"
    )
    assert "year_start: 2027-04-01" in settings(shell)


def test_a_journal_begins_with_rules_that_a_part_of_their_name_means(empty: Shell) -> None:
    empty.ok("init", "--no-git", "--requirement", "cilip", "--requirement", "nmc")
    assert "  cilip-revalidation: {}\n  nmc-revalidation: {}\n" in settings(empty)
    assert (empty.folder / "requirements/nmc-revalidation.yaml").exists()


def test_at_the_question_for_rules_a_part_of_their_name_will_do(empty: Shell) -> None:
    done = empty.terminal("init", "--no-git", typed="\n\n\nrics\ncilip\n\n")
    assert "'rics' may mean rics-2025, rics-2026. Type more of its name." in done.out
    assert "  cilip-revalidation: {}\n" in settings(empty)


def test_an_answer_to_what_nobody_asks_is_refused(shell: Shell) -> None:
    done = shell.run("requirement", "use", "hcpc", "--set", "grade=fellow")
    assert (done.code, done.err) == (
        2,
        "cpdlog: hcpc does not ask for 'grade'. They ask for: nothing.\n",
    )
    done = shell.run("requirement", "use", "hcpc", "--set", "grade")
    assert done.code == 2
    assert "'grade' answers nothing. Write NAME=ANSWER." in done.err


def test_adjustments_stay_when_an_answer_changes(shell: Shell) -> None:
    shell.ok("requirement", "use", "nmc", "--set", "cycle_start=2024-04-01")
    lowered = (
        "    adjustments:\n"
        "      - {window: 2024-04-01, rule: practice, reduce_by: 50, reason: leave}  # agreed\n"
    )
    text = settings(shell).replace(
        "  nmc-revalidation: {cycle_start: 2024-04-01}\n",
        f"  nmc-revalidation:\n    cycle_start: 2024-04-01\n{lowered}",
    )
    (shell.folder / "cpdlog.yaml").write_text(text)
    shell.ok("requirement", "use", "nmc", "--set", "cycle_start=2023-04-01")
    assert settings(shell) == text.replace("start: 2024", "start: 2023")
    warned = shell.ok("requirement", "status", "nmc")
    assert "adjustment of 'practice' in cpdlog.yaml fits no rule or window" in " ".join(
        warned.split()
    )
    shell.ok("requirement", "use", "nmc", "--set", "cycle_start=2024-04-01")
    told = " ".join(shell.ok("requirement", "status", "nmc").split())
    assert "at least 400 h" in told
    assert "practice is lowered by 50.0 h: leave." in told


def test_newer_rules_replace_a_copy_only_where_somebody_agrees(shell: Shell) -> None:
    shell.ok("requirement", "use", "hcpc")
    path = shell.folder / "requirements" / "hcpc.yaml"
    old = path.read_text().replace("max: 91", "max: 100").replace("2026-11-23", "2025-11-22")
    path.write_text(old)
    told = " ".join(shell.ok("requirement", "status").split())
    assert "Warning: These rules were last held against their sources on 22 Nov 2025" in told
    assert shell.run("requirement", "use", "hcpc", "--update").code == 2
    said = talk(shell, ("requirement", "use", "hcpc", "--update"), ("[y/N]:", "n\n"))
    assert said.code == 1
    assert path.read_text() == old
    assert "- 100\n+ 91\n" in shell.ok("requirement", "diff", "hcpc")
    shell.ok("requirement", "use", "hcpc", "--update", "--yes")
    assert path.read_bytes() == (PACKAGED / "hcpc.yaml").read_bytes()
    assert shell.run("requirement", "use", "hcpc", "--update").err == (
        "hcpc is in use already; nothing was changed.\n"
    )


def test_a_body_is_added_with_one_file_and_no_code(shell: Shell) -> None:
    dropped(shell, "example.yaml", example())
    assert shell.ok("requirement", "check", "requirements/example.yaml") == (
        "1 file read, no faults.\n"
    )
    shell.ok(
        "new", "A course", "-H", "12h", "-t", "example:structured", "--type", "course", "-m", "x"
    )
    told = " ".join(shell.ok("requirement", "status").split())
    assert "Example Institute: Yearly CPD" in told
    assert "For want of an outcome, not counted: total 12.0 h, structured 12.0 h" in told
    shell.ok("set", "@1", "outcome=I can do it")
    told = " ".join(shell.ok("requirement", "status").split())
    assert "12.0 at least 10 h met" in told
    assert shell.ok("check") == "3 files read, no faults.\n"
    shell.ok("requirement", "use", "example", "--set", "variant=fellow")
    assert "at least 30 h" in shell.ok("requirement", "status")
    assert shell.run("requirement", "diff", "example").code == 4
    assert shell.run("requirement", "use", "example", "--update").code == 4


def test_a_file_with_faults_is_told_and_the_others_are_reported(shell: Shell) -> None:
    shell.ok("requirement", "use", "hcpc")
    dropped(shell, "broken.yaml", example().replace("min: 20,", "mim: 20,"))
    told = shell.ok("requirement", "status")
    assert told.startswith("Health and Care Professions Council")
    assert told.endswith(" faults keep rules out of this report: cpdlog check\n")
    assert shell.run("requirement", "status", "broken").code == 3
    done = shell.run("check")
    assert done.code == 3
    fault = "rules.total.mim: There is no such key."
    assert fault in " ".join(done.out.split())
    assert shell.run("requirement", "check", "requirements/broken.yaml").code == 3
    listed = " ".join(shell.ok("requirement", "list", "--format", "table").split())
    assert listed.endswith("faults keep rules out of this list: cpdlog check")


def test_what_the_settings_say_of_rules_is_checked(shell: Shell) -> None:
    (shell.folder / "cpdlog.yaml").write_text(
        "requirements: {gdc-dentist: {variant: vet}, hcpc: {}, lost: {}}\n"
    )
    shell.ok("requirement", "use", "hcpc")
    told = " ".join(shell.ok("check").split())
    assert "There is no file requirements/gdc-dentist.yaml. The rules that come" in told
    assert "There is no file requirements/lost.yaml. Mend the id, or remove it." in told
    assert "'cycle_start' has no answer, so that nothing can be judged." in told
    assert "'variant' asks for something else, or is asked by nobody." in told
    assert "5 warnings" in told or "4 warnings" in told


def test_without_a_journal_there_is_what_comes_with_cpdlog(empty: Shell) -> None:
    assert empty.ok("requirement", "list", "--country", "au").count("\n") == 5
    assert empty.ok("requirement", "show", "nmba").startswith("Nursing and Midwifery Board")
    assert empty.run("requirement", "status", "nmba").code == 4
    assert empty.run("requirement", "use", "nmba").code == 4


def test_several_that_may_be_meant_are_told(empty: Shell) -> None:
    done = empty.run("requirement", "show", "rics")
    assert (done.code, done.err) == (
        4,
        "cpdlog: 'rics' may mean rics-2025, rics-2026. Type more of its name.\n",
    )


def test_ids_are_completed(shell: Shell) -> None:
    offered = shell.run(
        _CPDLOG_COMPLETE="bash_complete", COMP_WORDS="cpdlog requirement show nm", COMP_CWORD="3"
    )
    assert offered.out.split() == ["plain,nmba", "plain,nmc-revalidation"]


@pytest.mark.parametrize("folder", ["cpdlog", "docs", "requirements", "programmes"])
def test_nothing_ever_says_that_somebody_fulfils_a_bodys_rules(folder: str) -> None:
    word = "compl" + "iant"
    found = [
        path
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in (".py", ".md", ".yaml", ".json", ".html", ".css")
    ]
    assert found
    assert not [path for path in found if word in path.read_text(encoding="utf-8").casefold()]


def test_rules_that_ask_for_care_have_entries_looked_through(shell: Shell) -> None:
    text = "She was in bed 7, an 83-year-old with a fall."
    shell.ok("new", "A fall", "-m", text)
    assert "83-year-old" not in shell.run("check", "--privacy").out
    done = shell.run("requirement", "use", "nmc", "--set", "cycle_start=2024-04-01")
    assert done.err.endswith("looks for what may identify people from now on: health\n")
    assert "83-year-old" in shell.run("new", "Another", "-m", text).err
    (shell.folder / "cpdlog.yaml").write_text("requirements: {nmc-revalidation: {}}\n")
    assert "83-year-old" in shell.run("check", "--privacy").out
