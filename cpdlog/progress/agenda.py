"""What next: action points, follow-ups, goals, the inbox and reviews, as one ranked list.

First what is overdue, then what is due within two weeks, goals that even pace has left behind,
the inbox, goals that nobody has looked at for a quarter of a year, what is due later, and at last
what has no date. Within a rank by due date, then by kind and handle, so that the same journal
gives the same list.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.model.task import Task
from cpdlog.progress.goals import GoalReport

Kind = Literal["action", "followup", "goal", "inbox", "review", "requirement", "programme"]
KINDS = ("action", "followup", "requirement", "programme", "goal", "inbox", "review")
OVERDUE, SOON, BEHIND, WAITING, UNSEEN, LATER, UNDATED = range(7)
SOON_DAYS = 14
UNSEEN_DAYS = 91
IN_TROUBLE = ("late", "out of reach", "behind")


class Item(NamedTuple):
    """Something that could be done next, with what a command for it needs.

    Attributes:
        kind: What it is; of the `inbox` there is one item for all entries in it.
        handle: What `tick` takes, or the id of the goal, or of the oldest entry in the inbox; of
            requirements and programmes what the caller put in.
        title: The text of the action, or the title of the goal or entry.
        due: When it is to be done; of a review, None.
        goal: The goal it belongs to; empty where there is none.
        waiting: How many entries the inbox holds, of that item; else 0.
        days: Days that a goal has not been looked at, of a review; else 0.
        report: Where the goal stands, of a goal.
    """

    kind: Kind
    handle: str
    title: str
    due: date | None = None
    goal: str = ""
    waiting: int = 0
    days: int = 0
    report: GoalReport | None = None


class Agenda(NamedTuple):
    """What there is to do on a day, the most urgent first."""

    as_of: date
    items: tuple[Item, ...]


def agenda(
    record: Record, reports: Iterable[GoalReport], as_of: date, others: Iterable[Item] = ()
) -> tuple[Item, ...]:
    """What there is to do on a day, the most urgent first.

    Args:
        record: The whole journal.
        reports: Where its goals stand on that day.
        as_of: The day of the question.
        others: What requirements and programmes ask for.
    """
    left = Left(as_of)
    for entry in record.entries:
        left.add(entry)
    return ranked((*others, *left.items()), reports, as_of)


def ranked(items: Iterable[Item], reports: Iterable[GoalReport], as_of: date) -> tuple[Item, ...]:
    """What there is to do, with what goals ask for, the most urgent first."""
    every = [*items, *(item for report in reports for item in from_goal(report, as_of))]
    return tuple(sorted(every, key=lambda item: place(item, as_of)))


def place(item: Item, as_of: date) -> tuple[int, date, int, str]:
    """What items are sorted by."""
    return rank(item, as_of), item.due or date.max, KINDS.index(item.kind), item.handle


def rank(item: Item, as_of: date) -> int:
    """How urgent an item is, from 0."""
    if item.kind in ("inbox", "review"):
        return WAITING if item.kind == "inbox" else UNSEEN
    if item.due and item.due < as_of:
        return OVERDUE
    if item.report:
        return BEHIND
    if item.due is None:
        return UNDATED
    return SOON if (item.due - as_of).days <= SOON_DAYS else LATER


class Left:
    """What entries leave to be done: follow-ups, and reflections; they are added one by one."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.followups: list[Item] = []
        self.waiting = 0
        self.oldest: Entry | None = None

    def add(self, entry: Entry) -> None:
        """Add one entry; one that is planned leaves nothing yet."""
        if (entry.followups or not entry.words) and entry.day <= self.as_of:
            goal = entry.goals[0][0] if entry.goals else ""
            self.followups += tasks("followup", entry.id, entry.followups, goal, self.as_of)
            if not entry.words:
                self.waiting += 1
                self.oldest = min(self.oldest or entry, entry, key=lambda it: (it.day, it.id))

    def items(self) -> Iterator[Item]:
        """Each follow-up that is open, and one item for all entries without a reflection."""
        yield from self.followups
        if self.oldest:
            yield Item("inbox", self.oldest.id, self.oldest.title, waiting=self.waiting)


def tasks(kind: Kind, name: str, found: Sequence[Task], goal: str, as_of: date) -> Iterator[Item]:
    """The tasks of one file that are not ticked by `as_of`."""
    for task in found:
        if not task.ticked_by(as_of):
            yield Item(kind, f"{name}.{task.number}", task.text, task.due, goal)


def from_goal(report: GoalReport, as_of: date) -> Iterator[Item]:
    """What one goal asks for: its action points, and to be caught up with or looked at."""
    goal = report.goal
    if report.standing in ("dropped", "done"):
        return
    yield from tasks("action", goal.id, goal.actions, goal.id, as_of)
    if report.standing in IN_TROUBLE:
        yield Item("goal", goal.id, goal.title, goal.due, goal.id, report=report)
    elif report.open and unseen_days(goal, report.start, as_of) >= UNSEEN_DAYS:
        days = unseen_days(goal, report.start, as_of)
        yield Item("review", goal.id, goal.title, goal=goal.id, days=days)


def unseen_days(goal: Goal, start: date, as_of: date) -> int:
    """Days since a goal was last looked at, or begun; below zero where it is still to begin."""
    seen = goal.reviewed if goal.reviewed and goal.reviewed <= as_of else start
    return (as_of - max(seen, start)).days
