"""The plan against the calendar as a chart of a page."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cpdlog.export.html_shapes import Chart, Label, Line, Rect
from cpdlog.model import civil
from cpdlog.progress.timeline import Bar, Timeline
from cpdlog.render import goal_words
from cpdlog.render import timeline as words

ROW, BAR, TOP = 22, 10, 22
LEFT, MIDDLE, TAIL = 110, 470, 130
LETTERS = 15  # of a goal's id
NAME = 34  # that a month's name takes


class Scale(NamedTuple):
    """Where days lie."""

    first: date
    days: int

    def x(self, day: date) -> float:
        """The place of a day."""
        share = (day - self.first).days / self.days
        return LEFT + MIDDLE * min(1.0, max(0.0, share))


def chart(answer: Timeline) -> Chart:
    """A bar a goal under the months, with its due date and the day of the question."""
    first, last = answer.months[0].first, answer.months[-1].last
    scale = Scale(first, (last - first).days + 1)
    deep = TOP + len(answer.bars) * ROW
    today = scale.x(answer.as_of)
    return Chart(
        name="timeline",
        title="When the goals began and are due",
        words=" ".join(words.sentences(answer)),
        width=LEFT + MIDDLE + TAIL,
        height=deep,
        rects=tuple(rect for row, it in enumerate(answer.bars) for rect in rects(it, row, scale)),
        lines=(Line(((today, TOP - 4), (today, deep)), "today"),),
        labels=(*months(answer, scale), *standings(answer)),
        names=tuple(names(answer)),
        beside=LEFT,
        legend=(("bar good", "open"), ("due", "due"), ("today", "today")),
    )


def rects(it: Bar, row: int, scale: Scale) -> Iterator[Rect]:
    """The time in which a goal was open, and its due date."""
    y = TOP + row * ROW
    left, right = scale.x(it.first), scale.x(it.last)
    style = goal_words.standing_style(it.report)
    yield Rect(left, y + 3, max(2.0, right - left), BAR, f"bar {style}", 3)
    if it.due:
        yield Rect(scale.x(it.due) - 2, y, 4, BAR + 6, "due")


def months(answer: Timeline, scale: Scale) -> Iterator[Label]:
    """The names of months, as many as there is room for; a year in place of January."""
    room = MIDDLE / len(answer.months)
    stride = next(it for it in words.STRIDES if it * room >= NAME or it == words.STRIDES[-1])
    for month in answer.months:
        number = month.first.month
        if (number - 1) % stride == 0:
            text = civil.MONTHS[number - 1][:3] if number > 1 else str(month.first.year)
            yield Label(scale.x(month.first), TOP - 9, text)


def names(answer: Timeline) -> Iterator[Label]:
    """The goals before their bars."""
    for row, it in enumerate(answer.bars):
        name = it.report.goal.id
        text = name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"
        yield Label(0, baseline(row), text)


def standings(answer: Timeline) -> Iterator[Label]:
    """Where the goals stand behind their bars."""
    for row, it in enumerate(answer.bars):
        standing = goal_words.standing(it.report, answer.as_of)
        yield Label(LEFT + MIDDLE + 8, baseline(row), standing)


def baseline(row: int) -> float:
    """Where the text of a row stands."""
    return TOP + row * ROW + 12
