"""Civil dates: which there are, how they are written, and what a month or a year later is.

A date has no time and no zone. Names of months and weekdays are our own: those of the system
change with its language.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from cpdlog.model.grammar import NotUnderstood, quoted

# A wider calendar would only make room for slips: 20226, 0206.
FIRST = date(1950, 1, 1)
LAST = date(2100, 12, 31)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2

ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Compiled where the first text asks for them: most commands see none.
LOOSE = r"(?a)(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})"
SLASHED = r"(?a)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})"
LENGTH = r"(?a)P([1-9]\d{0,2})([YMWD])"


class Length(NamedTuple):
    """A length of time: a number, from 1, of years `Y`, months `M`, weeks `W` or days `D`."""

    number: int
    unit: str


def iso(text: str) -> date:
    """The date that a file gives as `YYYY-MM-DD`.

    Raises:
        NotUnderstood: It is written otherwise, is in no calendar, or is not from 1950 to 2100.
    """
    if not ISO.fullmatch(text):
        raise NotUnderstood(*not_iso(text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return exact(int(text[:4]), int(text[5:7]), int(text[8:]))
    return allowed(day)


def exact(year: int, month: int, day: int) -> date:
    """This very date.

    Raises:
        NotUnderstood: There is none, and the message says why, or it is not from 1950 to 2100.
    """
    typed = f"{year:04}-{month:02}-{day:02}"
    if not 1 <= month <= len(MONTHS):
        raise NotUnderstood(f"{typed} does not exist: months go from 1 to 12.")
    if not 1 <= day <= days_in(year, month):
        name = f"{MONTHS[month - 1]} {year}"
        raise NotUnderstood(f"{typed} does not exist: {name} has {days_in(year, month)} days.")
    if not FIRST.year <= year <= LAST.year:
        raise outside(typed)
    return date(year, month, day)


def allowed(day: date) -> date:
    """`day`, where it is from 1950 to 2100; otherwise NotUnderstood is raised."""
    if not FIRST <= day <= LAST:
        raise outside(day.isoformat())
    return day


def outside(typed: str) -> NotUnderstood:
    """The refusal of a day that no journal has."""
    return NotUnderstood(f"{typed} is not from {FIRST.year} to {LAST.year}.", "Is it a slip?")


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return DAYS[month - 1] + (leap and month == FEBRUARY)


def not_iso(text: str) -> tuple[str, str]:
    """Why `text` is no date of the form `YYYY-MM-DD`, and what to write."""
    ways = readings(text)
    if len(ways) > 1:
        return f"{quoted(text)} can be read in two ways.", f"Write {' or '.join(ways)}."
    return f"{quoted(text)} is not a date.", f"Write {ways[0] if ways else 'YYYY-MM-DD'}."


def readings(text: str) -> list[str]:
    """What `2026-1-2`, `20260102` or `01/02/2026` may mean, as `YYYY-MM-DD`; days first."""
    if loose := re.fullmatch(LOOSE, text):
        numbers = [(loose[1], loose[3], loose[4])]
    elif slashed := re.fullmatch(SLASHED, text):
        numbers = [(slashed[4], slashed[3], slashed[1]), (slashed[4], slashed[1], slashed[3])]
    else:
        return []
    ways = [f"{year}-{month:0>2}-{day:0>2}" for year, month, day in numbers]
    return [way for way in dict.fromkeys(ways) if exists(way)]


def exists(text: str) -> bool:
    """Whether a calendar has the date `YYYY-MM-DD`."""
    try:
        iso(text)
    except NotUnderstood:
        return False
    return True


def in_words(day: date) -> str:
    """`Mon 23 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short(day)} {day.year}"


def short(day: date) -> str:
    """`23 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where there is none such.

    Adding is not reversible, so multiples are added to the start and never step by step.

    Raises:
        ValueError: Python's calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def read_length(text: str) -> Length:
    """The length of time written as `P3Y`, `P6M`, `P2W` or `P31D` (ISO 8601, one unit).

    Raises:
        NotUnderstood: It is anything else, or the number is not from 1 to 999.
    """
    found = re.fullmatch(LENGTH, text)
    if not found:
        raise NotUnderstood(f"{quoted(text)} is not a length of time.", "Write P3Y, P6M or P31D.")
    return Length(int(found[1]), found[2])


def plus_length(day: date, length: Length, times: int = 1) -> date:
    """The day that lies so many lengths after `day`, or before it where `times` is negative.

    Raises:
        ValueError, OverflowError: Python's calendar ends before.
    """
    number = length.number * times
    match length.unit:
        case "Y":
            return add_months(day, number * 12)
        case "M":
            return add_months(day, number)
        case "W":
            return day + timedelta(weeks=number)
        case _:
            return day + timedelta(days=number)
