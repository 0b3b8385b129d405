"""How steadily a record was kept: the gaps in it, and the weeks with entries. Leave is no gap."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import DAY, Period, week
from cpdlog.model.settings import Pause
from cpdlog.progress.spans import is_leave, leave


class Gap(NamedTuple):
    """Days without an entry, both ends inclusive.

    Attributes:
        days: How many they are without those of leave; at least one.
        leave: How many days of leave lie among them.
    """

    first: date
    last: date
    days: int
    leave: int


class Rhythm(NamedTuple):
    """How steadily a record was kept.

    Attributes:
        gaps: The longest first, the earlier of two that are as long.
        weeks: How many weeks there are, without those of leave that have no entry.
        active: How many of them have an entry.
        without: Those that have none.
    """

    gaps: tuple[Gap, ...] = ()
    weeks: int = 0
    active: int = 0
    without: tuple[Period, ...] = ()


def rhythm(entries: Iterable[Entry], span: Period, pauses: Iterable[Pause]) -> Rhythm:
    """How steadily entries were made in a span.

    It is counted from the first entry of all, because before it there was no record to keep, and
    up to the last day of the span, so that one that stopped does not look steady.
    """
    every = {entry.day for entry in entries}
    first = max(span.first, min(every, default=span.last + DAY))
    if first > span.last:
        return Rhythm()
    span = Period(first, span.last)
    days = sorted(day for day in every if span.contains(day))
    off = leave(pauses, span.first, span.last)
    parts = span.parts(week)
    active = [part for part in parts if holds(days, part)]
    without = [part for part in parts if not holds(days, part) and not is_leave(part, off)]
    return Rhythm(
        gaps=tuple(sorted(gaps(days, span, off), key=lambda gap: (-gap.days, gap.first))),
        weeks=len(active) + len(without),
        active=len(active),
        without=tuple(without),
    )


def holds(days: list[date], part: Period) -> bool:
    """Whether one of the days, which are sorted, lies in a week."""
    return bisect_left(days, part.first) < bisect_right(days, part.last)


def gaps(days: list[date], span: Period, off: frozenset[date]) -> Iterable[Gap]:
    """The gaps before, between and after the days of entries, which are sorted."""
    leave_days = sorted(off)
    for before, after in pairwise([span.first - DAY, *days, span.last + DAY]):
        first, last = before + DAY, after - DAY
        taken = bisect_right(leave_days, last) - bisect_left(leave_days, first)
        counted = (after - before).days - 1 - taken
        if counted > 0:
            yield Gap(first, last, counted, taken)
