"""`cpdlog schema`: what `--json` promises, for programs that read it."""

import click

from cpdlog.cli.app import App
from cpdlog.cli.tree import Command


@click.command(cls=Command, examples=("cpdlog schema", "cpdlog schema report > report.json"))
@click.argument("name", required=False)
@click.pass_obj
def schema(_: App, /, *, name: str | None) -> None:
    """Print the JSON Schema of an answer.

    Without NAME, the names there are. An answer says its own: "schema": "cpdlog/report@1".
    """
    from cpdlog.store import schemas

    if name is None:
        click.echo("\n".join(schemas.names()))
    else:
        import json

        click.echo(json.dumps(schemas.schema(name), indent=2, ensure_ascii=False))
