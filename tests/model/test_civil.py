from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import (
    FIRST,
    LAST,
    Length,
    add_months,
    allowed,
    days_in,
    exact,
    in_words,
    iso,
    plus_length,
    read_length,
    short,
)
from cpdlog.model.grammar import NotUnderstood

DAYS = st.dates(FIRST, LAST)
NEARLY = st.text(st.sampled_from("0123689-/.PYMWDT: ２"), max_size=12)


@given(DAYS)
def test_every_date_from_1950_to_2100_is_read_as_it_is_written(day: date) -> None:
    assert iso(day.isoformat()) == day
    assert allowed(day) == day


@given(st.text(max_size=12) | NEARLY)
def test_any_other_text_is_no_date(text: str) -> None:
    with suppress(NotUnderstood):
        assert iso(text).isoformat() == text


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-02-31", "2026-02-31 does not exist: February 2026 has 28 days.", ""),
        ("2026-04-00", "2026-04-00 does not exist: April 2026 has 30 days.", ""),
        ("2100-02-29", "2100-02-29 does not exist: February 2100 has 28 days.", ""),
        ("2026-13-01", "2026-13-01 does not exist: months go from 1 to 12.", ""),
        ("0000-00-00", "0000-00-00 does not exist: months go from 1 to 12.", ""),
        ("1066-10-14", "1066-10-14 is not from 1950 to 2100.", "Is it a slip?"),
        ("9999-12-31", "9999-12-31 is not from 1950 to 2100.", "Is it a slip?"),
        ("2026-1-2", "'2026-1-2' is not a date.", "Write 2026-01-02."),
        ("20260102", "'20260102' is not a date.", "Write 2026-01-02."),
        ("2026/01/02", "'2026/01/02' is not a date.", "Write 2026-01-02."),
        (
            "01/11/2026",
            "'01/11/2026' can be read in two ways.",
            "Write 2026-11-01 or 2026-01-11.",
        ),
        ("1.11.2026", "'1.11.2026' can be read in two ways.", "Write 2026-11-01 or 2026-01-11."),
        ("01/01/2026", "'01/01/2026' is not a date.", "Write 2026-01-01."),
        ("23/11/2026", "'23/11/2026' is not a date.", "Write 2026-11-23."),
        ("31/02/2026", "'31/02/2026' is not a date.", "Write YYYY-MM-DD."),
        ("2026-02-31 ", "'2026-02-31 ' is not a date.", "Write YYYY-MM-DD."),
        ("2026", "'2026' is not a date.", "Write YYYY-MM-DD."),
        ("2026-W01-1", "'2026-W01-1' is not a date.", "Write YYYY-MM-DD."),
        ("２０２６-01-02", "'２０２６-01-02' is not a date.", "Write YYYY-MM-DD."),
        ("tomorrow", "'tomorrow' is not a date.", "Write YYYY-MM-DD."),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, message: str, hint: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        iso(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
def test_a_day_outside_the_years_of_journals_is_refused(day: date) -> None:
    with pytest.raises(NotUnderstood, match=r"is not from 1950 to 2100\."):
        allowed(day)


@given(DAYS)
def test_the_last_of_a_month_is_followed_by_a_first(day: date) -> None:
    last = exact(day.year, day.month, days_in(day.year, day.month))
    assert (last + timedelta(days=1)).day == 1


def test_a_date_in_words_names_its_weekday_in_english() -> None:
    assert in_words(date(2026, 11, 23)) == "Mon 23 Nov 2026"
    assert short(date(2026, 5, 1)) == "1 May"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-03-31", -1, "2026-02-28"),
        ("2028-03-31", -1, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-01-01", -1, "2025-12-01"),
        ("2026-11-23", 0, "2026-11-23"),
    ],
)
def test_a_month_without_such_a_day_gives_its_last_one(day: str, months: int, later: str) -> None:
    assert add_months(iso(day), months) == iso(later)


@given(DAYS, st.integers(-300, 300))
def test_months_later_is_that_many_months_later(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("P3Y", Length(3, "Y")),
        ("P6M", Length(6, "M")),
        ("P2W", Length(2, "W")),
        ("P31D", Length(31, "D")),
        ("P999D", Length(999, "D")),
    ],
)
def test_a_length_of_time_has_one_unit(text: str, length: Length) -> None:
    assert read_length(text) == length


@pytest.mark.parametrize("text", ["", "P", "P0Y", "P1Y6M", "1Y", "p1y", "PT1H", "P1000D", "P１Y"])
def test_other_lengths_of_time_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_length(text)
    assert refused.value.message == f"'{text}' is not a length of time."
    assert refused.value.hint == "Write P3Y, P6M or P31D."


@pytest.mark.parametrize(
    ("length", "times", "end"),
    [
        ("P1Y", 1, "2029-02-28"),
        ("P1Y", 4, "2032-02-29"),
        ("P3Y", -1, "2025-02-28"),
        ("P1M", 1, "2028-03-29"),
        ("P2W", 1, "2028-03-14"),
        ("P31D", -1, "2028-01-29"),
    ],
)
def test_lengths_are_added_to_the_start(length: str, times: int, end: str) -> None:
    assert plus_length(date(2028, 2, 29), read_length(length), times) == iso(end)
