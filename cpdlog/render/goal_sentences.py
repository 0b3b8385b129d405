"""What a goal needs, and where it stands, in whole sentences."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cpdlog.progress.goals import GoalReport
from cpdlog.progress.standing import RECENT_WEEKS
from cpdlog.render import days, goal_words
from cpdlog.render.goal_words import figure, measured, noun

RATED = ("hours", "points")  # units of which a week takes some; others are counted one by one
NOTHING = Decimal(0)
HOURS = r"(\d+(?:\.[1-9])?)(?:\.0)? h\b"


def left(report: GoalReport) -> Decimal:
    """What is still to be done."""
    return max((report.target or NOTHING) - (report.done or NOTHING), NOTHING)


def reason(report: GoalReport, as_of: date) -> str:
    """Why an open goal is in trouble, in one sentence."""
    name = f"Goal {report.goal.id}"
    if report.standing == "late":
        since = f"{name} is {days.counted(report.late_days or 0, 'day')} late"
        return f"{since}, with {to_go(report)} to go." if left(report) else f"{since}."
    until = f" up to {days.near(report.goal.due, as_of)}" if report.goal.due else ""
    need = needs(report, until)
    return f"{name} {need}." if need else f"{name} is {goal_words.standing(report)}."


def to_go(report: GoalReport) -> str:
    """`2 of 23 things`."""
    target = goal_words.target_figure(report)
    return f"{figure(report, left(report))} of {target} {goal_words.unit_word(report, target)}"


def needs(report: GoalReport, until: str = "") -> str:
    """`needs 1.5 h a week`, and what was done lately; empty where nothing can be said."""
    if not left(report) or report.days_left is None or report.standing == "not begun":
        return ""
    if report.weeks_left is not None:
        return weeks_needed(report, report.weeks_left, until)
    rate, recent = report.needed_per_week, report.recent_per_week or NOTHING
    if rate is None:
        return f"needs {measured(report, left(report))} today"
    if report.unit in RATED:
        return (
            f"needs {measured(report, rate)} a week{until}; "
            f"the last {RECENT_WEEKS} weeks averaged {measured(report, recent)}"
        )
    brought = figure(report, recent * RECENT_WEEKS)
    return f"needs {more(report)}{until}; the last {RECENT_WEEKS} weeks brought {brought}"


def more(report: GoalReport) -> str:
    """`2 more visits`."""
    number = figure(report, left(report))
    return f"{number} more {noun(report.unit, number)}"


def weeks_needed(report: GoalReport, there_are: int, until: str) -> str:
    """How many weeks are needed and how many there are; what most can be reached."""
    are = "is" if there_are == 1 else "are"
    words = f"needs {more(report)}, and {there_are} {are} left{until}"
    if left(report) <= there_are:
        return words
    most = (report.done or NOTHING) + there_are
    return f"{words}; the most that can be reached is {figure(report, most)}"


def aloud(report: GoalReport, as_of: date) -> Iterator[str]:
    """One goal to be read aloud."""
    goal = report.goal
    yield f"Goal {goal.id}, {goal.title}: {progress(report)}. {standing(report)}."
    if report.standing == "not begun":
        yield f"  Begins on {days.spoken(report.start)}."
    if goal.due and report.open:
        need = spelt(needs(report))
        said = f" {days.sentence(need)}" if need else ""
        yield f"  Due {days.spoken(goal.due)}{days_to(goal.due, as_of)}.{said}"


def days_to(due: date, as_of: date) -> str:
    """`, in 38 days`, where it is still to come."""
    if due <= as_of:
        return ", today" if due == as_of else ""
    return f", in {days.counted((due - as_of).days, 'day')}"


def spelt(text: str) -> str:
    """The same with `1.5 hours` for `1.5 h`."""
    return re.sub(HOURS, lambda found: f"{found[1]} hour{'s' if found[1] != '1' else ''}", text)


def progress(report: GoalReport) -> str:
    """`13 of 20 hours, 65 percent`."""
    share = goal_words.percent(report)
    if share is None or report.done is None:
        return goal_words.progress(report)
    target = goal_words.target_figure(report)
    done = figure(report, report.done).removesuffix(".0")
    return f"{done} of {target} {noun(report.unit, target)}, {share} percent"


def standing(report: GoalReport) -> str:
    """`Behind by 4.9 hours`, `Met on 14 November, 16 days early`."""
    word = report.standing.capitalize()
    off = goal_words.distance(report)
    if off:
        return f"{word} by {off} {noun(report.unit, off)}"
    if report.late_days:
        return f"{word} by {days.counted(report.late_days, 'day')}"
    if report.since:
        return f"{word} on {days.spoken(report.since)}{early(report)}"
    return word


def early(report: GoalReport) -> str:
    """How long before or after its due date a goal was met."""
    if report.standing != "met" or not report.since or not report.goal.due:
        return ""
    beyond = (report.goal.due - report.since).days
    if not beyond:
        return ""
    return f", {days.counted(abs(beyond), 'day')} {'early' if beyond > 0 else 'late'}"
