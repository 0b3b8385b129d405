from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import FIRST, LAST, in_words, iso
from cpdlog.model.day import Prefer, read_day
from cpdlog.model.grammar import NotUnderstood

MONDAY = date(2026, 11, 23)
PIECES = st.sampled_from(
    [
        *("23", "1", "99999", "2026", "-", "+", "/", " ", ".", "d", "w", "mo", "y", "nov", "feb"),
        *("may", "next", "last", "tue", "ago", "days", "years", "29", "00", "0", "eoq", "today"),
    ]
)
ANY_TEXT = st.text(max_size=20) | st.lists(PIECES, max_size=6).map("".join)
DAYS = st.dates(FIRST, LAST)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-23", "2026-11-23"),
        (" 2024-02-29 ", "2024-02-29"),
        ("today", "2026-11-23"),
        ("Yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("-3d", "2026-11-20"),
        ("+2w", "2026-12-07"),
        ("-1mo", "2026-10-23"),
        ("+1y", "2027-11-23"),
        ("- 3 d", "2026-11-20"),
        ("3 days ago", "2026-11-20"),
        ("1 day ago", "2026-11-22"),
        ("2 weeks ago", "2026-11-09"),
        ("1  month  ago", "2026-10-23"),
        ("2 years ago", "2024-11-23"),
        ("0 days ago", "2026-11-23"),
        ("eow", "2026-11-29"),
        ("eom", "2026-11-30"),
        ("eoq", "2026-12-31"),
        ("eoy", "2026-12-31"),
        ("23 nov 2025", "2025-11-23"),
        ("1 September 2026", "2026-09-01"),
        ("1 sept 2026", "2026-09-01"),
        ("29 FEB 2028", "2028-02-29"),
    ],
)
@pytest.mark.parametrize("prefer", ["past", "future"])
def test_a_day_is_named_in_a_closed_grammar(text: str, day: str, prefer: Prefer) -> None:
    assert read_day(text, MONDAY, prefer=prefer) == iso(day)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("mon", "2026-11-23", "2026-11-23"),
        ("tue", "2026-11-17", "2026-11-24"),
        ("Sunday", "2026-11-22", "2026-11-29"),
        ("thurs", "2026-11-19", "2026-11-26"),
        ("23 nov", "2026-11-23", "2026-11-23"),
        ("1 nov", "2026-11-01", "2027-11-01"),
        ("24 nov", "2025-11-24", "2026-11-24"),
        ("5 january", "2026-01-05", "2027-01-05"),
    ],
)
def test_entries_lie_in_the_past_and_due_dates_in_the_future(
    text: str, past: str, future: str
) -> None:
    assert read_day(text, MONDAY) == iso(past)
    assert read_day(text, MONDAY, prefer="future") == iso(future)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-03-31", "-1mo", "2026-02-28"),
        ("2028-02-29", "+1y", "2029-02-28"),
        ("2028-02-10", "eom", "2028-02-29"),
        ("2026-01-01", "eoq", "2026-03-31"),
        ("2026-04-01", "eoq", "2026-06-30"),
        ("2026-11-29", "eow", "2026-11-29"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
    ],
)
def test_months_and_years_end_where_the_calendar_says(today: str, text: str, day: str) -> None:
    assert read_day(text, iso(today)) == iso(day)


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("dmy", "01/11/2026", "2026-11-01"),
        ("mdy", "01/11/2026", "2026-01-11"),
        ("dmy", "1.11.2026", "2026-11-01"),
        ("mdy", "1-11-2026", "2026-01-11"),
    ],
)
def test_the_settings_may_say_how_numbers_are_ordered(order: str, text: str, day: str) -> None:
    assert read_day(text, MONDAY, order=order) == iso(day)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "01/11/2026",
            "'01/11/2026' can be read in two ways.",
            "Write 2026-11-01 or 2026-01-11.",
        ),
        ("23/11/2026", "'23/11/2026' is not a date.", "Write 2026-11-23."),
        ("2026-1-2", "'2026-1-2' is not a date.", "Write 2026-01-02."),
        ("May", "'may' is a month and not a day.", "Write '1 may'."),
        ("nov 23", "'nov 23' has the month first.", "Write '23 nov'."),
        ("Nov 23, 2026", "'nov 23, 2026' has the month first.", "Write '23 nov 2026'."),
        (
            "next Tuesday",
            "'next tuesday' means different days to different people.",
            "Write 'tue', which is Tue 17 Nov 2026, or the date as YYYY-MM-DD.",
        ),
        ("2026-02-31", "2026-02-31 does not exist: February 2026 has 28 days.", ""),
        ("29 feb", "2026-02-29 does not exist: February 2026 has 28 days.", ""),
        ("0 nov", "2026-11-00 does not exist: November 2026 has 30 days.", ""),
        ("1 nov 1066", "1066-11-01 is not from 1950 to 2100.", "Is it a slip?"),
        ("+99999d", "2300-09-07 is not from 1950 to 2100.", "Is it a slip?"),
        ("+99999mo", "'+99999mo' is not from 1950 to 2100.", "Is it a slip?"),
        ("99999 years ago", "'99999 years ago' is not from 1950 to 2100.", "Is it a slip?"),
    ],
)
def test_what_cannot_be_a_day_is_refused_with_the_reason(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_day(text, MONDAY)
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_an_order_that_does_not_fit_is_no_reason_to_take_the_other() -> None:
    with pytest.raises(NotUnderstood, match=r"2026-23-11 does not exist: months go from 1 to 12\."):
        read_day("11/23/2026", MONDAY, order="dmy")


@pytest.mark.parametrize(
    "text",
    [
        *("", "13th of nevermonth", "31/02/2026", "01/11", "next week", "next nonsense", "now"),
        *("-3", "3d", "-1m", "q4", "2026", "2026-11", "23 nevermonth", "nevermonth 23", "23nov"),
        *("23 nov 26", "२३ nov", "monday morning", "a week ago", "23\u0301 nov"),
    ],
)
def test_nonsense_is_never_taken_for_now(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_day(text, MONDAY)
    assert refused.value.message == f"'{text}' is not a date."
    assert refused.value.hint == "Write YYYY-MM-DD, '23 nov', 'yesterday', 'mon' or '-3d'."


@given(ANY_TEXT, DAYS, st.sampled_from(["", "dmy", "mdy"]))
def test_any_text_is_a_day_or_not_understood(text: str, today: date, order: str) -> None:
    with suppress(NotUnderstood):
        assert FIRST <= read_day(text, today, order=order) <= LAST
    with suppress(NotUnderstood):
        assert FIRST <= read_day(text, today, prefer="future", order=order) <= LAST


@given(DAYS, DAYS)
def test_a_day_in_words_is_read_as_that_day(day: date, today: date) -> None:
    assert read_day(in_words(day)[4:], today) == day
    assert read_day(day.isoformat(), today) == day


@given(st.dates(date(1960, 1, 1), date(2090, 1, 1)), st.sampled_from(["mon", "tue", "sun"]))
def test_a_weekday_is_at_most_six_days_away(today: date, name: str) -> None:
    past, future = read_day(name, today), read_day(name, today, prefer="future")
    assert timedelta(0) <= today - past <= timedelta(6)
    assert timedelta(0) <= future - today <= timedelta(6)
    assert past.weekday() == future.weekday() == {"mon": 0, "tue": 1, "sun": 6}[name]
