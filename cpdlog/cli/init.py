"""`cpdlog init`: a new journal."""

import os
from typing import Any

import click

from cpdlog.cli import asking, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.cli.undo import repository_of
from cpdlog.errors import GitFailed
from cpdlog.store.config import note_default
from cpdlog.store.git import place
from cpdlog.store.git.hook import install
from cpdlog.store.setup import NewJournal


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
    around = place.top(folder)
    make(app, folder, asking.new_journal(app, **said), git=not no_git)
    if asking.wants_hook(app, said=hook):
        app.tell(f"git looks at each commit first: {install(repository_of(app))}")
    if default:
        note_default(app.config_folder, folder)
    app.tell(f"made a journal in {folder}")
    if around:
        sent = "changes are committed there, and cpdlog sync sends the whole branch"
        app.tell(f"it lies in the repository {around}: {sent}")
    for name in app.settings.requirements:
        app.tell(f"its questions, if it has any: cpdlog requirement use {name.id}")
    app.tell('next: cpdlog goal add "A goal" --target "20 hours" --due eoy')
    app.tell('      cpdlog new "What you did today" -H 1h')


def make(app: App, folder: str, new: NewJournal, *, git: bool) -> None:
    """Make a journal, with a repository where it lies in none and there is git."""
    from cpdlog.store import definitions, setup
    from cpdlog.store.git import init as begin
    from cpdlog.store.git import repository

    app.given["journal"] = folder
    paths = [setup.make(folder, new)]
    for name in new.requirements:
        rules = definitions.packaged_text("requirements", name)
        paths.append(definitions.copied(folder, "requirements", name, rules))
    if not git or repository.find(folder, app.environ) is not None:
        app.commit("journal: begun", *paths, new=paths)
        return
    try:
        app.tell_outcome(begin.init(folder, app.environ, paths)[1])
    except GitFailed as error:
        app.tell(f"made without git: {error.message} {error.hint}")
