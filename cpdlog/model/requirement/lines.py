"""An entry as a rule sees it: what it has, what it lacks, and what caps have taken."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.amounts import NOTHING
from cpdlog.model.settings import Settings

SUMS = ("hours", "points")
HAVE = ("evidence", "outcome", "partner", "reflection")


class Lost(NamedTuple):
    """What a cap took from an entry: the cap's name, `hours` or `points`, and the amount."""

    cap: str
    unit: str
    amount: Decimal


class Line(NamedTuple):
    """An entry as a rule sees it.

    Attributes:
        entry: The entry.
        activity: Whether its type is an activity.
        tags: Its tags, without regard to case.
        lacks: What it would need to count for anything, and does not have.
        lost: What caps have taken from it.
    """

    entry: Entry
    activity: bool
    tags: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()

    def logged(self, unit: str) -> Decimal:
        """Its hours, in minutes, or its points; nothing where it has none."""
        if unit == "hours":
            return Decimal(self.entry.minutes or 0)
        return self.entry.points or NOTHING

    def left(self, unit: str) -> Decimal:
        """What caps have left of its hours, in minutes, or of its points."""
        taken = (lost.amount for lost in self.lost if lost.unit == unit)
        return self.logged(unit) - sum(taken, NOTHING)

    def is_a(self, kind: str) -> bool:
        """Whether it is of a type, or, for `activity`, of any that is an activity."""
        return self.activity if kind == "activity" else self.entry.type == kind

    def has(self, what: str) -> bool:
        """Whether it has evidence, an outcome, a partner or a reflection."""
        entry = self.entry
        found = {
            "evidence": bool(entry.evidence),
            "outcome": bool(entry.outcome),
            "partner": bool(entry.partner),
            "reflection": entry.reflected,
        }
        return found[what]

    def tagged(self, pattern: str) -> bool:
        """Whether one of its tags is `pattern`, or lies below it where it ends in `/*`."""
        if not pattern.endswith("/*"):
            return pattern in self.tags
        above = pattern[:-1]
        return any(tag.startswith(above) and tag != above for tag in self.tags)

    def values(self, prefix: str) -> set[str]:
        """What stands in its tags after a prefix, up to a further `/`."""
        after = (tag[len(prefix) :] for tag in self.tags if tag.startswith(prefix))
        return {value for text in after if (value := text.partition("/")[0])}


def lines_of(entries: Iterable[Entry], settings: Settings) -> tuple[Line, ...]:
    """Entries as rules see them, by day and then by id.

    Args:
        entries: In any order.
        settings: They say which types are activities.
    """
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.id, entry.path))
    return tuple(
        Line(entry, settings.is_activity(entry.type), tuple(tag.casefold() for tag in entry.tags))
        for entry in ordered
    )
