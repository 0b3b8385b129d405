"""What counts towards a goal, and on which day: the steps that its standing is worked out from.

Amounts are in the goal's own unit, except that hours are kept in minutes, so that sums are exact.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.task import Task

# The units that say by themselves how a goal is measured; any other word sums amounts, or, in a
# programme's goal, counts the programme's items.
MEANT = ("hours", "points", "entries", "weeks", "actions")
MINUTES = 60
ONE = Decimal(1)


class Measure(NamedTuple):
    """What is measured, and what reaching it takes; for hours, in minutes."""

    unit: str
    target: Decimal


class Step(NamedTuple):
    """An amount that was done, and the day from which it counts."""

    day: date
    amount: Decimal


def measure(goal: Goal, items: Mapping[str, int]) -> Measure | None:
    """What a goal is measured by: its target, else its action points, else nothing.

    Args:
        goal: The goal.
        items: How many items each programme has, where that is known; a goal that follows one
            takes its target from here.
    """
    target = goal.target
    if follows(goal) and items.get(goal.programme):
        return Measure(target.unit if target else "items", Decimal(items[goal.programme]))
    if target:
        scale = MINUTES if target.unit == "hours" else 1
        return Measure(target.unit, target.amount * scale)
    return Measure("actions", Decimal(len(goal.actions))) if goal.actions else None


def follows(goal: Goal) -> bool:
    """Whether a goal's progress is a programme's items, and not a sum of its own."""
    return bool(goal.programme) and (goal.target is None or goal.target.unit not in MEANT)


class Firsts:
    """Steps of one, on the first day of each thing that entries name; an empty name is none.

    Entries are added in any order, and let go; so with the other kinds of steps.
    """

    def __init__(self, name: Callable[[Entry], str | int]) -> None:
        self.name = name
        self.days: dict[str | int, date] = {}

    def add(self, entry: Entry) -> None:
        """Add what one entry does."""
        name = self.name(entry)
        if name != "" and entry.day < self.days.get(name, date.max):
            self.days[name] = entry.day

    def made(self) -> list[Step]:
        """The steps by day."""
        return [Step(day, ONE) for day in sorted(self.days.values())]


class Sums:
    """Steps of the amounts that entries add up to on each day."""

    def __init__(self, amount: Callable[[Entry], int | Decimal]) -> None:
        self.amount = amount
        self.days: dict[date, int | Decimal] = {}

    def add(self, entry: Entry) -> None:
        """Add what one entry does."""
        amount = self.amount(entry)
        if amount:
            self.days[entry.day] = self.days.get(entry.day, 0) + amount

    def made(self) -> list[Step]:
        """The steps by day."""
        return [Step(day, Decimal(amount)) for day, amount in sorted(self.days.items())]


class Ticks:
    """A step for each action point that is done; entries add nothing."""

    def __init__(self, actions: Iterable[Task], as_of: date) -> None:
        self.steps = sorted(ticks(actions, as_of))

    def add(self, entry: Entry) -> None:
        """Nothing: what counts stands in the goal."""

    def made(self) -> list[Step]:
        """The steps by day."""
        return self.steps


Steps = Firsts | Sums | Ticks


def steps(goal: Goal, unit: str, as_of: date) -> Steps:
    """The steps towards a goal up to `as_of`, to which the entries are to be added that serve it.

    Args:
        goal: The goal.
        unit: What it is measured in.
        as_of: The day of the question.
    """
    if unit == "actions":
        return Ticks(goal.actions, as_of)
    if follows(goal):
        return Firsts(lambda entry: item(entry, goal.programme))
    if unit == "weeks":
        return Firsts(lambda entry: week(entry.day) if entry.words else "")
    return Sums(AMOUNTS.get(unit, lambda entry: entry.amount_for(goal.id) or 0))


def ticks(actions: Iterable[Task], as_of: date) -> Iterator[Step]:
    """A step for each action point that is done; one without a date counts since ever."""
    for action in actions:
        if action.ticked_by(as_of):
            yield Step(action.done or date.min, ONE)


def item(entry: Entry, programme: str) -> str:
    """Which item of `programme` an entry does (`14` of `cpd23-2011#14`); empty for none."""
    name, _, number = entry.programme.partition("#")
    return number if name == programme else ""


def week(day: date) -> int:
    """The number of a calendar week, Monday to Sunday, counted through all years."""
    return (day.toordinal() - 1) // 7


# What an entry adds to a sum; what is counted in any other word stands beside the goal's name.
AMOUNTS: dict[str, Callable[[Entry], int | Decimal]] = {
    "hours": lambda entry: entry.minutes or 0,
    "points": lambda entry: entry.points or 0,
    "entries": lambda _: 1,
}
