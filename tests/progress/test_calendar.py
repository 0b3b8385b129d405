import pytest
from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.model.settings import Pause, Settings
from cpdlog.progress.calendar import Calendar, Day, calendar
from cpdlog.progress.rhythm import Gap, Rhythm
from tests.progress.journals import JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, on


def test_the_last_53_weeks_are_shown_day_by_day() -> None:
    found = calendar(Record(), TODAY)
    assert (found.days[0].day, found.days[-1].day) == (on("2025-11-24"), TODAY)
    assert len(found.days) == 52 * 7 + 1


def test_each_day_says_its_minutes_entries_and_leave() -> None:
    record = Record(
        Settings(pauses=(Pause(on("11-03"), on("11-04")),)),
        (
            entry("11-01", minutes=99),
            entry("11-02", minutes=20),
            entry("11-02"),
            entry("11-04", minutes=45),
            entry("11-05", minutes=99),
        ),
    )
    found = calendar(record, on("11-04"), Period(on("11-02"), on("11-30")))
    assert found.days == (
        Day(on("11-02"), 20, 2),
        Day(on("11-03"), leave=True),
        Day(on("11-04"), 45, 1, leave=True),
    )
    assert (found.minutes, found.active) == (65, 2)
    assert (found.rhythm.weeks, found.rhythm.active) == (1, 1)


@pytest.mark.parametrize(("minutes", "level"), [(0, 1), (29, 1), (30, 2), (90, 2), (91, 3)])
def test_a_day_is_marked_by_its_minutes(minutes: int, level: int) -> None:
    assert Day(TODAY, minutes, 1).level == level
    assert Day(TODAY).level == 0


def test_the_longest_gap_is_told() -> None:
    record = Record(entries=(entry("02-01"), entry("09-07"), entry("07-29")))
    assert calendar(record, TODAY).rhythm.gaps[0] == Gap(on("02-02"), on("07-28"), 177, 0)


def test_of_a_period_to_come_nothing_is_shown() -> None:
    record = Record(entries=(entry("12-01"),))
    found = calendar(record, TODAY, Period(on("12-01"), on("12-31")))
    assert found == Calendar(TODAY, (), 0, 0, Rhythm())


@given(JOURNALS)
def test_the_minutes_of_all_days_are_those_of_all_entries(entries: tuple[Entry, ...]) -> None:
    found = calendar(Record(entries=entries), TODAY, Period(NEW_YEAR, TODAY))
    assert found.minutes == sum(one.minutes or 0 for one in entries)
    assert found.active == len({one.day for one in entries})
    assert calendar(Record(entries=entries[::-1]), TODAY, Period(NEW_YEAR, TODAY)) == found
