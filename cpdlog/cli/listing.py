"""`cpdlog list`: the entries there are."""

from typing import Any

import click

from cpdlog.cli.app import App
from cpdlog.cli.filters import query
from cpdlog.cli.options import narrowed
from cpdlog.cli.tree import Command
from cpdlog.progress.listing import listed


@click.command(
    "list",
    cls=Command,
    reads=True,
    examples=(
        "cpdlog list --period last-month",
        "cpdlog list --goal chartership --inbox",
        "cpdlog list --json | jq '.entries[].title'",
    ),
)
@narrowed
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.pass_obj
def list_entries(app: App, /, *, limit: int | None, **asked: Any) -> None:
    """List entries, newest first."""
    found = listed(app.record, query(app, **asked), app.as_of, limit)
    app.show(found)
    if not found.entries:
        app.tell("No entries match.")
    app.tell_faults()
