"""A goal's burn-up: what was done by when, beside an even pace, and where it leads."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from cpdlog.model import civil
from cpdlog.model.visible import width
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.series import GoalDetail, Point
from cpdlog.render import goal_words
from cpdlog.render.blocks import FAINT, STRONG, Line, Paper, Span
from cpdlog.render.layout import flowing

NOTHING = Decimal(0)
ROWS = 8
WIDEST = 5  # cells of a point with the gap after it
EIGHTHS = " ▁▂▃▄▅▆▇█"
ENOUGH = 0.5  # of a cell; where only a whole one can be drawn, so much is drawn as one
LABEL = 4  # cells of a year
STRIDES = (1, 2, 3, 6, 12)  # months between two labels


class Marks(NamedTuple):
    """What a chart is drawn with."""

    full: str
    pace: str
    both: str
    axis: str
    floor: str
    corner: str


ASCII = Marks("#", "-", "+", "|", "_", "|")
FINE = Marks("█", "╌", "▒", "│", "─", "└")


class Plot(NamedTuple):
    """A chart on its way to lines.

    Attributes:
        points: Those there is room for.
        top: The amount at the upper edge.
        cell: Cells of a point, with the gap after it.
        forecast: What the recent rate reaches at the last point; None for none.
        style: What the standing means.
    """

    points: tuple[Point, ...]
    top: Decimal
    cell: int
    forecast: Decimal | None
    style: str
    marks: Marks

    @property
    def bar(self) -> int:
        """Cells of a bar."""
        return max(1, self.cell - (2 if self.cell == WIDEST else 1))

    def level(self, amount: Decimal) -> float:
        """How many rows high an amount is."""
        return float(amount / self.top) * ROWS


def lines(detail: GoalDetail, paper: Paper) -> Iterator[Line]:
    """The chart with its axes and legend."""
    report = detail.report
    labels = side_labels(report, top_of(detail))
    indent = max(map(width, labels.values()))
    plot = plotted(detail, paper, indent + 2)
    for row in reversed(range(ROWS)):
        side = f"{labels.get(row, ''):>{indent}} {plot.marks.axis}"
        yield (Span(side, FAINT), *drawn_row(plot, row))
    floor = plot.marks.floor * (len(plot.points) * plot.cell)
    yield (Span(f"{'0':>{indent}} {plot.marks.corner}{floor}", FAINT),)
    yield (Span(" " * (indent + 2) + months(plot), FAINT),)
    yield ()
    yield from flowing(legend(report, plot), paper)


def top_of(detail: GoalDetail) -> Decimal:
    """The amount at the upper edge: the target, or what went beyond it."""
    return max(detail.report.target or NOTHING, detail.report.done or NOTHING)


def side_labels(report: GoalReport, top: Decimal) -> dict[int, str]:
    """What stands beside the rows whose upper edge is the top and, where it is whole, the half."""
    labels = {ROWS - 1: goal_words.measured(report, top).replace(".0 h", " h")}
    half = report.in_unit(top / 2)
    if half == half.to_integral_value():
        labels[ROWS // 2 - 1] = f"{half:.0f}"
    return labels


def plotted(detail: GoalDetail, paper: Paper, indent: int) -> Plot:
    """The chart that fits on a paper."""
    report, room = detail.report, paper.room - indent
    every = -(-len(detail.series) // room)
    points = detail.series[::-1][::every][::-1]
    return Plot(
        points=points,
        top=top_of(detail),
        cell=min(WIDEST, room // len(points)),
        forecast=report.forecast if report.open and points[-1].done is None else None,
        style=goal_words.standing_style(report),
        marks=FINE if paper.fine else ASCII,
    )


def drawn_row(plot: Plot, row: int) -> Iterator[Span]:
    """One row of the chart, each run of equal marks once."""
    spans = [mark(plot, point, row) for point in plot.points]
    if plot.forecast is not None and at_row(plot, plot.forecast) == row:
        spans[-1] = Span("?" * plot.bar, STRONG)
    gap = plot.cell - plot.bar
    filled = [span._replace(text=span.text + " " * gap) for span in spans]
    for style, same in groupby(filled, key=lambda span: span.style):
        yield Span("".join(span.text for span in same), style)


def mark(plot: Plot, point: Point, row: int) -> Span:
    """What one point shows in one row."""
    filled = 0.0 if point.done is None else plot.level(point.done) - row
    paced = point.expected is not None and at_row(plot, point.expected) == row
    if paced:
        sign = plot.marks.both if filled > 0 else plot.marks.pace
        return Span(sign * plot.bar, plot.style if filled > 0 else FAINT)
    return Span(filling(plot.marks, filled) * plot.bar, plot.style)


def filling(marks: Marks, filled: float) -> str:
    """The sign for how much of a cell is filled, where 1 or more is all of it."""
    if filled <= 0:
        return " "
    if marks is FINE:
        return EIGHTHS[min(8, max(1, round(filled * 8)))]
    return marks.full if filled >= ENOUGH else " "


def at_row(plot: Plot, amount: Decimal) -> int:
    """The row in which an amount lies."""
    return min(ROWS - 1, int(plot.level(amount)))


def months(plot: Plot) -> str:
    """Names of months below the points, and a year below each January."""
    monthly = len({month_of(it) for it in plot.points}) == len(plot.points)
    stride = next((it for it in STRIDES if it * plot.cell > LABEL), STRIDES[-1]) if monthly else 1
    line = ""
    for place, point in enumerate(plot.points):
        begins = place == 0 or month_of(plot.points[place - 1]) != month_of(point)
        if begins and (point.day.month - 1) % stride == 0:
            line = labelled(line, place * plot.cell, name(point.day))
    return line


def month_of(point: Point) -> tuple[int, int]:
    """The month that a point lies in."""
    return point.day.year, point.day.month


def name(day: date) -> str:
    """`Feb`; the year in place of January."""
    return civil.MONTHS[day.month - 1][:3] if day.month > 1 else str(day.year)


def labelled(line: str, place: int, text: str) -> str:
    """The line with a text at its place, where there is room for it."""
    return f"{line:<{place}}{text}" if len(line) < place or not place else line


def legend(report: GoalReport, plot: Plot) -> Iterator[str]:
    """What the marks mean."""
    marks = plot.marks
    yield f"{marks.full} {goal_words.unit_word(report, '')} so far"
    if any(point.expected is not None for point in plot.points):
        yield f"{marks.pace} even pace"
        yield f"{marks.both} both"
    if plot.forecast is not None:
        yield "? forecast"


def sentence(detail: GoalDetail) -> str:
    """What the chart shows, to be read aloud."""
    report = detail.report
    done = (
        f"{goal_words.figure(report, point.done)} by {civil.short(point.day)}"
        for point in detail.series
        if point.done is not None
    )
    return f"Done, in {report.unit}: {', '.join(done)}."
