from decimal import Decimal

import pytest
from hypothesis import given

from cpdlog.model.civil import FIRST, LAST
from cpdlog.model.entry import Entry
from cpdlog.model.period import Period, cpd_year, month
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings
from cpdlog.progress.hours import By, Hours, Row, hours
from cpdlog.progress.totals import Totals
from tests.progress.journals import JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, goal, on

YEAR = cpd_year(TODAY, (1, 1))
SPRING = Period(NEW_YEAR, on("04-30"), "2026-01-01..2026-04-30")


def rows(found: Hours) -> list[tuple[str, int, int]]:
    return [(row.key, row.minutes, row.entries) for row in found.rows]


def test_hours_stand_by_type_and_month_with_the_most_first() -> None:
    record = Record(
        entries=(
            entry("01-10", kind="course", minutes=60),
            entry("01-31", kind="visit", minutes=45),
            entry("03-01", kind="visit", minutes=90),
            entry("03-02", kind="course"),
        )
    )
    found = hours(record, on("03-15"), YEAR)
    assert [str(column.last) for column in found.columns] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-15",
    ]
    assert found.rows == (
        Row("visit", 135, 2, (45, 0, 90), (45, 0, 90)),
        Row("course", 60, 2, (60, 0, 0), (60, 0, 0)),
    )
    assert found.total == Row("", 195, 4, (105, 0, 90), (105, 0, 90))


def test_columns_can_be_quarters_or_cpd_years_beside_a_line_of_months() -> None:
    record = Record(
        Settings(year_starts=(9, 1)),
        (entry("2025-11-30", minutes=30), entry("02-10", minutes=60), entry("09-01", minutes=5)),
    )
    span = Period(on("2025-11-01"), on("09-30"))
    quarters = hours(record, TODAY, span, per="quarter")
    assert [column.name for column in quarters.columns] == [
        "2025-Q4",
        "2026-Q1",
        "2026-Q2",
        "2026-Q3",
    ]
    assert quarters.total.cells == (30, 60, 0, 5)
    assert quarters.total.by_month == (30, 0, 0, 60, 0, 0, 0, 0, 0, 0, 5)
    years = hours(record, TODAY, span, per="year")
    assert [column.name for column in years.columns] == ["2025/26", "2026/27"]
    assert years.total.cells == (90, 5)


def test_entries_without_a_role_have_a_row_without_a_name_at_the_end() -> None:
    record = Record(entries=(entry("02-01", minutes=90), entry("02-02", role="college", minutes=5)))
    assert rows(hours(record, TODAY, YEAR, "role")) == [("college", 5, 1), ("", 90, 1)]


def test_an_entry_with_several_tags_is_in_each_row_and_once_in_the_total() -> None:
    record = Record(entries=(entry("02-01", tags="law art", minutes=60), entry("02-02", minutes=5)))
    found = hours(record, TODAY, YEAR, "tag")
    assert rows(found) == [("art", 60, 1), ("law", 60, 1), ("", 5, 1)]
    assert (found.total.minutes, found.total.entries) == (65, 2)


def test_by_goal_an_item_of_a_programme_serves_the_goal_that_follows_it() -> None:
    record = Record(
        entries=(
            entry("02-01", "law old", minutes=60),
            entry("02-02", "things", programme="cpd23#1", minutes=30),
            entry("02-03", programme="cpd23#2", minutes=30),
            entry("02-04", minutes=7),
        ),
        goals=(goal(name="law"), goal(name="things", programme="cpd23")),
    )
    assert rows(hours(record, TODAY, YEAR, "goal")) == [
        ("law", 60, 1),
        ("old", 60, 1),
        ("things", 60, 2),
        ("", 7, 1),
    ]


def test_what_lies_outside_and_what_was_before_is_told() -> None:
    days = ("2025-11-23", "2025-12-01", "02-01", "11-24")
    found = hours(Record(entries=tuple(entry(day, minutes=60) for day in days)), TODAY, YEAR)
    assert found.total.minutes == 60
    assert found.outside == Totals(120, 120, 2, 2, 0)
    assert found.earlier
    assert found.earlier.totals.minutes == 60


def test_all_time_is_shown_from_the_first_entry() -> None:
    everything = Period(FIRST, LAST, "all")
    found = hours(Record(entries=(entry("2025-12-24", minutes=60),)), on("02-01"), everything)
    assert [column.name for column in found.columns] == ["2025-12", "2026-01", "2026-02"]
    assert found.total.cells == (60, 0, 0)


def test_a_period_to_come_has_no_columns() -> None:
    found = hours(Record(entries=(entry("12-01", minutes=60),)), TODAY, month(on("12-01")))
    assert (found.columns, found.rows, found.total) == ((), (), Row("", 0, 0, (), ()))


@pytest.mark.parametrize("by", ["type", "role", "tag", "goal"])
@given(entries=JOURNALS)
def test_the_cells_of_every_row_make_its_minutes(by: By, entries: tuple[Entry, ...]) -> None:
    found = hours(Record(entries=entries), TODAY, SPRING, by)
    for row in (*found.rows, found.total):
        assert sum(row.cells) == sum(row.by_month) == row.minutes
    inside = [entry for entry in entries if SPRING.contains(entry.day)]
    assert found.total.minutes == sum(entry.minutes or 0 for entry in inside)
    assert found.total.entries == len(inside)
    if by in ("type", "role"):
        assert sum(row.minutes for row in found.rows) == found.total.minutes


@given(JOURNALS, JOURNALS)
def test_entries_outside_the_period_change_nothing_inside(
    entries: tuple[Entry, ...], more: tuple[Entry, ...]
) -> None:
    later = tuple(one._replace(day=on("07-01")) for one in more)
    before = hours(Record(entries=entries), TODAY, SPRING, "tag", "quarter")
    after = hours(Record(entries=entries + later), TODAY, SPRING, "tag", "quarter")
    assert (after.rows, after.total, after.columns) == (before.rows, before.total, before.columns)
    assert after.outside.entries == before.outside.entries + len(more)


@given(JOURNALS)
def test_an_entry_split_in_two_keeps_the_hours(entries: tuple[Entry, ...]) -> None:
    parts = [
        one._replace(minutes=minutes, points=Decimal(0))
        for one in entries
        for minutes in ((one.minutes or 0) // 3, (one.minutes or 0) - (one.minutes or 0) // 3)
    ]
    whole = hours(Record(entries=entries), TODAY, SPRING, "goal")
    split = hours(Record(entries=tuple(parts)), TODAY, SPRING, "goal")
    assert [row._replace(entries=0) for row in split.rows] == [
        row._replace(entries=0) for row in whole.rows
    ]


@given(JOURNALS)
def test_the_order_of_files_changes_nothing(entries: tuple[Entry, ...]) -> None:
    one, other = Record(entries=entries), Record(entries=entries[::-1])
    assert hours(one, TODAY, SPRING, "tag") == hours(other, TODAY, SPRING, "tag")
