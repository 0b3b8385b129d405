"""`cpdlog next`: what to do next, as one ranked list."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli.app import App
from cpdlog.cli.others import others
from cpdlog.cli.tree import Command
from cpdlog.progress.agenda import Agenda, agenda
from cpdlog.progress.goals import goal_reports

if TYPE_CHECKING:
    from cpdlog.progress.agenda import Item


@click.command(
    "next",
    cls=Command,
    reads=True,
    examples=("cpdlog next --limit 5", "PS1='$(cpdlog next --quiet) $ '"),
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.option("--quiet", "-q", is_flag=True, help="One short line, for a shell prompt.")
@click.pass_obj
def what_next(app: App, /, *, limit: int | None, quiet: bool) -> None:
    """Say what to do next, the most urgent first.

    Action points and follow-ups by due date, goals that are late or behind, the inbox, and goals
    that nobody has looked at. The exit code is always 0.
    """
    found = items(app)
    if quiet:
        from cpdlog.render.agenda import brief

        click.echo(brief(found, app.as_of), nl=bool(found))
    else:
        app.show(Agenda(app.as_of, found[:limit]))


def items(app: App) -> "tuple[Item, ...]":
    """Everything there is to do."""
    reports = goal_reports(app.record, app.as_of, app.programme_items())
    return agenda(app.record, reports, app.as_of, others(app))
