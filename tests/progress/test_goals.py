from datetime import date, timedelta
from decimal import Decimal

import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal, Target
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings
from cpdlog.progress.goals import GoalReport, goal_reports, standing
from tests.progress.making import TODAY, entry, goal, on, task, told


def stands(goal: Goal, *entries: Entry, as_of: date = TODAY, **items: int) -> GoalReport:
    return standing(goal, Record(entries=entries, goals=(goal,)), as_of, items)


# The goal of the worked example: 20 hours from 12 January to 31 December 2026, seen on
# 23 November. The span is 353 days, of which 315 have gone, so 20 h x 315 / 353 = 17.85 h are
# expected; a week's worth is 20 h x 7 / 353 = 0.40 h.
def course(minutes: int) -> GoalReport:
    target = goal("20 hours", start="01-12")
    return stands(target, entry("03-02", "law", minutes=minutes))


def test_a_goal_in_hours_says_what_is_done_expected_and_left() -> None:
    report = course(780)
    assert report.standing == "behind"
    assert told(report.target, report.done, report.days_left) == (1200, 780, 38)
    assert report.expected == Decimal(1200) * 315 / 353
    assert report.difference == 780 - Decimal(1200) * 315 / 353
    assert report.needed_per_week == Decimal(420) * 7 / 38
    assert report.recent_per_week == 0
    assert report.forecast == 780


def test_amounts_are_shown_in_the_goals_own_unit_rounded_half_up() -> None:
    report = course(780)
    assert report.expected is not None
    assert report.difference is not None
    assert str(report.in_unit(report.expected)) == "17.85"
    assert str(report.in_unit(report.difference, 1)) == "-4.8"
    assert str(report.in_unit(Decimal(75), 1)) == "1.3"
    assert str(report.in_unit(Decimal("-0.1"), 1)) == "0.0"
    assert str(stands(goal("24 papers")).in_unit(Decimal(75), 0)) == "75"


def test_the_recent_rate_is_that_of_the_last_56_days_and_makes_the_forecast() -> None:
    report = stands(
        goal("20 hours"),
        entry("09-28", "law", minutes=1000),
        entry("09-29", "law", minutes=100),
        entry("11-23", "law", minutes=60),
    )
    assert report.recent_per_week == Decimal(160) / 8
    assert report.forecast == 1160 + Decimal(20) * 38 / 7


# Over 350 days with a target of 350, one is expected a day and a week's worth is 7.
@pytest.mark.parametrize(
    ("done", "word"),
    [(92, "behind"), (93, "on pace"), (100, "on pace"), (107, "on pace"), (108, "ahead")],
)
def test_within_a_weeks_worth_of_what_is_expected_is_on_pace(done: int, word: str) -> None:
    target = goal("350 papers", start="01-01", due="12-17")
    assert stands(target, entry("02-01", f"law={done}"), as_of=on("04-11")).standing == word


def test_a_tie_that_decimals_cannot_write_is_still_a_tie() -> None:
    # 1 x 7 / 21 is a third: after 7 of 21 days a third is expected, and a week's worth is a third.
    third = goal("3 papers", start="01-01", due="01-22")
    assert stands(third, as_of=on("01-08")).standing == "on pace"
    assert stands(third, as_of=on("01-09")).standing == "behind"
    assert stands(third, entry("01-02", "law=2"), as_of=on("01-08")).standing == "on pace"
    assert stands(third, entry("01-02", "law=2.0001"), as_of=on("01-08")).standing == "ahead"


def test_met_says_the_day_that_reached_the_target_also_when_later_days_added_more() -> None:
    report = stands(
        goal("3 papers"), entry("02-01", "law"), entry("03-01", "law=2"), entry("04-01", "law")
    )
    assert told(report.standing, report.since, report.done) == ("met", on("03-01"), 4)
    assert report.needed_per_week == 0
    assert not report.open


def test_a_goal_met_after_its_due_date_is_met() -> None:
    late = goal("1 paper", due="03-31")
    assert stands(late, as_of=on("04-10")).standing == "late"
    report = stands(late, entry("04-09", "law"), as_of=on("04-10"))
    assert told(report.standing, report.since, report.late_days) == ("met", on("04-09"), None)
    assert told(report.days_left, report.forecast, report.needed_per_week) == (None, None, None)


def test_a_goal_closed_by_the_user_is_done_unless_it_was_met() -> None:
    closed = goal("3 papers", done="05-01")
    report = stands(closed)
    assert told(report.standing, report.since) == ("done", on("05-01"))
    assert told(report.needed_per_week, report.forecast) == (None, None)
    assert stands(closed, entry("04-01", "law=3")).standing == "met"


def test_a_goal_that_was_dropped_is_dropped_whatever_else_holds() -> None:
    dropped = goal("3 papers", dropped="05-01", done="05-01")
    report = stands(dropped, entry("04-01", "law=3"))
    assert told(report.standing, report.since) == ("dropped", on("05-01"))


def test_before_the_day_on_which_it_ended_a_goal_is_open() -> None:
    assert stands(goal("3 papers", dropped="05-01"), as_of=on("04-30")).standing == "behind"
    assert stands(goal("3 papers", done="05-01"), as_of=on("04-30")).standing == "behind"


def test_before_its_start_a_goal_is_not_begun_and_nothing_is_expected() -> None:
    report = stands(goal("3 papers", start="06-01"), entry("05-01", "law"), as_of=on("05-31"))
    assert told(report.standing, report.done, report.expected) == ("not begun", 0, 0)
    assert told(report.entries, report.last_activity, report.stale) == (0, None, False)


def test_a_goal_that_has_not_begun_needs_its_weeks_from_the_start_and_has_no_forecast() -> None:
    report = stands(goal("20 papers", start="12-03"))
    assert told(report.needed_per_week, report.forecast) == (Decimal(20) * 7 / 28, None)
    assert stands(goal("20 papers", start="12-31")).needed_per_week is None


def test_late_counts_the_days_past_the_due_date() -> None:
    target = goal("1 event", due="06-30")
    assert stands(target, as_of=on("06-30")).standing == "behind"
    report = stands(target)
    assert told(report.standing, report.late_days, report.expected) == ("late", 146, 1)
    assert told(report.days_left, report.needed_per_week, report.forecast) == (None, None, None)


def test_on_the_due_date_there_is_no_week_left_to_do_something_in() -> None:
    report = stands(goal("2 papers"), entry("12-30", "law"), as_of=on("12-31"))
    assert told(report.days_left, report.needed_per_week, report.forecast) == (0, None, 1)


def test_a_goal_that_is_due_on_the_day_it_starts_is_on_pace_that_day() -> None:
    report = stands(goal("2 papers", start="03-01", due="03-01"), as_of=on("03-01"))
    assert told(report.standing, report.expected) == ("on pace", 2)


def test_a_target_without_a_due_date_has_no_pace() -> None:
    report = stands(goal("2 papers", due=""))
    assert told(report.standing, report.expected, report.difference) == ("no date", None, None)
    assert told(report.days_left, report.weeks_left, report.forecast) == (None, None, None)


def test_a_goal_with_neither_target_nor_action_points_is_unmeasured() -> None:
    report = stands(goal(), entry("11-20", "law"))
    assert told(report.standing, report.done, report.unit) == ("unmeasured", None, "")
    assert told(report.entries, report.days_left) == (1, 38)
    assert stands(goal(due="11-20")).late_days == 3


# The weeks of 2026-11-23 (a Monday) to 2026-12-31 are six: 23 and 30 Nov, 7, 14, 21, 28 Dec.
def test_weeks_are_out_of_reach_when_more_are_needed_than_are_left() -> None:
    assert stands(goal("6 weeks", start="11-16")).standing != "out of reach"
    report = stands(goal("7 weeks", start="11-16"))
    assert told(report.standing, report.weeks_left) == ("out of reach", 6)


def test_the_present_week_is_left_unless_it_already_counts() -> None:
    target = goal("7 weeks", start="11-16")
    report = stands(target, entry("11-23", "law"))
    assert told(report.standing, report.weeks_left, report.done) == ("out of reach", 5, 1)
    assert stands(target, entry("11-23", "law", words=0)).weeks_left == 6
    assert stands(target, entry("11-22", "law"), entry("11-23", "law")).weeks_left == 5


def test_weeks_count_once_from_monday_to_sunday_and_only_where_something_was_reflected() -> None:
    report = stands(
        goal("40 weeks"),
        entry("11-09", "law"),
        entry("11-15", "law"),
        entry("11-16", "law"),
        entry("11-02", "law", words=0),
    )
    assert told(report.done, report.entries, report.reflected) == (2, 4, 3)


def test_the_recent_weeks_are_at_most_eight() -> None:
    wednesdays = [entry(str(on("09-23") + timedelta(7 * n)), "law") for n in range(-1, 9)]
    fridays = [entry(str(on("09-25") + timedelta(7 * n)), "law") for n in range(-1, 9)]
    report = stands(goal("40 weeks"), *wednesdays, *fridays, as_of=on("11-19"))
    assert told(report.done, report.recent_per_week) == (10, 1)


def test_points_are_summed_and_entries_counted() -> None:
    points = goal("5 points")
    report = stands(points, entry("02-01", "law", points="1.5"), entry("02-02", "law", minutes=60))
    assert told(report.done, report.entries) == (Decimal("1.5"), 2)
    assert stands(goal("5 entries"), entry("02-01", "law=3"), entry("02-01", "law")).done == 2


def test_any_other_word_sums_amounts() -> None:
    assert stands(goal("5 visits"), entry("02-01", "law=2 art=7"), entry("02-02", "law")).done == 3


def test_only_days_from_the_start_up_to_as_of_count() -> None:
    target = goal("20 hours", start="02-01")
    days = [entry(day, "law", minutes=1) for day in ("01-31", "02-01", "11-23", "11-24")]
    report = stands(target, *days)
    assert told(report.done, report.entries, report.last_activity) == (2, 2, on("11-23"))


def test_without_a_target_the_action_points_are_measured() -> None:
    actions = (task(1, done="02-01"), task(2, ticked=True), task(3, done="11-24"), task(4))
    report = stands(goal(actions=actions))
    assert told(report.unit, report.target, report.done) == ("actions", 4, 2)
    assert told(report.actions_done, report.actions, report.last_activity) == (2, 4, on("02-01"))


def test_beside_a_target_the_action_points_are_told_and_not_measured() -> None:
    report = stands(goal("2 papers", actions=(task(1, done="02-01"),)))
    assert told(report.unit, report.done, report.actions_done, report.actions) == (
        "papers",
        0,
        1,
        1,
    )


def test_a_target_in_actions_counts_what_is_ticked() -> None:
    actions = (task(1, done="03-01"), task(2, done="02-01"), task(3))
    report = stands(goal("2 actions", actions=actions))
    assert told(report.standing, report.since) == ("met", on("03-01"))


def test_a_tick_without_a_date_counts_since_ever_and_has_no_day_to_tell() -> None:
    undated = goal(actions=(task(1, ticked=True), task(2, ticked=True)))
    report = stands(undated)
    assert told(report.standing, report.since, report.recent_per_week) == ("met", None, 0)
    dated = goal(actions=(task(1, ticked=True), task(2, done="03-01")))
    assert stands(dated).since == on("03-01")
    assert stands(dated._replace(target=Target(Decimal(1), "actions"))).since is None
    assert stands(undated, as_of=date.min).standing == "met"


def test_a_programmes_goal_counts_its_distinct_items() -> None:
    things = goal(programme="cpd23")
    report = stands(
        things,
        entry("02-01", programme="cpd23#1"),
        entry("02-08", programme="cpd23#2"),
        entry("02-09", "law", programme="cpd23#2"),
        entry("02-10", "law"),
        entry("02-11", "law", programme="other#3"),
        entry("02-12", programme="cpd23"),
        cpd23=23,
    )
    assert told(report.unit, report.target, report.done, report.entries) == ("items", 23, 2, 6)


def test_a_programmes_goal_keeps_its_own_word_and_target_where_the_programme_is_not_known() -> None:
    things = goal("12 things", programme="cpd23")
    done = [entry("02-01", programme="cpd23#1"), entry("02-02", "law=5")]
    known = stands(things, *done, cpd23=23)
    unknown = stands(things, *done)
    assert told(known.unit, known.target, known.done) == ("things", 23, 1)
    assert told(unknown.unit, unknown.target, unknown.done) == ("things", 12, 1)


def test_a_programmes_goal_of_which_nothing_is_known_is_measured_by_its_action_points() -> None:
    assert stands(goal(programme="cpd23")).standing == "unmeasured"
    assert stands(goal(programme="cpd23", actions=(task(1, done="02-01"),))).done == 1


def test_a_programmes_goal_with_a_target_in_hours_sums_hours() -> None:
    done = entry("02-01", programme="cpd23#1", minutes=90)
    report = stands(goal("20 hours", programme="cpd23"), done, cpd23=23)
    assert told(report.unit, report.done) == ("hours", 90)


def test_a_goal_without_a_start_begins_with_the_first_that_is_known_of_it() -> None:
    nameless = goal("20 hours", start="")
    assert stands(nameless).start == TODAY
    assert stands(nameless, entry("03-01", "law"), entry("12-01", "law")).start == on("03-01")
    ticked = nameless._replace(actions=(task(1, done="02-01"), task(2, done="12-01")))
    assert stands(ticked, entry("03-01", "law")).start == on("02-01")
    assert stands(nameless._replace(reviewed=on("04-01"))).start == on("04-01")
    assert stands(nameless._replace(reviewed=on("12-01"))).start == TODAY


def test_a_goal_that_nothing_has_served_for_sixty_days_is_stale() -> None:
    target = goal("20 papers")
    assert stands(target, entry("09-24", "law")).stale
    assert not stands(target, entry("09-25", "law")).stale
    assert not stands(goal(actions=(task(1, done="09-25"), task(2)))).stale
    assert stands(target, as_of=on("03-02")).stale
    assert not stands(target, as_of=on("03-01")).stale
    assert not stands(goal("1 paper"), entry("01-02", "law")).stale


def test_the_days_until_a_goal_is_stale_can_be_set() -> None:
    target = goal("20 papers")
    record = Record(Settings(stale_after=30), (entry("10-24", "law"),), (target,))
    assert standing(target, record, TODAY).stale


def test_all_goals_are_reported_in_the_order_of_the_plan() -> None:
    record = Record(
        entries=(entry("02-01", "law=2 art=3"), entry("02-02", "law law", programme="cpd23#1")),
        goals=(
            goal("20 papers", name="law", programme=""),
            goal("20 papers", name="art"),
            goal(name="things", programme="cpd23"),
            goal(name="again", programme="cpd23"),
        ),
    )
    reports = goal_reports(record, TODAY, {"cpd23": 4})
    assert [told(r.goal.id, r.done) for r in reports] == [
        ("law", 3),
        ("art", 3),
        ("things", 1),
        ("again", 1),
    ]
    assert [standing(g, record, TODAY, {"cpd23": 4}) for g in record.goals] == list(reports)
