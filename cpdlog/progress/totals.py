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


class Adding:
    """Sums to which entries are added one by one, on a day after which they are planned."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.minutes = self.reflected_minutes = self.entries = self.reflected = self.planned = 0

    def add(self, entry: Entry) -> None:
        """Add one entry."""
        if entry.day > self.as_of:
            self.planned += 1
            return
        minutes = entry.minutes or 0
        self.entries += 1
        self.minutes += minutes
        if entry.words:
            self.reflected += 1
            self.reflected_minutes += minutes

    def totals(self) -> Totals:
        """What they come to."""
        return Totals(
            self.minutes, self.reflected_minutes, self.entries, self.reflected, self.planned
        )


def totals(entries: Iterable[Entry], as_of: date) -> Totals:
    """The sums over entries."""
    sums = Adding(as_of)
    for entry in entries:
        sums.add(entry)
    return sums.totals()


def earlier(entries: Iterable[Entry], period: Period, as_of: date) -> Earlier | None:
    """The sums over the period before; None where there is none, or it has no entry."""
    span = before(period, as_of)
    if span is None:
        return None
    sums = totals((entry for entry in entries if span.contains(entry.day)), as_of)
    return Earlier(span, sums) if sums.entries else None
