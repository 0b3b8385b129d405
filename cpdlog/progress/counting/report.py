"""Where a member stands with a body's rules, as values.

Amounts are in the rule's own unit, except that hours are in minutes; `in_unit` turns them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from cpdlog.model.requirement.amounts import MINUTES
from cpdlog.model.requirement.caps import Cap
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Span
from cpdlog.progress.counting.part import WORST_FIRST, Part, Reduction, Status


@dataclass(frozen=True, slots=True)
class RuleReport:
    """One rule.

    Attributes:
        rule: The rule.
        parts: The rule for each value and in each piece of the window that has begun; one part
            where it has neither.
        reductions: What lowered its floor.
        planned: What is dated after the day of the question, up to the end of the window.
        outside: What is dated before that day and in none of the spans the rule looks at.
    """

    rule: Rule
    parts: tuple[Part, ...]
    reductions: tuple[Reduction, ...]
    planned: Decimal
    outside: Decimal

    @property
    def worst(self) -> Part:
        """The part with the worst word; of several, the one nearest to its limit or beyond it."""
        return min(self.parts, key=lambda part: (WORST_FIRST.index(part.status), part.spare))

    @property
    def status(self) -> Status:
        """The worst word of its parts."""
        return self.worst.status

    @property
    def unit(self) -> str:
        """`hours` (whose amounts are in minutes), `points`, `entries`, `values` or `days`."""
        return self.rule.measure.unit

    def in_unit(self, amount: Decimal, places: int = 2) -> Decimal:
        """An amount of this report in the rule's own unit, rounded half up to `places`."""
        own = amount / MINUTES if self.unit == "hours" else amount
        return own.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # never minus zero


class CapReport(NamedTuple):
    """A cap, what was logged of its sort, and what is counted of that after all caps."""

    cap: Cap
    logged: Decimal
    counted: Decimal


class Carried(NamedTuple):
    """What one item of carry-over is worth, and the window that it comes from."""

    carry: Carry
    window: Span
    amount: Decimal


class Nearly(NamedTuple):
    """Entries that a rule would count but for one thing.

    Attributes:
        lacks: `partner`, or the tag that the rule counts.
        has: The tag that they have instead, without the body's name; empty for a partner.
        kind: The type that the rule looks at.
        entries: Their ids.
    """

    lacks: str
    has: str
    kind: str
    entries: tuple[str, ...]


Why = Literal["checked", "review", "ended", "not begun", "parameter", "answer", "adjustment"]


class Caution(NamedTuple):
    """Something to know before a report is relied on.

    Attributes:
        why: `checked` more than twelve months ago; a `review` is due; the rules have `ended`, or
            not yet begun; a `parameter` has no answer, so that nothing can be judged; an `answer`
            or an `adjustment` of the settings makes no sense and was not used.
        name: The parameter, the answer's name, or the adjustment's rule; else empty.
        day: The day of the check, of the review, or on which the rules end or begin.
    """

    why: Why
    name: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class RequirementReport:
    """Where a member stands with a body's rules on a day.

    Attributes:
        definition: The rules, with `judge`: what is theirs to judge and never ticked.
        as_of: The day of the question.
        window: The span that is judged; None where a parameter has no answer.
        closes: The last day on which what was done in the window may be written down; None in a
            rolling window.
        rules: Each rule that applies and whose time has begun, in the file's order.
        caps: Each cap, in the file's order.
        carried: What comes from the window before.
        cautions: What to know before it is relied on.
        nearly: What is not counted, and could be.
    """

    definition: Definition
    as_of: date
    window: Span | None = None
    closes: date | None = None
    rules: tuple[RuleReport, ...] = ()
    caps: tuple[CapReport, ...] = ()
    carried: tuple[Carried, ...] = ()
    cautions: tuple[Caution, ...] = ()
    nearly: tuple[Nearly, ...] = ()

    @property
    def meets(self) -> bool:
        """Whether every counted rule that must hold does; false where there is none."""
        musts = [report.status for report in self.rules if report.rule.level == "must"]
        return bool(musts) and all(status == "met" for status in musts)
