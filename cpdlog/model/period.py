"""Spans of days, both ends inclusive, and the calendar they are cut from."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from cpdlog.model import civil

DAY = timedelta(days=1)


class Period(NamedTuple):
    """A span of days.

    Attributes:
        first: Its first day; 1950-01-01 where it has always been open.
        last: Its last day, which belongs to it; 2100-12-31 where it never ends.
        name: What it is typed as.
    """

    first: date
    last: date
    name: str = ""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def contains(self, day: date) -> bool:
        """Whether `day` belongs to it."""
        return self.first <= day <= self.last

    def parts(self, holding: "Unit") -> tuple["Period", ...]:
        """This period cut where weeks, months, quarters or years begin.

        Each day lies in exactly one part, so that the sum over the parts is that of the whole; the
        first and the last part may be pieces of what they are named after.

        Args:
            holding: `week`, `month`, `quarter`, or another function that gives what holds a day.
        """
        found = []
        first = self.first
        while first <= self.last:
            whole = holding(first)
            found.append(Period(first, min(whole.last, self.last), whole.name))
            first = whole.last + DAY
        return tuple(found)


Unit: TypeAlias = Callable[[date], Period]


def week(day: date) -> Period:
    """The ISO week, Monday to Sunday, that holds `day`; the week decides which year it is in."""
    year, number, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    return Period(first, first + timedelta(days=6), f"{year}-W{number:02}")


def month(day: date) -> Period:
    """The month that holds `day`."""
    last = day.replace(day=civil.days_in(day.year, day.month))
    return Period(day.replace(day=1), last, f"{day.year}-{day.month:02}")


def quarter(day: date) -> Period:
    """The quarter of the calendar year that holds `day`."""
    number = (day.month + 2) // 3
    last = month(date(day.year, number * 3, 1)).last
    return Period(date(day.year, number * 3 - 2, 1), last, f"{day.year}-Q{number}")


def calendar_year(day: date) -> Period:
    """The calendar year that holds `day`."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), str(day.year))


def cpd_year(day: date, year_starts: tuple[int, int]) -> Period:
    """The CPD year that holds `day`.

    Args:
        day: Any day.
        year_starts: Month and day on which CPD years begin; one that begins on 29 February begins
            on the 28th in years that have no such day.
    """
    first = year_start(day.year, year_starts)
    if day < first:
        first = year_start(day.year - 1, year_starts)
    last = year_start(first.year + 1, year_starts) - DAY
    if year_starts == (1, 1):
        return Period(first, last, str(first.year))
    return Period(first, last, f"{first.year}/{(first.year + 1) % 100:02}")


def year_start(year: int, year_starts: tuple[int, int]) -> date:
    """The day on which the CPD year that begins in `year` does so."""
    starts_month, starts_day = year_starts
    return date(year, starts_month, min(starts_day, civil.days_in(year, starts_month)))
