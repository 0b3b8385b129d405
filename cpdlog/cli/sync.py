"""`cpdlog sync` and `resolve`: one journal on several machines."""

import click

from cpdlog.cli import complete, params
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.cli.undo import repository_of
from cpdlog.errors import JournalFaulty
from cpdlog.progress.syncing import SyncReport


@click.command(cls=Command, reads=True, examples=("cpdlog sync",))
@click.pass_context
def sync(ctx: click.Context, /) -> None:
    """Bring the journal and its copy in another git repository to the same state.

    Fetches, joins what both sides wrote, and sends. Where both changed one value, both are kept,
    the file is named, and the exit code is 3. What is not committed is not sent, and is told.
    """
    from cpdlog.store.git.sync import left
    from cpdlog.store.git.sync import sync as synced

    app = ctx.ensure_object(App)
    repository = repository_of(app)
    done = SyncReport(*synced(repository), *left(repository))
    app.show(done)
    if done.conflicts:
        ctx.exit(JournalFaulty.exit_code)


@click.command(cls=Command, examples=("cpdlog resolve chartership", "cpdlog resolve @1"))
@click.argument("path", type=params.FILE, metavar="REF", shell_complete=complete.entries)
@click.pass_obj
def resolve(app: App, /, *, path: str) -> None:
    """Say that what both sides of a sync changed is settled.

    Takes away the key `conflict` and the comments around texts; put right first what should be
    otherwise, with `cpdlog set` or `cpdlog edit`.
    """
    from cpdlog.store.settling import settle

    gone = settle(app.journal, path)
    if gone is None:
        app.tell(f"Nothing in {path} is in conflict.")
        return
    for key, value in gone:
        app.tell(f"{key}: {value} is let go; the file keeps what it says.")
    saved(app, path, f"resolve: {path}")
