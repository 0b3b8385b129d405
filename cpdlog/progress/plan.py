"""The Personal Development Plan as one document, and what changed in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from cpdlog.model.goal import Goal, Target
from cpdlog.model.record import Record
from cpdlog.model.settings import Role
from cpdlog.progress.goals import GoalReport, goal_reports

What = Literal[
    "added", "removed", "reached", "done", "dropped", "reopened", "title", "target", "start", "due"
]
Value: TypeAlias = str | date | Target | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan on one day.

    Attributes:
        name: Whose it is; empty where the settings do not say.
        roles: Their jobs.
        open: The goals that are open, in the order of the plan.
        ended: Those that are met, done or dropped, likewise.
        bodies: What the goals' files say below their front matter, by id.
    """

    as_of: date
    name: str
    roles: tuple[Role, ...]
    open: tuple[GoalReport, ...]
    ended: tuple[GoalReport, ...]
    bodies: Mapping[str, str]


class Change(NamedTuple):
    """One thing that changed in a plan.

    Attributes:
        what: The goal was added, removed, reached, done, dropped or reopened; or else the key of
            its file that changed.
        goal: The goal as it is now; as it was, where it was removed.
        old: The key's value before; else None.
        new: Its value now; of a goal that ended, the day.
        reason: Why it was dropped.
    """

    what: What
    goal: Goal
    old: Value = None
    new: Value = None
    reason: str = ""


def plan(
    record: Record,
    as_of: date,
    items: Mapping[str, int] | None = None,
    bodies: Mapping[str, str] | None = None,
) -> Plan:
    """The plan on a day.

    Args:
        record: The whole journal.
        as_of: The day of the question.
        items: How many items each programme has, where that is known.
        bodies: What the goals' files say below their front matter; handed on.
    """
    reports = goal_reports(record, as_of, items)
    return Plan(
        as_of=as_of,
        name=record.settings.name,
        roles=record.settings.roles,
        open=tuple(report for report in reports if report.open),
        ended=tuple(report for report in reports if not report.open),
        bodies=bodies or {},
    )


def changes(
    before: Record,
    since: date,
    after: Record,
    as_of: date,
    items: Mapping[str, int] | None = None,
) -> tuple[Change, ...]:
    """What changed in a plan between two days.

    Args:
        before: The journal as its files were on the day `since`.
        since: The earlier day.
        after: The journal as it is.
        as_of: The later day.
        items: How many items each programme has, where that is known.

    Returns:
        What changed, goal by goal in the order of the plan, and then the goals that are gone.
    """
    old = {report.goal.id: report for report in goal_reports(before, since, items)}
    found: list[Change] = []
    for now in goal_reports(after, as_of, items):
        then = old.pop(now.goal.id, None)
        if then is None:
            found.append(Change("added", now.goal))
        else:
            found += edited(then.goal, now.goal)
        found += turned(then, now)
    found += (Change("removed", report.goal) for report in old.values())
    return tuple(found)


def edited(then: Goal, now: Goal) -> Iterator[Change]:
    """The keys of one goal that changed."""
    if then.title != now.title:
        yield Change("title", now, then.title, now.title)
    if then.target != now.target:
        yield Change("target", now, then.target, now.target)
    if then.start != now.start:
        yield Change("start", now, then.start, now.start)
    if then.due != now.due:
        yield Change("due", now, then.due, now.due)


def turned(then: GoalReport | None, now: GoalReport) -> Iterator[Change]:
    """Whether one goal ended, or is open again."""
    if then and then.standing == now.standing:
        return
    if now.standing == "met":
        yield Change("reached", now.goal, new=now.since)
    elif now.standing == "done":
        yield Change("done", now.goal, new=now.since)
    elif now.standing == "dropped":
        yield Change("dropped", now.goal, new=now.since, reason=now.goal.reason)
    elif then and not then.open:
        yield Change("reopened", now.goal)
