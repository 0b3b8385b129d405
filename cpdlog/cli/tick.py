"""`cpdlog tick`: an action point or follow-up is done."""

from datetime import date
from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.text import edit_body

if TYPE_CHECKING:
    from cpdlog.progress.reference import Handle


@click.command(
    cls=Command, examples=("cpdlog tick chartership.2", "cpdlog tick chartership.2 --on yesterday")
)
@click.argument("handle", type=params.HANDLE, metavar="HANDLE", shell_complete=complete.handles)
@click.option("--on", type=params.PAST_DAY, metavar="DATE", help="The day it was done; today.")
@click.option("--undo", is_flag=True, help="Take a tick back.")
@click.pass_obj
def tick(app: App, /, *, handle: "Handle", on: date | None, undo: bool) -> None:
    """Tick an action point or follow-up.

    HANDLE is the id of its goal or entry, a dot and its number, as `cpdlog next` prints it.
    """
    word = "untick" if undo else "tick"
    if handle.ticked is not undo:
        app.tell(f"already {word}ed: {handle.text}")
        return
    path, day = handle.path, None if undo else on or app.as_of
    app.journal.change(
        path, lambda data: edit_body.tick(data, path, handle.number, done=day, ticked=not undo)
    )
    saved(app, path, f"{word}: {handle.text}", about=f"{word}ed: {handle.text}", goals=handle.goals)
