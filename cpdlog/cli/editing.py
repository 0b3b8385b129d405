"""A file of the journal in the user's editor, until it can be read or the user leaves it so."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import editor

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.problem import Problem


def program(app: "App") -> list[str]:
    """The editor, found before anybody is asked to write.

    Raises:
        UsageFault: There is none, or no terminal for it.
    """
    editor.require_terminal()
    return editor.command(app.environ)


def open_until_whole(app: "App", words: list[str], path: str) -> bool:
    """Open a file in the editor; whether it says something else afterwards.

    The editor writes the file of the journal itself. What it saves is therefore saved, whatever
    becomes of this program.
    """
    from cpdlog.store.meaning import read

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
