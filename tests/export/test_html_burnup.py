"""Where the marks of a goal's burn-up lie."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from cpdlog.export.html_burnup import DEEP, INSIDE, LEFT, TOP, WIDTH, chart
from cpdlog.export.html_shapes import Chart, Line
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.series import goal_detail
from cpdlog.render.burnup import top_of
from tests.progress.journals import DAYS, GOALS, JOURNALS
from tests.progress.making import TODAY, entry, goal

FLOOR = TOP + DEEP
END = LEFT + INSIDE
NEAR = 1e-6


def drawn(goal: Goal, *entries: Entry) -> Chart:
    return chart(goal_detail(goal, Record(entries=entries, goals=(goal,)), TODAY), TODAY)


def line(found: Chart, style: str) -> Line:
    return next(it for it in found.lines if it.style == style)


def height(found: Line, x: float) -> float:
    """Where a line is at some place."""
    for (left, before), (right, after) in pairwise(found.points):
        if left - NEAR <= x <= right + NEAR:
            share = (x - left) / (right - left) if right > left else 1
            return before + (after - before) * share
    raise AssertionError(f"{found} is not above {x}")


# From 3 November to 2 December are 30 days, of which today, the 23rd, is the 21st.
def test_an_even_pace_is_one_straight_line_from_the_start_to_the_due_date() -> None:
    found = drawn(goal("10 papers", start="11-03", due="12-02"), entry("11-05", "law"))
    day = INSIDE / 30
    assert line(found, "pace").points == ((LEFT + day, FLOOR), (END, TOP))


def test_an_even_pace_ends_at_the_due_date_of_a_goal_that_is_late() -> None:
    found = drawn(goal("10 papers", start="11-04", due="11-13"), entry("11-05", "law"))
    day = INSIDE / 20
    assert (
        line(found, "pace").path
        == Line(((LEFT + day, FLOOR), (LEFT + 10 * day, TOP), (END, TOP)), "pace").path
    )


def test_a_bar_is_as_wide_as_the_days_that_it_tells_of() -> None:
    found = drawn(goal("10 papers", start="11-03", due="12-02"), entry("11-03", "law"))
    day = INSIDE / 30
    ends = [(it.x + it.width - LEFT) / day for it in found.rects]
    assert ends == pytest.approx([6, 13, 20, 21])  # three Sundays, and today, a Monday
    assert [it.width / day for it in found.rects] == pytest.approx([4.8, 5.6, 5.6, 0.8])


def test_a_forecast_leads_from_today_to_the_due_date() -> None:
    found = drawn(goal("10 papers", start="11-03", due="12-02"), entry("11-05", "law=5"))
    (left, before), (right, after) = line(found, "forecast").points
    assert (left, before) == pytest.approx((LEFT + 21 * INSIDE / 30, TOP + DEEP / 2))
    assert right == END
    assert after < before


def test_months_are_named_where_they_begin() -> None:
    found = drawn(goal("10 papers", start="09-16", due="12-31"))
    day = INSIDE / 107
    names = [(it.text, it.x) for it in found.labels if it.anchor == "start"]
    assert [name for name, _ in names] == ["Sep", "Oct", "Nov", "Dec"]
    assert [x for _, x in names] == pytest.approx(
        [LEFT, LEFT + 15 * day, LEFT + 46 * day, LEFT + 76 * day]
    )


def test_a_month_that_has_no_room_for_its_name_is_not_named() -> None:
    found = drawn(goal("10 papers", start="09-29", due="12-02"))
    assert [it.text for it in found.labels if it.anchor == "start"] == ["Oct", "Nov"]


def test_a_long_goal_has_its_years_named() -> None:
    found = drawn(goal("10 papers", start="2024-01-01", due="2027-12-31"))
    names = [it.text for it in found.labels if it.anchor == "start"]
    assert names == ["2024", "Jul", "2025", "Jul", "2026", "Jul", "2027", "Jul"]


@given(GOALS, JOURNALS, DAYS)
def test_the_line_of_an_even_pace_is_where_each_point_expects_it(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    detail = goal_detail(goal, Record(entries=entries), as_of, {"cpd": 3})
    if not detail.series:
        return
    found = chart(detail, as_of)
    days = (detail.series[-1].day - detail.report.start).days + 1
    for point in detail.series:
        if point.expected is not None and point.day >= detail.report.start:
            x = LEFT + INSIDE * ((point.day - detail.report.start).days + 1) / days
            y = FLOOR - DEEP * float(point.expected / top_of(detail))
            assert height(line(found, "pace"), x) == pytest.approx(y)
    for label in found.labels:
        assert 0 <= label.x < WIDTH
