"""`cpdlog framework list` and `show`."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.framework.named import FRAMEWORK
from cpdlog.cli.tree import Command
from cpdlog.progress.ratings import FrameworkView, framework_list

if TYPE_CHECKING:
    from cpdlog.model.skills import Framework


@click.command("list", cls=Command, reads=True, examples=("cpdlog framework list",))
@click.pass_obj
def list_frameworks(app: App, /) -> None:
    """List frameworks of skills: those that come with cpdlog, and the journal's own."""
    shelf, ratings = app.library.frameworks, app.library.ratings
    found = framework_list(
        shelf.every().values(), ratings.found.values(), app.as_of, shelf.here.problems
    )
    app.show(found)


@click.command(cls=Command, reads=True, examples=("cpdlog framework show pksb-2013",))
@click.argument("framework", type=FRAMEWORK, shell_complete=complete.frameworks, metavar="ID")
@click.pass_obj
def show(app: App, /, *, framework: "Framework") -> None:
    """Show a framework's sections and its scale."""
    app.show(FrameworkView(app.as_of, framework))
