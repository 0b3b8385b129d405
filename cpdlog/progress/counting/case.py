"""A definition held against one window, and what it counts of a member's entries there."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.requirement.amounts import NOTHING
from cpdlog.model.requirement.caps import Cap, tally
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.lines import Line
from cpdlog.model.requirement.measure import Seen
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Span
from cpdlog.progress.counting.member import Member
from cpdlog.progress.counting.part import Reduction
from cpdlog.progress.counting.report import CapReport, Carried


class Case(NamedTuple):
    """A definition held against one window.

    Attributes:
        definition: The rules.
        member: The member's side.
        window: The window.
        as_of: The day of the question.
        lines: The entries of the window up to that day, after the caps.
        carried: What comes from the window before.
    """

    definition: Definition
    member: Member
    window: Span
    as_of: date
    lines: tuple[Line, ...]
    carried: tuple[Carried, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that the member is asked for."""
        return self.definition.rules_for(self.member.variant)

    def tallied(self, span: Span) -> tuple[Line, ...]:
        """The entries of a span of its own, with the caps applied afresh."""
        return tallied(self.definition, self.member, span, self.as_of)

    def reductions(self, rule: Rule) -> tuple[Reduction, ...]:
        """What lowers the floor of a rule in this window."""
        window = None if self.definition.window.rolling else self.window.start
        return tuple(
            reduction
            for reduction in self.member.reductions
            if (reduction.rule, reduction.window) == (rule.id, window)
        )

    def floor(self, rule: Rule) -> Decimal | None:
        """The floor of a rule, with the member's variant and adjustments."""
        floor = rule.floor(self.member.variant)
        if floor is None:
            return None
        lowered = sum((reduction.amount for reduction in self.reductions(rule)), NOTHING)
        return max(floor - lowered, NOTHING)

    def counted(self, rule: Rule) -> Decimal:
        """What counts for a rule in the whole window, without what was carried over."""
        lines = [line for line in self.lines if not line.lacks and rule.looks_at(line)]
        return rule.measure.amount(Seen(lines, self.window, self.as_of))

    def whole(self, rule: Rule) -> Decimal | None:
        """What the rule counted of which this one is a share; None where it is none."""
        whole = self.definition.rule(rule.limits.of)
        return self.counted(whole) if whole else None

    def carried_into(self, rule: Rule) -> Decimal:
        """What comes from the window before and is added to what a rule has."""
        amounts = (carried.amount for carried in self.carried if rule.id in carried.carry.into)
        return sum(amounts, NOTHING)

    def caps(self) -> tuple[CapReport, ...]:
        """Each cap, with what was logged of its sort in the window and what counts of it."""
        return tuple(self.cap(cap) for cap in self.definition.caps)

    def cap(self, cap: Cap) -> CapReport:
        """One cap."""
        lines = [line for line in self.lines if not line.lacks and cap.where.passes(line)]
        logged = sum((line.logged(cap.unit) for line in lines), NOTHING)
        return CapReport(cap, logged, sum((line.left(cap.unit) for line in lines), NOTHING))


def case(definition: Definition, member: Member, window: Span, as_of: date) -> Case:
    """A definition held against a window on a day, without what is carried over."""
    return Case(definition, member, window, as_of, tallied(definition, member, window, as_of))


def tallied(definition: Definition, member: Member, span: Span, as_of: date) -> tuple[Line, ...]:
    """The entries of a span up to a day, after the caps."""
    return tally(member.lines, span, as_of, definition.counts_if, definition.caps)
