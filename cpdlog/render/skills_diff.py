"""Which ratings changed between two snapshots."""

from collections.abc import Iterator
from datetime import date

from cpdlog.model.skills import Difference
from cpdlog.progress.ratings import SkillsDiff
from cpdlog.render import days
from cpdlog.render import skills_words as words
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    PLAIN,
    WARN,
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
from cpdlog.render.documents import Document, iso

LISTED = False
COLUMNS = (
    *(Column("", right=True), Column("section", cut=True), Column("then", cut=True)),
    *(Column("now", cut=True), Column("", right=True)),
)


def blocks(answer: SkillsDiff) -> Iterator[Block]:
    """A table of what changed."""
    yield Heading(answer.framework.title, between(answer))
    yield Gap()
    if answer.differences:
        yield Table(COLUMNS, tuple(cells(answer, it) for it in answer.differences))
    else:
        yield paragraph("No rating is another.")


def between(answer: SkillsDiff) -> str:
    """The days of the two."""
    ends = answer.earlier.day, answer.later.day
    return " to ".join(days.near(day, date.min) for day in ends)


def cells(answer: SkillsDiff, it: Difference) -> tuple[Cell, ...]:
    """One section."""
    return row(
        it.section,
        words.name(answer.framework, it.section),
        Span(words.rating(answer.framework, it.before), FAINT),
        words.rating(answer.framework, it.after),
        Span(step(it), PLAIN if it.by is None else GOOD if it.by > 0 else WARN),
    )


def step(it: Difference) -> str:
    """`+2`; empty where it is no number."""
    return "" if it.by is None else f"{it.by:+}"


def sentences(answer: SkillsDiff) -> Iterator[str]:
    """One sentence a section."""
    yield f"{answer.framework.title}, {between(answer)}."
    for it in answer.differences:
        then = words.rating(answer.framework, it.before)
        now = words.rating(answer.framework, it.after)
        yield f"{it.section}, {words.name(answer.framework, it.section)}: {then}, now {now}."
    if not answer.differences:
        yield "No rating is another."


def document(answer: SkillsDiff) -> Document:
    """Each difference."""
    return {
        "schema": "cpdlog/ratings-diff@1",
        "framework": answer.framework.id,
        "earlier": iso(answer.earlier.day),
        "later": iso(answer.later.day),
        "differences": [
            {"name": words.name(answer.framework, it.section), **it._asdict()}
            for it in answer.differences
        ],
    }


def rows(answer: SkillsDiff) -> Iterator[tuple[str, ...]]:
    """A section a line."""
    yield ("id", "section", "then", "now", "by")
    for it in answer.differences:
        then, now = str(it.before or ""), str(it.after or "")
        yield (it.section, words.name(answer.framework, it.section), then, now, step(it))
