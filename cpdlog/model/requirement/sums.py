"""The sum of hours or points, as far as caps have left them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.amounts import NOTHING
from cpdlog.model.requirement.lines import SUMS
from cpdlog.model.requirement.measure import Measure, Seen


@dataclass(frozen=True, slots=True)
class Sum(Measure):
    """`{sum: hours}` or `{sum: points}`."""

    key = "sum"
    keys = ("sum",)
    of: str

    @property
    def unit(self) -> str:
        """`hours` or `points`."""
        return self.of

    def amount(self, seen: Seen) -> Decimal:
        """What caps have left of the entries' hours or points."""
        return sum((line.left(self.of) for line in seen.lines), NOTHING)

    def written(self) -> str:
        """As a file writes it."""
        return f"sum: {self.of}"

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """As a file gives it."""
        of = fields.read("sum", one_of(SUMS))
        return cls(of) if of else None
