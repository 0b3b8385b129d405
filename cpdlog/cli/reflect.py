"""`cpdlog reflect`: an entry of the inbox, question by question."""

import re
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, editing, editor, interview, params, words
from cpdlog.cli.app import App
from cpdlog.cli.drafting import folder, kept_if_refused
from cpdlog.cli.saving import saved
from cpdlog.cli.tree import Command
from cpdlog.errors import CannotEdit, NotFound, UsageFault
from cpdlog.model.reflection import COMMENT, words_said
from cpdlog.model.template import Section, answered, pieces, sections
from cpdlog.progress.select import Query, selected
from cpdlog.store.half_done import HalfDone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpdlog.model.entry import Entry

OTHERWISE = "Give the text with -m, or from a pipe with '-m -'."


@click.command(
    cls=Command,
    examples=(
        "cpdlog reflect",
        "cpdlog reflect law-library --template gibbs --edit",
        "cpdlog reflect @1 -m 'I looked in the wrong place first'",
    ),
)
@click.argument(
    "entry", type=params.ENTRY, metavar="[REF]", required=False, shell_complete=complete.entries
)
@click.option("--message", "-m", "text", help="The reflection; '-' reads it from a pipe.")
@click.option(
    "--template", shell_complete=complete.templates, metavar="MODEL", help="A reflection model."
)
@click.option("--edit", is_flag=True, help="Write in the editor.")
@click.pass_obj
def reflect(
    app: App, /, *, entry: "Entry | None", text: str | None, template: str | None, edit: bool
) -> None:
    """Reflect on an entry, question by question.

    Without REF, on the oldest entry in the inbox. Answers are kept as a draft until the last
    question; the same command goes on with them.
    """
    entry = entry or oldest(app)
    if entry is None:
        app.tell("The inbox is empty: every entry has its reflection.")
        return
    before = app.journal.document(entry.path).body
    begun = with_questions(app, entry, before, template)
    if text is not None:
        piped = text == words.PIPE
        said = words.from_pipe(app) if piped else text
        with kept_if_refused(app, entry.id, said, piped=piped):
            write(app, entry, before, answered(begun, [said]))
    elif edit:
        editor.require_terminal(OTHERWISE)
        write_body(app, entry, before, begun)
        editing.edit(app, entry.path)
    else:
        by_questions(app, entry, before, begun, template)


def oldest(app: App) -> "Entry | None":
    """The entry that has waited longest for a reflection."""
    waiting = selected(app.record.entries, Query(inbox=True), app.as_of)
    return waiting[-1] if waiting else None


def with_questions(app: App, entry: "Entry", body: str, template: str | None) -> str:
    """The body of an entry with the questions of its model, where it has none yet."""
    if sections(body) and not template:
        return body
    model = app.template(template or entry.template or app.settings.template)
    said = re.sub(COMMENT, "", body).strip()
    return f"{body.rstrip()}\n\n{model.body}" if said else f"\n{model.body}"


def by_questions(app: App, entry: "Entry", before: str, begun: str, template: str | None) -> None:
    """Ask about each heading that has no answer, and write what was answered into the entry."""
    if not app.interactive:
        raise UsageFault("Questions need a terminal.", OTHERWISE)
    draft = HalfDone(folder(app), app.root, entry.id, f"{before}{template or ''}")
    body, places, known = gone_on_with(begun, draft.text() or begun)
    asked = questions(app, body, places, template or entry.template) or [Section(entry.title)]
    interview.prepare()
    app.tell(f"{entry.title}  {entry.day}")
    keep = partial(put, body, places)
    model = f" --template {template}" if template else ""
    go_on = f"Kept as a draft. Go on with: cpdlog reflect {entry.id}{model}"
    try:
        heard = interview.interview(asked, known, lambda given: draft.keep(keep(given)))
    except (KeyboardInterrupt, SystemExit):
        with suppress(OSError):  # the terminal may be gone
            app.tell(go_on if draft.text() else "Nothing was answered.")
        raise
    if not heard.whole:
        app.tell(go_on)
    elif not words_said(keep(heard.answers)):
        app.tell("Nothing was answered, and nothing was changed.")
    else:
        write(app, entry, before, keep(heard.answers))
        draft.discard()


def gone_on_with(begun: str, draft: str) -> tuple[str, list[int], list[str]]:
    """The body that answers are put in, which of its headings are asked about, and answers so far.

    Args:
        begun: The body with its questions.
        draft: The same with the answers of an earlier time; one whose answers have headings of
            their own is gone on with as it is.
    """
    places = unanswered(begun)
    before, after = pieces(begun), pieces(draft)
    if not places or len(before) != len(after):
        places = unanswered(draft)
        return draft, places, [""] * max(1, len(places))
    answers = [
        "\n".join(after[place + 1][1:]).replace("\r", "").strip("\n")
        if after[place + 1] != before[place + 1]
        else ""
        for place in places
    ]
    return begun, places, answers


def questions(app: App, body: str, places: "Sequence[int]", model: str) -> "list[Section]":
    """The headings that are asked about, each as its model has it, with the words it may take."""
    try:
        known = {it.heading: it for it in app.template(model).sections} if model else {}
    except NotFound:  # a model of the user's that is there no longer
        known = {}
    found = sections(body)
    return [known.get(found[place].heading, found[place]) for place in places]


def unanswered(body: str) -> list[int]:
    """Which of the headings of a body have nothing but a prompt under them."""
    under = ("\n".join(piece[1:]) for piece in pieces(body)[1:])
    return [place for place, text in enumerate(under) if not re.sub(COMMENT, "", text).strip()]


def put(body: str, places: "Sequence[int]", given: "Sequence[str]") -> str:
    """The body with answers under those of its headings that were asked about."""
    answers = [""] * (max(places, default=0) + 1)
    for place, text in zip(places or [0], given, strict=True):
        answers[place] = text
    whole = answered(body, answers)
    return whole.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in body else whole


def write(app: App, entry: "Entry", before: str, after: str) -> None:
    """Write a reflection, and tell how many hours are reflected on now."""
    if not words_said(after):
        raise UsageFault("The text says nothing.", f"Write in the editor: cpdlog edit {entry.id}")
    write_body(app, entry, before, after)
    about = reflected_on(app)
    saved(
        app, entry.path, f"reflect: {entry.title}", about=about, goals=[g for g, _ in entry.goals]
    )


def write_body(app: App, entry: "Entry", before: str, after: str) -> None:
    """Put a body in the place of the one that was read."""
    from cpdlog.text.page import opened

    def edit(data: bytes) -> bytes:
        page = opened(data, entry.path)
        if page.document.body != before:
            raise CannotEdit(f"{entry.path} was changed meanwhile.", "Begin again: cpdlog reflect")
        return page.with_body(after)

    app.journal.change(entry.path, edit)


def reflected_on(app: App) -> str:
    """`reflected on 75.3 of 88.3 h`: of the CPD year, as it is now."""
    from cpdlog.model.duration import hours
    from cpdlog.progress.totals import totals

    record = app.journal.record()
    sums = totals((it for it in record.entries if app.year.contains(it.day)), app.as_of)
    return f"reflected on {hours(sums.reflected_minutes)} of {hours(sums.minutes)} h"
