"""`cpdlog template new`: a reflection model of one's own."""

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.text.compose import document

SKELETON = """\
## What happened?
<!-- The question under the first heading; the words of a prompt do not count as yours. -->

## What now?
<!-- The question under the last one. -->
"""


@click.command(
    "new",
    cls=Command,
    examples=(
        "cpdlog template new supervision --title 'After supervision'",
        "cpdlog template new my-gibbs --from gibbs",
    ),
)
@click.argument("name", type=params.NEW_ID, metavar="ID")
@click.option("--title", metavar="TEXT", help="What it is called.")
@click.option(
    "--from",
    "model",
    metavar="MODEL",
    shell_complete=complete.templates,
    help="Begin with the headings of that one.",
)
@click.option("--no-edit", is_flag=True, help="Do not open the editor.")
@click.pass_obj
def new(app: App, /, *, name: str, title: str | None, model: str | None, no_edit: bool) -> None:
    """Write a reflection model of your own into the journal.

    It goes to templates/ID.md, and to the editor: a heading for each step, with its question in a
    comment below.
    """
    from cpdlog.store import files
    from cpdlog.store.templates import TEMPLATES

    opens = app.interactive and not no_edit
    program = app.editor() if opens else []
    begun = app.template(model) if model else None
    called = title or (begun.title if begun else name)
    source = [("source", f"After '{begun.id}', as it comes with cpdlog")] if begun else []
    text = document([("title", called), *source], begun.body if begun else SKELETON)
    path = files.create(app.root, TEMPLATES, name, ".md", text.encode(), numbered=False)
    if opens:
        from cpdlog.cli import editing

        editing.open_until_whole(app, program, path)
    saved(app, path, f"template: {called}", about=f"cpdlog new --template {name}", new=[path])
    if not opens:
        click.echo(path)
