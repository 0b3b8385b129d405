"""`cpdlog report` and its sections, and what bare `cpdlog` shows."""

from typing import Any

import click

from cpdlog.cli import complete, sections
from cpdlog.cli.app import App
from cpdlog.cli.options import PERIOD
from cpdlog.cli.sections import SECTIONS, Asked
from cpdlog.cli.tree import Command


@click.command(
    cls=Command,
    reads=True,
    examples=(
        "cpdlog report",
        "cpdlog report hours --by role --per quarter",
        "cpdlog report weeks --period 2026-Q4",
        "cpdlog report criteria --by-tag cilip:criterion",
        "cpdlog report --fail-if late",
    ),
)
@click.argument("section", default="overview", type=click.Choice(list(SECTIONS)))
@PERIOD
@click.option("--by", type=click.Choice(sections.KEYS), help="What hours are told apart by; type.")
@click.option("--per", type=click.Choice(sections.PARTS), help="What hours are cut into; year.")
@click.option(
    "--by-tag",
    "prefix",
    metavar="PREFIX",
    shell_complete=complete.tags,
    help="Evidence for the tags that begin so: cilip:criterion.",
)
@click.option(
    "--fail-if",
    "limits",
    multiple=True,
    type=click.Choice(sections.LIMITS),
    help="Exit code 7 if a goal is so; may be repeated.",
)
@click.pass_obj
def report(app: App, /, *, section: str, limits: tuple[str, ...], **asked: Any) -> None:
    """Report progress against the goals.

    SECTION is overview, goals, hours, weeks, calendar, criteria, gaps or timeline. Hours and
    entries are told of the CPD year unless a period is given, weeks and days of the last 53
    weeks; goals count from their own start.
    """
    app.show(sections.answer(app, section, Asked(**asked)))
    sections.check_limits(app, limits)


def show_status(app: App) -> None:
    """Show the overview of the CPD year, as bare `cpdlog` does in a journal."""
    app.show(sections.answer(app, "overview", Asked()))
