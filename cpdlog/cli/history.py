"""`cpdlog history`: what became of an entry or goal."""

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.cli.undo import repository_of
from cpdlog.errors import UsageFault
from cpdlog.progress.past import Diffs, Past, PastChange


@click.command(cls=Command, reads=True, examples=("cpdlog history @1", "cpdlog history visits"))
@click.argument("path", type=params.FILE, metavar="REF", shell_complete=complete.entries)
@click.option("--diff", "with_diff", is_flag=True, help="Show what each change did.")
@click.pass_obj
def history(app: App, /, *, path: str, with_diff: bool) -> None:
    """Show the changes of an entry or goal, the latest first.

    REF names an entry or, where none is meant, a goal.
    """
    from cpdlog.store.git import history as past

    if with_diff and app.screen.format == "csv":
        raise UsageFault("CSV has no room for what each change did.", "Type --json, or no --diff.")
    repository = repository_of(app)
    found = past.history(repository, path)
    answer = Past(path, tuple(PastChange(*it[:4]) for it in found))
    if with_diff:
        app.show(Diffs(answer, tuple(past.diff(repository, it) for it in found)))
    else:
        app.show(answer)
