"""Which evidence there is for which criterion, from tags such as `cilip:criterion/1`.

What an assessor asks for is a matrix of activities against criteria, to choose from and to find
what is missing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period, month
from cpdlog.model.record import Record
from cpdlog.progress.spans import shown
from cpdlog.progress.totals import Totals, totals

# With fewer reflected entries than this a criterion rests on little.
ENOUGH = 3
NUMBERS = re.compile(r"(\d+)")

Lack = Literal["", "thin", "empty"]


class Criterion(NamedTuple):
    """The evidence for one criterion.

    Attributes:
        key: What follows the prefix in the tag: `1` of `cilip:criterion/1`; empty for entries
            whose tag is the prefix itself.
        title: What it is called; empty where the caller does not know.
        by_month: How many entries there are in each month.
        reflected: How many entries say something.
        entries: All of them, the best evidence first: with something to prove it, then by how
            much it says, then the latest.
        lack: `empty` without a reflected entry, `thin` with one or two, else empty.
    """

    key: str
    title: str
    by_month: tuple[int, ...]
    reflected: int
    entries: tuple[Entry, ...]
    lack: Lack

    @property
    def best(self) -> Entry | None:
        """The reflected entry that shows the most."""
        return next((entry for entry in self.entries if entry.reflected), None)


@dataclass(frozen=True, slots=True)
class Criteria:
    """Evidence against criteria.

    Attributes:
        prefix: What the tags begin with.
        months: The columns, up to `as_of`.
        rows: The criteria, `2` before `10`; those that the caller names, and those in use.
        total: How many entries have such a tag, each once.
        without: How many entries of the period have none.
        outside: What lies outside the period.
    """

    as_of: date
    period: Period
    prefix: str
    months: tuple[Period, ...]
    rows: tuple[Criterion, ...]
    total: int
    without: int
    outside: Totals


def criteria(
    record: Record,
    as_of: date,
    period: Period,
    prefix: str,
    titles: Mapping[str, str] | None = None,
) -> Criteria:
    """The evidence for each criterion in a period.

    Args:
        record: The whole journal.
        as_of: The day of the question.
        period: Which entries are asked about.
        prefix: What the tags begin with: `cilip:criterion` or `cilip`.
        titles: The criteria that there are, by key, so that those without evidence are told too.
    """
    inside = [entry for entry in record.counted(as_of) if period.contains(entry.day)]
    span = shown(period, inside, as_of)
    months = span.parts(month) if span else ()
    found: dict[str, list[Entry]] = {key: [] for key in titles or {}}
    for entry in inside:
        for key in keys(entry.tags, prefix):
            found.setdefault(key, []).append(entry)
    names = sorted(found, key=natural)
    total = sum(bool(keys(entry.tags, prefix)) for entry in inside)
    return Criteria(
        as_of=as_of,
        period=period,
        prefix=prefix,
        months=months,
        rows=tuple(row(key, (titles or {}).get(key, ""), found[key], months) for key in names),
        total=total,
        without=len(inside) - total,
        outside=totals((e for e in record.entries if not period.contains(e.day)), as_of),
    )


def keys(tags: Iterable[str], prefix: str) -> set[str]:
    """What follows the prefix in the tags that begin with it."""
    return {
        tag[len(prefix) + 1 :]
        for tag in tags
        if tag == prefix or tag.startswith((f"{prefix}:", f"{prefix}/"))
    }


def natural(key: str) -> list[tuple[bool, int, str]]:
    """What keys are sorted by: numbers in them by their value, and before letters."""
    parts = [part.lstrip("0") if part.isdecimal() else part for part in NUMBERS.split(key) if part]
    return [(not part.isdecimal(), len(part) * part.isdecimal(), part) for part in parts]


def row(key: str, title: str, entries: Sequence[Entry], months: Sequence[Period]) -> Criterion:
    """The row of one criterion."""
    firsts = [part.first for part in months]
    by_month = [0] * len(months)
    for entry in entries:
        by_month[bisect_right(firsts, entry.day) - 1] += 1
    best = sorted(entries, key=worth, reverse=True)
    reflected = sum(entry.reflected for entry in entries)
    lack: Lack = "empty" if not reflected else "thin" if reflected < ENOUGH else ""
    return Criterion(key, title, tuple(by_month), reflected, tuple(best), lack)


def worth(entry: Entry) -> tuple[bool, int, date, str]:
    """How much an entry shows."""
    return bool(entry.evidence), entry.words, entry.day, entry.id
