"""`cpdlog doctor`: versions, places and settings, to be looked at or sent with a question."""

import click

from cpdlog.cli import health
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.progress.health import Health


@click.command(cls=Command, reads=True, examples=("cpdlog doctor",))
@click.pass_obj
def doctor(app: App, /) -> None:
    """Show versions, places and settings.

    Nothing of what a journal says is in it, so that it can be sent with a question.
    """
    app.show(Health((*health.versions(), *health.places(app))))
