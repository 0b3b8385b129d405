"""The plan against the calendar."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from cpdlog.model import civil
from cpdlog.model.period import Period
from cpdlog.model.visible import fit, visible, width
from cpdlog.progress.timeline import Bar, Timeline
from cpdlog.render import days, documents, goal_sentences, goal_words
from cpdlog.render.blocks import (
    FAINT,
    STRONG,
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
from cpdlog.render.goal_list import FIRST
from cpdlog.render.layout import flowing, left_out

LISTED = False
LABEL = 16  # cells of a goal's id at most
ROOMY = 60  # cells of a line that has room for standings too
WIDEST = 4  # cells of a month
BLANKS = "  "
LABELLED = 4  # cells of a year
STRIDES = (1, 2, 3, 6, 12)  # months between two labels


class Signs(NamedTuple):
    """What a chart is drawn with."""

    open: str
    due: str
    today: str


SIGNS = {False: Signs("=", "D", "^"), True: Signs("━", "◆", "│")}


def blocks(answer: Timeline) -> Iterator[Block]:
    """A bar a goal under the months."""
    yield Heading("The plan against the calendar", civil.in_words(answer.as_of))
    yield Gap()
    if not answer.bars:
        yield paragraph("No goals in this time. Add one:")
        yield Steps((FIRST,))
        return
    yield Chart(partial(chart, answer))


class Scale(NamedTuple):
    """Where days lie in a chart: its months, and the cells of each."""

    months: tuple[Period, ...]
    cell: int

    @property
    def cells(self) -> int:
        """The cells of all months."""
        return len(self.months) * self.cell

    def at(self, day: date) -> int:
        """The cell of a day; before the first cell or behind the last where it lies outside."""
        first = self.months[0].first
        months = (day.year - first.year) * 12 + day.month - first.month
        within = (day.day - 1) * self.cell // civil.days_in(day.year, day.month)
        return months * self.cell + within


def chart(answer: Timeline, paper: Paper) -> Iterator[Line]:
    """The bars with the standing behind each; the latest months where not all of them fit."""
    wide = min(LABEL, max(width(visible(it.report.goal.id)) for it in answer.bars))
    told = paper.room >= ROOMY
    tails = [goal_words.standing(it.report, answer.as_of) if told else "" for it in answer.bars]
    room = paper.room - wide - 2 * len(BLANKS) - max(map(len, tails))
    months = answer.months[-room:]
    scale = Scale(months, min(WIDEST, room // len(months)))
    yield (Span(" " * (wide + len(BLANKS)) + names(scale), FAINT),)
    for it, tail in zip(answer.bars, tails, strict=True):
        label = fit(visible(it.report.goal.id), wide, "…" if paper.fine else "...")
        yield (
            Span(f"{label:<{wide}}{BLANKS}"),
            *drawn(it, scale, answer.as_of, SIGNS[paper.fine]),
            Span(f"{BLANKS}{tail}", goal_words.standing_style(it.report)),
        )
    yield ()
    yield from flowing(legend(SIGNS[paper.fine]), paper)
    if hidden := len(answer.months) - len(months):
        yield from left_out(days.counted(hidden, "earlier month"), paper)


def names(scale: Scale) -> str:
    """The names of months, as many as there is room for, and a year in place of January."""
    stride = next(it for it in STRIDES if it * scale.cell > LABELLED)
    line = ""
    for place, month in enumerate(scale.months):
        number = month.first.month
        if (number - 1) % stride == 0 and (not line or len(line) < place * scale.cell):
            name = civil.MONTHS[number - 1][:3] if number > 1 else str(month.first.year)
            line = f"{line:<{place * scale.cell}}{name}"
    return line[: scale.cells].ljust(scale.cells)


def drawn(it: Bar, scale: Scale, as_of: date, signs: Signs) -> Iterator[Span]:
    """The time in which a goal was open, its due date, and the day of the question."""
    style = goal_words.standing_style(it.report)
    cells = [Span(" ")] * scale.cells
    for place in range(max(0, scale.at(it.first)), min(scale.cells - 1, scale.at(it.last)) + 1):
        cells[place] = Span(signs.open, style)
    marks = ((as_of, Span(signs.today, FAINT)), (it.due, Span(signs.due, STRONG)))
    for day, mark in marks:
        if day and 0 <= scale.at(day) < scale.cells:
            cells[scale.at(day)] = mark
    for kind, same in groupby(cells, key=lambda span: span.style):
        yield Span("".join(span.text for span in same), kind)


def legend(signs: Signs) -> tuple[str, ...]:
    """What the marks mean."""
    return f"{signs.open} open", f"{signs.due} due", f"{signs.today} today"


def sentences(answer: Timeline) -> Iterator[str]:
    """The same in sentences."""
    yield f"The plan against the calendar, as of {days.spoken(answer.as_of)}."
    for it in answer.bars:
        due = f", due {days.spoken(it.due)}" if it.due else ", no due date"
        standing = goal_sentences.standing(it.report)
        yield f"Goal {it.report.goal.id}: from {days.spoken(it.first)}{due}. {standing}."


def document(answer: Timeline) -> documents.Document:
    """Each goal with its days."""
    return {
        "schema": "cpdlog/timeline@1",
        "as_of": documents.iso(answer.as_of),
        "goals": [
            {
                "id": it.report.goal.id,
                "title": it.report.goal.title,
                "from": documents.iso(it.first),
                "to": documents.iso(it.last),
                "due": documents.iso(it.due),
                "standing": it.report.standing,
            }
            for it in answer.bars
        ],
    }


def rows(answer: Timeline) -> Iterator[tuple[str, ...]]:
    """A goal a line."""
    yield ("goal", "title", "from", "to", "due", "standing")
    for it in answer.bars:
        goal, due = it.report.goal, it.due.isoformat() if it.due else ""
        standing = goal_words.standing(it.report)
        yield (goal.id, goal.title, it.first.isoformat(), it.last.isoformat(), due, standing)
