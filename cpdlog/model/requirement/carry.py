"""Carry-over: what a surplus of the window before is worth in this one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cpdlog.model.civil import Length, plus_length
from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.amounts import NOTHING, amount_of
from cpdlog.model.requirement.filters import EVERYTHING, Filter, read_filter
from cpdlog.model.requirement.lines import Line
from cpdlog.model.requirement.names import a_length
from cpdlog.model.requirement.rules import Rule, named_rule
from cpdlog.model.requirement.windows import Span

KEYS = ("into", "surplus_of", "up_to", "where", "earned_within_last")
REQUIRED = ("into", "surplus_of", "up_to")


@dataclass(frozen=True, slots=True)
class Carry:
    """What a surplus is worth.

    Attributes:
        into: The rules to which it is added.
        surplus_of: The rules of which it is the smallest surplus.
        unit: `hours` or `points`.
        up_to: How much is carried at most; hours in minutes.
        where: What it must have been earned by.
        earned_within_last: How near the end of the window it must have been earned.
    """

    into: tuple[str, ...]
    surplus_of: tuple[str, ...]
    unit: str
    up_to: Decimal
    where: Filter = EVERYTHING
    earned_within_last: Length | None = None

    def earned_by(self, line: Line, span: Span) -> bool:
        """Whether an entry of the window before is one that a surplus may come from."""
        last = self.earned_within_last
        if last and line.entry.day < plus_length(span.end, last, -1):
            return False
        return not line.lacks and self.where.passes(line)


def read_carry(file: Fields, rules: Mapping[str, Rule]) -> tuple[Carry, ...]:
    """The carry-over of a file.

    Args:
        file: Its keys.
        rules: All its rules that can be understood, by id.
    """
    return tuple(read_item(fields, rules) for fields in file.each("carry", KEYS, REQUIRED))


def read_item(fields: Fields, rules: Mapping[str, Rule]) -> Carry:
    """One item of carry-over."""
    into = fields.several("into", str, alone=True)
    surplus_of = fields.several("surplus_of", str, alone=True)
    units = units_of(fields, "into", into, rules)
    units |= units_of(fields, "surplus_of", surplus_of, rules)
    if len(units) > 1:
        fields.fault("into", "Hours and points cannot be carried into each other.")
    unit = min(units, default="points")
    return Carry(
        into=into,
        surplus_of=surplus_of,
        unit=unit,
        up_to=fields.read("up_to", amount_of(unit)) or NOTHING,
        where=read_filter(fields, "where"),
        earned_within_last=fields.read("earned_within_last", a_length),
    )


def units_of(fields: Fields, key: str, names: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    """The units of the rules that a key names; one that cannot be carried over is a fault."""
    found = set()
    for rule in (named_rule(fields, key, name, rules) for name in names):
        if rule is None:
            continue
        if rule.measure.key == "sum" and rule.limits.min is not None and rule.of_window:
            found.add(rule.measure.unit)
        else:
            hint = "It must be a sum with min, and without each and within."
            fields.fault(key, f"'{rule.id}' cannot be carried over.", hint)
    return found
