"""The spans that reports are asked about: what of one can be shown, the one before, and leave."""

from collections.abc import Iterable
from datetime import date

from cpdlog.model import civil
from cpdlog.model.entry import Entry
from cpdlog.model.period import DAY, Period
from cpdlog.model.settings import Pause


def shown(period: Period, entries: Iterable[Entry], as_of: date) -> Period | None:
    """The part of a period that has something to show; None where it has none.

    It ends on `as_of`, and begins with the first entry where the period has always been open.
    """
    first, last = period.first, min(period.last, as_of)
    if first == civil.FIRST:
        first = min((entry.day for entry in entries), default=as_of)
    return Period(first, last, period.name) if first <= last else None


def before(period: Period, as_of: date) -> Period | None:
    """The period before one, up to the day that lies as far into it as `as_of` does.

    So that a year that is not over yet is compared with as much of the last one. None where the
    period has always been open, or begins after `as_of`.
    """
    if period.first == civil.FIRST or period.first > as_of:
        return None
    first = moved_back(period.first, period)
    last = period.first - DAY
    if as_of < period.last:
        last = min(last, moved_back(as_of, period))
    return Period(first, last, f"{first}..{last}")


def moved_back(day: date, period: Period) -> date:
    """The day as long before `day` as a period takes: so many months if it is whole months."""
    after = period.last + DAY
    months = (after.year - period.first.year) * 12 + after.month - period.first.month
    if months and civil.add_months(period.first, months) == after:
        return civil.add_months(day, -months)
    return day - DAY * period.days


def leave(pauses: Iterable[Pause], first: date, last: date) -> frozenset[date]:
    """The days from `first` to `last` that are leave."""
    return frozenset(
        date.fromordinal(day)
        for pause in pauses
        for day in range(max(pause.first, first).toordinal(), min(pause.last, last).toordinal() + 1)
    )


def is_leave(week: Period, days: frozenset[date]) -> bool:
    """Whether most days of a week, or of the piece of it that is asked about, are leave."""
    taken = sum(week.first + DAY * number in days for number in range(week.days))
    return taken * 2 > week.days
