"""Programmes to choose from, those that are followed, and what they ask for next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.problem import Problem
from cpdlog.model.programme import WEEK, Programme
from cpdlog.progress.programme import TO_DO, ItemReport, ProgrammeReport, status

ONE_DAY = timedelta(days=1)


class Listed(NamedTuple):
    """A programme in a list, and where it stands; None where nobody has begun it."""

    programme: Programme
    report: ProgrammeReport | None


@dataclass(frozen=True, slots=True)
class ProgrammeList:
    """Programmes to choose from.

    Attributes:
        as_of: The day of the question.
        programmes: Those that are begun first, each by id.
        problems: What is wrong with files that are therefore not among them.
    """

    as_of: date
    programmes: tuple[Listed, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """Where the programmes stand that are begun."""

    as_of: date
    reports: tuple[ProgrammeReport, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme to look at."""

    as_of: date
    programme: Programme


def programme_list(
    programmes: Iterable[Programme],
    entries: Iterable[Entry],
    as_of: date,
    problems: Iterable[Problem] = (),
) -> ProgrammeList:
    """Programmes to choose from.

    Args:
        programmes: All there are.
        entries: Of the journal, by day.
        as_of: The day of the question.
        problems: What is wrong with files of programmes.
    """
    done = tuple(entries)
    listed = [Listed(it, status(it, done, as_of) if it.started else None) for it in programmes]
    listed.sort(key=lambda it: (it.report is None, it.programme.id))
    errors = tuple(it for it in problems if it.severity == "error")
    return ProgrammeList(as_of, tuple(listed), errors)


def followed(
    programmes: Iterable[Programme], entries: Iterable[Entry], as_of: date
) -> tuple[ProgrammeReport, ...]:
    """Where each programme stands that is begun."""
    done = tuple(entries)
    return tuple(status(it, done, as_of) for it in programmes if it.started)


def needed(report: ProgrammeReport) -> int:
    """How many items a programme takes: all but breaks, and what is optional or skipped."""
    return sum(
        1 for it in report.items if it.state not in ("break", "skipped") and not it.item.optional
    )


def item_counts(
    programmes: Iterable[Programme], entries: Iterable[Entry], as_of: date
) -> dict[str, int]:
    """How many items each programme takes, by its id."""
    done = tuple(entries)
    return {it.id: needed(status(it, done, as_of)) for it in programmes}


def ends(report: ProgrammeReport, it: ItemReport) -> date | None:
    """The last day of an item's time; None where nothing says it, or it is past."""
    if it.day is None or it.state not in ("due", "upcoming"):
        return None
    later = (other.day for other in report.items if other.day and other.day > it.day)
    return min(later, default=it.day + WEEK) - ONE_DAY


def left(report: ProgrammeReport) -> int:
    """How many items are still to be done; optional ones do not count."""
    return sum(1 for it in report.items if it.state in TO_DO and not it.item.optional)


def last_day(programme: Programme) -> date | None:
    """The last day of a programme's time; None where an item has no day."""
    days = [programme.day_of(item) for item in programme.numbered]
    known = [day for day in days if day]
    return max(known) + WEEK - ONE_DAY if known and len(known) == len(days) else None
