"""Hours by type, role, tag or goal."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.model.duration import hours as in_hours
from cpdlog.model.period import Period
from cpdlog.progress.hours import Hours, Row
from cpdlog.render import days, documents, spark, told
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    STRONG,
    Bar,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Marks,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)

LISTED = False
FIRST_TO_GO = 4  # the oldest part of the period, where there is no room for all
FIRST = ("", 'cpdlog new "Law library visit" -H 2h')
SHARED = "An entry with several {by}s is in the row of each; the last line counts it once."


def blocks(answer: Hours) -> Iterator[Block]:
    """A table with the most hours first; in parts of the period where there are several."""
    yield Heading(f"Hours by {answer.by}, {told.name(answer.period)}", civil.in_words(answer.as_of))
    yield Gap()
    if not answer.total.entries:
        yield paragraph(f"No entries in {told.name(answer.period)} yet. Write one:")
        yield Steps((FIRST,))
        return
    yield Table(columns(answer), (*map_rows(answer), total_row(answer)), legend(answer))
    yield Gap()
    yield paragraph(summary(answer))
    for note in notes(answer):
        yield paragraph(Span(note, FAINT))


def in_parts(answer: Hours) -> bool:
    """Whether the period is cut in parts; else bars are shown."""
    return len(answer.columns) > 1


def columns(answer: Hours) -> tuple[Column, ...]:
    """The key, the parts or a bar, the sum, and a mark a month."""
    names = [part_name(part, answer) for part in answer.columns]
    near = answer.per == "month"
    middle = [
        Column(name, right=True, near=near and bool(at), yields=FIRST_TO_GO + at, missed=True)
        for at, name in enumerate(names)
    ]
    return (
        Column(answer.by, cut=True),
        *(middle if in_parts(answer) else [Column("", yields=1)]),
        Column("total" if in_parts(answer) else "hours", right=True),
        *([] if in_parts(answer) else [Column("entries", right=True, yields=3)]),
        *([] if near and in_parts(answer) else [Column("by month", yields=2)]),
    )


def part_name(part: Period, answer: Hours) -> str:
    """`Q3`, `Nov`; with the year where the period has several."""
    year = (
        ""
        if answer.columns[0].first.year == answer.columns[-1].first.year
        else str(part.first.year)
    )
    if answer.per == "month":
        return civil.MONTHS[part.first.month - 1][:3] + year[2:]
    if answer.per == "quarter":
        return year + part.name[-2:]
    return part.name


def map_rows(answer: Hours) -> Iterator[tuple[Cell, ...]]:
    """The rows of the keys."""
    most = max(it.minutes for it in answer.rows) or 1
    scale = spark.scale(it.by_month for it in answer.rows)
    for it in answer.rows:
        bar = Bar(it.minutes / most, None, GOOD)
        marks = spark.marks(it.by_month, scale)
        yield cells(answer, Span(it.key or f"no {answer.by}", STRONG), it, bar, marks)


def total_row(answer: Hours) -> tuple[Cell, ...]:
    """The row of all entries."""
    nothing = Span("")
    marks = spark.marks(answer.total.by_month, spark.scale([answer.total.by_month]))
    return cells(answer, Span("all", FAINT), answer.total, nothing, marks)


def cells(answer: Hours, key: Span, it: Row, bar: Bar | Span, marks: Marks) -> tuple[Cell, ...]:
    """The cells of a row."""
    if not in_parts(answer):
        return row(key, bar, in_hours(it.minutes), str(it.entries), marks)
    parts = [in_hours(minutes) if minutes else "-" for minutes in it.cells]
    return row(key, *parts, in_hours(it.minutes), *([] if answer.per == "month" else [marks]))


def legend(answer: Hours) -> str:
    """What the highest marks of the months mean."""
    one = spark.scale(it.by_month for it in answer.rows)
    all_of_them = spark.scale([answer.total.by_month])
    return f"The highest mark of a month is {in_hours(one)} h, of all {in_hours(all_of_them)} h."


def summary(answer: Hours) -> str:
    """How much there is in all, beside the period before."""
    return (
        f"{in_hours(answer.total.minutes)} h in "
        f"{days.counted(answer.total.entries, 'entry', 'entries')}"
        f"{told.before(answer.earlier, answer.as_of)}."
    )


def notes(answer: Hours) -> Iterator[str]:
    """What the figures leave out, or have twice."""
    if answer.by in ("tag", "goal"):
        yield SHARED.format(by=answer.by)
    yield from told.outside(answer.outside, answer.period)


def sentences(answer: Hours) -> Iterator[str]:
    """The same in sentences."""
    yield f"Hours by {answer.by} in {told.name(answer.period)}, as of {days.spoken(answer.as_of)}."
    for it in answer.rows:
        key = it.key or f"No {answer.by}"
        entries = days.counted(it.entries, "entry", "entries")
        yield f"{key}: {in_hours(it.minutes)} hours, {entries}{parts(answer, it)}."
    yield summary(answer).replace(" h ", " hours ")
    yield from notes(answer)


def parts(answer: Hours, it: Row) -> str:
    """The hours of each part, where there are several."""
    if not in_parts(answer):
        return ""
    said = [
        f"{in_hours(minutes)} in {part.name}"
        for part, minutes in zip(answer.columns, it.cells, strict=True)
        if minutes
    ]
    return f": {days.listed(said)}" if said else ""


def document(answer: Hours) -> documents.Document:
    """Each row with its parts."""
    return {
        "schema": "cpdlog/hours@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "by": answer.by,
        "per": answer.per,
        "rows": [one(answer, it) for it in answer.rows],
        "total": one(answer, answer.total),
        "outside": documents.totals(answer.outside),
    }


def one(answer: Hours, it: Row) -> documents.Document:
    """One row."""
    found = zip(answer.columns, it.cells, strict=True)
    return {
        "key": it.key or None,
        "minutes": it.minutes,
        "entries": it.entries,
        "cells": [
            {"from": documents.iso(part.first), "minutes": minutes} for part, minutes in found
        ],
    }


def rows(answer: Hours) -> Iterator[tuple[str, ...]]:
    """The minutes of each row and part."""
    yield (answer.by, "entries", "minutes", *(part.name for part in answer.columns))
    for it in (*answer.rows, answer.total):
        yield (it.key, str(it.entries), str(it.minutes), *map(str, it.cells))
