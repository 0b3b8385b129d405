"""Entries for a list, and one entry to look at."""

from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.progress.select import Query, selected


class EntryList(NamedTuple):
    """Entries as a list shows them.

    Attributes:
        as_of: The day of the question.
        period: What the list was narrowed to; None where it was not.
        entries: The newest first.
        total: How many there are without a limit.
        problems: What is wrong with files that are therefore not among them.
    """

    as_of: date
    period: Period | None
    entries: tuple[Entry, ...]
    total: int
    problems: tuple[Problem, ...]


class EntryView(NamedTuple):
    """One entry and the Markdown below its front matter."""

    as_of: date
    entry: Entry
    body: str


def listed(record: Record, query: Query, as_of: date, limit: int | None) -> EntryList:
    """The entries that a query asks for.

    Args:
        record: The whole journal.
        query: What narrows it.
        as_of: The day of the question.
        limit: At most so many; None for all.
    """
    found = selected(record.entries, query, as_of)
    problems = tuple(it for it in record.problems if it.severity == "error")
    return EntryList(as_of, query.period, found[:limit], len(found), problems)
