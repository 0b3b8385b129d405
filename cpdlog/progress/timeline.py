"""The plan against the calendar: when each goal began, is due, and ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cpdlog.model import civil
from cpdlog.model.period import Period, month
from cpdlog.progress.goals import GoalReport


class Bar(NamedTuple):
    """One goal's time.

    Attributes:
        report: Where the goal stands.
        first: When it began.
        last: Up to when it is open: the day it was done or dropped; the due date where it is
            still to come or the goal is met; else the day of the question.
        due: When it is to be reached.
    """

    report: GoalReport
    first: date
    last: date
    due: date | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The plan against the calendar.

    Attributes:
        as_of: The day of the question.
        months: The columns, whole months; empty without a goal.
        bars: Those that touch the months, by when they are due, then by when they began.
    """

    as_of: date
    months: tuple[Period, ...]
    bars: tuple[Bar, ...]


def timeline(reports: Iterable[GoalReport], as_of: date, period: Period | None = None) -> Timeline:
    """The goals of a period, or of all time where it is None, as bars."""
    bars = [bar(report, as_of) for report in reports]
    if period:
        bars = [it for it in bars if it.first <= period.last and it.last >= period.first]
    if not bars:
        return Timeline(as_of, (), ())
    first, last = min(it.first for it in bars), max(it.due or it.last for it in bars)
    if period:
        first = first if period.first == civil.FIRST else period.first
        last = last if period.last == civil.LAST else period.last
    months = Period(month(first).first, month(max(first, last)).last).parts(month)
    return Timeline(as_of, months, tuple(sorted(bars, key=place)))


def bar(report: GoalReport, as_of: date) -> Bar:
    """One goal's time."""
    goal = report.goal
    last = goal.due if goal.due and goal.due >= as_of else as_of
    if report.standing in ("done", "dropped") and report.since:
        last = report.since
    elif report.standing == "met" and goal.due:
        last = goal.due
    return Bar(report, report.start, max(report.start, last), goal.due)


def place(it: Bar) -> tuple[date, date, str]:
    """What bars are sorted by."""
    return it.due or date.max, it.first, it.report.goal.id
