"""The standing of random goals, against a slow calculation and against what must always hold."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.goals import GoalReport, goal_reports, standing
from tests.progress.journals import DAYS, ENTRIES, GOALS, JOURNALS

# From the worst to the best; those that are not in it compare with none.
BETTER = ("late", "out of reach", "behind", "on pace", "ahead", "met")


def slowly_done(goal: Goal, entries: Sequence[Entry], as_of: date) -> Fraction:
    """What is done, from the page on the format alone; hours are hours."""
    assert goal.start
    linked = [e for e in entries if any(name == "law" for name, _ in e.goals)]
    things = [e for e in entries if goal.programme and e.programme.startswith("cpd#")]
    own = [e for e in {*linked, *things} if goal.start <= e.day <= as_of]
    ticked = [t for t in goal.actions if t.ticked and (t.done is None or t.done <= as_of)]
    sums = {
        "hours": sum(Fraction(e.minutes or 0, 60) for e in own),
        "points": sum(Fraction(e.points or 0) for e in own),
        "entries": len(own),
        "weeks": len({e.day.isocalendar()[:2] for e in own if e.words}),
        "actions": len(ticked),
        "items": len({e.programme for e in own if e.programme.startswith("cpd#")}),
        "visits": sum(Fraction(a) for e in own for name, a in e.goals if name == "law"),
    }
    return Fraction(sums[slowly_unit(goal)])


def slowly_unit(goal: Goal) -> str:
    """What the goal is measured in."""
    unit = goal.target.unit if goal.target else ""
    if goal.programme and unit in ("", "visits"):
        return "items"
    return unit or "actions"


def slowly_target(goal: Goal) -> Fraction:
    """What reaching the goal takes, nothing where it is not measured; the programme has 3 items."""
    if slowly_unit(goal) == "items":
        return Fraction(3)
    return Fraction(goal.target.amount if goal.target else len(goal.actions))


def slowly_weeks_left(goal: Goal, entries: Sequence[Entry], as_of: date) -> int:
    """Weeks up to the due date, the present one included unless it counts already."""
    assert goal.due
    days = [as_of + timedelta(n) for n in range((goal.due - as_of).days + 1)]
    weeks = {day.isocalendar()[:2] for day in days}
    before = slowly_done(goal, entries, as_of - timedelta(as_of.weekday() + 1))
    counted = slowly_done(goal, entries, as_of) != before
    return len(weeks) - counted


def slowly(goal: Goal, entries: Sequence[Entry], as_of: date) -> str:
    """The standing, by the table of the page on the format."""
    assert goal.start
    done, target = slowly_done(goal, entries, as_of), slowly_target(goal)
    ended = [
        ("dropped", goal.dropped is not None and goal.dropped <= as_of),
        ("met", target > 0 and done >= target),
        ("done", goal.done is not None and goal.done <= as_of),
        ("not begun", as_of < goal.start),
        ("late", goal.due is not None and as_of > goal.due),
        ("unmeasured", target == 0),
        ("no date", goal.due is None),
    ]
    words = [word for word, holds in ended if holds]
    return words[0] if words else slowly_paced(goal, entries, as_of)


def slowly_paced(goal: Goal, entries: Sequence[Entry], as_of: date) -> str:
    """The standing of a goal that is measured and under way."""
    assert goal.start
    assert goal.due
    done, target = slowly_done(goal, entries, as_of), slowly_target(goal)
    if slowly_unit(goal) == "weeks" and target - done > slowly_weeks_left(goal, entries, as_of):
        return "out of reach"
    span, elapsed = (goal.due - goal.start).days, (as_of - goal.start).days
    expected = target * elapsed / span if span else target
    if span == 0 or abs(done - expected) <= target * 7 / span:
        return "on pace"
    return "ahead" if done > expected else "behind"


@settings(max_examples=500)
@given(GOALS, JOURNALS, DAYS)
def test_every_standing_is_that_of_the_slow_calculation(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    report = seen(goal, entries, as_of)
    assert report.standing == slowly(goal, entries, as_of)
    target = slowly_target(goal)
    scale = 60 if report.unit == "hours" else 1
    if target:
        assert report.done is not None
        assert Fraction(report.done) == slowly_done(goal, entries, as_of) * scale
        assert report.target == target * scale
    else:
        assert (report.done, report.target) == (None, None)


@settings(max_examples=500)
@given(GOALS, JOURNALS, DAYS)
def test_the_numbers_beside_a_standing_are_those_of_the_page(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    report = seen(goal, entries, as_of)
    if not (report.open and report.target and goal.due and report.start < as_of < goal.due):
        return
    scale = 60 if report.unit == "hours" else 1
    done, target = slowly_done(goal, entries, as_of), slowly_target(goal)
    before = slowly_done(goal, entries, as_of - timedelta(56))
    recent = (done - before) / 8
    weeks_left = Fraction((goal.due - as_of).days, 7)
    share = Fraction((as_of - report.start).days, (goal.due - report.start).days)
    assert near(report.expected, target * share * scale)
    assert near(report.difference, (done - target * share) * scale)
    assert near(report.needed_per_week, (target - done) / weeks_left * scale)
    if report.unit != "weeks":
        assert near(report.recent_per_week, recent * scale)
        assert near(report.forecast, (done + recent * weeks_left) * scale)


def near(amount: Decimal | None, exact: Fraction) -> bool:
    return amount is not None and abs(Fraction(amount) - exact) < Fraction(1, 10**20)


def seen(goal: Goal, entries: tuple[Entry, ...], as_of: date) -> GoalReport:
    return standing(goal, Record(entries=entries), as_of, {"cpd": 3})


@settings(max_examples=500)
@given(GOALS, JOURNALS, ENTRIES, DAYS)
def test_more_done_never_worsens_a_standing(
    goal: Goal, entries: tuple[Entry, ...], more: Entry, as_of: date
) -> None:
    before = seen(goal, entries, as_of)
    after = seen(goal, (*entries, more), as_of)
    if before.done is not None:
        assert after.done is not None
        assert after.done >= before.done
    if before.standing in BETTER:
        assert BETTER.index(after.standing) >= BETTER.index(before.standing)
    else:
        assert after.standing in (before.standing, "met")


@given(GOALS, JOURNALS, DAYS)
def test_a_met_goal_is_met_from_the_day_it_names_and_not_before(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    report = seen(goal, entries, as_of)
    if report.standing == "met" and report.since:
        assert seen(goal, entries, report.since).standing == "met"
        assert seen(goal, entries, report.since - timedelta(1)).standing != "met"


@given(GOALS, JOURNALS, DAYS)
def test_the_sum_over_months_is_the_whole(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    if goal.target and goal.target.unit in ("hours", "points", "entries", "visits"):
        plain = goal._replace(programme="")
        whole = seen(plain, entries, as_of).done
        months = {entry.day.month for entry in entries}
        parts = (tuple(e for e in entries if e.day.month == month) for month in months)
        assert sum((seen(plain, p, as_of).done or 0 for p in parts), Decimal(0)) == whole


@given(GOALS, JOURNALS, DAYS)
def test_days_before_the_start_and_after_as_of_count_nothing(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    assert goal.start
    within = tuple(entry for entry in entries if goal.start <= entry.day <= as_of)
    assert seen(goal, within, as_of) == seen(goal, entries, as_of)


@given(GOALS, JOURNALS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(
    goal: Goal, entries: tuple[Entry, ...], as_of: date, chance: Random
) -> None:
    shuffled = tuple(chance.sample(entries, len(entries)))
    assert seen(goal, shuffled, as_of) == seen(goal, entries, as_of)


@given(GOALS, JOURNALS, DAYS)
def test_an_entry_split_in_two_keeps_every_sum(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    halves = tuple(
        half._replace(
            minutes=minutes,
            points=half.points and half.points / 2,
            goals=tuple((name, amount / 2) for name, amount in half.goals),
        )
        for half in entries
        for minutes in ((half.minutes or 0) // 2, (half.minutes or 0) - (half.minutes or 0) // 2)
    )
    whole, parts = seen(goal, entries, as_of), seen(goal, halves, as_of)
    if whole.unit != "entries":
        assert (parts.standing, parts.done) == (whole.standing, whole.done)
        assert (parts.forecast, parts.recent_per_week) == (whole.forecast, whole.recent_per_week)


@given(GOALS, JOURNALS, DAYS)
def test_one_pass_over_all_goals_says_what_each_says_alone(
    goal: Goal, entries: tuple[Entry, ...], as_of: date
) -> None:
    goals = (goal, goal._replace(id="art"))
    record = Record(entries=entries, goals=goals)
    alone = tuple(standing(one, record, as_of, {"cpd": 3}) for one in goals)
    assert goal_reports(record, as_of, {"cpd": 3}) == alone
