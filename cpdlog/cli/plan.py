"""`cpdlog plan`: the Personal Development Plan as one document, and what changed in it."""

from datetime import date
from typing import TYPE_CHECKING

import click

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import NotFound
from cpdlog.progress.changed import PlanChanges
from cpdlog.progress.plan import changes, plan

if TYPE_CHECKING:
    from cpdlog.progress.plan import Change


@click.command(
    "plan",
    cls=Command,
    reads=True,
    examples=("cpdlog plan", "cpdlog plan --format markdown > pdp.md", "cpdlog plan --since -3mo"),
)
@click.option(
    "--since", type=params.PAST_DAY, metavar="DATE", help="Only what changed since, from git."
)
@click.pass_obj
def show_plan(app: App, /, *, since: date | None) -> None:
    """Show the whole Personal Development Plan as one document.

    With --since, the goals that were added, reached or dropped, and dates that moved.
    """
    if since:
        app.show(PlanChanges(since, app.as_of, changed(app, since)))
    else:
        app.show(plan(app.record, app.as_of, app.programme_items(), bodies=bodies(app)))


def bodies(app: App) -> dict[str, str]:
    """What the goals' files say below their front matter, by id."""
    return {goal.id: app.journal.document(goal.path).body for goal in app.record.goals}


def changed(app: App, since: date) -> "tuple[Change, ...]":
    """What changed in the plan since a day.

    Raises:
        NotFound: Nobody knows what the plan said then.
    """
    from cpdlog.cli.undo import repository_of
    from cpdlog.store import past_plan

    before = past_plan.record(repository_of(app), since, app.record)
    if before is None:
        raise NotFound(
            f"Git knows nothing of the plan as of {since}; the journal began later.",
            "Ask for a later day; git log shows the first.",
        )
    return changes(before, since, app.record, app.as_of, app.programme_items())
