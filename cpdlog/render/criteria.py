"""Evidence against criteria: the matrix that assessors ask for."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.progress.criteria import Criteria, Criterion
from cpdlog.render import days, documents, told
from cpdlog.render.blocks import (
    BAD,
    FAINT,
    PLAIN,
    STRONG,
    WARN,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Marks,
    Span,
    Table,
    paragraph,
    row,
)

LISTED = False
MOST = 9  # entries of a month that a figure can tell
STYLES = {"empty": BAD, "thin": WARN, "": PLAIN}


def blocks(answer: Criteria) -> Iterator[Block]:
    """A row a criterion, a figure a month."""
    yield Heading(
        f"Evidence for {answer.prefix}, {told.name(answer.period)}", civil.in_words(answer.as_of)
    )
    yield Gap()
    if not answer.rows:
        yield paragraph(nothing(answer))
        return
    yield Table(columns(answer), tuple(cells(it, answer) for it in answer.rows))
    yield Gap()
    for line in notes(answer):
        yield paragraph(Span(line, FAINT))


def nothing(answer: Criteria) -> str:
    """How evidence is told."""
    tag = f"{answer.prefix}/1"
    return f"No entry has a tag below '{answer.prefix}'. Add one: cpdlog set @1 tags+={tag}"


def columns(answer: Criteria) -> tuple[Column, ...]:
    """The criterion, the months, and how much there is."""
    months = "".join(civil.MONTHS[it.first.month - 1][0] for it in answer.months)
    return (
        Column("criterion", cut=True),
        Column(months, yields=2),
        Column("entries", right=True),
        Column("best", cut=True, yields=1),
        Column("gap"),
    )


def cells(it: Criterion, answer: Criteria) -> tuple[Cell, ...]:
    """One criterion."""
    return row(
        Span(label(it, answer), STRONG),
        Marks(figures(it, "."), figures(it, "·")),
        f"{it.reflected}/{len(it.entries)}",
        Span(it.best.id if it.best else "", FAINT),
        Span(it.lack.upper() if it.lack == "empty" else it.lack, STYLES[it.lack]),
    )


def label(it: Criterion, answer: Criteria) -> str:
    """A criterion's key and title."""
    return f"{it.key or answer.prefix} {it.title}".rstrip()


def figures(it: Criterion, none: str) -> str:
    """A figure a month; `+` for more than it can tell."""
    return "".join(
        none if not number else "+" if number > MOST else str(number) for number in it.by_month
    )


def notes(answer: Criteria) -> Iterator[str]:
    """What the figures mean, and what they leave out."""
    yield "Entries: reflected of all. Thin: one or two that are reflected; empty: none."
    without = days.counted(answer.without, "entry has", "entries have")
    yield f"{days.counted(answer.total, 'entry', 'entries')} in all; {without} no such tag."
    yield from told.outside(answer.outside, answer.period)


def sentences(answer: Criteria) -> Iterator[str]:
    """The same in sentences."""
    period, day = told.name(answer.period), days.spoken(answer.as_of)
    yield f"Evidence for {answer.prefix} in {period}, as of {day}."
    if not answer.rows:
        yield nothing(answer)
        return
    for it in answer.rows:
        entries = days.counted(len(it.entries), "entry", "entries")
        best = f" The best is {it.best.title}." if it.best else ""
        lack = f" {it.lack.capitalize()}." if it.lack else ""
        yield f"Criterion {label(it, answer)}: {entries}, {it.reflected} reflected.{lack}{best}"
    yield from notes(answer)


def document(answer: Criteria) -> documents.Document:
    """Each criterion with its evidence."""
    return {
        "schema": "cpdlog/criteria@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "prefix": answer.prefix,
        "months": [documents.iso(it.first) for it in answer.months],
        "criteria": [criterion(it) for it in answer.rows],
        "total": answer.total,
        "without": answer.without,
        "outside": documents.totals(answer.outside),
    }


def criterion(it: Criterion) -> documents.Document:
    """One criterion."""
    return {
        "key": it.key or None,
        "title": it.title or None,
        "by_month": list(it.by_month),
        "reflected": it.reflected,
        "entries": [entry.id for entry in it.entries],
        "best": it.best.id if it.best else None,
        "lack": it.lack or None,
    }


def rows(answer: Criteria) -> Iterator[tuple[str, ...]]:
    """A line a criterion."""
    yield ("criterion", "title", "reflected", "entries", "best", "gap")
    for it in answer.rows:
        best = it.best.id if it.best else ""
        yield (it.key, it.title, str(it.reflected), str(len(it.entries)), best, it.lack)
