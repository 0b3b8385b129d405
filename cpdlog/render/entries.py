"""A list of entries."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.model.duration import short
from cpdlog.model.entry import Entry
from cpdlog.progress.listing import EntryList
from cpdlog.render import documents
from cpdlog.render.blocks import FAINT, PLAIN, WARN, Block, Column, Span, Table

LISTED = True

COLUMNS = (
    Column("date"),
    Column("entry", cut=True, readable=40),
    Column("type", yields=2),
    Column("time", right=True),
    Column("goals", yields=1),
    Column(""),
)


def blocks(answer: EntryList) -> Iterator[Block]:
    """A table, the newest first."""
    if answer.entries:
        yield Table(COLUMNS, tuple(cells(entry, answer) for entry in answer.entries))


def cells(entry: Entry, answer: EntryList) -> tuple[Span, ...]:
    """One entry's row."""
    mark = state(entry, answer)
    return (
        Span(entry.day.isoformat()),
        Span(entry.title, FAINT if mark == "planned" else PLAIN),
        Span(entry.type, FAINT),
        Span(time_of(entry)),
        Span(" ".join(goal for goal, _ in entry.goals), FAINT),
        Span(mark, WARN if mark == "inbox" else FAINT),
    )


def state(entry: Entry, answer: EntryList) -> str:
    """`planned`, `inbox`, or nothing for an entry that is reflected."""
    if entry.planned(answer.as_of):
        return "planned"
    return "" if entry.reflected else "inbox"


def time_of(entry: Entry) -> str:
    """The time spent, or nothing."""
    return "" if entry.minutes is None else short(entry.minutes)


def sentences(answer: EntryList) -> Iterator[str]:
    """One sentence an entry."""
    for entry in answer.entries:
        spent = f", {time_of(entry)}" if time_of(entry) else ""
        goals = f", for {' and '.join(goal for goal, _ in entry.goals)}" if entry.goals else ""
        mark = {"inbox": " Not reflected yet.", "planned": " Planned."}
        ending = mark.get(state(entry, answer), "")
        yield f"{civil.in_words(entry.day)}: {entry.title}. {entry.type}{spent}{goals}.{ending}"


def document(answer: EntryList) -> documents.Document:
    """All that is known of each entry but its body."""
    return {
        "schema": "cpdlog/entries@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "entries": [documents.entry(it, answer.as_of) for it in answer.entries],
        "problems": [documents.problem(it) for it in answer.problems],
    }


def rows(answer: EntryList) -> Iterator[tuple[str, ...]]:
    """Date, id, title, type, time, goals, tags and state."""
    yield ("date", "id", "title", "type", "time", "goals", "tags", "state")
    for entry in answer.entries:
        yield (
            entry.day.isoformat(),
            entry.id,
            entry.title,
            entry.type,
            time_of(entry),
            " ".join([goal for goal, _ in entry.goals]),
            " ".join(entry.tags),
            state(entry, answer),
        )
