"""Rows of marks under the names of months: weeks of goals, and days of a year."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from cpdlog.model import civil
from cpdlog.model.period import DAY
from cpdlog.render.blocks import FAINT, GOOD, PLAIN, Line, Span

ROOM = 3  # weeks that a name takes
THURSDAY = DAY * 3  # the day that decides which month or year a week is in


class Signs(NamedTuple):
    """A sign for each level from none to the highest, and one for leave."""

    levels: str
    leave: str


ASCII = Signs(".123", "-")
FINE = Signs("·░▒█", "╌")


def cell(level: int, signs: Signs, *, leave: bool) -> Span:
    """One mark; leave is shown only where there was nothing."""
    if level:
        return Span(signs.levels[level], GOOD)
    return Span(signs.leave if leave else signs.levels[0], FAINT)


def runs(cells: Iterable[Span]) -> Iterator[Span]:
    """Marks of one colour put together."""
    for style, same in groupby(cells, key=lambda span: span.style):
        yield Span("".join(span.text for span in same), style)


def months(mondays: Sequence[date], room: int) -> str:
    """The names of months above the weeks in which they begin; the first one, and a year's."""
    line = ""
    for place, monday in enumerate(mondays):
        thursday = monday + THURSDAY
        begins = (thursday - DAY * 7).month != thursday.month
        lasts = (thursday + DAY * 7 * ROOM).month == thursday.month  # before the next name
        if (begins and (not line or len(line) < place)) or (not place and lasts):
            line = f"{line:<{place}}{civil.MONTHS[thursday.month - 1][:3]}"
    return line[:room]


def labelled(label: str, wide: int, cells: Iterable[Span], tail: str = "") -> Line:
    """A row: its label, its marks, and a figure behind them."""
    return (Span(f"{label:<{wide}}  ", PLAIN), *runs(cells), *([Span(tail, FAINT)] if tail else []))
