"""`cpdlog edit`, `set` and `rename`: an entry in the editor, key by key, or under another title."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import changing, complete, editing, params, words
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.text.slug import slug

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry

ONE = click.argument("entry", type=params.ENTRY, metavar="REF", shell_complete=complete.entries)


@click.command(cls=Command, examples=("cpdlog edit @1",))
@click.argument("path", type=params.ENTRY_FILE, metavar="REF", shell_complete=complete.entries)
@click.pass_obj
def edit(app: App, /, *, path: str) -> None:
    """Open an entry in the editor, also one that cannot be read.

    The editor is $VISUAL or $EDITOR. What it saves is saved, and read again afterwards.
    """
    editing.edit(app, path)


@click.command(
    "set",
    cls=Command,
    examples=(
        "cpdlog set @1 hours=2 goals+=chartership tags-=draft",
        "cpdlog set stride 'outcome=I can draw a data flow diagram'",
        "cpdlog set stride outcome=",
    ),
)
@ONE
@click.argument("changes", type=changing.CHANGE, metavar="KEY=VALUE...", nargs=-1, required=True)
@click.pass_obj
def set_keys(app: App, /, *, entry: "Entry", changes: tuple[changing.Change, ...]) -> None:
    """Change keys of an entry, and nothing else in its file.

    KEY=VALUE sets, KEY+=ITEM and KEY-=ITEM add to and take from a list, KEY= removes. A new date
    gives the file the name that goes with it.
    """
    before = app.journal.content(entry.path)
    stem = changing.stem_after(app, entry, changes)
    path = app.journal.rename(entry.path, stem, *changing.edits(app, entry.path, changes))
    if path == entry.path and app.journal.content(path) == before:
        app.tell("Nothing was changed.")
        return
    saved(
        app,
        path,
        f"set {changing.keys(changes)}: {entry.title}",
        goals=changing.goals_touched(entry, changes),
        also=entry.path,
    )


@click.command(cls=Command, examples=('cpdlog rename @1 "STRIDE workshop, second day"',))
@ONE
@click.argument("title")
@click.pass_obj
def rename(app: App, /, *, entry: "Entry", title: str) -> None:
    """Give an entry another title and file name."""
    title = words.titled(app, title, "cpdlog rename REF TITLE")
    stem = f"{entry.day.isoformat()}-{slug(title)}"
    path = app.journal.rename(entry.path, stem, changing.key_set(entry.path, "title", title))
    saved(app, path, f"rename: {title}", also=entry.path)
