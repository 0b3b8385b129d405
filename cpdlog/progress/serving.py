"""Which entries serve which goal.

An entry serves a goal when it names it, or does an item of the programme that the goal follows.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal


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


def active_days(goal: Goal, entries: Iterable[Entry], as_of: date) -> Iterator[date]:
    """The days of a goal's entries and of its ticks up to `as_of`."""
    for entry in entries:
        yield entry.day
    for action in goal.actions:
        if action.done and action.ticked_by(as_of):
            yield action.done
