"""`cpdlog list`: the entries there are."""

from typing import Any

import click

from cpdlog.cli.app import App
from cpdlog.cli.filters import query, refuse_unknown, tell_rest
from cpdlog.cli.options import narrowed
from cpdlog.cli.tree import Command


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
    from cpdlog.progress.listing import Listing

    wanted = query(app, **asked)
    listing = Listing(wanted, app.as_of, limit)
    record = app.look_through(listing.add)
    found = listing.listed(record.problems)
    if not found.entries:
        refuse_unknown(app, wanted)
    app.show(found)
    tell_rest(app, len(found.entries), record.problems)
