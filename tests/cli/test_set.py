import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("date=nonsense", "date: 'nonsense' is not a date."),
        ("date=2026-02-30", "date: 2026-02-30 does not exist"),
        ("goals+=nowhere", "goals: There is no goal 'nowhere'."),
        ("hours=lots", "hours: 'lots' is not a duration."),
        ("hours+=1", "hours: This is one value, and no list. Write hours=VALUE.\n"),
        ("outcome-=x", "outcome: This is one value, and no list. Write outcome=VALUE.\n"),
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


@pytest.mark.parametrize("change", ["status=open", "state=", "standing=done"])
def test_how_a_goal_stands_is_no_key_and_how_to_change_it_is_told(
    shell: Shell, change: str
) -> None:
    shell.ok("goal", "add", "Law")
    shell.ok("goal", "done", "law")
    done = shell.run("goal", "set", "law", change)
    assert done.code == 2
    assert done.err == (
        f"cpdlog: {change.partition('=')[0]}: How a goal stands follows from its other keys. "
        "Close it: cpdlog goal done, or goal drop. Open it again: done= or dropped=\n"
    )
    shell.ok("goal", "set", "law", "done=")
    assert "law" in shell.ok("goal", "list")


def test_a_list_of_the_users_own_is_added_to(shell: Shell) -> None:
    path = shell.folder / shell.ok("new", "Talk", "-m", "Words.").strip()
    path.write_text(path.read_text().replace("title:", "places: [Ely]\ntitle:"))
    shell.ok("set", "@1", "places+=Bath")
    assert "places: [Ely, Bath]" in path.read_text()


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
