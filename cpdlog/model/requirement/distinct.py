"""How many different values the entries' tags name after a prefix."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.measure import Measure, Seen
from cpdlog.model.requirement.tags import prefix, read_values


@dataclass(frozen=True, slots=True)
class Distinct(Measure):
    """`{distinct: "cilip:criterion/", values: [1, 2, 3]}`.

    Attributes:
        prefix: What stands before a value, without regard to case.
        values: The values that are looked at; empty for all.
    """

    key = "distinct"
    keys = ("distinct", "values")
    prefix: str
    values: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """Values."""
        return "values"

    @property
    def by_name(self) -> tuple[tuple[str, Measure], ...]:
        """Each of the values, and the measure of it alone."""
        return tuple((value, Distinct(self.prefix, (value,))) for value in self.values)

    def amount(self, seen: Seen) -> Decimal:
        """How many different values there are."""
        found = {value for line in seen.lines for value in line.values(self.prefix)}
        if self.values:
            found &= {value.casefold() for value in self.values}
        return Decimal(len(found))

    def written(self) -> str:
        """As a file writes it."""
        values = f", values: [{', '.join(self.values)}]" if self.values else ""
        return f"distinct: {self.prefix}{values}"

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        """As a file gives it."""
        before = fields.read("distinct", prefix)
        values = read_values(fields)
        return cls(before, values) if before else None
