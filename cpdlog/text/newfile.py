"""The text of new entries and goals: only what was said, in the order of the reference."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.duration import short
from cpdlog.model.entry import Evidence
from cpdlog.text.compose import Plain, Value, document


class NewEntry(NamedTuple):
    """An entry that is to be written; fields as in `cpdlog.model.entry.Entry`.

    Attributes:
        goals: Each goal with the amount for its target, or None where none was given.
    """

    title: str
    day: date
    kind: str = ""
    minutes: int | None = None
    points: Decimal | None = None
    goals: tuple[tuple[str, Decimal | None], ...] = ()
    role: str = ""
    tags: tuple[str, ...] = ()
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()
    programme: str = ""
    template: str = ""
    partner: str = ""
    share: tuple[str, ...] = ()
    body: str = ""


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


def entry_text(new: NewEntry) -> str:
    """The whole file of a new entry."""
    return document(said(entry_keys(new)), new.body)


def goal_text(new: NewGoal) -> str:
    """The whole file of a new goal."""
    return document(said(goal_keys(new)), new.body)


def said(pairs: Iterator[tuple[str, "Value | None"]]) -> Iterator[tuple[str, Value]]:
    """The keys that have a value."""
    return ((key, value) for key, value in pairs if value)


def entry_keys(new: NewEntry) -> Iterator[tuple[str, "Value | None"]]:
    """Every key of an entry with its value, or none."""
    yield "title", new.title
    yield "date", Plain(new.day.isoformat())
    yield "type", new.kind
    yield "hours", None if new.minutes is None else Plain(short(new.minutes))
    yield "points", None if new.points is None else number(new.points)
    yield "goals", goals(new.goals)
    yield "role", new.role
    yield "tags", new.tags
    yield "outcome", new.outcome
    yield "evidence", tuple(map(proof, new.evidence))
    yield "programme", new.programme
    yield "template", new.template
    yield "partner", new.partner
    yield "share", new.share


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


def goals(served: tuple[tuple[str, Decimal | None], ...]) -> Value:
    """The goals as a list, or with their amounts where one has an amount."""
    if all(amount is None for _, amount in served):
        return [goal for goal, _ in served]
    one = Decimal(1)
    return {goal: number(one if amount is None else amount) for goal, amount in served}


def proof(evidence: Evidence) -> Value:
    """A URL as it is; a file with the digest it had."""
    if evidence.is_url and not evidence.title:
        return evidence.place
    known = {
        "url" if evidence.is_url else "path": evidence.place,
        "title": evidence.title,
        "sha256": evidence.sha256,
    }
    return {key: value for key, value in known.items() if value}


def number(amount: Decimal) -> Plain:
    """An amount as it is written."""
    return Plain(f"{amount:f}")
