from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import DAY
from cpdlog.model.record import Record
from cpdlog.progress.goals import standing
from cpdlog.progress.series import GoalDetail, Point, goal_detail
from tests.progress.journals import DAYS, GOALS, JOURNALS
from tests.progress.making import TODAY, entry, goal, on, task, told


def seen(goal: Goal, *entries: Entry, as_of: date = TODAY) -> GoalDetail:
    return goal_detail(goal, Record(entries=entries, goals=(goal,)), as_of)


# From 1 January to 31 December are 364 days, so that one paper is expected each day.
def test_a_long_goal_is_told_month_by_month_up_to_its_due_date() -> None:
    found = seen(goal("364 papers"), entry("02-28", "law=7"), entry("11-01", "law=2"))
    assert [told(str(point.day)[5:], point.done, point.expected) for point in found.series] == [
        ("01-31", 0, 30),
        ("02-28", 7, 58),
        ("03-31", 7, 89),
        ("04-30", 7, 119),
        ("05-31", 7, 150),
        ("06-30", 7, 180),
        ("07-31", 7, 211),
        ("08-31", 7, 242),
        ("09-30", 7, 272),
        ("10-31", 7, 303),
        ("11-23", 9, 326),
        ("12-31", None, 364),
    ]


def test_a_short_goal_is_told_week_by_week() -> None:
    found = seen(goal("2 papers", start="11-11", due="12-02"), entry("11-16", "law"))
    assert [str(point.day)[5:] for point in found.series] == ["11-15", "11-22", "11-23", "12-02"]
    assert [point.done for point in found.series] == [0, 1, 1, None]


def test_the_points_of_a_late_goal_go_on_up_to_the_day() -> None:
    found = seen(goal("2 papers", start="10-01", due="11-16"), entry("11-20", "law"))
    assert found.series[-3:] == (
        Point(on("11-15"), Decimal(0), Decimal(2) * 45 / 46),
        Point(on("11-22"), Decimal(1), Decimal(2)),
        Point(TODAY, Decimal(1), Decimal(2)),
    )


def test_without_a_due_date_nothing_is_expected() -> None:
    found = seen(goal("2 papers", start="11-20", due=""))
    assert found.series == (
        Point(on("11-22"), Decimal(0), None),
        Point(TODAY, Decimal(0), None),
    )


def test_of_a_goal_that_has_not_begun_nothing_is_done() -> None:
    found = seen(goal("2 papers", start="12-24"))
    assert [point.done for point in found.series] == [None, None]
    assert seen(goal("2 papers", start="12-24", due="")).series == (Point(on("12-24"), None, None),)


def test_a_goal_that_is_not_measured_has_no_points() -> None:
    assert seen(goal()).series == ()


def test_a_tick_without_a_date_counts_from_the_first_point() -> None:
    found = seen(goal(start="11-20", due="", actions=[task(1, ticked=True), task(2)]))
    assert [point.done for point in found.series] == [1, 1]


def test_what_the_file_says_is_handed_on() -> None:
    record = Record(goals=(goal(),))
    assert goal_detail(goal(), record, TODAY, body="Why?").body == "Why?"


def test_evidence_is_what_serves_the_goal_newest_first() -> None:
    found = seen(
        goal("20 papers", start="02-01"),
        entry("01-31", "law", evidence=["a.pdf"]),
        entry("02-01", "law", evidence=["a.pdf", "b.pdf"]),
        entry("03-01", "law", evidence=["c.pdf"]),
        entry("03-02", "art", evidence=["d.pdf"]),
        entry("12-01", "law", evidence=["e.pdf"]),
    )
    assert [str(one.day)[5:] for one in found.evidence] == ["03-01", "02-01"]
    assert found.proofs == 3


@given(GOALS, JOURNALS, DAYS)
def test_every_point_says_what_was_done_on_its_day(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    record = Record(entries=entries)
    found = goal_detail(goal, record, as_of, {"cpd": 3})
    assert found.report == standing(goal, record, as_of, {"cpd": 3})
    for point in found.series:
        if point.done is None:
            assert point.day > as_of
        elif point.day >= found.report.start:
            assert point.done == standing(goal, record, point.day, {"cpd": 3}).done
    days = [point.day for point in found.series]
    assert days == sorted(set(days))
    assert not days or as_of in days or found.report.start > as_of
    assert all(after - before <= DAY * 31 for before, after in pairwise(days))
