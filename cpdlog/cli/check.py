"""`cpdlog check`: every fault in every file, and what may identify people."""

import click

from cpdlog.cli import beside, privacy
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import JournalFaulty
from cpdlog.progress.faults import faults


@click.command(
    cls=Command,
    reads=True,
    examples=("cpdlog check", "cpdlog check --json", "cpdlog check --privacy"),
)
@click.option("--privacy", "identifies", is_flag=True, help="Look for what may identify people.")
@click.option("--staged", is_flag=True, help="With --privacy: in what is about to be committed.")
@click.pass_context
def check(ctx: click.Context, /, *, identifies: bool, staged: bool) -> None:
    """Look for faults in every file.

    Exit code 3 where a file cannot be counted, or with --privacy where something identifies a
    person beyond doubt; warnings alone are 0.
    """
    app = ctx.ensure_object(App)
    if identifies or staged:
        exposed = privacy.in_staged(app) if staged else privacy.in_all(app)
        if not staged:
            app.show(exposed)
        elif exposed.found:
            privacy.show_staged(app, exposed)
        ctx.exit(JournalFaulty.exit_code if exposed.stops else 0)
    found = faults(app.record, *beside.faults(app))
    app.show(found)
    if found.errors:
        ctx.exit(JournalFaulty.exit_code)
