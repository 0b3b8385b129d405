"""Writes the reference pages from the code, so that they cannot say anything else.

python docs/make_reference.py           writes docs/reference/*.md
python docs/make_reference.py --check   says which of them are out of date, and fails
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from cpdlog.cli import EXIT_CODES, cli
from cpdlog.cli.tree import Command, Group
from cpdlog.model.entry_fields import ENTRY
from cpdlog.model.field import Field, Table
from cpdlog.model.goal_fields import GOAL
from cpdlog.model.settings_fields import SETTINGS

FOLDER = Path(__file__).parent / "reference"
GENERATED = "<!-- Written by docs/make_reference.py; change the code and run it again. -->"


def pages() -> dict[str, str]:
    """The name of each page and what it says."""
    return {
        "commands.md": page("Commands", commands()),
        "keys.md": page("Keys of entries and goals", keys()),
        "settings.md": page("Settings: `cpdlog.yaml`", settings()),
        "exit-codes.md": page("Exit codes", exit_codes()),
    }


def page(title: str, lines: Iterator[str]) -> str:
    """A page with its heading."""
    return "\n".join([f"# {title}", "", GENERATED, "", *lines, ""])


def commands() -> Iterator[str]:
    """Every command with its options and examples."""
    yield "Options that hold for every command, before and after its name:"
    yield ""
    yield from option_table(cli, click.Context(cli, info_name="cpdlog"))
    yield from below(cli, click.Context(cli, info_name="cpdlog"))


def below(group: Group, ctx: click.Context) -> Iterator[str]:
    """The commands of a group, and of the groups in it."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        inner = click.Context(command, info_name=name, parent=ctx)
        if isinstance(command, Group):
            yield from below(command, inner)
        elif isinstance(command, Command):
            yield from one(command, inner)


def one(command: Command, ctx: click.Context) -> Iterator[str]:
    """One command."""
    yield ""
    yield f"## `{ctx.command_path}`"
    yield ""
    yield "```"
    yield command.get_usage(ctx).removeprefix("Usage: ")
    yield "```"
    yield ""
    yield cleandoc(command.help or "")
    yield ""
    yield from option_table(command, ctx)
    if command.examples:
        yield ""
        yield "```"
        yield from command.examples
        yield "```"


def option_table(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """The options of a command; those that hold everywhere are told once, at the top."""
    everywhere = {param.name for param in cli.params}
    yield "| option | meaning |"
    yield "|---|---|"
    for param in command.params:
        record = param.get_help_record(ctx)
        told = command is cli or param.name not in everywhere
        if record and told and isinstance(param, click.Option):
            yield f"| `{escaped(record[0])}` | {escaped(record[1])} |"


def escaped(text: str) -> str:
    """A text for a cell of a table."""
    return text.replace("|", "\\|")


def keys() -> Iterator[str]:
    """The keys of front matter."""
    yield "## Entries: `entries/YYYY/YYYY-MM-DD-slug.md`"
    yield ""
    yield from table(ENTRY)
    yield ""
    yield "## Goals: `goals/ID.md`"
    yield ""
    yield from table(GOAL)


def settings() -> Iterator[str]:
    """The keys of the settings."""
    yield "Nothing in the settings can make cpdlog run a program."
    yield ""
    yield from table(SETTINGS)


def table(given: Table) -> Iterator[str]:
    """The keys of one kind of file, those of inner mappings after their own."""
    yield "| key | value | meaning |"
    yield "|---|---|---|"
    yield from (row(field, field.key) for field in given.fields)
    for field in given.fields:
        yield from (row(inner, f"{field.key}: {inner.key}") for inner in field.inner)


def row(field: Field, name: str) -> str:
    """One key."""
    required = ", required" if field.required else ""
    return f"| `{name}` | {field.form}{required} | {field.meaning} |"


def exit_codes() -> Iterator[str]:
    """How the program ends."""
    yield "| code | when |"
    yield "|---|---|"
    yield from (f"| {code} | {meaning} |" for code, meaning in EXIT_CODES)


def stale() -> list[str]:
    """The pages that do not say what the code says."""
    return [
        name
        for name, text in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text() != text
    ]


def main() -> int:
    """Write the pages, or compare them."""
    if "--check" in sys.argv[1:]:
        for name in stale():
            sys.stderr.write(f"docs/reference/{name} is out of date: run docs/make_reference.py\n")
        return int(bool(stale()))
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
