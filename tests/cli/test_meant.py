"""Words that people type for commands."""

import pytest

from cpdlog.cli import GOAL, REQUIREMENT, TABLE
from cpdlog.cli.meant import MEANT
from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("delete x", "remove"),
        ("del", "remove"),
        ("status", "report"),
        ("stats", "report"),
        ("log", "list"),
        ("todo", "next"),
        ("find law", "search"),
        ("grep law", "search"),
        ("goal delete law", "drop"),
        ("goal close law", "done"),
        ("goal create Law", "add"),
        ("requirement stats", "status"),
        ("serach", "search"),
    ],
)
def test_a_word_that_people_type_is_told_with_the_command_it_means(
    shell: Shell, typed: str, name: str
) -> None:
    done = shell.run(*typed.split())
    assert done.code == 2
    assert f". Did you mean '{name}'? See: cpdlog " in done.err


def test_every_word_means_a_command_that_there_is() -> None:
    names = {*TABLE, *GOAL.table, *REQUIREMENT.table}
    assert all(names.intersection(commands) for commands in MEANT.values())
    assert not MEANT.keys() & TABLE.keys()


@pytest.mark.parametrize("typed", ["ls", "add Talk -m Words.", "rm @1 --yes"])
def test_short_names_of_commands_are_commands(shell: Shell, typed: str) -> None:
    shell.ok("new", "Visit", "-m", "Words.")
    assert shell.run(*typed.split()).code == 0
