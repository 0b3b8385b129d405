"""`cpdlog goal edit`, `set` and `rename`."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import changing, complete, editing, params
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal

ONE = click.argument("goal", type=params.GOAL, metavar="GOAL", shell_complete=complete.goals)


@click.command(cls=Command, examples=("cpdlog goal edit chartership",))
@click.argument("path", type=params.GOAL_FILE, metavar="GOAL", shell_complete=complete.goals)
@click.pass_obj
def edit(app: App, /, *, path: str) -> None:
    """Open a goal in the editor, also one that cannot be read."""
    editing.edit(app, path)


@click.command(
    "set",
    cls=Command,
    examples=(
        "cpdlog goal set visits due=2027-03-31 'target=6 visits'",
        "cpdlog goal set visits tags+=law",
    ),
)
@ONE
@click.argument("changes", type=changing.CHANGE, metavar="KEY=VALUE...", nargs=-1, required=True)
@click.pass_obj
def set_keys(app: App, /, *, goal: "Goal", changes: tuple[changing.Change, ...]) -> None:
    """Change keys of a goal, and nothing else in its file."""
    before = app.journal.content(goal.path)
    app.journal.change(goal.path, *changing.edits(app, goal.path, changes))
    if app.journal.content(goal.path) == before:
        app.tell("Nothing was changed.")
        return
    saved(app, goal.path, f"set {changing.keys(changes)}: {goal.title}", goals=[goal.id])


@click.command(cls=Command, examples=("cpdlog goal rename visits law-visits",))
@ONE
@click.argument("name", type=params.NEW_ID, metavar="ID")
@click.pass_obj
def rename(app: App, /, *, goal: "Goal", name: str) -> None:
    """Give a goal another id; the entries that serve it follow.

    The entries go first. Where it is stopped half-way, the same command goes on.
    """
    serving = [it.path for it in app.record.entries if it.amount_for(goal.id) is not None]
    app.journal.refuse_taken(goal.path, name)
    for path in serving:
        app.journal.change(path, changing.goal_renamed(path, goal.id, name))
    path = app.journal.rename(goal.path, name)
    app.tell(f"saved {path}  entries that follow: {len(serving)}")
    app.commit(f"rename goal: {goal.id} is {name}", path, goal.path, *serving)
