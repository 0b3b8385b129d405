"""What makes goals hard to measure, and a plan hard to follow: advice, goal by goal.

The questions are those of SMART goals (Doran, Management Review 70(11), 1981): can somebody say
whether one was reached, and by when?
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.goal import Goal
from cpdlog.model.settings import Settings
from cpdlog.progress.goals import GoalReport

MOST_ACTIVE = 6
Flaw = Literal["no due date", "no measure", "vague", "late", "role ended", "too many"]

# Each means what its stem begins, so that `improving` is found too; `better` is one whole word.
VAGUE = re.compile(
    r"\b(?:improv\w*|enhanc\w*|understand\w*|appreciat\w*|familiari\w*|explor\w*|strengthen\w*"
    r"|consider\w*|better|more|aware(?:ness)?|(?:get|keep) up to date"
    r"|(?:learn|know|think|find out) about|look(?:ing)? into|work(?:ing)? on|try(?:ing)? to)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice)\b", re.IGNORECASE
)


class Finding(NamedTuple):
    """One thing that a goal's file could say better.

    Attributes:
        flaw: What it is: nothing says by when, or how it is known to be reached; a word that
            nobody can measure; it is past due and nobody has looked at it since; the job that it
            belongs to has ended; or there are more goals at once than people can follow.
        goal: The goal; empty where it is about the whole plan.
        word: The word that is vague, or the role that has ended.
        day: The due date that has passed, or the day on which the role ended.
        active: How many goals are active, of `too many`; else 0.
    """

    flaw: Flaw
    goal: str
    word: str = ""
    day: date | None = None
    active: int = 0


def advice(reports: Iterable[GoalReport], settings: Settings, as_of: date) -> tuple[Finding, ...]:
    """What could be better in the goals that are open on a day, in the order of the plan."""
    reports = [report for report in reports if report.open]
    found = [finding for report in reports for finding in on_goal(report.goal, settings, as_of)]
    active = [report for report in reports if report.standing != "not begun"]
    if len(active) > MOST_ACTIVE:
        found.append(Finding("too many", "", active=len(active)))
    return tuple(found)


def on_goal(goal: Goal, settings: Settings, as_of: date) -> Iterator[Finding]:
    """What could be better in one goal."""
    for look in LOOKS:
        finding = look(goal, settings, as_of)
        if finding:
            yield finding


def no_due_date(goal: Goal, _: Settings, __: date) -> Finding | None:
    """Nothing says by when."""
    return None if goal.due else Finding("no due date", goal.id)


def no_measure(goal: Goal, _: Settings, __: date) -> Finding | None:
    """Neither target, measure, programme nor action points say how it is known to be reached."""
    if goal.target or goal.measure or goal.programme or goal.actions:
        return None
    return Finding("no measure", goal.id)


def vague(goal: Goal, _: Settings, __: date) -> Finding | None:
    """The title has a word that nobody can measure, and no figure stands beside it."""
    word = VAGUE.search(goal.title)
    if word is None or goal.target or FIGURE.search(f"{goal.title} {goal.measure}"):
        return None
    return Finding("vague", goal.id, word[0])


def late(goal: Goal, _: Settings, as_of: date) -> Finding | None:
    """It is past due, and nobody has looked at it since."""
    seen = goal.reviewed
    if not goal.due or goal.due >= as_of or (seen and goal.due < seen <= as_of):
        return None
    return Finding("late", goal.id, day=goal.due)


def role_ended(goal: Goal, settings: Settings, as_of: date) -> Finding | None:
    """The job that it belongs to has ended."""
    role = settings.role(goal.role)
    if role is None or role.end is None or role.end >= as_of:
        return None
    return Finding("role ended", goal.id, role.id, role.end)


LOOKS: tuple[Callable[[Goal, Settings, date], Finding | None], ...] = (
    *(no_due_date, no_measure, vague, late, role_ended),
)
