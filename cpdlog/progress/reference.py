"""Which entry or goal somebody means, by its id, a part of it, its place or its day."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from cpdlog.model.entry import Entry
from cpdlog.model.record import Record

LATEST = re.compile(r"@(\d{1,5})", re.ASCII)


Written = Callable[[Entry], int]


class Named(Protocol):
    """What has an id and a path."""

    @property
    def id(self) -> str:
        """Its file's stem."""

    @property
    def path(self) -> str:
        """Its file."""


Thing = TypeVar("Thing", bound=Named)


def entries_meant(
    typed: str, entries: Iterable[Entry], as_of: date, written: Written
) -> list[Entry]:
    """The entries that `typed` may mean: one where it is plain, several, or none.

    Args:
        typed: An id, a path, a part of an id, `@1` for the latest (`@2` the one before), or the
            day of an entry, `2026-11-23`.
        entries: Of the record, by day.
        as_of: Planned entries after this day are not the latest.
        written: When an entry's file was last written; asked of entries of one day alone.
    """
    found = LATEST.fullmatch(typed)
    if not found:
        return meant(typed, entries)
    place = int(found[1])
    counted = [entry for entry in entries if entry.day <= as_of]
    if not 1 <= place <= len(counted):
        return []
    day = counted[-place].day
    later = sum(entry.day > day for entry in counted)
    of_that_day = sorted((it for it in counted if it.day == day), key=written, reverse=True)
    return [of_that_day[place - 1 - later]]


def meant(typed: str, things: Iterable[Thing]) -> list[Thing]:
    """The things that an id, a path or a part of an id may mean; a whole one goes before parts."""
    things = list(things)
    whole = [it for it in things if typed in (it.id, it.path)]
    if whole:
        return whole
    wanted = typed.casefold()
    begins = [it for it in things if it.id.casefold().startswith(wanted)]
    parts = [it for it in things if wanted in it.id.casefold()]
    return begins if len(begins) == 1 else parts


class Handle(NamedTuple):
    """An action point or follow-up that somebody means.

    Attributes:
        path: The file it stands in.
        number: Its place among the tasks of that file, from 1.
        text: What is to be done.
        ticked: Whether it is done already.
        goals: The goals whose standing it may change.
    """

    path: str
    number: int
    text: str
    ticked: bool
    goals: tuple[str, ...]


def tasks_meant(owner: str, number: int, record: Record) -> list[Handle]:
    """The tasks with that number in the goals and entries that `owner` may mean."""
    goals = [
        Handle(goal.path, task.number, task.text, task.ticked, (goal.id,))
        for goal in meant(owner, record.goals)
        for task in goal.actions
    ]
    entries = [
        Handle(it.path, task.number, task.text, task.ticked, tuple(goal for goal, _ in it.goals))
        for it in meant(owner, record.entries)
        for task in it.followups
    ]
    whole = [it for it in goals if record.goal(owner)] or goals + entries
    return [handle for handle in whole if handle.number == number]
