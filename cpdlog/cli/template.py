"""`cpdlog template`: the reflection models."""

import click

from cpdlog.cli import complete
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.progress.models import Models


@click.command("list", cls=Command, reads=True, examples=("cpdlog template list",))
@click.pass_obj
def list_templates(app: App, /) -> None:
    """List the reflection models, the journal's own among them."""
    app.show(Models(tuple(app.templates())))


@click.command(cls=Command, reads=True, examples=("cpdlog template show gibbs",))
@click.argument("model", shell_complete=complete.templates)
@click.pass_obj
def show(app: App, /, *, model: str) -> None:
    """Show a model's headings and prompts, as a new entry gets them."""
    app.show(app.template(model))
