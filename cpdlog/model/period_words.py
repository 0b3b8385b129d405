"""A period as people type it: a closed grammar, like that of days.

`2026`, `2026-11`, `2026-Q4`, `2026-W47` (ISO weeks, from Monday), `2025/26` (the CPD year that
begins in 2025), `nov`, `nov 2026`, `this-week`, `last month`, `all`, a day, and `FROM..TO`, where
either side may be any of these or nothing. `year` in words is the CPD year, `2026` the calendar's.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from cpdlog.model import civil
from cpdlog.model.day import MONTHS, Asked, find_day
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.period import (
    DAY,
    Period,
    Unit,
    calendar_year,
    cpd_year,
    month,
    quarter,
    week,
    year_start,
)

FORMS = "Write 2026, 2026-11, 2026-Q4, 2026-W47, 2025/26, this-month, last-year, all or FROM..TO."
IN_MONTHS = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
IN_QUARTERS = re.compile(r"(\d{4})-?q([1-4])", re.ASCII)
IN_WEEKS = re.compile(r"(\d{4})-?w(\d{2})", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
TWO_YEARS = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
NAMED_MONTH = re.compile(r"([a-z]+)(?: (\d{4}))?", re.ASCII)
IN_WORDS = re.compile(r"(this|last)[ -](week|month|quarter|year|cycle)")


class Around(NamedTuple):
    """What a period that is named in words depends on."""

    today: date
    year_starts: tuple[int, int]
    cycle: Unit | None
    order: str


def read_period(
    text: str,
    today: date,
    *,
    year_starts: tuple[int, int] = (1, 1),
    cycle: Unit | None = None,
    order: str = "",
) -> Period:
    """The period that `text` names.

    Args:
        text: What was typed.
        today: The day that `this` and `last` are counted from.
        year_starts: Month and day on which CPD years begin.
        cycle: Gives the cycle of a requirement that holds a day; None where there is none.
        order: How `01/11/2026` is read: `dmy`, `mdy`, or empty, which refuses it.

    Returns:
        The period with its shortest name, which gives the same period when it is read.

    Raises:
        NotUnderstood: It is no period, or one that ends before it begins.
    """
    typed = " ".join(text.split()).lower()
    around = Around(today, year_starts, cycle, order)
    if ".." in typed:
        return from_to(typed, around)
    return one(typed, around)


def from_to(typed: str, around: Around) -> Period:
    """`FROM..TO`, from the first day of the one to the last day of the other."""
    start, _, end = typed.partition("..")
    first = one(start.strip(), around).first if start.strip() else civil.FIRST
    last = one(end.strip(), around).last if end.strip() else civil.LAST
    if last < first:
        raise NotUnderstood(f"{quoted(typed)} ends before it begins.", f"Write {last}..{first}.")
    return Period(first, last, name_of(first, last))


def name_of(first: date, last: date) -> str:
    """`2026-01-02..2026-03-04`; an end that is open stays open."""
    start = "" if first == civil.FIRST else first.isoformat()
    end = "" if last == civil.LAST else last.isoformat()
    return f"{start}..{end}" if start or end else "all"


def one(typed: str, around: Around) -> Period:
    """A period without `..`."""
    for reader in READERS:
        period = reader(typed, around)
        if period:
            return period
    day = find_day(typed, Asked(around.today, "past", around.order))
    if not day:
        raise NotUnderstood(f"{quoted(typed)} is not a period.", FORMS)
    return Period(day, day, day.isoformat())


def everything(typed: str, _: Around) -> Period | None:
    """`all`."""
    return Period(civil.FIRST, civil.LAST, typed) if typed == "all" else None


def a_part_of_a_year(typed: str, _: Around) -> Period | None:
    """`2026`, `2026-11`, `2026-q4`."""
    if YEAR.fullmatch(typed):
        return calendar_year(civil.exact(int(typed), 1, 1))
    if found := IN_MONTHS.fullmatch(typed):
        return month(civil.exact(int(found[1]), int(found[2]), 1))
    if found := IN_QUARTERS.fullmatch(typed):
        return quarter(civil.exact(int(found[1]), int(found[2]) * 3, 1))
    return None


def a_week(typed: str, _: Around) -> Period | None:
    """`2026-w47`."""
    found = IN_WEEKS.fullmatch(typed)
    if not found:
        return None
    year = civil.exact(int(found[1]), 1, 4).year
    # The 28th of December always lies in the last week of its ISO year.
    weeks = date(year, 12, 28).isocalendar().week
    if not 1 <= int(found[2]) <= weeks:
        raise NotUnderstood(f"{typed.upper()} does not exist: {year} has {weeks} weeks.")
    return week(date.fromisocalendar(year, int(found[2]), 1))


def two_years(typed: str, around: Around) -> Period | None:
    """`2025/26`, the CPD year that begins in 2025."""
    found = TWO_YEARS.fullmatch(typed)
    if not found:
        return None
    year = civil.exact(int(found[1]), 1, 1).year
    following = f"{(year + 1) % 100:02}"
    if found[2] != following:
        raise NotUnderstood(
            f"'{typed}' is not a year and the next one.", f"Write {year}/{following}."
        )
    if around.year_starts == (1, 1):
        raise NotUnderstood(
            f"'{typed}' is not a CPD year here: yours begin on 1 January.",
            f"Write {year}, or set year_starts in cpdlog.yaml.",
        )
    return cpd_year(year_start(year, around.year_starts), around.year_starts)


def a_named_month(typed: str, around: Around) -> Period | None:
    """`nov 2026`, or `nov`: the latest one that has begun."""
    found = NAMED_MONTH.fullmatch(typed)
    if not found or found[1] not in MONTHS:
        return None
    number = MONTHS[found[1]]
    latest = around.today.year - (number > around.today.month)
    return month(civil.exact(int(found[2] or latest), number, 1))


def in_words(typed: str, around: Around) -> Period | None:
    """`this-week` to `last-cycle`, with a blank too."""
    found = IN_WORDS.fullmatch(typed)
    if not found:
        return None
    holding = unit(found[2], around)
    this = holding(around.today)
    return this if found[1] == "this" else holding(this.first - DAY)


def unit(word: str, around: Around) -> Unit:
    """What holds a day, by its word."""
    if word == "year":
        return lambda day: cpd_year(day, around.year_starts)
    if word != "cycle":
        return {"week": week, "month": month, "quarter": quarter}[word]
    if not around.cycle:
        raise NotUnderstood(
            "There is no cycle, because no requirement with one is in use.",
            "Take one into use with 'cpdlog requirement use', or write FROM..TO.",
        )
    return around.cycle


READERS: tuple[Callable[[str, Around], Period | None], ...] = (
    *(everything, a_part_of_a_year, a_week, two_years, a_named_month, in_words),
)
