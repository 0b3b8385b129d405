"""A file of the journal in the user's editor, until it can be read or the user leaves it so."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import editor
from cpdlog.cli.saving import saved
from cpdlog.model.goal import Goal
from cpdlog.store.layout import GOALS
from cpdlog.store.meaning import read

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.entry import Entry
    from cpdlog.model.problem import Problem


def edit(app: "App", path: str) -> None:
    """Open a file that is there, and tell and commit what became of it."""
    command = "cpdlog goal set" if path.startswith(GOALS) else "cpdlog set"
    file = app.journal.absolute(path)
    editor.require_terminal(f"Change keys: {command} REF KEY=VALUE. Or open the file: {file}")
    if open_until_whole(app, app.editor(), path):
        thing = read(app.journal.content(path), path)[0]
        saved(app, path, f"edit: {thing.title if thing else path}", goals=goals_of(thing))
    else:
        app.tell("Nothing was changed.")


def goals_of(thing: "Entry | Goal | None") -> list[str]:
    """The goals whose standing may be another now."""
    if thing is None:
        return []
    return [thing.id] if isinstance(thing, Goal) else [goal for goal, _ in thing.goals]


def open_until_whole(app: "App", words: list[str], path: str) -> bool:
    """Open a file in the editor; whether it says something else afterwards.

    The editor writes the file of the journal itself. What it saves is therefore saved, whatever
    becomes of this program.
    """
    before = app.journal.content(path)
    while True:
        editor.run(words, app.journal.absolute(path))
        after = app.journal.content(path)
        faults = [it for it in read(after, path)[1] if it.severity == "error"]
        if not faults or not wants_to_mend(app, faults):
            return after != before


def wants_to_mend(app: "App", faults: "list[Problem]") -> bool:
    """Tell what is wrong with the file, and ask whether to open it again."""
    for fault in faults:
        app.tell(str(fault))
    return click.confirm("Open it again?", default=True, err=True)
