"""`cpdlog requirement list`, `show`, `diff` and `check`."""

import os
from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.requirement import standing
from cpdlog.cli.requirement.named import REQUIREMENT
from cpdlog.cli.tree import Command
from cpdlog.errors import JournalFaulty, NotFound

if TYPE_CHECKING:
    from cpdlog.model.requirement.definition import Definition

ONE = click.argument("rules", type=REQUIREMENT, shell_complete=complete.requirements, metavar="ID")


@click.command(
    "list",
    cls=Command,
    reads=True,
    examples=("cpdlog requirement list", "cpdlog requirement list --country GB"),
)
@click.option("--country", metavar="CODE", help="Only of that country: GB, AU, INT.")
@click.option("--used", is_flag=True, help="Only those in use.")
@click.pass_obj
def list_rules(app: App, /, *, country: str | None, used: bool) -> None:
    """List bodies' rules: those that come with cpdlog, and the journal's own."""
    from cpdlog.progress.requirement_list import requirement_list

    shelf = app.library.requirements
    in_use = standing.names(app)
    found = [
        it
        for it in shelf.every().values()
        if (not country or it.country == country.upper()) and (not used or it.id in in_use)
    ]
    app.show(requirement_list(found, in_use, app.as_of, shelf.here.problems))


@click.command(cls=Command, reads=True, examples=("cpdlog requirement show nmc-revalidation",))
@ONE
@click.pass_obj
def show(app: App, /, *, rules: "Definition") -> None:
    """Show what a body asks for, from where that is known, and what is left to judge."""
    from cpdlog.progress.requirement_list import RequirementView

    own = rules.id in app.library.requirements.own
    app.show(RequirementView(app.as_of, rules, standing.use(app, rules.id), own))


@click.command(cls=Command, reads=True, examples=("cpdlog requirement diff cilip-revalidation",))
@ONE
@click.pass_obj
def diff(app: App, /, *, rules: "Definition") -> None:
    """Compare the journal's copy of rules with those that come with cpdlog."""
    from cpdlog.progress.requirement_list import requirement_diff

    packaged = app.library.requirements.original(rules.id)
    if packaged is None:
        raise NotFound(f"No rules '{rules.id}' come with cpdlog, to compare the journal's with.")
    app.show(requirement_diff(rules, packaged))


@click.command(
    cls=Command, reads=True, examples=("cpdlog requirement check requirements/my-body.yaml",)
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.pass_context
def check(ctx: click.Context, /, *, file: str) -> None:
    """Look for faults in a file of rules, for its author.

    docs/requirement-schema.md says what every key means. Exit code 3 where the file cannot be
    used.
    """
    from cpdlog.model.requirement.reading import check_definition
    from cpdlog.progress.faults import Faults
    from cpdlog.store.kinds import read_yaml_file

    app = ctx.ensure_object(App)
    folder, name = os.path.split(os.path.join(app.here(), file))
    read, problems = read_yaml_file(folder, name)
    if read:
        problems += check_definition(read[1], name)
    found = Faults(1, tuple(it._replace(path=file) for it in problems))
    app.show(found)
    if found.errors:
        ctx.exit(JournalFaulty.exit_code)
