"""One goal looked at closely: how it came to stand where it does, and what proves it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period, month, week
from cpdlog.model.record import Record
from cpdlog.progress.goals import GoalReport, course_of, report
from cpdlog.progress.serving import Served, by_goal
from cpdlog.progress.standing import NOTHING, Course
from cpdlog.progress.steps import measure

# A goal of half a year or less is drawn week by week, a longer one month by month.
WEEKLY_DAYS = 183


class Point(NamedTuple):
    """How far a goal had come on a day; amounts as in its `GoalReport`.

    Attributes:
        day: The end of a week or month, the day of the question, or the due date.
        done: Up to then; None of a day to come.
        expected: What an even pace reaches by then; None without a due date.
    """

    day: date
    done: Decimal | None
    expected: Decimal | None


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """One goal on one day.

    Attributes:
        report: Where it stands; the forecast is for the last of the points.
        series: From its start up to its due date, or up to the day where that has passed or there
            is none; empty where the goal is not measured.
        evidence: The entries that serve it, newest first.
        proofs: How many files and addresses they hold as evidence.
        body: What its file says below its front matter.
    """

    report: GoalReport
    series: tuple[Point, ...]
    evidence: tuple[Entry, ...]
    proofs: int
    body: str


def goal_detail(
    goal: Goal,
    record: Record,
    as_of: date,
    items: Mapping[str, int] | None = None,
    body: str = "",
) -> GoalDetail:
    """One goal looked at closely; `body` is handed on.

    The other arguments are those of `cpdlog.progress.goals.standing`.
    """
    found = by_goal((goal,), record.counted(as_of))[goal.id]
    served = Served(goal, measure(goal, items or {}), as_of)
    for entry in found:
        served.add(entry)
    stands = report(goal, served, as_of, record.settings.stale_after)
    entries = [entry for entry in found if entry.day >= stands.start]
    course = course_of(goal, stands.start, served, as_of)
    newest = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    return GoalDetail(
        report=stands,
        series=series(course) if course else (),
        evidence=tuple(newest),
        proofs=sum(len(entry.evidence) for entry in entries),
        body=body,
    )


def series(course: Course) -> tuple[Point, ...]:
    """The points of a measured goal."""
    days = [step.day for step in course.steps]
    sums = [NOTHING, *accumulate(step.amount for step in course.steps)]
    return tuple(
        Point(
            day,
            sums[bisect_right(days, day)] if day <= course.as_of else None,
            course.expected(day),
        )
        for day in days_of_points(course)
    )


def days_of_points(course: Course) -> list[date]:
    """The ends of weeks or months, but the day of the question in the one that it lies in."""
    last = max(course.start, course.as_of, course.due or course.as_of)
    span = Period(course.start, last)
    parts = span.parts(week if span.days <= WEEKLY_DAYS else month)
    ends = {course.as_of if part.contains(course.as_of) else part.last for part in parts}
    return sorted(ends | {last})
