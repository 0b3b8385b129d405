from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import FIRST, LAST, days_in
from cpdlog.model.period import Period, calendar_year, cpd_year, month, quarter, week

DAY = timedelta(days=1)
DAYS = st.dates(FIRST, LAST)
YEAR_STARTS = [(m, d) for m in range(1, 13) for d in range(1, days_in(2028, m) + 1)]
UNITS = st.sampled_from([week, month, quarter, calendar_year, lambda day: cpd_year(day, (2, 29))])


def test_a_period_knows_its_days() -> None:
    period = Period(date(2026, 2, 27), date(2026, 3, 1))
    assert period.days == 3
    assert [period.contains(date(2026, 2, 26) + n * DAY) for n in range(5)] == [
        *(False, True, True, True, False)
    ]


@pytest.mark.parametrize("year_starts", YEAR_STARTS)
def test_each_date_lies_in_exactly_one_cpd_year_whenever_it_starts(
    year_starts: tuple[int, int],
) -> None:
    year = cpd_year(FIRST, year_starts)
    while year.last < LAST:
        assert cpd_year(year.first, year_starts) == cpd_year(year.last, year_starts) == year
        assert year.first.month == year_starts[0]
        assert year.days in (365, 366)
        following = cpd_year(year.last + DAY, year_starts)
        assert following.first == year.last + DAY
        year = following


@given(DAYS, st.sampled_from(YEAR_STARTS))
def test_a_cpd_year_holds_the_day_it_was_asked_for(day: date, year_starts: tuple[int, int]) -> None:
    year = cpd_year(day, year_starts)
    assert year.contains(day)


def test_a_cpd_year_from_29_february_begins_on_the_28th_in_other_years() -> None:
    assert cpd_year(date(2027, 2, 28), (2, 29)) == Period(
        date(2027, 2, 28), date(2028, 2, 28), "2027/28"
    )


@given(DAYS, st.integers(0, 3000), UNITS)
def test_parts_cover_a_period_once(
    first: date, length: int, holding: Callable[[date], Period]
) -> None:
    whole = Period(first, first + length * DAY)
    parts = whole.parts(holding)
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all(a.last + DAY == b.first for a, b in pairwise(parts))
    assert sum(part.days for part in parts) == whole.days
    assert all(holding(part.last).name == part.name for part in parts)
    assert all(part == holding(part.first) for part in parts[1:-1])


def test_parts_are_named_after_what_they_are_cut_from() -> None:
    period = Period(date(2024, 12, 28), date(2025, 1, 8))
    assert [(str(part.first), str(part.last), part.name) for part in period.parts(week)] == [
        ("2024-12-28", "2024-12-29", "2024-W52"),
        ("2024-12-30", "2025-01-05", "2025-W01"),
        ("2025-01-06", "2025-01-08", "2025-W02"),
    ]


@given(DAYS)
def test_weeks_run_from_monday_to_sunday(day: date) -> None:
    found = week(day)
    assert found.contains(day)
    assert (found.first.weekday(), found.last.weekday(), found.days) == (0, 6, 7)


@given(DAYS)
def test_a_month_a_quarter_and_a_year_hold_their_days(day: date) -> None:
    assert month(day).contains(day)
    assert quarter(day).contains(day)
    assert calendar_year(day).contains(day)
    assert quarter(month(day).first) == quarter(month(day).last) == quarter(day)
