"""`cpdlog remove`: takes an entry out of the journal."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, params, words
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import Declined

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry


@click.command(cls=Command, examples=("cpdlog remove 2026-11-23-stride --yes",))
@click.argument("entry", type=params.ENTRY, metavar="REF", shell_complete=complete.entries)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def remove(app: App, /, *, entry: "Entry", yes: bool) -> None:
    """Remove an entry; it can be brought back.

    `cpdlog restore` brings it back at any time, `cpdlog undo` if it was the last change.
    """
    if not words.confirmed(app, f"Remove '{entry.title}' ({entry.path})?", yes=yes):
        raise Declined("Nothing was removed.")
    take_away(app, entry.path)
    app.tell(f"removed {entry.path}  bring it back: cpdlog restore {entry.id}")


def take_away(app: App, path: str) -> None:
    """Remove a file; what it said is kept first, because git may not have its last words."""
    from cpdlog.store import removed

    removed.keep(app.bin, app.root, path, app.journal.content(path))
    app.journal.remove(path)
    app.commit(f"remove: {path}", path)
