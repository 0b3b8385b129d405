"""Answers about a whole record, whose entries are shown one by one to what gathers them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Item
from cpdlog.progress.listing import EntryList, Listing
from cpdlog.progress.overview import Gathering, Overview
from cpdlog.progress.select import Query

Line = TypeVar("Line")


def overview(
    record: Record,
    as_of: date,
    period: Period,
    *,
    items: Mapping[str, int] | None = None,
    others: Iterable[Item] = (),
    requirements: Iterable[Line] = (),
) -> Overview[Line]:
    """What a journal comes to on a day."""
    gathering = Gathering(record.goals, as_of, period, items or {})
    for entry in record.entries:
        gathering.add(entry)
    return gathering.overview(record, others, requirements)


def listed(record: Record, query: Query, as_of: date, limit: int | None) -> EntryList:
    """The entries of a journal that a query asks for."""
    listing = Listing(query, as_of, limit)
    for entry in record.entries:
        listing.add(entry)
    return listing.listed(record.problems)
