"""What somebody reads and types who has no journal yet."""

from tests.cli.shell import Shell


def test_the_first_commands_that_are_shown_work_as_they_are_shown(empty: Shell) -> None:
    _, _, shown = empty.ok().partition("Three first commands:\n")
    commands = [line.strip() for line in shown.splitlines()]
    assert [line.split()[1] for line in commands] == ["init", "goal", "new"]
    for line in commands:
        done = empty.bash(line)
        assert done.code == 0, done
    assert "2026-11-23-law-library-visit" in empty.ok("list", "--goal", "visit-five-libraries")
