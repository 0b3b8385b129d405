"""The overview: am I on course, what did I do, what is missing, what next."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Item, agenda
from cpdlog.progress.goals import GoalReport, goal_reports
from cpdlog.progress.standing import Standing
from cpdlog.progress.totals import Earlier, Totals, earlier, totals

Line = TypeVar("Line")

URGENCY: tuple[Standing, ...] = (
    *("late", "out of reach", "behind", "on pace", "ahead", "no date", "unmeasured"),
    *("not begun", "met", "done", "dropped"),
)
# What `report --fail-if` looks for; one that is out of reach is more than behind.
FAILS: Mapping[str, tuple[Standing, ...]] = {
    "behind": ("behind", "out of reach"),
    "late": ("late",),
}


class Overview(NamedTuple, Generic[Line]):
    """A journal on one day.

    Attributes:
        as_of: The day.
        period: What hours and entries are told of.
        year: The CPD year that holds the day.
        goals: The most urgent first: those that are open, and those that ended in the period.
        ended_before: How many goals ended before the period, and are not among them.
        counts: How many of `goals` have each standing, the most urgent first; none is left out.
        totals: Of the period.
        earlier: Of the period before, up to the same day of it; None where it has no entry.
        outside: Of the entries that lie outside the period.
        next: What there is to do, the most urgent first.
        requirements: How far bodies' requirements are met; the caller's.
        errors: How many files could not be read, and so are not counted.
        warnings: How many faults do not keep a file out of the count.
    """

    as_of: date
    period: Period
    year: Period
    goals: tuple[GoalReport, ...]
    ended_before: int
    counts: tuple[tuple[Standing, int], ...]
    totals: Totals
    earlier: Earlier | None
    outside: Totals
    next: tuple[Item, ...]
    requirements: tuple[Line, ...]
    errors: int
    warnings: int

    @property
    def day(self) -> int:
        """Which day of the CPD year it is, from 1."""
        return (self.as_of - self.year.first).days + 1


def overview(
    record: Record,
    as_of: date,
    period: Period,
    *,
    items: Mapping[str, int] | None = None,
    others: Iterable[Item] = (),
    requirements: Iterable[Line] = (),
) -> Overview[Line]:
    """What a journal comes to on a day.

    Args:
        record: The whole journal.
        as_of: The day of the question; what is dated later is planned, and counts for nothing.
        period: What hours and entries are told of; goals count from their own start.
        items: How many items each programme has, where that is known.
        others: What requirements and programmes ask for next.
        requirements: How far they are met; handed on as they are.
    """
    reports = goal_reports(record, as_of, items)
    goals = tuple(sorted((r for r in reports if shows(r, period)), key=urgency))
    inside = [entry for entry in record.entries if period.contains(entry.day)]
    elsewhere = (entry for entry in record.entries if not period.contains(entry.day))
    errors = sum(problem.severity == "error" for problem in record.problems)
    return Overview(
        as_of=as_of,
        period=period,
        year=cpd_year(as_of, record.settings.year_starts),
        goals=goals,
        ended_before=len(reports) - len(goals),
        counts=counts(goals),
        totals=totals(inside, as_of),
        earlier=earlier(record.entries, period, as_of),
        outside=totals(elsewhere, as_of),
        next=agenda(record, reports, as_of, others),
        requirements=tuple(requirements),
        errors=errors,
        warnings=len(record.problems) - errors,
    )


def shows(report: GoalReport, period: Period) -> bool:
    """Whether a goal is open, or ended in the period or since."""
    return report.open or report.since is None or report.since >= period.first


def urgency(report: GoalReport) -> tuple[int, date, str]:
    """What goals are sorted by: the most urgent standing, then due date, then id."""
    return URGENCY.index(report.standing), report.goal.due or date.max, report.goal.id


def counts(reports: Iterable[GoalReport]) -> tuple[tuple[Standing, int], ...]:
    """How many goals have each standing that occurs, the most urgent first."""
    words = [report.standing for report in reports]
    return tuple((word, words.count(word)) for word in URGENCY if word in words)


def failing(reports: Iterable[GoalReport], asked: Iterable[str]) -> tuple[GoalReport, ...]:
    """The goals that fail what was asked for: `behind`, `late`; other words are of no goal."""
    words = {word for one in asked for word in FAILS.get(one, ())}
    return tuple(report for report in reports if report.standing in words)
