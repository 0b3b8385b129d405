"""The number of entries."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.measure import Measure, Seen


@dataclass(frozen=True, slots=True)
class Count(Measure):
    """`{count: entries}`: caps do not see it, and an entry without hours is one too."""

    key = "count"
    keys = ("count",)

    @property
    def unit(self) -> str:
        """Entries."""
        return "entries"

    def amount(self, seen: Seen) -> Decimal:
        """How many entries there are."""
        return Decimal(len(seen.lines))

    def written(self) -> str:
        """As a file writes it."""
        return "count: entries"

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """As a file gives it."""
        return cls() if fields.read("count", one_of(("entries",))) else None
