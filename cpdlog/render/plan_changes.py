"""What changed in a plan since a day."""

from collections.abc import Iterator
from datetime import date

from cpdlog.model import civil
from cpdlog.model.goal import Target
from cpdlog.progress.changed import PlanChanges
from cpdlog.progress.plan import Change, Value
from cpdlog.render import days, documents
from cpdlog.render.blocks import (
    BAD,
    FAINT,
    GOOD,
    PLAIN,
    STRONG,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Span,
    Table,
    paragraph,
    row,
)

LISTED = False
COLUMNS = (Column("goal"), Column("what"), Column("before"), Column("now"), Column("", cut=True))
STYLES = {"added": GOOD, "reached": GOOD, "done": GOOD, "dropped": FAINT, "removed": BAD}
NAMES = {"start": "began", "due": "due date", "reopened": "open again"}


def blocks(answer: PlanChanges) -> Iterator[Block]:
    """A row a change."""
    yield Heading(*heading(answer))
    yield Gap()
    if not answer.changes:
        yield paragraph("Nothing in the plan has changed.")
        return
    yield Table(COLUMNS, tuple(change_row(it, answer.as_of) for it in answer.changes))


def heading(answer: PlanChanges) -> tuple[str, str]:
    """Between which days."""
    count = days.counted(len(answer.changes), "change")
    since = days.near(answer.since, answer.as_of)
    return f"The plan since {since}", f"{count}, {civil.in_words(answer.as_of)}"


def change_row(it: Change, as_of: date) -> tuple[Cell, ...]:
    """One change."""
    about = it.reason or (it.goal.title if it.what == "added" else "")
    return row(
        Span(it.goal.id, STRONG),
        Span(NAMES.get(it.what, it.what), STYLES.get(it.what, PLAIN)),
        Span(in_words(it.old, as_of), FAINT),
        in_words(it.new, as_of),
        Span(about, FAINT),
    )


def in_words(value: Value, as_of: date) -> str:
    """What a key said."""
    return days.near(value, as_of) if isinstance(value, date) else str(value or "")


def sentences(answer: PlanChanges) -> Iterator[str]:
    """The same in sentences."""
    yield f"The plan since {days.spoken(answer.since)}, as of {days.spoken(answer.as_of)}."
    if not answer.changes:
        yield "Nothing in it has changed."
    for it in answer.changes:
        yield sentence(it, answer.as_of)


def sentence(it: Change, as_of: date) -> str:
    """One change, as a sentence."""
    name, what = f"Goal {it.goal.id}", NAMES.get(it.what, it.what)
    old, new = in_words(it.old, as_of), in_words(it.new, as_of)
    if it.what in ("title", "target", "start", "due"):
        return f"{name}: {what} {old or 'none'} before, {new or 'none'} now."
    on = f" on {new}" if new else ""
    return days.sentence(f"{name}: {what}{on}" + (f". {it.reason}" if it.reason else ""))


def document(answer: PlanChanges) -> documents.Document:
    """Each change."""
    return {
        "schema": "cpdlog/plan-changes@1",
        "since": documents.iso(answer.since),
        "as_of": documents.iso(answer.as_of),
        "changes": [
            {
                "what": it.what,
                "goal": it.goal.id,
                "title": it.goal.title,
                "old": plain(it.old),
                "new": plain(it.new),
                "reason": it.reason or None,
            }
            for it in answer.changes
        ],
    }


def plain(value: Value) -> str | None:
    """A value as text: days as in files."""
    if isinstance(value, date):
        return documents.iso(value)
    return str(value) if isinstance(value, Target) else value


def rows(answer: PlanChanges) -> Iterator[tuple[str, ...]]:
    """A line a change."""
    yield ("goal", "what", "old", "new", "reason")
    for it in answer.changes:
        yield (it.goal.id, it.what, plain(it.old) or "", plain(it.new) or "", it.reason)
