"""A year of days: when there was CPD, how much, and how long there was none."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cpdlog.model.period import DAY, Period
from cpdlog.model.record import Record
from cpdlog.progress.rhythm import Rhythm, rhythm
from cpdlog.progress.spans import leave, shown
from cpdlog.progress.weeks import latest

HALF_HOUR, HOUR_AND_A_HALF = 30, 90


class Day(NamedTuple):
    """One day.

    Attributes:
        day: The day.
        minutes: Recorded.
        entries: How many entries there are, also those without hours.
        leave: Whether it was leave.
    """

    day: date
    minutes: int = 0
    entries: int = 0
    leave: bool = False

    @property
    def level(self) -> int:
        """0 without an entry, 1 under half an hour or without hours, 2 up to 90 minutes, 3."""
        if not self.entries:
            return 0
        return 1 + (self.minutes >= HALF_HOUR) + (self.minutes > HOUR_AND_A_HALF)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days, one by one.

    Attributes:
        days: Every day of what is shown, up to `as_of`; empty where all of it is to come.
        minutes: Recorded on all of them.
        active: How many have an entry.
        rhythm: The gaps between them, and the weeks.
    """

    as_of: date
    days: tuple[Day, ...]
    minutes: int
    active: int
    rhythm: Rhythm


def calendar(record: Record, as_of: date, period: Period | None = None) -> Calendar:
    """The days of a period, or of the last 53 weeks where it is None."""
    entries = record.counted(as_of)
    span = shown(period, entries, as_of) if period else latest(as_of)
    if span is None:
        return Calendar(as_of, (), 0, 0, Rhythm())
    off = leave(record.settings.pauses, span.first, span.last)
    dates = (span.first + DAY * number for number in range(span.days))
    days = {day: Day(day, leave=day in off) for day in dates}
    for entry in entries:
        if day := days.get(entry.day):
            minutes = day.minutes + (entry.minutes or 0)
            days[entry.day] = day._replace(minutes=minutes, entries=day.entries + 1)
    return Calendar(
        as_of=as_of,
        days=tuple(days.values()),
        minutes=sum(day.minutes for day in days.values()),
        active=sum(day.entries > 0 for day in days.values()),
        rhythm=rhythm(entries, span, record.settings.pauses),
    )
