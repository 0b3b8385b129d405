"""A reflection week: what was done, learnt and left open since a day, and how goals moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import DAY, Period
from cpdlog.model.record import Record
from cpdlog.model.task import Task
from cpdlog.progress.agenda import Item, agenda
from cpdlog.progress.goals import GoalReport, goal_reports
from cpdlog.progress.totals import Totals, totals

TEMPLATE = "review"


class Ticked(NamedTuple):
    """An action point or follow-up that was ticked, and when."""

    kind: Literal["action", "followup"]
    handle: str
    title: str
    done: date
    goal: str


class Move(NamedTuple):
    """One goal on the day before the period, and on the last day of it."""

    then: GoalReport
    now: GoalReport

    @property
    def moved(self) -> bool:
        """Whether anything was added to it, or its standing changed."""
        return (self.then.standing, self.then.done) != (self.now.standing, self.now.done)


@dataclass(frozen=True, slots=True)
class Review:
    """What happened in a period.

    Attributes:
        period: From `since` up to the day of the question, both inclusive.
        entries: What was done, by day.
        learnt: Those of them that say their outcome.
        totals: Of them.
        ticked: Action points and follow-ups that were ticked in the period, by day; those that
            were ticked without a date are not among them.
        left: Action points and follow-ups that are open, the most urgent first.
        moves: The goals that were open on the first day or later, in the order of the plan.
        last: The review before this one; None for the first.
    """

    period: Period
    entries: tuple[Entry, ...]
    learnt: tuple[Entry, ...]
    totals: Totals
    ticked: tuple[Ticked, ...]
    left: tuple[Item, ...]
    moves: tuple[Move, ...]
    last: Entry | None


def review(
    record: Record, since: date, as_of: date, items: Mapping[str, int] | None = None
) -> Review:
    """What happened from `since` up to `as_of`.

    Args:
        record: The whole journal.
        since: The first day of the period; the day after the last review, as a rule.
        as_of: The last day of it.
        items: How many items each programme has, where that is known.
    """
    period = Period(since, as_of, f"{since}..{as_of}")
    found = (entry for entry in record.entries if period.contains(entry.day))
    entries = tuple(sorted(found, key=lambda entry: (entry.day, entry.id)))
    now = goal_reports(record, as_of, items)
    return Review(
        period=period,
        entries=entries,
        learnt=tuple(entry for entry in entries if entry.outcome),
        totals=totals(entries, as_of),
        ticked=tuple(sorted(ticked(record, period), key=lambda it: (it.done, it.handle))),
        left=tuple(it for it in agenda(record, now, as_of) if it.kind in ("action", "followup")),
        moves=tuple(moves(goal_reports(record, since - DAY, items), now, since)),
        last=last_review(record.entries, as_of),
    )


def ticked(record: Record, period: Period) -> Iterator[Ticked]:
    """The action points and follow-ups that were ticked in a period."""
    for goal in record.goals:
        for task, done in done_in(goal.actions, period):
            handle = f"{goal.id}.{task.number}"
            yield Ticked("action", handle, task.text, done, goal.id)
    for entry in record.counted(period.last):
        for task, done in done_in(entry.followups, period):
            served = entry.goals[0][0] if entry.goals else ""
            yield Ticked("followup", f"{entry.id}.{task.number}", task.text, done, served)


def done_in(tasks: Iterable[Task], period: Period) -> Iterator[tuple[Task, date]]:
    """The tasks that were ticked in a period, each with the day."""
    for task in tasks:
        if task.ticked and task.done and period.contains(task.done):
            yield task, task.done


def moves(before: Iterable[GoalReport], now: Iterable[GoalReport], since: date) -> Iterator[Move]:
    """How the goals moved that were open in the period."""
    for then, report in zip(before, now, strict=True):
        if report.open or report.since is None or report.since >= since:
            yield Move(then, report)


def last_review(entries: Iterable[Entry], as_of: date) -> Entry | None:
    """The latest review up to a day, by the template it was written with; None where none is."""
    found = [entry for entry in entries if entry.template == TEMPLATE and entry.day <= as_of]
    return max(found, key=lambda entry: (entry.day, entry.id), default=None)
