"""`cpdlog init`: a new journal."""

import os
from typing import Any

import click

from cpdlog.cli import asking, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.cli.undo import repository_of
from cpdlog.store.config import note_default
from cpdlog.store.git.hook import install


@click.command(
    cls=Command,
    examples=(
        "cpdlog init ~/cpd --default",
        'cpdlog init --role "college=Learning-support librarian" --role "law=Law librarian"',
        "cpdlog init --year-starts 04-01 --requirement cilip-revalidation",
    ),
)
@click.argument("path", default=".", type=click.Path(file_okay=False))
@click.option("--name", metavar="TEXT", help="Whose journal it is.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=params.NEW_ROLE,
    metavar="ID=TITLE",
    help="A job; may be repeated.",
)
@click.option("--year-starts", type=params.YEAR_START, metavar="MM-DD", help="The CPD year.")
@click.option(
    "--requirement",
    "requirements",
    multiple=True,
    type=params.PACKAGED_REQUIREMENT,
    metavar="ID",
    help="A body's rules to take into use; may be repeated.",
)
@click.option("--no-git", is_flag=True, help="Make no git repository.")
@click.option("--hook", is_flag=True, help="Look for what may identify people before each commit.")
@click.option("--default", is_flag=True, help="Note it as the journal to use everywhere.")
@click.pass_obj
def init(app: App, /, *, path: str, no_git: bool, hook: bool, default: bool, **said: Any) -> None:
    """Make a journal.

    On a terminal it asks for what was not given. It never overwrites anything.
    """
    folder = os.path.abspath(os.path.expanduser(path))
    app.make_journal(folder, asking.new_journal(app, **said), git=not no_git)
    if asking.wants_hook(app, said=hook):
        app.tell(f"git looks at each commit first: {install(repository_of(app))}")
    if default:
        note_default(app.config_folder, folder)
    app.tell(f"made a journal in {folder}")
    app.tell('next: cpdlog goal add "A goal" --target "20 hours" --due eoy')
    app.tell('      cpdlog new "What you did today" -H 1h')
