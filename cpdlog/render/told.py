"""What several reports say in the same words: their period, the one before, what lies outside."""

from collections.abc import Iterator
from datetime import date

from cpdlog.model import civil
from cpdlog.model.duration import hours
from cpdlog.model.period import Period
from cpdlog.progress.totals import Earlier, Totals
from cpdlog.render import days


def name(period: Period) -> str:
    """What a period is called: `2026`, `2026-Q4`, or its days."""
    if period.first == civil.FIRST and period.last == civil.LAST:
        return "all time"
    if not period.name or ".." in period.name:
        return f"{period.first} to {period.last}"
    return period.name


def before(earlier: Earlier | None, as_of: date) -> str:
    """`; 19.3 h by 23 Nov 2025`, where there is a period before."""
    if earlier is None:
        return ""
    first, last = earlier.period.first, earlier.period.last
    span = f"{days.near(first, as_of)} to {days.near(last, as_of)}"
    return f"; {hours(earlier.totals.minutes)} h from {span}"


def outside(totals: Totals, period: Period) -> Iterator[str]:
    """What lies outside the period, where there is anything."""
    if totals.entries:
        entries = days.counted(totals.entries, "entry", "entries")
        yield f"Outside {name(period)}: {entries}, {hours(totals.minutes)} h."
