"""`cpdlog report`, and what bare `cpdlog` shows."""

from collections.abc import Callable
from typing import Any

import click

from cpdlog.cli.app import App
from cpdlog.cli.options import PERIOD
from cpdlog.cli.tree import Command
from cpdlog.model.period import Period
from cpdlog.progress.overview import Overview, overview


@click.command(
    cls=Command,
    reads=True,
    examples=(
        "cpdlog report",
        "cpdlog report goals",
        "cpdlog report --period 2026-Q4 --json",
    ),
)
@click.argument("section", default="overview", type=click.Choice(["overview", "goals"]))
@PERIOD
@click.pass_obj
def report(app: App, /, *, section: str, period: Period | None) -> None:
    """Report progress against the goals.

    Hours and entries are told of the CPD year unless a period is given; goals count from their
    own start.
    """
    app.show(SECTIONS[section](app, period or app.year))


def whole(app: App, period: Period) -> Overview[Any]:
    """The overview."""
    return overview(app.record, app.as_of, period)


def show_status(app: App) -> None:
    """Show the overview of the CPD year, as bare `cpdlog` does in a journal."""
    app.show(whole(app, app.year))


SECTIONS: dict[str, Callable[[App, Period], object]] = {"overview": whole, "goals": whole}
