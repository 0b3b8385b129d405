"""`cpdlog goal add`: a goal of the plan."""

from datetime import date
from typing import Any

import click

from cpdlog.cli import complete, params, words
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.text.newgoal import NewGoal, goal_text
from cpdlog.text.slug import slug


@click.command(
    cls=Command,
    examples=(
        'cpdlog goal add "Visit five libraries" --id visits --target "5 visits" --due eoy',
        "cpdlog goal add Chartership --due 2027-06-30 --action 'Find a mentor' --action Enrol",
    ),
)
@click.argument("title", required=False)
@click.option("--id", "name", type=params.NEW_ID, metavar="ID", help="A short name to type.")
@click.option("--due", type=params.FUTURE_DAY, metavar="DATE", help="When it is to be reached.")
@click.option("--start", type=params.PAST_DAY, metavar="DATE", help="When it begins; today.")
@click.option(
    "--target", type=params.TARGET, default="", metavar="AMOUNT", help="20 hours, 6 entries."
)
@click.option("--area", default="", metavar="WORD", help="job, career, future, or your own.")
@click.option(
    "--role",
    "-r",
    default="",
    type=params.ROLE,
    metavar="ROLE",
    shell_complete=complete.roles,
    help="The job it belongs to.",
)
@click.option("--outcome", default="", metavar="TEXT", help="The learning outcome sought.")
@click.option("--measure", default="", metavar="TEXT", help="How you will know, in words.")
@click.option(
    "--programme",
    default="",
    type=params.PROGRAMME,
    metavar="ID",
    shell_complete=complete.programmes,
    help="Progress is that programme's items.",
)
@click.option("--tag", "-t", "tags", multiple=True, metavar="TAG", help="May be repeated.")
@click.option(
    "--action", "actions", multiple=True, metavar="TEXT", help="An action point; may be repeated."
)
@click.pass_obj
def add(
    app: App,
    /,
    *,
    title: str | None,
    name: str | None,
    start: date | None,
    actions: tuple[str, ...],
    **said: Any,
) -> None:
    """Add a goal to the plan.

    Says what is not yet measurable or time-limited.
    """
    title = words.titled(app, title, "cpdlog goal add TITLE")
    body = "".join(f"- [ ] {action}\n" for action in actions)
    goal = NewGoal(title, start or app.as_of, body=body, **said)
    path = app.journal.add_goal(name or slug(title), goal_text(goal), numbered=name is None)
    saved(app, path, f"goal: {title}", new=[path])
    advise(app, path)
    if not app.interactive:
        click.echo(path)


def advise(app: App, path: str) -> None:
    """Tell what would make a new goal easier to measure, and what to type."""
    from cpdlog.progress.advice import on_goal
    from cpdlog.render.advice import step

    record = app.journal.record()
    for goal in record.goals:
        if goal.path == path:
            for finding in on_goal(goal, record.settings, app.as_of):
                why, command = step(finding, app.as_of)
                app.tell(f"{why}\n    {command}")
