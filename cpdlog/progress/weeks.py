"""Which weeks served which goal: CPD is weekly work, so weeks show more than days."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import DAY, Period, week
from cpdlog.model.record import Record
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.serving import by_goal, serve_none
from cpdlog.progress.spans import is_leave, leave, shown

WEEKS = 53
HOUR = 60


class Cell(NamedTuple):
    """One week of one row.

    Attributes:
        minutes: Recorded.
        entries: How many entries there are, also those without hours.
        leave: Whether most of the week was leave.
        open: Whether the goal had begun and not ended, or was served nevertheless.
    """

    minutes: int = 0
    entries: int = 0
    leave: bool = False
    open: bool = True

    @property
    def level(self) -> int:
        """0 without an entry, 1 under an hour or without hours, 2 up to three hours, 3 beyond."""
        if not self.entries:
            return 0
        return 1 + (self.minutes >= HOUR) + (self.minutes > 3 * HOUR)


class Strip(NamedTuple):
    """The weeks of one goal.

    Attributes:
        goal: Its id; empty for entries that serve no goal of the plan.
        title: Its title, or empty.
        cells: One a week.
        weeks: How many of them have an entry.
        minutes: Recorded in all of them.
    """

    goal: str
    title: str
    cells: tuple[Cell, ...]
    weeks: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks, goal by goal.

    Attributes:
        weeks: From Monday to Sunday; the last may be the piece up to `as_of`.
        strips: One a goal that was open in one of the weeks, in the order of the plan, and at the
            end that of entries that serve none, where there are such.
        all: Every entry once.
    """

    as_of: date
    weeks: tuple[Period, ...]
    strips: tuple[Strip, ...]
    all: Strip


def weeks(
    record: Record, reports: Iterable[GoalReport], as_of: date, period: Period | None = None
) -> Weeks:
    """Which weeks served which goal.

    Args:
        record: The whole journal.
        reports: Where its goals stand on the day.
        as_of: The day of the question.
        period: What is asked about; the last 53 weeks where it is None.
    """
    entries = record.counted(as_of)
    span = shown(period, entries, as_of) if period else latest(as_of)
    parts = span.parts(week) if span else ()
    inside = [entry for entry in entries if span and span.contains(entry.day)]
    days = leave(record.settings.pauses, span.first, span.last) if span else frozenset()
    plain = [Cell(leave=is_leave(part, days)) for part in parts]
    served = by_goal(record.goals, inside)
    strips = []
    for report in reports:
        goal, opened = report.goal, open_cells(report, parts, plain)
        if any(cell.open for cell in opened):
            begun = [entry for entry in served[goal.id] if entry.day >= report.start]
            strips.append(strip(goal.id, goal.title, begun, parts, opened))
    if idle := serve_none(record.goals, inside):
        strips.append(strip("", "", idle, parts, plain))
    return Weeks(as_of, parts, tuple(strips), strip("", "", inside, parts, plain))


def latest(as_of: date) -> Period:
    """The last 53 weeks, up to `as_of`."""
    monday = as_of - DAY * as_of.weekday()
    return Period(monday - DAY * 7 * (WEEKS - 1), as_of)


def open_cells(report: GoalReport, parts: Sequence[Period], plain: Sequence[Cell]) -> list[Cell]:
    """The empty cells of a goal, each with whether it was open in that week."""
    ended = report.since if report.standing in ("done", "dropped") else None
    return [
        cell._replace(open=report.start <= part.last and (ended is None or part.first <= ended))
        for part, cell in zip(parts, plain, strict=True)
    ]


def strip(
    goal: str,
    title: str,
    entries: Iterable[Entry],
    parts: Sequence[Period],
    empty: Iterable[Cell],
) -> Strip:
    """The strip of some entries."""
    firsts = [part.first for part in parts]
    cells = list(empty)
    for entry in entries:
        place = bisect_right(firsts, entry.day) - 1
        cell = cells[place]
        minutes = cell.minutes + (entry.minutes or 0)
        cells[place] = Cell(minutes, cell.entries + 1, cell.leave)
    active = [cell for cell in cells if cell.entries]
    return Strip(goal, title, tuple(cells), len(active), sum(cell.minutes for cell in active))
