import subprocess
import sys
from pathlib import Path

import pytest

from cpdlog.cli import cli
from cpdlog.cli.tree import Command, Group, Lazy, loaded
from tests.sessions import replayed

ROOT = Path(__file__).parents[1]
TOURS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]


def test_the_reference_pages_say_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "make_reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    "path", [path for path in TOURS if "```console" in path.read_text()], ids=lambda path: path.stem
)
def test_the_sessions_in_the_documentation_run_as_they_stand(path: Path, tmp_path: Path) -> None:
    text = path.read_text()
    assert replayed(text, tmp_path) == text


def lazy_commands(group: Group) -> list[tuple[str, Lazy]]:
    found: list[tuple[str, Lazy]] = []
    for name, command in group.table.items():
        if isinstance(command, Group):
            found += lazy_commands(command)
        elif isinstance(command, Lazy):
            found.append((name, command))
    return found


@pytest.mark.parametrize(("name", "lazy"), lazy_commands(cli), ids=lambda value: str(value)[:30])
def test_help_is_told_without_importing_and_is_what_the_command_says(name: str, lazy: Lazy) -> None:
    command = loaded(lazy)
    assert isinstance(command, Command)
    assert command.name == name
    assert command.get_short_help_str(limit=200).rstrip(".") == lazy.help
    assert command.examples
