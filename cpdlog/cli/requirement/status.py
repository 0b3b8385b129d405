"""`cpdlog requirement status`: where the member stands."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.requirement import standing
from cpdlog.cli.requirement.named import REQUIREMENT
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.requirement.definition import Definition


@click.command(
    "status",
    cls=Command,
    reads=True,
    examples=(
        "cpdlog requirement status",
        "cpdlog requirement status cilip-revalidation",
        "cpdlog requirement status nmc --as-of 2027-03-31",
    ),
)
@click.argument(
    "rules", type=REQUIREMENT, required=False, shell_complete=complete.requirements, metavar="ID"
)
@click.pass_obj
def status(app: App, /, *, rules: "Definition | None") -> None:
    """Show where you stand with bodies' rules, what is missing and by when.

    Without ID it is told of all that are in use. ID may also be one that is not.
    """
    app.show(standing.standing(app, rules) if rules else standing.standings(app))
