"""`cpdlog check`: every fault in every file."""

import click

from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import JournalFaulty
from cpdlog.progress.faults import faults


@click.command(cls=Command, reads=True, examples=("cpdlog check", "cpdlog check --json"))
@click.pass_context
def check(ctx: click.Context, /) -> None:
    """Look for faults in every file.

    Exit code 3 where a file cannot be counted; warnings alone are 0.
    """
    app = ctx.ensure_object(App)
    found = faults(app.record)
    app.show(found)
    if found.errors:
        ctx.exit(JournalFaulty.exit_code)
