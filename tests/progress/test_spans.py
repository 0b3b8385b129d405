from datetime import date

import pytest

from cpdlog.model.civil import FIRST, LAST
from cpdlog.model.period import Period, cpd_year, month, week
from cpdlog.model.settings import Pause
from cpdlog.progress.spans import before, is_leave, leave, shown
from tests.progress.making import TODAY, entry, on

YEAR = cpd_year(TODAY, (1, 1))


def test_a_period_is_shown_from_its_first_day_up_to_as_of() -> None:
    assert shown(YEAR, [entry("03-01")], TODAY) == Period(on("01-01"), TODAY, "2026")
    assert shown(month(on("03-01")), [], TODAY) == month(on("03-01"))


def test_a_period_that_has_always_been_open_is_shown_from_the_first_entry() -> None:
    everything = Period(FIRST, LAST, "all")
    entries = [entry("03-01"), entry("2019-02-01")]
    assert shown(everything, entries, TODAY) == Period(on("2019-02-01"), TODAY, "all")
    assert shown(everything, [], TODAY) == Period(TODAY, TODAY, "all")


def test_of_a_period_to_come_nothing_is_shown() -> None:
    assert shown(month(on("12-01")), [entry("12-02")], TODAY) is None


@pytest.mark.parametrize(
    ("period", "as_of", "first", "last"),
    [
        (YEAR, TODAY, "2025-01-01", "2025-11-23"),
        (YEAR, on("2027-05-01"), "2025-01-01", "2025-12-31"),
        (cpd_year(TODAY, (9, 1)), TODAY, "2025-09-01", "2025-11-23"),
        (month(on("03-01")), on("03-31"), "2026-02-01", "2026-02-28"),
        (month(on("03-01")), on("03-30"), "2026-02-01", "2026-02-28"),
        (month(on("03-01")), on("03-10"), "2026-02-01", "2026-02-10"),
        (week(TODAY), on("11-25"), "2026-11-16", "2026-11-18"),
        (Period(on("03-02"), on("03-11")), on("03-05"), "2026-02-20", "2026-02-23"),
        (Period(on("01-30"), on("02-28")), on("04-01"), "2025-12-31", "2026-01-29"),
        (cpd_year(on("2024-03-01"), (1, 1)), on("2024-02-29"), "2023-01-01", "2023-02-28"),
    ],
)
def test_the_period_before_goes_as_far_as_this_one_has_come(
    period: Period, as_of: date, first: str, last: str
) -> None:
    found = before(period, as_of)
    assert found == Period(on(first), on(last), f"{first}..{last}")


def test_nothing_lies_before_a_period_that_is_open_or_has_not_begun() -> None:
    assert before(Period(FIRST, LAST, "all"), TODAY) is None
    assert before(month(on("12-01")), TODAY) is None


def test_leave_is_every_day_of_a_pause_that_lies_within() -> None:
    pauses = (Pause(on("07-30"), on("08-02")), Pause(on("08-02"), on("08-03")))
    assert leave(pauses, on("08-01"), on("08-31")) == {on("08-01"), on("08-02"), on("08-03")}
    assert leave(pauses, on("09-01"), on("09-30")) == frozenset()


def test_a_week_is_leave_when_most_of_its_days_are() -> None:
    days = leave((Pause(on("08-03"), on("08-06")),), YEAR.first, YEAR.last)
    assert is_leave(week(on("08-03")), days)
    assert not is_leave(week(on("08-03")), days - {on("08-04")})
    assert not is_leave(week(on("08-10")), days)
