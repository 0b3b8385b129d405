"""One part of a rule, as a value: what counts of it in one span, and the word for that.

Amounts are in the rule's own unit, except that hours are in minutes.
"""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from cpdlog.model.requirement.windows import Span

Status = Literal["missed", "short", "open", "met"]
Reason = Literal["missing", "cap"]
WORST_FIRST: tuple[Status, ...] = ("missed", "short", "open", "met")


class Excluded(NamedTuple):
    """Something that was logged and is not counted; with what is counted it makes what is logged.

    Attributes:
        reason: `missing` or `cap`.
        name: What is missing (`outcome, reflection`), or the cap's text.
        amount: How much; below zero for a gap, which is longer without these entries.
        entries: Their ids.
    """

    reason: Reason
    name: str
    amount: Decimal
    entries: tuple[str, ...]


class Leaving(NamedTuple):
    """What a rolling window loses next.

    Attributes:
        day: The first day on which it no longer counts.
        amount: What it counts for now.
        entries: The ids of the entries of the day that leaves.
    """

    day: date
    amount: Decimal
    entries: tuple[str, ...]


class Part(NamedTuple):
    """A rule held against one span, for one value.

    Attributes:
        value: The value; empty where the rule is not repeated.
        span: The span.
        status: `met`, `open`, `missed` or `short`.
        counted: What counts.
        logged: What passes the rule's filter, counted or not.
        carried: What was carried over from the window before; it is not in `counted`.
        min: The floor for this member, or what a share of the whole comes to; None for none.
        max: The ceiling, likewise.
        short_by: What is missing to the floor; 0 where nothing is, and where it cannot be said
            because the whole is nothing yet.
        over_by: What lies above the ceiling.
        by: The last day on which it can be put right; None in a rolling window.
        needed_per_week: What is missing over the weeks left; None where nothing is, or no day.
        excluded: Why less is counted than logged.
        absent: The values looked for by name that no counted entry has.
        leaves: What a rolling window loses next.
    """

    value: str
    span: Span
    status: Status
    counted: Decimal
    logged: Decimal
    carried: Decimal
    min: Decimal | None
    max: Decimal | None
    short_by: Decimal
    over_by: Decimal
    by: date | None
    needed_per_week: Decimal | None
    excluded: tuple[Excluded, ...]
    absent: tuple[str, ...]
    leaves: Leaving | None

    @property
    def spare(self) -> Decimal:
        """How far it is from its nearest limit; below zero where it is beyond."""
        room = []
        if self.min is not None:
            room.append(self.counted + self.carried - self.min)
        if self.max is not None:
            room.append(self.max - self.counted)
        return min(room)


class Reduction(NamedTuple):
    """A lowered floor: the rule, how much, why, and the first day of the window it is for."""

    rule: str
    amount: Decimal
    reason: str
    window: date | None
