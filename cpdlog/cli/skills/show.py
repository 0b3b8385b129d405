"""`cpdlog skills show`, `diff` and `gaps`."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.framework.named import FRAMEWORK, usual
from cpdlog.cli.tree import Command
from cpdlog.errors import NotFound
from cpdlog.progress.ratings import Skills, SkillsGaps, before, skills, skills_diff

if TYPE_CHECKING:
    from cpdlog.model.skills import Framework

Decorator = Callable[[Any], Any]

FRAMEWORK_OPTION: Decorator = click.option(
    "--framework",
    "-f",
    type=FRAMEWORK,
    metavar="ID",
    shell_complete=complete.frameworks,
    help="By which framework; the one that was rated by last.",
)
ROLE_OPTION: Decorator = click.option(
    "--role",
    "-r",
    default="",
    metavar="ROLE",
    shell_complete=complete.roles,
    help="The job: one that you have, or one that you want.",
)


def asked(app: App, framework: "Framework | None", role: str) -> Skills:
    """The ratings that are asked for."""
    found = app.library.ratings.found.values()
    return skills(framework or usual(app), found, app.as_of, role)


@click.command(
    cls=Command, reads=True, examples=("cpdlog skills show", "cpdlog skills show --role law")
)
@FRAMEWORK_OPTION
@ROLE_OPTION
@click.pass_obj
def show(app: App, /, *, framework: "Framework | None", role: str) -> None:
    """Show your latest ratings, with what a job asks for."""
    app.show(asked(app, framework, role))


@click.command(
    cls=Command,
    reads=True,
    examples=("cpdlog skills diff", "cpdlog skills diff --since 2026-01-01"),
)
@FRAMEWORK_OPTION
@ROLE_OPTION
@click.option(
    "--since", type=params.PAST_DAY, metavar="DATE", help="Against the ratings of that day."
)
@click.pass_obj
def diff(app: App, /, *, framework: "Framework | None", role: str, since: date | None) -> None:
    """Show which ratings changed, from one snapshot to the latest."""
    now = asked(app, framework, role)
    found = app.library.ratings.found.values()
    earlier = (
        skills(now.framework, found, since, role).ratings if since else before(found, now.ratings)
    )
    if now.ratings is None or earlier is None or earlier == now.ratings:
        raise NotFound(
            f"There are no two snapshots by {now.framework.id} to compare.",
            "Rate yourself: cpdlog skills rate",
        )
    app.show(skills_diff(now.framework, earlier, now.ratings))


@click.command(cls=Command, reads=True, examples=("cpdlog skills gaps --role law-librarian",))
@FRAMEWORK_OPTION
@click.option(
    "--role", "-r", required=True, metavar="ROLE", shell_complete=complete.roles, help="The job."
)
@click.pass_obj
def gaps(app: App, /, *, framework: "Framework | None", role: str) -> None:
    """Show what a job asks for beyond your ratings, as goals to add."""
    found = asked(app, framework, role)
    if found.target is None:
        raise NotFound(
            f"Nobody has written down what '{role}' asks for.",
            f"Write it down: cpdlog skills rate --target --role {role} SECTION=RATING",
        )
    app.show(SkillsGaps(found))
