from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.caps import Cap, tally
from cpdlog.model.requirement.filters import EVERYTHING, Filter
from cpdlog.model.requirement.lines import Line, lines_of
from cpdlog.model.requirement.windows import Span
from cpdlog.model.settings import Settings
from tests.model.requirement.entries import day, did

YEAR = Span(day("2026-01-01"), day("2027-01-01"))
TODAY = day("2026-11-23")


def cap(tags: str, hours: str, text: str = "") -> Cap:
    return Cap(Filter(tags=tuple(tags.split())), "hours", Decimal(hours) * 60, text)


def tallied(entries: list[Entry], *caps: Cap, counts_if: Filter = EVERYTHING) -> tuple[Line, ...]:
    return tally(lines_of(entries, Settings()), YEAR, TODAY, counts_if, caps)


def hours_left(lines: tuple[Line, ...]) -> list[str]:
    return [f"{line.left('hours') / 60:f}" for line in lines]


def test_the_entry_that_crosses_a_cap_is_split() -> None:
    # at most 5 h of private study: 2 + 2 = 4, 1 of the next 3 fits, and nothing of the last
    entries = [did(f"0{month}-01", hours, "x:study") for month, hours in enumerate("2231", 1)]
    lines = tallied(entries, cap("x:study", "5"))
    assert hours_left(lines) == ["2", "2", "1", "0"]
    assert [sum(lost.amount for lost in line.lost) for line in lines] == [0, 0, 2 * 60, 60]


def test_a_cap_that_is_exactly_full_takes_nothing() -> None:
    lines = tallied(
        [did("01-01", "2.5", "x:study"), did("02-01", "2.5", "x:study")], cap("x:study", "5")
    )
    assert hours_left(lines) == ["2.5", "2.5"]
    assert all(line.lost == () for line in lines)


def test_the_oldest_entries_give_first_and_then_those_with_the_smaller_id() -> None:
    entries = [did("03-01", "4", "x:study", name=name) for name in ("b", "a")]
    lines = tallied([*entries, did("02-01", "3", "x:study", name="z")], cap("x:study", "6"))
    assert [line.entry.title for line in lines] == ["z", "a", "b"]
    assert hours_left(lines) == ["3", "3", "0"]


def test_other_sorts_and_entries_without_hours_are_left_alone() -> None:
    entries = [
        did("01-01", "9", "x:course"),
        did("02-01", "", "x:study"),
        did("03-01", "2", "x:study"),
    ]
    assert hours_left(tallied(entries, cap("x:study", "1"))) == ["9", "0", "1"]


def test_a_narrow_cap_stands_before_the_wide_one_that_holds_it() -> None:
    # practitioner at most 8, giving back at most 25 in all: 12 -> 8, and 20 -> 25 - 8 = 17
    narrow = Cap(Filter(tags=("pmi:giving/practitioner",)), "points", Decimal(8))
    wide = Cap(Filter(tags=("pmi:giving/*",)), "points", Decimal(25))
    entries = [
        did("01-01", points="12", tags="pmi:giving/practitioner"),
        did("02-01", points="20", tags="pmi:giving/volunteering"),
    ]
    lines = tallied(entries, narrow, wide)
    assert [line.left("points") for line in lines] == [8, 17]
    assert [[lost.cap for lost in line.lost] for line in lines] == [
        ["tags: pmi:giving/practitioner"],
        ["tags: pmi:giving/*"],
    ]


def test_a_cap_of_hours_does_not_see_points() -> None:
    line = tallied([did("01-01", "9", "x:study", points="9")], cap("x:study", "5"))[0]
    assert line.left("hours") == 5 * 60
    assert line.left("points") == 9


def test_what_does_not_count_takes_no_room() -> None:
    # without an outcome the first 4 h do not count yet, so the later 5 h have all the room
    entries = [did("01-01", "4", "x:study", has=""), did("02-01", "5", "x:study")]
    lines = tallied(entries, cap("x:study", "5"), counts_if=Filter(has=("outcome",)))
    assert [line.lacks for line in lines] == [("outcome",), ()]
    assert hours_left(lines) == ["4", "5"]


def test_only_activities_are_asked_for_what_counts() -> None:
    entries = [did("01-01", kind="plan", has=""), did("02-01", kind="visit", has="")]
    lines = tallied(entries, counts_if=Filter(has=("evidence",)))
    assert [line.lacks for line in lines] == [(), ("evidence",)]


def test_what_is_planned_or_outside_is_not_among_them() -> None:
    days = ("2025-12-31", "2026-01-01", "2026-11-23", "2026-11-24", "2027-01-01")
    lines = tallied([did(each, "1") for each in days])
    assert [str(line.entry.day) for line in lines] == ["2026-01-01", "2026-11-23"]


@pytest.mark.parametrize(
    ("given_cap", "name"),
    [
        (
            cap("x:study", "5", "Study counts for at most 5 hours"),
            "Study counts for at most 5 hours",
        ),
        (cap("x:study x:alone", "5"), "tags: x:study, x:alone"),
        (Cap(EVERYTHING, "hours", Decimal(60)), "hours"),
    ],
)
def test_a_cap_is_called_by_its_text_or_by_what_it_is_of(given_cap: Cap, name: str) -> None:
    assert given_cap.name == name


ENTRIES = st.lists(
    st.builds(
        lambda ahead, minutes, tags: did(
            str(YEAR.start + timedelta(ahead)), str(Decimal(minutes) / 4), tags
        ),
        st.integers(0, 300),
        st.integers(0, 40),
        st.sampled_from(["", "x:a", "x:b", "x:a x:b", "x:a x:c"]),
    ),
    max_size=8,
)
CAPS = st.lists(
    st.builds(
        cap, st.sampled_from(["x:a", "x:b", "x:a x:b", ""]), st.sampled_from(["0", "3", "7.5"])
    ),
    max_size=3,
)


@given(ENTRIES, CAPS)
def test_what_is_capped_never_exceeds_the_cap(entries: list[Entry], caps: list[Cap]) -> None:
    lines = tallied(entries, *caps)
    for each in caps:
        of_sort = [line.left("hours") for line in lines if each.where.passes(line)]
        assert sum(of_sort) <= each.up_to
    for line in lines:
        assert 0 <= line.left("hours") <= line.logged("hours")


@given(ENTRIES, CAPS, st.randoms())
def test_the_order_in_which_entries_come_changes_nothing(
    entries: list[Entry], caps: list[Cap], chance: Random
) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert tallied(shuffled, *caps) == tallied(entries, *caps)
