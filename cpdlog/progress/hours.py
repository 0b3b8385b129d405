"""Hours by type, role, tag or goal, and by month, quarter or CPD year."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period, Unit, cpd_year, month, quarter
from cpdlog.model.record import Record
from cpdlog.progress.serving import followers, serves
from cpdlog.progress.spans import shown
from cpdlog.progress.totals import Earlier, Totals, earlier, totals

By = Literal["type", "role", "tag", "goal"]
Per = Literal["month", "quarter", "year"]


class Row(NamedTuple):
    """The hours of one type, role, tag or goal.

    Attributes:
        key: Its name; empty for entries that have none, and in the total.
        minutes: In all.
        entries: How many entries there are, also those without hours.
        cells: Minutes in each column.
        by_month: Minutes in each month, for a line beside the number.
    """

    key: str
    minutes: int
    entries: int
    cells: tuple[int, ...]
    by_month: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours in a table.

    Attributes:
        period: What was asked about.
        columns: The parts of it up to `as_of`; the first and the last may be pieces.
        months: Its months, likewise.
        rows: The most hours first; entries without a key come last.
        total: Each entry once, though one with several tags or goals is in each of their rows.
        earlier: The period before, up to the same day of it; None where it has no entry.
        outside: What lies outside the period.
    """

    as_of: date
    period: Period
    by: By
    per: Per
    columns: tuple[Period, ...]
    months: tuple[Period, ...]
    rows: tuple[Row, ...]
    total: Row
    earlier: Earlier | None
    outside: Totals


def hours(
    record: Record, as_of: date, period: Period, by: By = "type", per: Per = "month"
) -> Hours:
    """The hours of a period."""
    inside = [entry for entry in record.counted(as_of) if period.contains(entry.day)]
    elsewhere = (entry for entry in record.entries if not period.contains(entry.day))
    span = shown(period, inside, as_of)
    columns = span.parts(unit(per, record)) if span else ()
    months = span.parts(month) if span else ()
    groups = grouped(inside, by, record.goals)
    rows = [row(key, found, columns, months) for key, found in groups.items()]
    return Hours(
        as_of=as_of,
        period=period,
        by=by,
        per=per,
        columns=columns,
        months=months,
        rows=tuple(sorted(rows, key=lambda row: (not row.key, -row.minutes, row.key))),
        total=row("", inside, columns, months),
        earlier=earlier(record.entries, period, as_of),
        outside=totals(elsewhere, as_of),
    )


def unit(per: Per, record: Record) -> Unit:
    """What a column holds."""
    starts = record.settings.year_starts
    units = {"month": month, "quarter": quarter, "year": lambda day: cpd_year(day, starts)}
    return units[per]


def grouped(entries: Iterable[Entry], by: By, goals: Iterable[Goal]) -> dict[str, list[Entry]]:
    """The entries of each key."""
    followed = followers(goals)
    keys: dict[By, Callable[[Entry], Iterable[str]]] = {
        "type": lambda entry: (entry.type,),
        "role": lambda entry: (entry.role,),
        "tag": lambda entry: set(entry.tags) or ("",),
        "goal": lambda entry: serves(entry, followed) or ("",),
    }
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys[by](entry):
            found.setdefault(key, []).append(entry)
    return found


def row(
    key: str, entries: Sequence[Entry], columns: Sequence[Period], months: Sequence[Period]
) -> Row:
    """The row of one key."""
    minutes = sum(entry.minutes or 0 for entry in entries)
    return Row(key, minutes, len(entries), spread(entries, columns), spread(entries, months))


def spread(entries: Iterable[Entry], parts: Sequence[Period]) -> tuple[int, ...]:
    """The minutes of entries in each part of the period that they lie in."""
    firsts = [part.first for part in parts]
    cells = [0] * len(parts)
    for entry in entries:
        cells[bisect_right(firsts, entry.day) - 1] += entry.minutes or 0
    return tuple(cells)
