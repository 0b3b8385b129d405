"""Entries for a list, and one entry to look at."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.progress.select import Query, matches, newest

ROOM = 1000  # entries that are kept beyond the limit before the oldest are let go


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


class Listing:
    """The entries that a query asks for; they are added one by one, and only those few are kept.

    Args:
        query: What narrows the list.
        as_of: The day of the question.
        limit: At most so many; None for all.
    """

    def __init__(self, query: Query, as_of: date, limit: int | None) -> None:
        self.query = query
        self.as_of = as_of
        self.limit = limit
        self.narrows = query != Query()
        self.total = 0
        self.kept: list[Entry] = []
        self.oldest = date.min  # what is older has no place on the list

    def add(self, entry: Entry) -> None:
        """Add one entry."""
        if self.narrows and not matches(entry, self.query, self.as_of):
            return
        self.total += 1
        if entry.day >= self.oldest:
            self.kept.append(entry)
            if self.limit and len(self.kept) >= self.limit + ROOM:
                self.kept = newest(self.kept)[: self.limit]
                self.oldest = self.kept[-1].day

    def listed(self, problems: Iterable[Problem]) -> EntryList:
        """The list, with what is wrong with files that are therefore not on it."""
        faults = tuple(it for it in problems if it.severity == "error")
        entries = tuple(newest(self.kept)[: self.limit])
        return EntryList(self.as_of, self.query.period, entries, self.total, faults)
