"""How much there is: entries and minutes, recorded and reflected on."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.progress.spans import before


class Totals(NamedTuple):
    """Sums over some entries.

    Attributes:
        minutes: Recorded.
        reflected_minutes: Those of the entries that say something.
        entries: How many count; planned ones do not.
        reflected: How many of them say something.
        planned: How many are still to come.
    """

    minutes: int = 0
    reflected_minutes: int = 0
    entries: int = 0
    reflected: int = 0
    planned: int = 0

    @property
    def inbox(self) -> int:
        """How many of the entries that count still wait for a reflection."""
        return self.entries - self.reflected


class Earlier(NamedTuple):
    """The period before, up to the same day of it, to be set beside this one."""

    period: Period
    totals: Totals


def totals(entries: Iterable[Entry], as_of: date) -> Totals:
    """The sums over entries."""
    minutes = reflected_minutes = counted = reflected = planned = 0
    for entry in entries:
        if entry.day > as_of:
            planned += 1
            continue
        counted += 1
        minutes += entry.minutes or 0
        if entry.words:
            reflected += 1
            reflected_minutes += entry.minutes or 0
    return Totals(minutes, reflected_minutes, counted, reflected, planned)


def earlier(entries: Iterable[Entry], period: Period, as_of: date) -> Earlier | None:
    """The sums over the period before; None where there is none, or it has no entry."""
    span = before(period, as_of)
    if span is None:
        return None
    sums = totals((entry for entry in entries if span.contains(entry.day)), as_of)
    return Earlier(span, sums) if sums.entries else None
