from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import plus_length, read_length
from cpdlog.model.requirement.windows import Span, Window, Within, leaves_on, rolled
from tests.model.requirement.entries import day

ANY_ANCHOR = day("2000-01-01")
DAYS = st.dates(day("1990-01-01"), day("2060-12-31"))
LENGTHS = st.sampled_from(["P1Y", "P3Y", "P1M", "P6M", "P18M", "P2W", "P1D", "P100D"])


def span(text: str) -> Span:
    start, end = text.split()
    return Span(day(start), day(end))


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(span(text) for text in texts)


@pytest.mark.parametrize(
    ("starts", "when", "window"),
    [
        ((1, 1), "2026-01-01", "2026-01-01 2027-01-01"),
        ((1, 1), "2026-12-31", "2026-01-01 2027-01-01"),
        ((4, 1), "2026-03-31", "2025-04-01 2026-04-01"),
        ((4, 1), "2026-04-01", "2026-04-01 2027-04-01"),
        # "29 February begins on the 28th in other years"
        ((2, 29), "2024-02-28", "2023-02-28 2024-02-29"),
        ((2, 29), "2024-02-29", "2024-02-29 2025-02-28"),
        ((2, 29), "2025-02-28", "2025-02-28 2026-02-28"),
    ],
)
def test_a_calendar_window_is_the_year_that_begins_on_its_day(
    starts: tuple[int, int], when: str, window: str
) -> None:
    year = Window("calendar", read_length("P1Y"), starts)
    assert year.holding(day(when), ANY_ANCHOR) == span(window)


@pytest.mark.parametrize(
    ("anchor", "length", "when", "window"),
    [
        ("2024-04-01", "P3Y", "2024-04-01", "2024-04-01 2027-04-01"),
        ("2024-04-01", "P3Y", "2027-03-31", "2024-04-01 2027-04-01"),
        ("2024-04-01", "P3Y", "2027-04-01", "2027-04-01 2030-04-01"),
        # k = -1: a cycle reaches back before its anchor
        ("2024-04-01", "P3Y", "2024-03-31", "2021-04-01 2024-04-01"),
        ("2024-04-01", "P3Y", "2015-04-01", "2015-04-01 2018-04-01"),
        # multiples are added to the anchor: the fourth year has its 29th again
        ("2024-02-29", "P1Y", "2026-06-01", "2026-02-28 2027-02-28"),
        ("2024-02-29", "P1Y", "2028-02-29", "2028-02-29 2029-02-28"),
        ("2024-01-31", "P1M", "2024-03-01", "2024-02-29 2024-03-31"),
        ("2024-01-01", "P2W", "2023-12-31", "2023-12-18 2024-01-01"),
        ("2024-01-01", "P10D", "2024-01-11", "2024-01-11 2024-01-21"),
    ],
)
def test_a_cycle_turns_at_multiples_of_its_length(
    anchor: str, length: str, when: str, window: str
) -> None:
    cycle = Window("cycle", read_length(length))
    assert cycle.holding(day(when), day(anchor)) == span(window)


@pytest.mark.parametrize(
    ("length", "when", "window"),
    [
        # [A + 1 day - length, A + 1 day)
        ("P1Y", "2026-11-23", "2025-11-24 2026-11-24"),
        ("P3Y", "2026-12-31", "2024-01-01 2027-01-01"),
        ("P1Y", "2024-02-28", "2023-02-28 2024-02-29"),
        ("P1M", "2026-03-30", "2026-02-28 2026-03-31"),
        ("P30D", "2026-01-30", "2026-01-01 2026-01-31"),
    ],
)
def test_a_rolling_window_ends_with_the_day(length: str, when: str, window: str) -> None:
    rolling = Window("rolling", read_length(length))
    assert rolling.holding(day(when), ANY_ANCHOR) == span(window)


@given(DAYS, DAYS, LENGTHS)
def test_every_day_lies_in_exactly_one_turn_of_a_cycle(
    anchor: date, when: date, length: str
) -> None:
    cycle = Window("cycle", read_length(length))
    found = cycle.holding(when, anchor)
    assert found.holds(when)
    assert cycle.holding(found.last_day, anchor) == found
    assert cycle.holding(found.end, anchor).start == found.end


def test_what_was_done_may_be_written_down_for_a_while_after_the_end() -> None:
    year = Window("calendar", read_length("P1Y"), record_by=read_length("P31D"))
    # "a calendar year with P31D can be completed up to and including 31 January"
    assert year.closes(span("2026-01-01 2027-01-01")) == day("2027-02-01")
    assert Window("calendar", read_length("P1Y")).closes(span("2026-01-01 2027-01-01")) == day(
        "2027-01-01"
    )


@pytest.mark.parametrize(
    ("length", "gone", "leaves"),
    [
        # On 14 January 2027 the window begins on 15 January 2024.
        ("P3Y", "2024-01-14", "2027-01-14"),
        ("P1Y", "2025-02-28", "2026-02-28"),
        ("P1Y", "2024-02-29", "2025-02-28"),
        # The windows of 27 and 28 February 2024 both begin on 28 February 2023.
        ("P1Y", "2023-02-27", "2024-02-27"),
        ("P1Y", "2023-02-28", "2024-02-29"),
        # 28, 29 and 30 March - P1M are all in February; the window of 31 March begins on 1 March.
        ("P1M", "2026-02-28", "2026-03-31"),
        # the 28 days of February less a month are days up to 28 January
        ("P1M", "2026-01-30", "2026-02-28"),
        ("P30D", "2026-01-01", "2026-01-31"),
    ],
)
def test_an_entry_leaves_on_the_first_day_whose_window_begins_after_it(
    length: str, gone: str, leaves: str
) -> None:
    assert leaves_on(day(gone), read_length(length)) == day(leaves)


@given(DAYS, LENGTHS)
def test_it_is_there_on_every_day_before_it_leaves(when: date, length: str) -> None:
    first = leaves_on(when, read_length(length))
    assert rolled(first - timedelta(1), read_length(length)).holds(when)
    assert not rolled(first, read_length(length)).holds(when)


@pytest.mark.parametrize(
    ("window", "whole", "piece", "found"),
    [
        (
            *("2024-04-01 2027-04-01", "P3Y", "P1Y"),
            spans("2024-04-01 2025-04-01", "2025-04-01 2026-04-01", "2026-04-01 2027-04-01"),
        ),
        # "the last one ending with the window even if it is shorter"
        (
            *("2026-01-01 2027-01-01", "P1Y", "P5M"),
            spans("2026-01-01 2026-06-01", "2026-06-01 2026-11-01", "2026-11-01 2027-01-01"),
        ),
        ("2026-01-01 2027-01-01", "P1Y", "P2Y", spans("2026-01-01 2027-01-01")),
        # Multiples are added to the start: 31 August + P6M is 28 February, and + P12M the 31st.
        (
            *("2026-08-31 2027-08-31", "P1Y", "P6M"),
            spans("2026-08-31 2027-02-28", "2027-02-28 2027-08-31"),
        ),
        # A year of a cycle that began on a 29th is one year, and not a year and a day.
        ("2027-02-28 2028-02-29", "P1Y", "P1Y", spans("2027-02-28 2028-02-29")),
        (
            *("2027-02-28 2028-02-29", "P12M", "P6M"),
            spans("2027-02-28 2027-08-28", "2027-08-28 2028-02-29"),
        ),
        (
            *("2026-01-01 2026-01-29", "P4W", "P14D"),
            spans("2026-01-01 2026-01-15", "2026-01-15 2026-01-29"),
        ),
        (
            *("2026-01-01 2026-02-01", "P1M", "P3W"),
            spans("2026-01-01 2026-01-22", "2026-01-22 2026-02-01"),
        ),
    ],
)
def test_each_cuts_a_window_from_its_first_day(
    window: str, whole: str, piece: str, found: tuple[Span, ...]
) -> None:
    within = Within("each", read_length(piece))
    assert within.spans(span(window), read_length(whole)) == found


@pytest.mark.parametrize(
    ("window", "whole", "length", "found"),
    [
        # "in any two consecutive years" of five
        (
            *("2023-01-01 2028-01-01", "P5Y", "P2Y"),
            spans(
                *("2023-01-01 2025-01-01", "2024-01-01 2026-01-01"),
                *("2025-01-01 2027-01-01", "2026-01-01 2028-01-01"),
            ),
        ),
        ("2026-01-01 2027-01-01", "P1Y", "P1Y", spans("2026-01-01 2027-01-01")),
        ("2026-01-01 2027-01-01", "P1Y", "P2Y", ()),
        # From a 29th: the last one ends with the window.
        (
            *("2022-02-28 2024-02-29", "P2Y", "P12M"),
            spans("2022-02-28 2023-02-28", "2023-02-28 2024-02-29"),
        ),
        (
            *("2024-01-01 2026-01-01", "P2Y", "P300D"),
            spans("2024-01-01 2024-10-27", "2025-01-01 2025-10-28"),
        ),
        (
            *("2024-01-01 2026-01-01", "P731D", "P18M"),
            spans("2024-01-01 2025-07-01"),
        ),
    ],
)
def test_any_slides_by_a_year_as_long_as_it_ends_inside_the_window(
    window: str, whole: str, length: str, found: tuple[Span, ...]
) -> None:
    within = Within("any", read_length(length))
    assert within.spans(span(window), read_length(whole)) == found


def test_last_ends_with_the_window_and_reaches_back_before_it() -> None:
    within = Within("last", read_length("P3Y"))
    year = span("2026-01-01 2027-01-01")
    assert within.spans(year, read_length("P1Y")) == spans("2024-01-01 2027-01-01")


@given(DAYS, LENGTHS, LENGTHS)
def test_pieces_follow_each_other_and_make_up_the_window(
    start: date, whole: str, piece: str
) -> None:
    window = Span(start, plus_length(start, read_length(whole)))
    found = Within("each", read_length(piece)).spans(window, read_length(whole))
    assert found[0].start == window.start
    assert found[-1].end == window.end
    assert all(one.end == other.start for one, other in pairwise(found))
