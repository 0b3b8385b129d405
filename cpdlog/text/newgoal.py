"""The text of a new goal: only what was said, in the order of the reference."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cpdlog.text.compose import Plain, Value, document, said


class NewGoal(NamedTuple):
    """A goal that is to be written; fields as in `cpdlog.model.goal.Goal`."""

    title: str
    start: date
    due: date | None = None
    target: str = ""
    area: str = ""
    role: str = ""
    outcome: str = ""
    measure: str = ""
    programme: str = ""
    tags: tuple[str, ...] = ()
    body: str = ""


def goal_text(new: NewGoal) -> str:
    """The whole file of a new goal."""
    return document(said(goal_keys(new)), new.body)


def goal_keys(new: NewGoal) -> Iterator[tuple[str, "Value | None"]]:
    """Every key of a goal with its value, or none."""
    yield "title", new.title
    yield "start", Plain(new.start.isoformat())
    yield "due", Plain(new.due.isoformat()) if new.due else None
    yield "target", Plain(new.target)
    yield "area", new.area
    yield "role", new.role
    yield "outcome", new.outcome
    yield "measure", new.measure
    yield "programme", new.programme
    yield "tags", new.tags
