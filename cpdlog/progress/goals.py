"""Where each goal stands: worked out from what was done, and never typed.

A goal whose file has no `start` begins on the first day that its entries, ticks or review show,
and where nothing shows one, on the day of the question.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.serving import Served, Serving
from cpdlog.progress.standing import RECENT_WEEKS, Course, Standing, total, word
from cpdlog.progress.steps import MINUTES

CLOSED: tuple[Standing, ...] = ("dropped", "met", "done")
CLOSED_BY_HAND: tuple[Standing, ...] = ("dropped", "done")
NO_FORECAST: tuple[Standing, ...] = (*CLOSED_BY_HAND, "not begun")


class GoalReport(NamedTuple):
    """One goal on one day.

    Amounts are in the goal's own unit, except that hours are in minutes; `in_unit` turns them.
    They are None where the goal has neither target nor action points, and what needs a due date
    is None where there is none.

    Attributes:
        start: When it began, also where its file does not say.
        unit: What it is measured in; empty where it is not measured.
        expected: What an even pace would have reached.
        difference: What is done beyond that; below zero where less is done.
        since: The day it was met, done or dropped; None for other standings, and where the tick
            that met it has no date.
        late_days: Days past the due date of a goal that is late.
        days_left: Days to the due date, 0 on it; None once it has passed.
        weeks_left: Of a goal in weeks, the calendar weeks that can still count up to then.
        needed_per_week: What is left over weeks left, which are counted from the start where it
            is still to come; None on the due date and of a closed goal.
        recent_per_week: What the last 56 days added, over 8.
        forecast: What the recent rate reaches by the due date; None once that has passed, and
            of a goal that is closed or has not begun.
        entries: How many entries served it, from its start up to the day.
        reflected: How many of them say something.
        last_activity: The day of the latest of them, or of a later tick.
        stale: Whether nothing served an open goal for as many days as the settings say.
    """

    goal: Goal
    standing: Standing
    start: date
    unit: str = ""
    target: Decimal | None = None
    done: Decimal | None = None
    expected: Decimal | None = None
    difference: Decimal | None = None
    since: date | None = None
    late_days: int | None = None
    days_left: int | None = None
    weeks_left: int | None = None
    needed_per_week: Decimal | None = None
    recent_per_week: Decimal | None = None
    forecast: Decimal | None = None
    actions_done: int = 0
    actions: int = 0
    entries: int = 0
    reflected: int = 0
    last_activity: date | None = None
    stale: bool = False

    @property
    def open(self) -> bool:
        """Whether it is neither met nor closed."""
        return self.standing not in CLOSED

    def in_unit(self, amount: Decimal, places: int = 2) -> Decimal:
        """An amount of this report in the goal's own unit, rounded half up to `places`."""
        own = amount / MINUTES if self.unit == "hours" else amount
        return own.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0  # never minus zero


def goal_reports(
    record: Record, as_of: date, items: Mapping[str, int] | None = None
) -> tuple[GoalReport, ...]:
    """Where every goal stands on a day, in the order of the plan.

    Args:
        record: The whole journal; its entries are gone through once.
        as_of: The day of the question; what is dated later counts for nothing.
        items: How many items each programme has, where that is known.
    """
    serving = Serving(record.goals, as_of, items or {})
    for entry in record.entries:
        serving.add(entry)
    return reports(serving, record.settings.stale_after)


def reports(serving: Serving, stale_after: int) -> tuple[GoalReport, ...]:
    """Where every goal stands, of which it is known what its entries come to."""
    return tuple(
        report(goal, serving.by_goal[goal.id], serving.as_of, stale_after) for goal in serving.goals
    )


def standing(
    goal: Goal, record: Record, as_of: date, items: Mapping[str, int] | None = None
) -> GoalReport:
    """Where one goal stands on a day; arguments as for `goal_reports`."""
    return goal_reports(record._replace(goals=(goal,)), as_of, items)[0]


def report(goal: Goal, served: Served, as_of: date, stale_after: int) -> GoalReport:
    """The report of one goal, from what its entries up to `as_of` come to."""
    start = goal.start or first_day(goal, served, as_of)
    course = course_of(goal, start, served, as_of)
    standing = word(goal, start, as_of, course)
    last = max(active_days(goal, served.last, as_of), default=None)
    plain = GoalReport(
        goal=goal,
        standing=standing,
        start=start,
        since=ended(goal, standing, course),
        late_days=(as_of - goal.due).days if goal.due and standing == "late" else None,
        days_left=(goal.due - as_of).days if goal.due and goal.due >= as_of else None,
        actions_done=sum(action.ticked_by(as_of) for action in goal.actions),
        actions=len(goal.actions),
        entries=served.entries,
        reflected=served.reflected,
        last_activity=last,
        stale=standing not in CLOSED and (as_of - (last or start)).days >= stale_after,
    )
    return with_amounts(plain, course) if course else plain


def first_day(goal: Goal, served: Served, as_of: date) -> date:
    """When a goal began whose file does not say."""
    days = list(active_days(goal, served.first, as_of))
    if goal.reviewed and goal.reviewed <= as_of:
        days.append(goal.reviewed)
    return min(days, default=as_of)


def active_days(goal: Goal, served: date | None, as_of: date) -> Iterator[date]:
    """The day of one of a goal's entries, if it has any, and those of its ticks up to `as_of`."""
    if served:
        yield served
    for action in goal.actions:
        if action.done and action.ticked_by(as_of):
            yield action.done


def course_of(goal: Goal, start: date, served: Served, as_of: date) -> Course | None:
    """How far a goal has come; None where it is not measured."""
    if served.measure is None or served.steps is None:
        return None
    unit, target = served.measure
    made = tuple(served.steps.made())
    return Course(unit, target, made, total(made), start, goal.due, as_of)


def ended(goal: Goal, standing: Standing, course: Course | None) -> date | None:
    """Since when a goal is dropped, met or done."""
    if standing == "met" and course:
        return course.met_on
    return {"dropped": goal.dropped, "done": goal.done}.get(standing)


def with_amounts(plain: GoalReport, course: Course) -> GoalReport:
    """The report of a measured goal."""
    done, expected = course.done, course.expected(course.as_of)
    return plain._replace(
        unit=course.unit,
        target=course.target,
        done=done,
        expected=expected,
        difference=None if expected is None else done - expected,
        weeks_left=course.weeks_left,
        needed_per_week=None if plain.standing in CLOSED_BY_HAND else course.needed_per_week,
        recent_per_week=course.recent / RECENT_WEEKS,
        forecast=None if plain.standing in NO_FORECAST else course.forecast,
    )
