"""What a surplus of the window before is worth: the smallest of all that binds it."""

from decimal import Decimal

from cpdlog.model.requirement.amounts import NOTHING
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.windows import ONE_DAY, Span
from cpdlog.progress.counting.case import Case, case
from cpdlog.progress.counting.report import Carried


def with_carried(present: Case) -> Case:
    """A case with what comes from the window before: one step back, and no further."""
    definition, first = present.definition, present.definition.effective.first
    if not definition.carry:
        return present
    window = window_before(present)
    if first and window.start < first:
        return present
    as_of = min(present.as_of, window.last_day)
    before = case(definition, present.member, window, as_of)
    carried = tuple(Carried(carry, window, worth(carry, before)) for carry in definition.carry)
    return present._replace(carried=carried)


def window_before(present: Case) -> Span:
    """The window that ends where this one begins."""
    day = present.window.start - ONE_DAY
    return present.definition.window.holding(day, present.member.anchor)


def worth(carry: Carry, before: Case) -> Decimal:
    """What one item carries out of a window; rules that the member is not asked for bind nothing.

    Args:
        carry: The item.
        before: The window before, judged as on its last day and without any carry into it.
    """
    rules = [rule for rule in before.rules if rule.id in carry.surplus_of]
    if not rules:
        return NOTHING
    surplus = min(before.counted(rule) - (before.floor(rule) or NOTHING) for rule in rules)
    earned = (
        line.left(carry.unit) for line in before.lines if carry.earned_by(line, before.window)
    )
    return max(min(surplus, carry.up_to, sum(earned, NOTHING)), NOTHING)
