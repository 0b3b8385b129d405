"""One entry."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.model.duration import short
from cpdlog.model.entry import Entry
from cpdlog.progress.listing import EntryView
from cpdlog.render import documents
from cpdlog.render.blocks import FAINT, Block, Column, Gap, Heading, Markdown, Span, Table

LISTED = False


def blocks(answer: EntryView) -> Iterator[Block]:
    """What it says of itself, then its body."""
    entry = answer.entry
    yield Heading(entry.title, civil.in_words(entry.day))
    yield Table(
        (Column(""), Column("", cut=True)),
        tuple((Span(name, FAINT), Span(text)) for name, text in facts(answer)),
    )
    if answer.body.strip():
        yield Gap()
        yield Markdown(answer.body.strip("\n"))


def facts(answer: EntryView) -> Iterator[tuple[str, str]]:
    """What the front matter says, by name, in words."""
    entry = answer.entry
    yield "id", entry.id
    yield "type", entry.type
    if entry.minutes is not None:
        yield "time", short(entry.minutes)
    if entry.points is not None:
        yield "points", f"{entry.points:f}"
    if entry.goals:
        yield (
            "goals",
            ", ".join(
                goal if amount == 1 else f"{goal} ({amount:f})" for goal, amount in entry.goals
            ),
        )
    yield from texts(entry)
    for proof in entry.evidence:
        yield "evidence", f"{proof.title} ({proof.place})" if proof.title else proof.place
    if entry.planned(answer.as_of):
        yield "state", "planned"
    elif not entry.reflected:
        yield "state", "in the inbox: not reflected yet"


def texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The values that are words."""
    for name, text in (
        ("role", entry.role),
        ("tags", ", ".join(entry.tags)),
        ("outcome", entry.outcome),
        ("programme", entry.programme),
        ("template", entry.template),
        ("partner", entry.partner),
        ("share", ", ".join(entry.share)),
    ):
        if text:
            yield name, text


def sentences(answer: EntryView) -> Iterator[str]:
    """The same, a line each."""
    yield f"{answer.entry.title}. {civil.in_words(answer.entry.day)}."
    for name, text in facts(answer):
        yield f"{name.capitalize()}: {text}."
    yield from answer.body.strip("\n").split("\n")


def document(answer: EntryView) -> documents.Document:
    """All that is known of it."""
    entry = documents.entry(answer.entry, answer.as_of)
    return {"schema": "cpdlog/entry@1", **entry, "body": answer.body}


def rows(answer: EntryView) -> Iterator[tuple[str, ...]]:
    """Its facts."""
    yield ("key", "value")
    yield ("title", answer.entry.title)
    yield ("date", answer.entry.day.isoformat())
    yield from facts(answer)
