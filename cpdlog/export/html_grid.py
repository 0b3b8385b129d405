"""Weeks of goals and days of a year as charts of a page."""

from collections.abc import Iterator, Sequence
from datetime import date

from cpdlog.export.html_shapes import Chart, Label, Rect
from cpdlog.model import civil
from cpdlog.model.period import DAY
from cpdlog.progress.calendar import Calendar
from cpdlog.progress.weeks import Cell, Strip, Weeks
from cpdlog.render import calendar as day_words
from cpdlog.render import weeks as week_words

CELL, BETWEEN = 11, 2
STEP = CELL + BETWEEN
TOP = 20
LEFT, TAIL = 100, 74  # for names before the cells, and figures behind them
NAMES = 30
WEEK, THURSDAY = 7, 3
LETTERS = 14  # of a goal's id
CORNER = 2


def weeks(answer: Weeks) -> Chart:
    """A row a goal, a square a week."""
    strips = (*answer.strips, answer.all)
    return Chart(
        name="weeks",
        title="Which weeks served which goal",
        words=" ".join(week_words.sentences(answer)),
        width=LEFT + len(answer.weeks) * STEP + TAIL,
        height=TOP + len(strips) * STEP,
        rects=tuple(rect for row, it in enumerate(strips) for rect in week_cells(it, row)),
        labels=(*months([it.first for it in answer.weeks], LEFT), *counts(answer, strips)),
        names=tuple(names(answer, strips)),
        beside=LEFT,
        legend=(
            *levels(("none", "under 1 h", "1 to 3 h", "over 3 h")),
            ("level leave", "leave"),
        ),
        latest=True,
    )


def names(answer: Weeks, strips: Sequence[Strip]) -> Iterator[Label]:
    """The goals' names."""
    for row, it in enumerate(strips):
        name = week_words.name(it, answer)
        text = name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"
        yield Label(0, baseline(row), text)


def counts(answer: Weeks, strips: Sequence[Strip]) -> Iterator[Label]:
    """How many weeks served each."""
    right = LEFT + len(answer.weeks) * STEP + BETWEEN
    for row, it in enumerate(strips):
        yield Label(right, baseline(row), f"{it.weeks} week{'' if it.weeks == 1 else 's'}")


def baseline(row: int) -> float:
    """Where the text of a row stands."""
    return TOP + row * STEP + CELL - 1


def week_cells(strip: Strip, row: int) -> Iterator[Rect]:
    """The squares of one goal; none for weeks in which it was not open."""
    for place, cell in enumerate(strip.cells):
        if cell.open or cell.entries:
            yield square(LEFT + place * STEP, TOP + row * STEP, level(cell))


def level(cell: Cell) -> str:
    """The style of a week."""
    return "leave" if cell.leave and not cell.entries else f"l{cell.level}"


def days(answer: Calendar) -> Chart:
    """A row a weekday, a column a week."""
    first = answer.days[0].day - DAY * answer.days[0].day.weekday()
    columns = (answer.days[-1].day - first).days // WEEK + 1
    mondays = [first + DAY * WEEK * number for number in range(columns)]
    return Chart(
        name="days",
        title="CPD by day",
        words=" ".join(day_words.sentences(answer)),
        width=NAMES + columns * STEP,
        height=TOP + WEEK * STEP,
        rects=tuple(day_cells(answer, first)),
        labels=tuple(months(mondays, NAMES)),
        names=tuple(weekdays()),
        beside=NAMES,
        legend=(
            *levels(("none", "under 30 min", "30 to 90 min", "over 90 min")),
            ("level leave", "leave"),
        ),
        latest=True,
    )


def day_cells(answer: Calendar, first: date) -> Iterator[Rect]:
    """The squares of the days."""
    for it in answer.days:
        week, weekday = divmod((it.day - first).days, WEEK)
        style = "leave" if it.leave and not it.entries else f"l{it.level}"
        yield square(NAMES + week * STEP, TOP + weekday * STEP, style)


def weekdays() -> Iterator[Label]:
    """Every other weekday's name."""
    for row, name in enumerate(day_words.NAMES):
        if name:
            yield Label(0, baseline(row), name)


def square(x: float, y: float, style: str) -> Rect:
    """One cell."""
    return Rect(x, y, CELL, CELL, f"level {style}", CORNER)


def months(mondays: Sequence[date], left: float) -> Iterator[Label]:
    """The names of months above the weeks in which they begin."""
    for place, monday in enumerate(mondays):
        thursday = monday + DAY * THURSDAY
        if thursday.day <= WEEK:
            yield Label(left + place * STEP, TOP - 7, civil.MONTHS[thursday.month - 1][:3])


def levels(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the shades mean."""
    return ((f"level l{number}", text) for number, text in enumerate(words))
