"""Which entries serve which goal.

An entry serves a goal when it names it, or does an item of the programme that the goal follows.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.progress.steps import Measure, measure, steps


class Served:
    """What the entries come to that serve one goal; they are added in any order, and let go.

    Attributes:
        measure: What the goal is measured by; None where it is not measured.
        steps: Those that the entries are towards its target; None likewise.
        entries: How many served it, from its start on.
        reflected: How many of them say something.
        first: The day of the first of them; None where there is none.
        last: Likewise.
    """

    def __init__(self, goal: Goal, measure: Measure | None, as_of: date) -> None:
        self.start = goal.start or date.min
        self.measure = measure
        self.steps = steps(goal, measure.unit, as_of) if measure else None
        self.entries = self.reflected = 0
        self.first: date | None = None
        self.last: date | None = None

    def add(self, entry: Entry) -> None:
        """Add one entry that serves the goal, and is not planned for later."""
        day = entry.day
        if day < self.start:
            return
        self.entries += 1
        self.reflected += entry.words > 0
        if self.first is None or day < self.first:
            self.first = day
        if self.last is None or day > self.last:
            self.last = day
        if self.steps:
            self.steps.add(entry)


class Serving:
    """Which goals entries serve, and what that comes to; entries are added one by one.

    Attributes:
        goals: Of the plan, in its order.
        as_of: The day of the question; entries after it are planned, and serve nothing yet.
        by_goal: What each goal's entries come to, by its id.
    """

    def __init__(self, goals: Iterable[Goal], as_of: date, items: Mapping[str, int]) -> None:
        self.goals = tuple(goals)
        self.as_of = as_of
        self.by_goal = {it.id: Served(it, measure(it, items), as_of) for it in self.goals}
        self.followed = followers(self.goals)

    def add(self, entry: Entry) -> None:
        """Add one entry."""
        if entry.day > self.as_of:
            return
        for name in serves(entry, self.followed):
            if name in self.by_goal:
                self.by_goal[name].add(entry)


def by_goal(goals: Iterable[Goal], entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries that serve each goal, by day."""
    goals = tuple(goals)
    served: dict[str, list[Entry]] = {goal.id: [] for goal in goals}
    followed = followers(goals)
    for entry in sorted(entries, key=attrgetter("day")):
        for name in serves(entry, followed):
            if name in served:
                served[name].append(entry)
    return served


def followers(goals: Iterable[Goal]) -> dict[str, set[str]]:
    """The ids of the goals that follow each programme."""
    followed: dict[str, set[str]] = {}
    for goal in goals:
        if goal.programme:
            followed.setdefault(goal.programme, set()).add(goal.id)
    return followed


def serves(entry: Entry, followed: Mapping[str, set[str]]) -> set[str]:
    """The ids of the goals that an entry serves, each once."""
    names = {name for name, _ in entry.goals}
    if entry.programme:
        programme, _, _ = entry.programme.partition("#")
        names |= followed.get(programme, set())
    return names


def serve_none(goals: Iterable[Goal], entries: Iterable[Entry]) -> list[Entry]:
    """The entries that serve no goal of the plan, in their order."""
    goals = tuple(goals)
    known = {goal.id for goal in goals}
    followed = followers(goals)
    return [entry for entry in entries if known.isdisjoint(serves(entry, followed))]
