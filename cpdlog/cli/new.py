"""`cpdlog new`: an entry in seconds, or in the editor."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from cpdlog.cli import complete, words
from cpdlog.cli.app import App
from cpdlog.cli.drafting import kept_if_refused
from cpdlog.cli.options import described
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.errors import UsageFault
from cpdlog.model.duration import short
from cpdlog.model.reflection import words_said
from cpdlog.text.newentry import NewEntry, entry_text
from cpdlog.text.slug import slug

if TYPE_CHECKING:
    from cpdlog.cli.programme.named import Doing
    from cpdlog.model.entry import Evidence


A_DAY = 24 * 60  # minutes


@click.command(
    cls=Command,
    examples=(
        'cpdlog new "Law library visit" -H 2h -g visits -m ""',
        'cpdlog new "Threat modelling, chapter 3" -d yesterday -H 1h30',
        "pandoc notes.docx -t markdown | cpdlog new 'Notes from the workshop' -",
    ),
)
@click.argument("title", required=False)
@click.argument("source", required=False, metavar="[-]")
@click.option("--message", "-m", "text", help="The reflection; '-' reads it from a pipe.")
@described
@click.option(
    "--template", shell_complete=complete.templates, metavar="MODEL", help="A reflection model."
)
@click.option("--no-edit", is_flag=True, help="Do not open the editor.")
@click.pass_obj
def new(
    app: App,
    /,
    *,
    title: str | None,
    source: str | None,
    text: str | None,
    template: str | None,
    programme: "Doing | None",
    no_edit: bool,
    **said: Any,
) -> None:
    """Write an entry and print its path.

    Without -m or a pipe the editor opens on the reflection model. An entry whose text is still to
    come waits in the inbox. An item of a programme gives its title, and its question to the model.
    """
    if source not in (None, words.PIPE):
        raise UsageFault("A title of several words needs quotes.", f"Type: cpdlog new '{title} …'")
    title = title or (programme.item.title if programme else None)
    piped = words.PIPE in (title, source, text)
    title, body = words.title_and_text(app, title, source or text)
    opens = body is None and app.interactive and not no_edit
    program = app.editor() if opens else []
    with kept_if_refused(app, slug(title), body, piped=piped):
        entry = composed(app, title, body, template, programme=programme, **said)
        path = app.journal.add_entry(entry.day.isoformat(), slug(title), entry_text(entry))
    if opens:
        from cpdlog.cli import editing

        editing.open_until_whole(app, program, path)
        entry = entry._replace(body=app.journal.document(path).body)
    saved(
        app,
        path,
        subject(entry),
        about=about(entry, dated=said["day"] is not None),
        goals=[goal for goal, _ in entry.goals] + followers(app, programme),
        new=[path, *(it.place for it in entry.evidence if not it.is_url)],
    )
    if not app.interactive:
        click.echo(path)


def composed(
    app: App,
    title: str,
    body: str | None,
    template: str | None,
    *,
    day: date | None,
    evidence: tuple[str, ...],
    programme: "Doing | None",
    **said: Any,
) -> NewEntry:
    """The entry that is to be written; without a text it gets the headings of its model."""
    day, handle = day or app.as_of, programme.handle if programme else ""
    if body is None or template:
        model = app.template(template or app.settings.template)
        template, body = model.id, question(programme) + model.body if body is None else body
    said |= {"evidence": proved(app, day.year, evidence) if evidence else (), "programme": handle}
    return NewEntry(title, day, template=template or "", body=body, **said)


def proved(app: App, year: int, named: tuple[str, ...]) -> "tuple[Evidence, ...]":
    """What was named as evidence; files are copied into the journal."""
    from cpdlog.cli.changing import proof

    return tuple(proof(app, year, it) for it in named)


def question(programme: "Doing | None") -> str:
    """What an item of a programme asks, as a comment; nothing where it asks nothing."""
    asked = programme.item.prompt if programme else ""
    return f"<!-- {asked.replace('--', '-')} -->\n\n" if asked else ""


def followers(app: App, programme: "Doing | None") -> list[str]:
    """The goals that follow a programme of which an item is done."""
    name = programme.programme.id if programme else None
    return [goal.id for goal in app.record.goals if goal.programme == name] if name else []


def subject(entry: NewEntry) -> str:
    """What git is told: the title, the time spent and the goals."""
    spent = [] if entry.minutes is None else [short(entry.minutes)]
    beside = ", ".join([*spent, *(goal for goal, _ in entry.goals)])
    return f"entry: {entry.title} ({beside})" if beside else f"entry: {entry.title}"


def about(entry: NewEntry, *, dated: bool) -> str:
    """The day in words where one was typed, and the time spent."""
    parts = []
    if dated:
        from cpdlog.model.civil import in_words

        parts.append(in_words(entry.day))
    if not words_said(entry.body):
        parts.append("in the inbox")
    if entry.minutes is not None:
        parts.append(short(entry.minutes))
        if entry.minutes > A_DAY:
            parts.append("(more than a day: 30 is 30 hours, 30m half an hour)")
    return "  ".join(parts)
