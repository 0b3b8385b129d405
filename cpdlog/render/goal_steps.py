"""What to do about one goal, as commands to paste."""

import shlex
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING

from cpdlog.progress.agenda import IN_TROUBLE, Item
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.standing import RECENT_WEEKS
from cpdlog.render import agenda, days, goal_sentences

MOST = 2
FAR = timedelta(days=2 * 366)  # beyond it a forecast says no more than that the rate is too low


def steps(report: GoalReport, as_of: date) -> list[tuple[str, str]]:
    """At most two commands, each with its reason; none for a goal that has ended."""
    if not report.open:
        return []
    return [*date_step(report, as_of), *action_step(report, as_of)][:MOST]


def date_step(report: GoalReport, as_of: date) -> Iterator[tuple[str, str]]:
    """To give a goal a date, or another one where it cannot be kept at this rate."""
    change = f"cpdlog goal set {shlex.quote(report.goal.id)}"
    if report.goal.due is None:
        yield "It has no due date.", f"{change} due=eoy"
    elif report.standing in IN_TROUBLE:
        day = reached_on(report, as_of)
        if day:
            reason = f"At the rate of the last {RECENT_WEEKS} weeks it is reached by"
            yield f"{reason} {days.near(day, as_of)}.", f"{change} due={day.isoformat()}"
        else:
            yield slow(report), f"cpdlog goal edit {shlex.quote(report.goal.id)}"


def slow(report: GoalReport) -> str:
    """Why no date can be named by which a goal is reached."""
    if report.recent_per_week:
        return f"At the rate of the last {RECENT_WEEKS} weeks it takes more than two years."
    return f"Nothing was added to it in the last {RECENT_WEEKS} weeks."


def reached_on(report: GoalReport, as_of: date) -> date | None:
    """The day on which the recent rate reaches the target; None for never, or who knows when."""
    if not report.recent_per_week:
        return None
    weeks = goal_sentences.left(report) / report.recent_per_week
    length = (weeks * 7).to_integral_value(ROUND_CEILING)
    return as_of + timedelta(days=int(length)) if length <= FAR.days else None


def action_step(report: GoalReport, as_of: date) -> Iterator[tuple[str, str]]:
    """The action point that is due first."""
    goal = report.goal
    waiting = [task for task in goal.actions if not task.ticked_by(as_of)]
    if waiting:
        task = min(waiting, key=lambda it: (it.due or date.max, it.number))
        yield agenda.step(Item("action", f"{goal.id}.{task.number}", task.text, task.due), as_of)
