from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import FIRST, LAST, add_months, iso
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.period import Period, calendar_year, cpd_year, month, quarter, week
from cpdlog.model.period_words import read_period

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
APRIL = (4, 1)
DAYS = st.dates(FIRST, LAST)
PIECES = st.sampled_from(
    [
        *("2026", "11", "13", "-", "q4", "w47", "w53", "/", "26", "27", "this", "last", " ", "all"),
        *("week", "month", "year", "cycle", "..", "nov", "0000", "9999", "1949", "2100", "-3d"),
    ]
)
ANY_TEXT = st.text(max_size=20) | st.lists(PIECES, max_size=6).map("".join)


def three_years(day: date) -> Period:
    """Cycles of three years that begin in April 2024, 2027, …"""
    first = add_months(date(2024, 4, 1), (day.year * 12 + day.month - 24292) // 36 * 36)
    return Period(first, add_months(first, 36) - DAY, f"{first}..{add_months(first, 36) - DAY}")


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("2026", "2026-01-01", "2026-12-31", "2026"),
        ("2026-02", "2026-02-01", "2026-02-28", "2026-02"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "2026-Q4"),
        ("2026q1", "2026-01-01", "2026-03-31", "2026-Q1"),
        ("2026-W47", "2026-11-16", "2026-11-22", "2026-W47"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026-W53"),
        ("2025-w01", "2024-12-30", "2025-01-05", "2025-W01"),
        ("2025/26", "2025-04-01", "2026-03-31", "2025/26"),
        ("1999/00", "1999-04-01", "2000-03-31", "1999/00"),
        ("this-week", "2026-11-23", "2026-11-29", "2026-W48"),
        ("last week", "2026-11-16", "2026-11-22", "2026-W47"),
        ("This Month", "2026-11-01", "2026-11-30", "2026-11"),
        ("last-month", "2026-10-01", "2026-10-31", "2026-10"),
        ("this-quarter", "2026-10-01", "2026-12-31", "2026-Q4"),
        ("last-quarter", "2026-07-01", "2026-09-30", "2026-Q3"),
        ("this-year", "2026-04-01", "2027-03-31", "2026/27"),
        ("last-year", "2025-04-01", "2026-03-31", "2025/26"),
        ("this-cycle", "2024-04-01", "2027-03-31", "2024-04-01..2027-03-31"),
        ("last cycle", "2021-04-01", "2024-03-31", "2021-04-01..2024-03-31"),
        ("nov", "2026-11-01", "2026-11-30", "2026-11"),
        ("December", "2025-12-01", "2025-12-31", "2025-12"),
        ("feb 2028", "2028-02-01", "2028-02-29", "2028-02"),
        ("all", "1950-01-01", "2100-12-31", "all"),
        ("..", "1950-01-01", "2100-12-31", "all"),
        ("yesterday", "2026-11-22", "2026-11-22", "2026-11-22"),
        ("2026-01-02..2026-03-04", "2026-01-02", "2026-03-04", "2026-01-02..2026-03-04"),
        ("2026-01-02 .. today", "2026-01-02", "2026-11-23", "2026-01-02..2026-11-23"),
        ("2026-01-02..", "2026-01-02", "2100-12-31", "2026-01-02.."),
        ("..mon", "1950-01-01", "2026-11-23", "..2026-11-23"),
        ("2025..2026-Q1", "2025-01-01", "2026-03-31", "2025-01-01..2026-03-31"),
        ("today..today", "2026-11-23", "2026-11-23", "2026-11-23..2026-11-23"),
    ],
)
def test_a_period_is_named_in_a_closed_grammar(text: str, first: str, last: str, name: str) -> None:
    period = read_period(text, MONDAY, year_starts=APRIL, cycle=three_years)
    assert period == Period(iso(first), iso(last), name)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2027-W53", "2027-W53 does not exist: 2027 has 52 weeks.", ""),
        ("2026-W00", "2026-W00 does not exist: 2026 has 53 weeks.", ""),
        ("2026-13", "2026-13-01 does not exist: months go from 1 to 12.", ""),
        ("1066", "1066-01-01 is not from 1950 to 2100.", "Is it a slip?"),
        ("2101-W01", "2101-01-04 is not from 1950 to 2100.", "Is it a slip?"),
        ("2026-02-31", "2026-02-31 does not exist: February 2026 has 28 days.", ""),
        (
            "01/11/2026..today",
            "'01/11/2026' can be read in two ways.",
            "Write 2026-11-01 or 2026-01-11.",
        ),
        ("2025/27", "'2025/27' is not a year and the next one.", "Write 2025/26."),
        (
            "2025/26",
            "'2025/26' is not a CPD year here: yours begin on 1 January.",
            "Write 2025, or set year_starts in cpdlog.yaml.",
        ),
        (
            "2026-03-04..2026-01-02",
            "'2026-03-04..2026-01-02' ends before it begins.",
            "Write 2026-01-02..2026-03-04.",
        ),
        (
            "this-cycle",
            "There is no cycle, because no requirement with one is in use.",
            "Take one into use with 'cpdlog requirement use', or write FROM..TO.",
        ),
    ],
)
def test_what_cannot_be_a_period_is_refused_with_the_reason(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_period(text, MONDAY)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "text", ["", "next-week", "this-decade", "2026-q5", "2026-11-", "26", "2025/2026", "２０２６"]
)
def test_anything_else_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_period(text, MONDAY)
    assert refused.value.message == f"'{text}' is not a period."
    assert refused.value.hint == (
        "Write 2026, 2026-11, 2026-Q4, 2026-W47, 2025/26, this-month, last-year, all or FROM..TO."
    )


def test_without_another_start_the_cpd_year_is_the_calendar_year() -> None:
    assert read_period("this-year", MONDAY) == calendar_year(MONDAY)


def test_the_order_of_numbers_holds_in_periods_too() -> None:
    period = read_period("01/11/2026..", MONDAY, order="dmy")
    assert period.first == date(2026, 11, 1)


@given(ANY_TEXT, DAYS)
def test_any_text_is_a_period_or_not_understood(text: str, today: date) -> None:
    with suppress(NotUnderstood):
        period = read_period(text, today, year_starts=APRIL)
        assert period.first <= period.last
        assert read_period(period.name, today, year_starts=APRIL) == period


@given(st.dates(date(1951, 1, 1), LAST))
def test_what_the_calendar_names_is_read_by_its_name(day: date) -> None:
    for found in (week(day), month(day), quarter(day), calendar_year(day), cpd_year(day, APRIL)):
        assert read_period(found.name, MONDAY, year_starts=APRIL) == found
