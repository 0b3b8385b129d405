"""`cpdlog history`: what became of an entry or goal."""

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.cli.undo import repository_of
from cpdlog.progress.past import Past, PastChange


@click.command(cls=Command, reads=True, examples=("cpdlog history @1", "cpdlog history visits"))
@click.argument("path", type=params.FILE, metavar="REF", shell_complete=complete.entries)
@click.option("--diff", "with_diff", is_flag=True, help="Show what each change did.")
@click.pass_obj
def history(app: App, /, *, path: str, with_diff: bool) -> None:
    """Show the changes of an entry or goal, the latest first.

    REF names an entry or, where none is meant, a goal.
    """
    from cpdlog.store.git import history as past

    repository = repository_of(app)
    found = past.history(repository, path)
    app.show(Past(path, tuple(PastChange(*it[:4]) for it in found)))
    if with_diff:
        for it in found:
            click.echo(past.diff(repository, it))
