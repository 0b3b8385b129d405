"""The command tree: groups that import a command when it is called, options that hold everywhere.

Twenty commands imported at once cost every start five milliseconds, so a group knows its commands
by name and first line of help alone.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cpdlog.cli.everywhere import asks_help, everywhere, reading

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Lazy(NamedTuple):
    """A command that is not imported yet.

    Attributes:
        place: Its module below `cpdlog.cli`, and its name there: `new:new`.
        help: The first line of its help.
    """

    place: str
    help: str


class Command(click.Command):
    """A command with the options that hold everywhere, and examples below its help.

    Args:
        examples: Lines to type, without prompt.
        reads: Whether it answers in the formats that reading commands have.
    """

    def __init__(
        self, *args: Any, examples: Sequence[str] = (), reads: bool = False, **named: Any
    ) -> None:
        super().__init__(*args, **named)
        self.examples = tuple(examples)
        self.params += [*(reading() if reads else ()), *everywhere()]

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """The option that asks for help."""
        return asks_help()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they are typed."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for line in self.examples:
                    formatter.write(f"  {line}\n")


class Group(click.Group):
    """A group whose commands are imported when they are called.

    Args:
        table: Its commands by name, in the order in which help shows them.
        aliases: Other names of commands.
    """

    def __init__(
        self,
        *args: Any,
        table: Mapping[str, "Lazy | click.Command"],
        aliases: Mapping[str, str] | None = None,
        **named: Any,
    ) -> None:
        super().__init__(*args, **named)
        self.table = table
        self.aliases = aliases or {}
        self.params += [*reading(), *everywhere()]

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """The option that asks for help."""
        return asks_help()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name or alias, imported now."""
        found = self.table.get(self.aliases.get(cmd_name, cmd_name))
        return loaded(found) if isinstance(found, Lazy) else found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; a slip is told with the nearest names."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            if ctx.resilient_parsing:
                return None, None, []
            raise click.UsageError(no_such_command(args[0], list(self.table)), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names with their first lines of help, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, first_line(it)) for name, it in self.table.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Offer the names of commands, without importing any."""
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=first_line(it))
            for name, it in self.table.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)


def loaded(lazy: Lazy) -> click.Command:
    """Import a command."""
    module, _, name = lazy.place.partition(":")
    command: click.Command = getattr(import_module(f"cpdlog.cli.{module}"), name)
    return command


def first_line(command: Lazy | click.Command) -> str:
    """A command's help in one line."""
    return command.help if isinstance(command, Lazy) else command.get_short_help_str(limit=80)


def no_such_command(typed: str, names: list[str]) -> str:
    """What to say of a command that there is not."""
    from cpdlog.cli.meant import meant
    from cpdlog.model.nearest import did_you_mean

    hint = meant(typed, names) or did_you_mean(typed, names)
    return f"There is no command '{typed}'. {hint}".rstrip()
