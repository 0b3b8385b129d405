"""What may be done to a journal without changing a figure that it should not change."""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.record import Record
from cpdlog.progress.hours import hours
from tests.progress.journals import JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, goal
from tests.progress.passing import overview
from tests.render.showing import piped
from tests.render.small import YEAR

if TYPE_CHECKING:
    from cpdlog.progress.overview import Overview

GOALS = (
    goal("20 hours", name="law", due="06-30"),
    goal("9 books", name="art", due="12-31"),
    goal("30 weeks", name="weekly", due="12-31"),
)


def record(entries: tuple[Entry, ...]) -> Record:
    return Record(entries=tuple(sorted(entries, key=lambda it: (it.day, it.id))), goals=GOALS)


def report(entries: tuple[Entry, ...]) -> Any:
    answer: Overview[str] = overview(record(entries), TODAY, YEAR)
    return json.loads(piped(answer, json=True))


def halves(whole: Entry, share: int) -> tuple[Entry, Entry]:
    """An entry as two of the same day, which say the same in all."""
    minutes = whole.minutes or 0
    part = min(share, minutes)
    amounts = tuple((name, amount / 2) for name, amount in whole.goals)
    first = whole._replace(id=f"{whole.id}-a", minutes=part, goals=amounts)
    second = whole._replace(id=f"{whole.id}-b", minutes=minutes - part, goals=amounts)
    return first, second


@given(JOURNALS, st.randoms())
def test_the_order_of_files_changes_nothing(entries: tuple[Entry, ...], chance: Any) -> None:
    mixed = list(entries)
    chance.shuffle(mixed)
    assert report(tuple(mixed)) == report(entries)


@given(JOURNALS, st.integers(0, 300))
def test_an_entry_told_in_two_changes_no_hour_and_no_amount(
    entries: tuple[Entry, ...], share: int
) -> None:
    split = tuple(part for whole in entries for part in halves(whole, share))
    before, after = report(entries), report(split)
    assert after["minutes"] == before["minutes"]
    assert after["entries"]["total"] == 2 * before["entries"]["total"]
    for one, two in zip(before["goals"], after["goals"], strict=True):
        assert {key: two[key] for key in ("id", "done", "standing", "forecast")} == {
            key: one[key] for key in ("id", "done", "standing", "forecast")
        }
    assert [row.minutes for row in table(split).rows] == [
        row.minutes for row in table(entries).rows
    ]


def table(entries: tuple[Entry, ...]) -> Any:
    return hours(record(entries), TODAY, YEAR, "type", "quarter")


@given(JOURNALS, st.integers(1, 500))
def test_entries_of_another_year_change_only_what_lies_outside(
    entries: tuple[Entry, ...], days: int
) -> None:
    other = entry(
        str(NEW_YEAR.replace(year=2024)), "law art=2", name="other", minutes=days, words=9
    )
    before, after = report(entries), report((*entries, other))
    assert after["outside"] == {
        "entries": before["outside"]["entries"] + 1,
        "minutes": before["outside"]["minutes"] + days,
    }
    for key in ("goals", "minutes", "entries", "next"):
        assert after[key] == before[key]


def test_halves_are_exact() -> None:
    first, second = halves(entry("11-20", "art=1.5", minutes=91), 45)
    assert (first.minutes, second.minutes) == (45, 46)
    assert first.goals == second.goals == (("art", Decimal("0.75")),)
