"""The text of a new entry: only what was said, in the order of the reference."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cpdlog.model.duration import short
from cpdlog.text.compose import Plain, Value, document, said

if TYPE_CHECKING:
    from decimal import Decimal

    from cpdlog.model.entry import Evidence


class NewEntry(NamedTuple):
    """An entry that is to be written; fields as in `cpdlog.model.entry.Entry`.

    Attributes:
        goals: Each goal with the amount for its target, or None where none was given.
    """

    title: str
    day: date
    kind: str = ""
    minutes: int | None = None
    points: "Decimal | None" = None
    goals: "tuple[tuple[str, Decimal | None], ...]" = ()
    role: str = ""
    tags: tuple[str, ...] = ()
    outcome: str = ""
    evidence: "tuple[Evidence, ...]" = ()
    programme: str = ""
    template: str = ""
    partner: str = ""
    share: tuple[str, ...] = ()
    body: str = ""


def entry_text(new: NewEntry) -> str:
    """The whole file of a new entry."""
    return document(said(entry_keys(new)), new.body)


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


def goals(served: "tuple[tuple[str, Decimal | None], ...]") -> Value:
    """The goals as a list, or with their amounts where one has an amount."""
    if all(amount is None for _, amount in served):
        return [goal for goal, _ in served]
    return {goal: Plain("1") if amount is None else number(amount) for goal, amount in served}


def proof(evidence: "Evidence") -> Value:
    """A URL as it is; a file with the digest it had."""
    if evidence.is_url and not evidence.title:
        return evidence.place
    known = {
        "url" if evidence.is_url else "path": evidence.place,
        "title": evidence.title,
        "sha256": evidence.sha256,
    }
    return {key: value for key, value in known.items() if value}


def number(amount: "Decimal") -> Plain:
    """An amount as it is written."""
    return Plain(f"{amount:f}")
