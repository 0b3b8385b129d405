"""Entries, goals and problems as JSON has them; the keys are promised in docs/reference/json.md."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.model.task import Task

if TYPE_CHECKING:
    from cpdlog.progress.goals import GoalReport
    from cpdlog.progress.rhythm import Gap
    from cpdlog.progress.totals import Totals

Document = dict[str, object]


def texts(value: object) -> Iterator[str]:
    """Every text in a document, with the names of its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts([*value, *value.values()])
    elif isinstance(value, list):
        for it in value:
            yield from texts(it)


def iso(day: date | None) -> str | None:
    """A date as text."""
    return day.isoformat() if day else None


def number(amount: Decimal | None) -> int | float | None:
    """An exact amount as a JSON number: whole where it is whole."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def period(span: Period | None) -> Document | None:
    """Both days of a period, inclusive."""
    return {"from": iso(span.first), "to": iso(span.last)} if span else None


def gap(given: "Gap") -> Document:
    """Days without an entry, and how many of them were leave."""
    return {
        "from": iso(given.first),
        "to": iso(given.last),
        "days": given.days,
        "leave": given.leave,
    }


def entry(given: Entry, as_of: date) -> Document:
    """One entry without its body."""
    return {
        "id": given.id,
        "path": given.path,
        "title": given.title,
        "date": iso(given.day),
        "type": given.type,
        "minutes": given.minutes,
        "points": number(given.points),
        "goals": {goal: number(amount) for goal, amount in given.goals},
        "role": given.role or None,
        "tags": list(given.tags),
        "outcome": given.outcome or None,
        "evidence": [evidence(it) for it in given.evidence],
        "programme": given.programme or None,
        "template": given.template or None,
        "partner": given.partner or None,
        "share": list(given.share),
        "reflected": given.reflected,
        "planned": given.planned(as_of),
        "followups": [task(given.id, it) for it in given.followups],
    }


def evidence(given: Evidence) -> Document:
    """What proves an entry."""
    return {
        "url" if given.is_url else "path": given.place,
        "title": given.title or None,
        "sha256": given.sha256 or None,
    }


def task(name: str, given: Task) -> Document:
    """A follow-up or an action point with the handle that `tick` takes."""
    return {
        "handle": f"{name}.{given.number}",
        "text": given.text,
        "ticked": given.ticked,
        "due": iso(given.due),
        "done": iso(given.done),
    }


def goal(report: "GoalReport") -> Document:
    """Where one goal stands; amounts in its own unit."""
    given = report.goal
    return {
        "id": given.id,
        "path": given.path,
        "title": given.title,
        "start": iso(report.start),
        "due": iso(given.due),
        "unit": report.unit or None,
        **{
            name: own(report, getattr(report, name))
            for name in ("target", "done", "expected", "difference")
        },
        "standing": report.standing,
        "since": iso(report.since),
        "late_days": report.late_days,
        "needed_per_week": own(report, report.needed_per_week),
        "recent_per_week": own(report, report.recent_per_week),
        "forecast": own(report, report.forecast),
        "actions": {"done": report.actions_done, "total": report.actions},
        "entries": report.entries,
        "reflected": report.reflected,
        "stale": report.stale,
        "last_activity": iso(report.last_activity),
        "area": given.area or None,
        "role": given.role or None,
    }


def own(report: "GoalReport", amount: Decimal | None) -> int | float | None:
    """An amount in the goal's own unit, to two decimals."""
    return None if amount is None else number(report.in_unit(amount))


def minutes(given: "Totals") -> Document:
    """Minutes recorded, and those of them that are reflected on."""
    return {"recorded": given.minutes, "reflected": given.reflected_minutes}


def totals(given: "Totals") -> Document:
    """Sums over some entries."""
    return {"entries": given.entries, "minutes": given.minutes}


def problem(given: Problem) -> Document:
    """What is wrong with a file."""
    return {
        "path": given.path,
        "line": given.line,
        "key": given.key or None,
        "severity": given.severity,
        "message": given.message,
        "hint": given.hint or None,
    }
