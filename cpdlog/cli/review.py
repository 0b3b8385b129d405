"""`cpdlog review`: a reflection week as a new entry, with the figures of the day."""

import os
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.errors import UsageFault
from cpdlog.model import civil
from cpdlog.progress.review import TEMPLATE, Review, last_review, review
from cpdlog.text.newentry import NewEntry, entry_text

if TYPE_CHECKING:
    from cpdlog.model.period import Period

FIRST_WEEKS = timedelta(weeks=4)  # that the first review looks back on
DAY = timedelta(days=1)


@click.command(
    "review",
    cls=Command,
    reads=True,
    examples=("cpdlog review", "cpdlog review last-month --look", "cpdlog review 2026-Q3"),
)
@click.argument("period", type=params.PERIOD, required=False)
@click.option("--look", is_flag=True, help="Only show it; write nothing.")
@click.option("--no-edit", is_flag=True, help="Do not open the editor.")
@click.pass_obj
def look_back(app: App, /, *, period: "Period | None", look: bool, no_edit: bool) -> None:
    """Look back on a period in a new entry.

    Gathers what was done, learnt and left open, and how the goals moved, since the last review or
    in PERIOD, and asks what went well, what to change and what next.
    """
    found = gathered(app, period)
    if look:
        app.show(found)
        return
    opens = app.interactive and not no_edit
    program = app.editor() if opens else []
    path = app.journal.add_entry(found.period.last.isoformat(), TEMPLATE, text(app, found))
    if opens:
        from cpdlog.cli import editing

        editing.open_until_whole(app, program, path)
    name = os.path.basename(path).removesuffix(".md")
    saved(app, path, "review", about=f"answer its questions: cpdlog reflect {name}", new=[path])
    if not opens:
        click.echo(path)


def gathered(app: App, period: "Period | None") -> Review:
    """What happened in a period, or since the last review."""
    if period is None:
        return review(app.record, since(app), app.as_of, app.programme_items())
    if period.first > app.as_of:
        raise UsageFault(f"{period.name} is still to come.", "Name a time that has begun.")
    return review(app.record, period.first, min(period.last, app.as_of), app.programme_items())


def since(app: App) -> date:
    """The day after the last review; four weeks ago where there is none."""
    last = last_review(app.record.entries, app.as_of)
    return min(last.day + DAY, app.as_of) if last else app.as_of - FIRST_WEEKS + DAY


def text(app: App, found: Review) -> str:
    """The whole file of the new entry."""
    from cpdlog.render.review import frozen

    first, last = found.period.first, found.period.last
    title = f"Review of {civil.short(first)} to {civil.short(last)} {last.year}"
    body = f"## What happened\n\n{frozen(found)}\n{app.template(TEMPLATE).body}"
    return entry_text(NewEntry(title, last, template=TEMPLATE, body=body))
