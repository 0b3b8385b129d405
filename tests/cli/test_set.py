import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("date=nonsense", "date: 'nonsense' is not a date."),
        ("date=2026-02-30", "date: 2026-02-30 does not exist"),
        ("goals+=nowhere", "goals: There is no goal 'nowhere'."),
        ("hours=lots", "hours: 'lots' is not a duration."),
    ],
)
def test_what_a_key_cannot_be_is_told_in_a_line_and_nothing_is_written(
    shell: Shell, change: str, told: str
) -> None:
    path = shell.folder / shell.ok("new", "Talk", "-m", "Words.").strip()
    before = path.read_bytes()
    done = shell.run("set", "@1", change)
    assert done.code == 2
    assert done.err.startswith(f"cpdlog: {told}")
    assert done.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_due_date_of_a_goal_that_is_none_is_told(shell: Shell) -> None:
    shell.ok("goal", "add", "Law", "--due", "eoy")
    done = shell.run("goal", "set", "law", "due=soon")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cpdlog: due: 'soon' is not a date.")


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "9999-12-31"])
def test_a_day_in_the_environment_that_is_none_is_told(shell: Shell, day: str) -> None:
    done = shell.run("report", CPDLOG_TODAY=day)
    assert done.code == 2
    assert done.err.startswith("cpdlog: CPDLOG_TODAY: ")
    assert done.err.count("\n") == 1


def test_a_new_date_names_the_file_whatever_date_its_name_had(shell: Shell) -> None:
    """As after a run that was killed between writing the words and changing the name."""
    path = shell.folder / shell.ok("new", "Talk", "-m", "Words.", "-d", "2026-11-02").strip()
    path.write_text(path.read_text().replace("2026-11-02", "2026-11-05"))
    shell.ok("set", "@1", "date=2026-11-05")
    assert [it.name for it in path.parent.iterdir()] == ["2026-11-05-talk.md"]
