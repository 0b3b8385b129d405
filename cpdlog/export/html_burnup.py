"""A goal's burn-up as a chart of a page."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.export.html_shapes import Chart, Label, Line, Rect
from cpdlog.model.period import DAY, Period, month
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.series import GoalDetail, Point
from cpdlog.render import burnup, goal_facts, goal_words

WIDTH, HEIGHT = 420, 190
LEFT, RIGHT, TOP, BOTTOM = 76, 12, 14, 26
INSIDE, DEEP = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
GAP = 0.2  # of the room of a bar, before it
NOTHING = Decimal(0)
NAME = 34  # that a month's name takes


class Plot(NamedTuple):
    """Where days and amounts lie.

    Attributes:
        span: From the day on which the goal began to that of the last point.
        top: The amount at the upper edge.
    """

    span: Period
    top: Decimal

    def x(self, day: date) -> float:
        """Where a day ends."""
        return LEFT + INSIDE * ((day - self.span.first).days + 1) / self.span.days

    def y(self, amount: Decimal) -> float:
        """The height of an amount."""
        return TOP + DEEP * (1 - float(min(amount, self.top) / self.top))

    def line(self, style: str, *ends: tuple[date, Decimal]) -> Line:
        """Straight pieces from day to day."""
        return Line(tuple((self.x(day), self.y(amount)) for day, amount in ends), style)


def chart(detail: GoalDetail, as_of: date) -> Chart:
    """Done by then as bars, an even pace as a line, and where it leads."""
    report, last = detail.report, detail.series[-1]
    plot = Plot(Period(report.start, last.day), burnup.top_of(detail))
    style = goal_words.standing_style(report)
    leads = tuple(forecast(plot, report, as_of)) if report.open and last.done is None else ()
    return Chart(
        name=f"course-{report.goal.id}",
        title=f"Course of {report.goal.id}",
        words=words(detail, as_of),
        width=WIDTH,
        height=HEIGHT,
        rects=tuple(bars(plot, detail.series, style)),
        lines=(
            Line(((LEFT, TOP + DEEP), (LEFT + INSIDE, TOP + DEEP)), "axis"),
            *pace(plot, report),
            *leads,
        ),
        labels=(*amounts(plot, detail), *months(plot)),
        legend=tuple(legend(report, style, leads=bool(leads))),
    )


def words(detail: GoalDetail, as_of: date) -> str:
    """What is to be seen, in a sentence."""
    facts = dict(goal_facts.facts(detail, as_of))
    told = (f"; {it.lower()} {facts[it]}" for it in ("Expected today", "Forecast") if it in facts)
    return f"{goal_words.progress(detail.report)} done{''.join(told)}."


def bars(plot: Plot, points: tuple[Point, ...], style: str) -> Iterator[Rect]:
    """A bar for what was done by each point, as wide as the days since the point before."""
    begins = plot.x(plot.span.first - DAY)
    for point in points:
        ends = plot.x(point.day)
        if point.done:
            y, wide = plot.y(point.done), (ends - begins) * (1 - GAP)
            yield Rect(ends - wide, y, wide, TOP + DEEP - y, f"bar {style}")
        begins = ends


def pace(plot: Plot, report: GoalReport) -> Iterator[Line]:
    """An even pace, where there is a due date; after it nothing more is expected."""
    if report.goal.due and report.target:
        due = max(report.start, report.goal.due)
        later = [(plot.span.last, report.target)] if plot.span.last > due else []
        yield plot.line("pace", (report.start, NOTHING), (due, report.target), *later)


def forecast(plot: Plot, report: GoalReport, as_of: date) -> Iterator[Line]:
    """From where the goal is to where the recent rate leads."""
    if report.done is not None and report.forecast is not None:
        yield plot.line("forecast", (as_of, report.done), (plot.span.last, report.forecast))


def amounts(plot: Plot, detail: GoalDetail) -> Iterator[Label]:
    """The amounts at the upper edge, in the middle where it is whole, and at the floor."""
    for row, text in burnup.side_labels(detail.report, plot.top).items():
        share = Decimal(row + 1) / burnup.ROWS
        yield Label(LEFT - 8, plot.y(plot.top * share) + 4, text, "end")
    yield Label(LEFT - 8, TOP + DEEP + 4, "0", "end")


def months(plot: Plot) -> Iterator[Label]:
    """Names of months where they begin, as many as there is room for; a year for January."""
    parts = plot.span.parts(month)
    room = INSIDE / len(parts)
    stride = next((it for it in burnup.STRIDES if it * room >= NAME), burnup.STRIDES[-1])
    begins = [it.first for it in parts if (it.first.month - 1) % stride == 0]
    places = [(plot.x(day - DAY), burnup.name(day)) for day in begins]
    if len(places) > 1 and places[1][0] - places[0][0] < NAME:
        del places[0]  # the end of a month, whose name would lie under the next
    for x, name in places:
        if x + NAME <= WIDTH:
            yield Label(x, HEIGHT - 8, name)


def legend(report: GoalReport, style: str, *, leads: bool) -> Iterator[tuple[str, str]]:
    """What the marks mean."""
    yield f"bar {style}", "done so far"
    if report.goal.due:
        yield "pace", "even pace"
    if leads:
        yield "forecast", "at the rate of the last 8 weeks"
