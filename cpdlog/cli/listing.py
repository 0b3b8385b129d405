"""`cpdlog list`: the entries there are."""

from typing import TYPE_CHECKING, Any

import click

from cpdlog.cli.app import App
from cpdlog.cli.filters import query, refuse_unknown
from cpdlog.cli.options import narrowed
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.record import Record


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
    if not found.entries:
        app.tell("No entries match.")
    tell_faults(app, record)


def tell_faults(app: App, record: "Record") -> None:
    """Tell how many files could not be read, where there are such."""
    faulty = {it.path for it in record.problems if it.severity == "error"}
    if faulty:
        number = f"{len(faulty)} file" if len(faulty) == 1 else f"{len(faulty)} files"
        app.tell(f"{number} could not be read: cpdlog check")
