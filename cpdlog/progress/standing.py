"""The word for where a goal stands, and the course that it is worked out from.

With *span* the days from start to due date and *elapsed* those from start to as-of, an even pace
expects target x elapsed / span (held between nothing and the target), and a week's worth is
target x 7 / span. Both sides are multiplied out before they are compared, so that no rounding
changes a standing; a tie is on pace.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Literal, NamedTuple

from cpdlog.model.goal import Goal
from cpdlog.progress.steps import Step, week

Standing = Literal[
    "dropped",
    "met",
    "done",
    "not begun",
    "late",
    "unmeasured",
    "no date",
    "out of reach",
    "on pace",
    "ahead",
    "behind",
]
NOTHING = Decimal(0)
RECENT_DAYS = 56
RECENT_WEEKS = 8


class Course(NamedTuple):
    """How far a measured goal has come; amounts of hours in minutes.

    Attributes:
        unit: What it is measured in.
        target: What reaching it takes.
        steps: What was done up to `as_of`, by day.
        done: Their sum.
    """

    unit: str
    target: Decimal
    steps: tuple[Step, ...]
    done: Decimal
    start: date
    due: date | None
    as_of: date

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.done >= self.target

    @property
    def met_on(self) -> date | None:
        """The day that reached the target; None where none did, or a tick without a date."""
        sums = accumulate(step.amount for step in self.steps)
        reached = (
            step.day for step, done in zip(self.steps, sums, strict=True) if done >= self.target
        )
        day = next(reached, date.min)
        return None if day == date.min else day

    @property
    def weeks_left(self) -> int | None:
        """Calendar weeks that can still count: the present one unless it counts already.

        None where the goal is not in weeks, has no due date, or it has passed.
        """
        if self.unit != "weeks" or self.due is None or self.as_of > self.due:
            return None
        present = week(self.as_of)
        counted = any(week(step.day) == present for step in self.steps)
        return week(self.due) - present + (0 if counted else 1)

    @property
    def recent(self) -> Decimal:
        """What the last 56 days added; of weeks no more than 8, though the days touch nine."""
        added = total(step for step in self.steps if (self.as_of - step.day).days < RECENT_DAYS)
        return min(added, Decimal(RECENT_WEEKS)) if self.unit == "weeks" else added

    @property
    def needed_per_week(self) -> Decimal | None:
        """What is left over the weeks left; None without a due date, on it and after it."""
        days = (self.due - max(self.as_of, self.start)).days if self.due else 0
        return max(self.target - self.done, NOTHING) * 7 / days if days > 0 else None

    @property
    def forecast(self) -> Decimal | None:
        """What the recent rate reaches by the due date; None without one, and after it."""
        if self.due is None or self.as_of > self.due:
            return None
        return self.done + self.recent * (self.due - self.as_of).days / RECENT_DAYS

    def expected(self, day: date) -> Decimal | None:
        """What an even pace has reached on `day`; None without a due date."""
        if self.due is None:
            return None
        if day >= self.due:
            return self.target
        elapsed = max(0, (day - self.start).days)
        return self.target * elapsed / (self.due - self.start).days if elapsed else NOTHING


def total(steps: Iterable[Step]) -> Decimal:
    """The sum of the amounts of steps."""
    return sum((step.amount for step in steps), NOTHING)


def word(goal: Goal, start: date, as_of: date, course: Course | None) -> Standing:
    """Where a goal stands; of several that hold, the first in the order of `Standing`.

    So one that was dropped stays dropped, and one that reached its target is met although the
    user closed it or its due date has passed since.
    """
    if goal.dropped and goal.dropped <= as_of:
        return "dropped"
    if course and course.met:
        return "met"
    if goal.done and goal.done <= as_of:
        return "done"
    if as_of < start:
        return "not begun"
    return under_way(goal, as_of, course)


def under_way(goal: Goal, as_of: date, course: Course | None) -> Standing:
    """Where a goal stands that has begun and is neither met nor closed."""
    if goal.due and as_of > goal.due:
        return "late"
    if course is None:
        return "unmeasured"
    if course.due is None:
        return "no date"
    left = course.weeks_left
    if left is not None and course.target - course.done > left:
        return "out of reach"
    return pace(course, course.due)


def pace(course: Course, due: date) -> Standing:
    """How what is done compares with an even pace, between start and due date."""
    span = (due - course.start).days
    elapsed = (course.as_of - course.start).days
    beyond = course.done * span - course.target * elapsed
    if abs(beyond) <= course.target * 7:
        return "on pace"
    return "ahead" if beyond > 0 else "behind"
