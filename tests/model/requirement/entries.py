"""Entries made in a line, for tests of bodies' rules."""

from datetime import date
from decimal import Decimal
from itertools import count

from cpdlog.model.entry import Entry, Evidence

NUMBERS = count(1)


def day(text: str) -> date:
    """A date of 2026 (`11-23`), or of any year."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def did(
    when: str,
    hours: str = "",
    tags: str = "",
    *,
    points: str = "",
    kind: str = "course",
    name: str = "",
    has: str = "evidence outcome reflection",
    words: int = 20,
) -> Entry:
    """An entry of a day with hours (`1.5`) and tags; of `has` it has what is named."""
    stem = f"{day(when)}-{name or next(NUMBERS)}"
    return Entry(
        id=stem,
        path=f"entries/{stem}.md",
        title=name or "Something",
        day=day(when),
        type=kind,
        minutes=int(Decimal(hours) * 60) if hours else None,
        points=Decimal(points) if points else None,
        tags=tuple(tags.split()),
        outcome="I can do it." if "outcome" in has else "",
        evidence=(Evidence("evidence/it.pdf"),) if "evidence" in has else (),
        partner="A colleague" if "partner" in has else "",
        words=words if "reflection" in has else 0,
    )
