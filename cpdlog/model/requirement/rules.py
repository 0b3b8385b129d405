"""Rules: what is measured, of what, and between which limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.filters import EVERYTHING, Filter
from cpdlog.model.requirement.lines import Line
from cpdlog.model.requirement.measure import Measure
from cpdlog.model.requirement.windows import Within
from cpdlog.model.suggestions import suggestion

LEVELS = ("must", "should")


class Each(NamedTuple):
    """Values for each of which a rule holds: an entry must carry the tag `prefix` + value."""

    prefix: str
    values: tuple[str, ...]

    def carries(self, line: Line, value: str) -> bool:
        """Whether an entry carries the tag of a value, or one below it."""
        tag = self.prefix + value.casefold()
        return line.tagged(tag) or line.tagged(f"{tag}/*")


class Limits(NamedTuple):
    """Floors and ceilings, both inclusive; hours in minutes.

    Attributes:
        min: The floor.
        max: The ceiling.
        min_share: The floor as a share of what the rule `of` has counted.
        max_share: The ceiling as a share of it.
        of: The rule that is the whole; empty where there is no share.
    """

    min: Decimal | None = None
    max: Decimal | None = None
    min_share: Decimal | None = None
    max_share: Decimal | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: What it is called.
        text: The rule as a member would say it.
        level: `must`, or `should` for what is recommended.
        measure: What is measured.
        limits: Between which limits.
        where: Which entries it looks at.
        each: The values for each of which it is repeated.
        within: The spans it is held against; None for the window.
        variants: The floor of each variant that has its own.
    """

    id: str
    text: str
    level: str
    measure: Measure
    limits: Limits
    where: Filter = EVERYTHING
    each: Each | None = None
    within: Within | None = None
    variants: tuple[tuple[str, Decimal], ...] = ()

    def floor(self, variant: str) -> Decimal | None:
        """Its floor for a variant; one that is not named has the rule's own."""
        return dict(self.variants).get(variant, self.limits.min)

    def applies(self, variant: str) -> bool:
        """Whether a variant is asked for it at all."""
        return dict(self.variants).get(variant) != 0

    @property
    def of_window(self) -> bool:
        """Whether it is of the whole window, and of no value alone."""
        return self.each is None and self.within is None

    @property
    def values(self) -> tuple[str, ...]:
        """The values it is repeated for; one empty text where it is not."""
        return self.each.values if self.each else ("",)

    def looks_at(self, line: Line) -> bool:
        """Whether it looks at an entry, for any of its values."""
        if not self.where.passes(line):
            return False
        return any(self.is_for(line, value) for value in self.values)

    def is_for(self, line: Line, value: str) -> bool:
        """Whether an entry carries one of its values."""
        return self.each is None or self.each.carries(line, value)


def named_rule(fields: Fields, key: str, name: str, rules: Mapping[str, Rule]) -> Rule | None:
    """The rule that a key names; None where there is none, or it cannot be understood itself."""
    if name not in rules and f"rules.{name}" not in fields.faults.lines:
        fields.fault(key, f"There is no rule '{name}'.", suggestion(name, tuple(rules)))
    return rules.get(name)
