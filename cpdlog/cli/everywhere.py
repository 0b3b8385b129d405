"""Options that hold for every command, before and after its name."""

from functools import cache
from typing import Any

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.params import PAST_DAY

FORMATS = ("table", "plain", "json", "csv", "markdown")


@cache
def everywhere() -> tuple[click.Parameter, ...]:
    """`--journal`, `--as-of` and their like, which every command and group has."""
    return (
        noted(
            ["--journal", "-j"],
            "The journal's folder.",
            # No click.Path: it loads the translations of its own name at every start.
            metavar="DIRECTORY",
            shell_complete=complete.folders,
        ),
        noted(["--as-of"], "Answer as on that day.", type=PAST_DAY, metavar="DATE"),
        noted(["--plain"], "Sentences instead of tables and charts.", is_flag=True),
        noted(["--no-cache"], "Read every file anew.", is_flag=True),
        noted(["--no-pager"], "Do not page long output.", is_flag=True),
    )


@cache
def reading() -> tuple[click.Parameter, ...]:
    """How an answer is written."""
    return (
        noted(["--json"], "Write JSON; the same as --format json.", is_flag=True),
        noted(["--format"], "How the answer is written.", type=click.Choice(FORMATS)),
    )


@cache
def asks_help() -> click.Option:
    """`--help`; click's own is made anew for each command, with translations that take a while."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help="Show this message and exit.",
        callback=show_help,
    )


def show_help(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    """Print the help of a command, and end."""
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def noted(names: list[str], text: str, **settings: Any) -> click.Option:
    """An option whose value goes to the App, if it is given at all."""
    return click.Option(
        names, help=text, expose_value=False, is_eager=True, callback=note, **settings
    )


def note(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Tell the App what was given; the later of two places wins."""
    if value and param.name:
        ctx.ensure_object(App).given[param.name] = value
