"""The overview: am I on course, what did I do, what is missing, what next."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Item, Left, ranked
from cpdlog.progress.goals import GoalReport, reports
from cpdlog.progress.serving import Serving
from cpdlog.progress.spans import before
from cpdlog.progress.standing import Standing
from cpdlog.progress.totals import Adding, Earlier, Totals

Line = TypeVar("Line")

URGENCY: tuple[Standing, ...] = (
    *("late", "out of reach", "behind", "on pace", "ahead", "no date", "unmeasured"),
    *("not begun", "met", "done", "dropped"),
)


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


class Gathering:
    """What an overview needs to know of entries; they are added one by one, and let go.

    Args:
        goals: Of the plan, in its order.
        as_of: The day of the question; what is dated later is planned, and counts for nothing.
        period: What hours and entries are told of; goals count from their own start.
        items: How many items each programme has, where that is known.
    """

    def __init__(
        self, goals: Iterable[Goal], as_of: date, period: Period, items: Mapping[str, int]
    ) -> None:
        self.as_of = as_of
        self.period = period
        self.before = before(period, as_of)
        self.serving = Serving(goals, as_of, items)
        self.left = Left(as_of)
        self.inside, self.earlier, self.outside = Adding(as_of), Adding(as_of), Adding(as_of)

    def add(self, entry: Entry) -> None:
        """Add one entry."""
        self.serving.add(entry)
        self.left.add(entry)
        if self.period.contains(entry.day):
            self.inside.add(entry)
            return
        self.outside.add(entry)
        if self.before and self.before.contains(entry.day):
            self.earlier.add(entry)

    def overview(
        self,
        record: Record,
        others: Iterable[Item] = (),
        requirements: Iterable[Line] = (),
    ) -> Overview[Line]:
        """What all comes to.

        Args:
            record: What else the journal says; its entries are those that were added.
            others: What requirements and programmes ask for next.
            requirements: How far they are met; handed on as they are.
        """
        found = reports(self.serving, record.settings.stale_after)
        goals = tuple(sorted((it for it in found if shows(it, self.period)), key=urgency))
        errors = sum(problem.severity == "error" for problem in record.problems)
        return Overview(
            as_of=self.as_of,
            period=self.period,
            year=cpd_year(self.as_of, record.settings.year_starts),
            goals=goals,
            ended_before=len(found) - len(goals),
            counts=counts(goals),
            totals=self.inside.totals(),
            earlier=self.compared(),
            outside=self.outside.totals(),
            next=ranked((*others, *self.left.items()), found, self.as_of),
            requirements=tuple(requirements),
            errors=errors,
            warnings=len(record.problems) - errors,
        )

    def compared(self) -> Earlier | None:
        """The period before; None where there is none, or it has no entry."""
        if self.before is None or not self.earlier.entries:
            return None
        return Earlier(self.before, self.earlier.totals())


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
