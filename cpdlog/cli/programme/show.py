"""`cpdlog programme list`, `show` and `status`."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.programme import following
from cpdlog.cli.programme.named import PROGRAMME
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.programme import Programme


@click.command("list", cls=Command, reads=True, examples=("cpdlog programme list",))
@click.pass_obj
def list_programmes(app: App, /) -> None:
    """List programmes: those that are begun, and those that come with cpdlog."""
    from cpdlog.progress.programme_list import programme_list

    shelf = app.library.programmes
    entries = app.record.entries if app.has_journal else ()
    app.show(programme_list(shelf.every().values(), entries, app.as_of, shelf.here.problems))


@click.command(cls=Command, reads=True, examples=("cpdlog programme show cpd23-2011",))
@click.argument("programme", type=PROGRAMME, shell_complete=complete.programmes, metavar="ID")
@click.pass_obj
def show(app: App, /, *, programme: "Programme") -> None:
    """Show a programme's items, with what to do and what to reflect on."""
    from cpdlog.progress.programme_list import ProgrammeView

    app.show(ProgrammeView(app.as_of, programme))


@click.command(
    cls=Command,
    reads=True,
    examples=("cpdlog programme status", "cpdlog programme status cpd23-2011 --json"),
)
@click.argument(
    "programme", type=PROGRAMME, required=False, shell_complete=complete.programmes, metavar="ID"
)
@click.pass_obj
def status(app: App, /, *, programme: "Programme | None") -> None:
    """Show where programmes stand: what is next, and what there is to catch up on.

    Without ID it is told of all that are begun.
    """
    if programme is None:
        app.show(following.answer(app))
        return
    from cpdlog.progress.programme import status
    from cpdlog.progress.programme_list import Followed

    app.show(Followed(app.as_of, (status(programme, app.record.entries, app.as_of),)))
