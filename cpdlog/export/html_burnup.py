"""A goal's burn-up as a chart of a page."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.export.html_shapes import Chart, Label, Line, Rect
from cpdlog.progress.series import GoalDetail, Point
from cpdlog.render import burnup, goal_facts, goal_words

WIDTH, HEIGHT = 420, 190
LEFT, RIGHT, TOP, BOTTOM = 76, 12, 14, 26
INSIDE, DEEP = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
GAP = 0.2  # of the room of a point, between two bars
NAME = 34  # that a month's name takes


class Plot(NamedTuple):
    """Where days and amounts lie."""

    points: tuple[Point, ...]
    top: Decimal

    @property
    def step(self) -> float:
        """The room of a point."""
        return INSIDE / len(self.points)

    def x(self, place: float) -> float:
        """The left edge of a point."""
        return LEFT + place * self.step

    def y(self, amount: Decimal) -> float:
        """The height of an amount."""
        return TOP + DEEP * (1 - float(min(amount, self.top) / self.top))


def chart(detail: GoalDetail, as_of: date) -> Chart:
    """Done by then as bars, an even pace as a line, and where it leads."""
    plot = Plot(detail.series, burnup.top_of(detail))
    style = goal_words.standing_style(detail.report)
    goal = detail.report.goal
    leads = (
        detail.report.open and detail.report.forecast is not None and plot.points[-1].done is None
    )
    return Chart(
        name=f"course-{goal.id}",
        title=f"Course of {goal.id}",
        words=words(detail, as_of),
        width=WIDTH,
        height=HEIGHT,
        rects=tuple(bars(plot, style)),
        lines=(floor(plot), *pace(plot), *(forecast(plot, detail) if leads else ())),
        labels=(*amounts(plot, detail), *months(plot)),
        legend=tuple(legend(plot, style, leads=leads)),
    )


def words(detail: GoalDetail, as_of: date) -> str:
    """What is to be seen, in a sentence."""
    facts = dict(goal_facts.facts(detail, as_of))
    told = (f"; {it.lower()} {facts[it]}" for it in ("Expected today", "Forecast") if it in facts)
    return f"{goal_words.progress(detail.report)} done{''.join(told)}."


def bars(plot: Plot, style: str) -> Iterator[Rect]:
    """A bar for what was done by each point."""
    for place, point in enumerate(plot.points):
        if point.done:
            y = plot.y(point.done)
            wide = plot.step * (1 - GAP)
            yield Rect(plot.x(place), y, wide, TOP + DEEP - y, f"bar {style}")


def floor(plot: Plot) -> Line:
    """The line that the bars stand on."""
    return Line(((LEFT, TOP + DEEP), (plot.x(len(plot.points)), TOP + DEEP)), "axis")


def pace(plot: Plot) -> Iterator[Line]:
    """An even pace, where there is a due date."""
    found = tuple(
        (plot.x(place + (1 - GAP) / 2), plot.y(point.expected))
        for place, point in enumerate(plot.points)
        if point.expected is not None
    )
    if len(found) > 1:
        yield Line(found, "pace")


def forecast(plot: Plot, detail: GoalDetail) -> Iterator[Line]:
    """From where the goal is to where the recent rate leads."""
    report = detail.report
    known = [place for place, point in enumerate(plot.points) if point.done is not None]
    if report.done is not None and report.forecast is not None and known:
        middle = (1 - GAP) / 2
        yield Line(
            (
                (plot.x(known[-1] + middle), plot.y(report.done)),
                (plot.x(len(plot.points) - 1 + middle), plot.y(report.forecast)),
            ),
            "forecast",
        )


def amounts(plot: Plot, detail: GoalDetail) -> Iterator[Label]:
    """The amounts at the upper edge, in the middle where it is whole, and at the floor."""
    for row, text in burnup.side_labels(detail.report, plot.top).items():
        share = Decimal(row + 1) / burnup.ROWS
        yield Label(LEFT - 8, plot.y(plot.top * share) + 4, text, "end")
    yield Label(LEFT - 8, TOP + DEEP + 4, "0", "end")


def months(plot: Plot) -> Iterator[Label]:
    """Names of months where they begin, as many as there is room for; a year for January."""
    begins = [
        (place, point)
        for place, point in enumerate(plot.points)
        if not place or burnup.month_of(plot.points[place - 1]) != burnup.month_of(point)
    ]
    weekly = len(begins) < len(plot.points)
    if weekly and len(begins) > 1 and plot.x(begins[1][0]) - LEFT < NAME:
        del begins[0]  # the end of a month, whose name would lie under the next
    room = INSIDE / len(begins)
    stride = next((it for it in burnup.STRIDES if it * room >= NAME), burnup.STRIDES[-1])
    for place, point in begins:
        if (point.day.month - 1) % stride == 0:
            yield Label(plot.x(place), HEIGHT - 8, burnup.name(point))


def legend(plot: Plot, style: str, *, leads: bool) -> Iterator[tuple[str, str]]:
    """What the marks mean."""
    yield f"bar {style}", "done so far"
    if plot.points[0].expected is not None:
        yield "pace", "even pace"
    if leads:
        yield "forecast", "at the rate of the last 8 weeks"
