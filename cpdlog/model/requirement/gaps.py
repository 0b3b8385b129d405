"""The longest time without an entry."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Self

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.measure import Measure, Seen


@dataclass(frozen=True, slots=True)
class LongestGap(Measure):
    """`{max_gap_days: true}`: in days, from one entry to the next.

    It begins with the span's first day and ends with the day of the question, or with the span's
    last day once that is past; otherwise a journal that was given up would look unbroken.
    """

    key = "max_gap_days"
    keys = ("max_gap_days",)
    limits = ("max",)
    adds = False

    @property
    def unit(self) -> str:
        """Days."""
        return "days"

    def amount(self, seen: Seen) -> Decimal:
        """The longest gap, in days; two entries a day apart have a gap of 1."""
        last = max(seen.span.start, min(seen.as_of, seen.span.last_day))
        days = [seen.span.start, *sorted(line.entry.day for line in seen.lines), last]
        return Decimal(max((later - day).days for day, later in pairwise(days)))

    def written(self) -> str:
        """As a file writes it."""
        return "max_gap_days: true"

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """As a file gives it."""
        return cls() if fields.read("max_gap_days", one_of(("true",))) else None
