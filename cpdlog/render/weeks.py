"""Which weeks served which goal."""

from collections.abc import Iterator
from functools import partial

from cpdlog.model import civil
from cpdlog.model.duration import hours
from cpdlog.model.visible import fit, visible, width
from cpdlog.progress.weeks import Cell, Strip, Weeks
from cpdlog.render import days, documents, grid
from cpdlog.render.blocks import (
    FAINT,
    Block,
    Chart,
    Gap,
    Heading,
    Line,
    Paper,
    Span,
    Steps,
    paragraph,
)
from cpdlog.render.grid import Signs
from cpdlog.render.hours import FIRST
from cpdlog.render.layout import flowing, left_out

LISTED = False
LABEL = 16  # cells of a goal's id at most


def blocks(answer: Weeks) -> Iterator[Block]:
    """A strip a goal, a mark a week."""
    yield Heading("Which weeks served which goal", civil.in_words(answer.as_of))
    yield Gap()
    if not answer.all.weeks:
        yield paragraph("No entries in these weeks. Write one:")
        yield Steps((FIRST,))
        return
    yield Chart(partial(chart, answer))
    yield Gap()
    yield paragraph(summary(answer))


def chart(answer: Weeks, paper: Paper) -> Iterator[Line]:
    """The strips under the months, the latest weeks where not all of them fit."""
    signs = grid.FINE if paper.fine else grid.ASCII
    strips = (*answer.strips, answer.all)
    wide = min(LABEL, max(width(visible(name(it, answer))) for it in strips))
    tails = [f"  {days.counted(it.weeks, 'week')}" for it in strips]
    room = paper.room - wide - 2 - max(map(len, tails))
    shown = answer.weeks[-room:]
    yield (Span(" " * (wide + 2) + grid.months([it.first for it in shown], room), FAINT),)
    for strip, tail in zip(strips, tails, strict=True):
        label = fit(visible(name(strip, answer)), wide, "…" if paper.fine else "...")
        cells = (mark(it, signs) for it in strip.cells[-room:])
        yield grid.labelled(label, wide, cells, tail)
    yield ()
    yield from flowing(legend(signs), paper)
    if hidden := len(answer.weeks) - len(shown):
        yield from left_out(days.counted(hidden, "earlier week"), paper)


def name(strip: Strip, answer: Weeks) -> str:
    """What a strip is called."""
    return strip.goal or ("all" if strip is answer.all else "no goal")


def mark(cell: Cell, signs: Signs) -> Span:
    """The mark of a week; a blank where the goal was not open."""
    if not cell.entries and not cell.open:
        return Span(" ", FAINT)
    return grid.cell(cell.level, signs, leave=cell.leave)


def legend(signs: Signs) -> Iterator[str]:
    """What the marks mean."""
    none, little, some, much = tuple(signs.levels)
    yield f"{none} none"
    yield f"{little} under 1 h"
    yield f"{some} 1 to 3 h"
    yield f"{much} over 3 h"
    yield f"{signs.leave} leave"
    yield "blank: not open"


def summary(answer: Weeks) -> str:
    """How many weeks had CPD."""
    first, last = answer.weeks[0].first, answer.weeks[-1].last
    span = f"{days.near(first, answer.as_of)} to {days.near(last, answer.as_of)}"
    return f"Weeks with CPD: {answer.all.weeks}, {span}; {hours(answer.all.minutes)} h."


def sentences(answer: Weeks) -> Iterator[str]:
    """The same in sentences."""
    yield f"Which weeks served which goal, as of {days.spoken(answer.as_of)}."
    if not answer.all.weeks:
        yield "No entries in these weeks."
        return
    for strip in answer.strips:
        title = f", {strip.title}" if strip.title else ""
        weeks = days.counted(strip.weeks, "week")
        yield days.sentence(f"{name(strip, answer)}{title}: {weeks}, {hours(strip.minutes)} hours")
    yield summary(answer).replace(" h.", " hours.")


def document(answer: Weeks) -> documents.Document:
    """Each strip with its weeks."""
    return {
        "schema": "cpdlog/weeks@1",
        "as_of": documents.iso(answer.as_of),
        "weeks": [documents.period(it) for it in answer.weeks],
        "strips": [strip_of(it) for it in answer.strips],
        "all": strip_of(answer.all),
    }


def strip_of(strip: Strip) -> documents.Document:
    """One strip."""
    return {
        "goal": strip.goal or None,
        "weeks": strip.weeks,
        "minutes": strip.minutes,
        "cells": [
            {"minutes": it.minutes, "entries": it.entries, "leave": it.leave, "open": it.open}
            for it in strip.cells
        ],
    }


def rows(answer: Weeks) -> Iterator[tuple[str, ...]]:
    """The minutes of each goal and week."""
    yield ("goal", *(it.first.isoformat() for it in answer.weeks))
    for strip in (*answer.strips, answer.all):
        yield (name(strip, answer), *(str(it.minutes) for it in strip.cells))
