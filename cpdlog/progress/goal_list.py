"""Goals for a list, one goal to look at, and what could be said better in their files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.progress.advice import Finding, advice
from cpdlog.progress.goals import GoalReport, goal_reports
from cpdlog.progress.overview import shows
from cpdlog.progress.series import GoalDetail


@dataclass(frozen=True, slots=True)
class GoalList:
    """Goals as a list shows them.

    Attributes:
        as_of: The day of the question.
        goals: In the order of the plan.
        ended: How many that are met, done or dropped are left out.
        problems: What is wrong with files that are therefore not counted.
    """

    as_of: date
    goals: tuple[GoalReport, ...]
    ended: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal looked at closely, and the Markdown below its front matter."""

    as_of: date
    detail: GoalDetail
    body: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What makes open goals hard to measure or to follow.

    Attributes:
        open: How many goals were looked at.
    """

    as_of: date
    open: int
    findings: tuple[Finding, ...]


def goal_list(
    record: Record,
    as_of: date,
    items: Mapping[str, int] | None = None,
    *,
    every: bool = False,
    period: Period | None = None,
) -> GoalList:
    """The goals of a plan.

    Args:
        record: The whole journal.
        as_of: The day of the question.
        items: How many items each programme has, where that is known.
        every: Also those that are met, done or dropped.
        period: Also those that ended in it, or since.
    """
    reports = goal_reports(record, as_of, items)
    shown = tuple(
        report
        for report in reports
        if every or report.open or (period is not None and shows(report, period))
    )
    problems = tuple(it for it in record.problems if it.severity == "error")
    return GoalList(as_of, shown, len(reports) - len(shown), problems)


def goal_advice(record: Record, as_of: date, items: Mapping[str, int] | None = None) -> Advice:
    """What could be said better in the goals that are open on a day; arguments as above."""
    reports = goal_reports(record, as_of, items)
    findings = advice(reports, record.settings, as_of)
    return Advice(as_of, sum(report.open for report in reports), findings)
