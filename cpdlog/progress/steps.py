"""What counts towards a goal, and on which day: the steps that its standing is worked out from.

Amounts are in the goal's own unit, except that hours are kept in minutes, so that sums are exact.
"""

from collections.abc import Iterable, Iterator, Mapping
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


def steps(goal: Goal, unit: str, entries: Iterable[Entry], as_of: date) -> list[Step]:
    """The steps towards a goal up to `as_of`, by day.

    Args:
        goal: The goal.
        unit: What it is measured in.
        entries: Those that serve it from its start up to `as_of`, by day.
        as_of: The day of the question.
    """
    if unit == "actions":
        return sorted(ticks(goal.actions, as_of))
    if follows(goal):
        return list(firsts((entry.day, item(entry, goal.programme)) for entry in entries))
    if unit == "weeks":
        reflected = (entry.day for entry in entries if entry.reflected)
        return list(firsts((day, week(day)) for day in reflected))
    return [step for entry in entries if (step := sum_step(goal, unit, entry)).amount]


def ticks(actions: Iterable[Task], as_of: date) -> Iterator[Step]:
    """A step for each action point that is done; one without a date counts since ever."""
    for action in actions:
        if action.ticked_by(as_of):
            yield Step(action.done or date.min, ONE)


def firsts(found: Iterable[tuple[date, str | int]]) -> Iterator[Step]:
    """A step for each name that is found, on the first day that has it; empty names are none."""
    seen: set[str | int] = {""}
    for day, name in found:
        if name not in seen:
            seen.add(name)
            yield Step(day, ONE)


def item(entry: Entry, programme: str) -> str:
    """Which item of `programme` an entry does (`14` of `cpd23-2011#14`); empty for none."""
    name, _, number = entry.programme.partition("#")
    return number if name == programme else ""


def week(day: date) -> int:
    """The number of a calendar week, Monday to Sunday, counted through all years."""
    return (day.toordinal() - 1) // 7


def sum_step(goal: Goal, unit: str, entry: Entry) -> Step:
    """What one entry adds to a sum."""
    if unit == "hours":
        return Step(entry.day, Decimal(entry.minutes or 0))
    if unit == "points":
        return Step(entry.day, entry.points or Decimal(0))
    if unit == "entries":
        return Step(entry.day, ONE)
    return Step(entry.day, entry.amount_for(goal.id) or Decimal(0))
