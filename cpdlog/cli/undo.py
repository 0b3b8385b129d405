"""`cpdlog undo` and `restore`: nothing is ever lost."""

import os
from typing import TYPE_CHECKING

import click

from cpdlog.cli import words
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import Declined, NotFound
from cpdlog.progress.past import Diffs, Past, PastChange

if TYPE_CHECKING:
    from cpdlog.store.git.repository import Repository
    from cpdlog.store.git.undo import Undoing

SHOWN = 20


@click.command(cls=Command, reads=True, examples=("cpdlog undo", "cpdlog undo --list"))
@click.option("--list", "lists", is_flag=True, help="List what could be taken back.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def undo(app: App, /, *, lists: bool, yes: bool) -> None:
    """Take back the last change that cpdlog committed, by a new commit.

    Shows what it would do, and asks. An undo is a change too: a second one redoes. With --json or
    --format it says which change it took back, and the lines that came of it.
    """
    from cpdlog.store.git import undo as back

    repository = repository_of(app)
    found = back.changes(repository, SHOWN)
    if lists:
        app.show(Past("this journal", tuple(PastChange(*it[:4]) for it in found)))
        return
    if not found:
        raise NotFound("There is no change of cpdlog's to take back.", "See: git log")
    undoing = back.preview(repository, found[0])
    app.tell(undoing.diff.rstrip("\n"))
    if not words.confirmed(app, f"Take back '{found[0].subject}'?", yes=yes):
        raise Declined("Nothing was taken back.")
    repository.must_be_free()  # so that nothing is kept for an undo that cannot be done
    gone = kept(app, undoing)
    app.tell_outcome(back.apply(repository, undoing))
    app.tell(f"taken back: {found[0].subject}")
    tell_removed(app, gone)
    if app.given.get("json") or app.given.get("format"):
        app.show(Diffs(Past("this journal", (PastChange(*found[0][:4]),)), (undoing.diff,)))


def kept(app: App, undoing: "Undoing") -> list[str]:
    """Keep the files that an undo is about to remove, as `cpdlog remove` does; their paths."""
    from cpdlog.store import removed

    gone = [(it.path, it.now) for it in undoing.steps if it.then is None and it.now is not None]
    for path, data in gone:
        removed.keep(app.bin, app.root, path, data)
    return [path for path, _ in gone]


def tell_removed(app: App, paths: list[str]) -> None:
    """Tell how files that an undo removed come back."""
    if len(paths) == 1:
        name = os.path.splitext(os.path.basename(paths[0]))[0]
        app.tell(f"removed {paths[0]}  bring it back: cpdlog restore {name}")
    elif paths:
        app.tell(f"removed {len(paths)} files  list them: cpdlog restore")


def repository_of(app: App) -> "Repository":
    """The repository of the journal, also where the settings ask for no commits.

    Raises:
        NotFound: There is none.
    """
    from cpdlog.store.git import repository

    found = repository.find(app.root, app.environ)
    if found is None:
        raise NotFound(
            "This journal is in no git repository, so its changes are not kept.",
            "Make it one: git init, and commit what is there.",
        )
    return found


@click.command(
    cls=Command,
    examples=("cpdlog restore", "cpdlog restore law-library"),
)
@click.argument("path", required=False)
@click.pass_obj
def restore(app: App, /, *, path: str | None) -> None:
    """Bring back an entry that was removed.

    PATH may be a part of it; the latest that fits is meant. Without it, lists what was removed.
    """
    from cpdlog.store import removed

    found = removed.kept(app.bin, app.root)
    if path is None:
        for it in found:
            click.echo(it.path)
        return
    wanted = next((it for it in found if path in it.path), None)
    if wanted is None:
        raise NotFound(f"No file '{path}' was removed from here.", "See: cpdlog restore")
    path = wanted.path
    removed.restore(app.bin, app.root, wanted)
    app.tell(f"restored {path}")
    app.commit(f"restore: {path}", path, new=[path])
