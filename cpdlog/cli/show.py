"""`cpdlog show`: one entry."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.progress.listing import EntryView

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry


@click.command(cls=Command, reads=True, examples=("cpdlog show @1", "cpdlog show law-library"))
@click.argument("entry", type=params.ENTRY, metavar="REF", shell_complete=complete.entries)
@click.pass_obj
def show(app: App, /, *, entry: "Entry") -> None:
    """Show one entry.

    REF is its id or a part of it, @1 for the latest, or a day that has one entry.
    """
    app.show(EntryView(app.as_of, entry, app.journal.document(entry.path).body))
