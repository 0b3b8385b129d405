"""`cpdlog goal list`, `show` and `check`: the plan and how far it has come."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal


@click.command("list", cls=Command, reads=True, examples=("cpdlog goal list --all",))
@click.option("--all", "every", is_flag=True, help="Also goals that are met, done or dropped.")
@click.pass_obj
def list_goals(app: App, /, *, every: bool) -> None:
    """List the open goals and where they stand."""
    from cpdlog.progress.goal_list import goal_list

    app.show(goal_list(app.record, app.as_of, app.programme_items(), every=every))


@click.command(cls=Command, reads=True, examples=("cpdlog goal show chartership",))
@click.argument("goal", type=params.GOAL, metavar="GOAL", shell_complete=complete.goals)
@click.pass_obj
def show(app: App, /, *, goal: "Goal") -> None:
    """Show one goal with its actions and evidence.

    GOAL is its id or a part of it.
    """
    from cpdlog.progress.goal_list import GoalView
    from cpdlog.progress.series import goal_detail

    detail = goal_detail(goal, app.record, app.as_of, app.programme_items())
    app.show(GoalView(app.as_of, detail, app.journal.document(goal.path).body))


@click.command(cls=Command, reads=True, examples=("cpdlog goal check",))
@click.pass_obj
def check(app: App, /) -> None:
    """Say what makes goals hard to measure.

    Advice, and nothing that has to be followed; the exit code is 0.
    """
    from cpdlog.progress.goal_list import goal_advice

    app.show(goal_advice(app.record, app.as_of, app.programme_items()))
