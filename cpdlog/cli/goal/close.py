"""`cpdlog goal action`, `review`, `done` and `drop`: what becomes of a goal."""

from datetime import date
from typing import TYPE_CHECKING

import click

from cpdlog.cli import changing, complete, params, words
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.text import edit_body

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal

ONE = click.argument("goal", type=params.GOAL, metavar="GOAL", shell_complete=complete.goals)
ON = click.option("--on", type=params.PAST_DAY, metavar="DATE", help="The day; today.")


@click.command(cls=Command, examples=("cpdlog goal action chartership 'Draft the CV' --due eom",))
@ONE
@click.argument("text")
@click.option("--due", type=params.FUTURE_DAY, metavar="DATE", help="When it is to be done.")
@click.pass_obj
def action(app: App, /, *, goal: "Goal", text: str, due: date | None) -> None:
    """Add an action point to a goal."""
    task = f"{text} (due {due.isoformat()})" if due else text
    app.journal.change(goal.path, lambda data: edit_body.add_task(data, goal.path, task))
    handle = f"{goal.id}.{len(goal.actions) + 1}"
    saved(app, goal.path, f"action: {text}", about=handle, goals=[goal.id])


@click.command(
    cls=Command, examples=("cpdlog goal review chartership -m 'On course' --by 'my mentor'",)
)
@ONE
@click.option("--message", "-m", "text", metavar="TEXT", help="What the look at it brought.")
@click.option("--by", default="me", show_default=True, metavar="WHO", help="Who said it.")
@click.pass_obj
def review(app: App, /, *, goal: "Goal", text: str | None, by: str) -> None:
    """Note what a look at a goal brought, with its day and who said it."""
    note = words.said(app, text, "Note", "cpdlog goal review GOAL -m TEXT")
    today = app.as_of.isoformat()
    app.journal.change(
        goal.path,
        lambda data: edit_body.append(data, goal.path, "Reviews", f"- {today}, {by}: {note}"),
        changing.key_set(goal.path, "reviewed", today),
    )
    saved(app, goal.path, f"review: {goal.title}", goals=[goal.id])


@click.command(cls=Command, examples=("cpdlog goal done visits",))
@ONE
@ON
@click.option("--outcome", metavar="TEXT", help="The learning outcome that was reached.")
@click.pass_obj
def done(app: App, /, *, goal: "Goal", on: date | None, outcome: str | None) -> None:
    """Close a goal that is reached."""
    day = (on or app.as_of).isoformat()
    edits = [changing.key_set(goal.path, "done", day)]
    if outcome:
        edits.append(changing.key_set(goal.path, "outcome", outcome))
    app.journal.change(goal.path, *edits)
    saved(app, goal.path, f"done: {goal.title}", goals=[goal.id])


@click.command(cls=Command, examples=("cpdlog goal drop visits --reason 'The post has gone'",))
@ONE
@ON
@click.option("--reason", metavar="TEXT", help="Why it is given up.")
@click.pass_obj
def drop(app: App, /, *, goal: "Goal", on: date | None, reason: str | None) -> None:
    """Close a goal that is given up, with the reason."""
    why = words.said(app, reason, "Reason", "cpdlog goal drop GOAL --reason TEXT")
    day = (on or app.as_of).isoformat()
    app.journal.change(
        goal.path,
        changing.key_set(goal.path, "dropped", day),
        changing.key_set(goal.path, "reason", why),
    )
    saved(app, goal.path, f"drop: {goal.title}", goals=[goal.id])
