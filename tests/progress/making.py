"""Entries and goals made in a line, for the tests of this folder."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.goal import Goal, Target
from cpdlog.model.task import Task

NEW_YEAR = date(2026, 1, 1)
TODAY = date(2026, 11, 23)


def on(text: str) -> date:
    """A day of 2026 (`11-23`), or of any year (`2025-11-23`)."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def entry(
    day: str,
    goals: str = "",
    *,
    name: str = "entry",
    minutes: int | None = None,
    points: str = "",
    kind: str = "reflection",
    role: str = "",
    tags: str = "",
    outcome: str = "",
    evidence: Sequence[str] = (),
    programme: str = "",
    words: int = 20,
    followups: Sequence[Task] = (),
) -> Entry:
    """An entry that serves `goals` (`law maths=3`)."""
    amounts = (text.partition("=") for text in goals.split())
    return Entry(
        id=f"{on(day)}-{name}",
        path=f"entries/{on(day).year}/{on(day)}-{name}.md",
        title=name.capitalize(),
        day=on(day),
        type=kind,
        minutes=minutes,
        points=Decimal(points) if points else None,
        goals=tuple((goal, Decimal(amount or 1)) for goal, _, amount in amounts),
        role=role,
        tags=tuple(tags.split()),
        outcome=outcome,
        evidence=tuple(Evidence(place) for place in evidence),
        programme=programme,
        words=words,
        followups=tuple(followups),
    )


def goal(
    target: str = "",
    *,
    name: str = "law",
    start: str = "01-01",
    due: str = "12-31",
    role: str = "",
    programme: str = "",
    measure: str = "",
    done: str = "",
    dropped: str = "",
    reason: str = "",
    reviewed: str = "",
    actions: Sequence[Task] = (),
    title: str = "Know the law library",
) -> Goal:
    """A goal of the year 2026; an empty day is one that its file does not give."""
    amount, _, unit = target.partition(" ")
    return Goal(
        id=name,
        path=f"goals/{name}.md",
        title=title,
        start=maybe(start),
        due=maybe(due),
        target=Target(Decimal(amount), unit) if target else None,
        role=role,
        programme=programme,
        measure=measure,
        done=maybe(done),
        dropped=maybe(dropped),
        reason=reason,
        reviewed=maybe(reviewed),
        actions=tuple(actions),
    )


def maybe(day: str) -> date | None:
    """The day of `on`, or None for none."""
    return on(day) if day else None


def task(number: int, *, due: str = "", done: str = "", ticked: bool = False) -> Task:
    """An action point or follow-up; one with a day in `done` is ticked."""
    return Task(number, f"Do {number}", ticked or bool(done), maybe(due), maybe(done), number)


def told(*values: object) -> tuple[object, ...]:
    """Several values of a report, to be compared at once."""
    return values
