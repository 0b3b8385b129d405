"""Journals of people who were made up: three years of a nurse, a surveyor and an engineer.

Titles and days come from a seeded source, so that they are the same on every machine; hours, tags
and what is left undone are set by hand, so that a reader can add them up.

    python tests/people.py nurse FOLDER        writes the nurse's journal into a folder
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from cpdlog.text.slug import slug

SETTINGS = "name: {name}\nroles:\n  {role}: {title}\nyear_starts: 01-01\ncommit: false\n"


class Did(NamedTuple):
    """An entry, in the words of its file."""

    day: str
    title: str
    kind: str = ""
    hours: str = ""
    tags: str = ""
    outcome: str = ""
    partner: str = ""
    text: str = ""


def text_of(did: Did) -> str:
    """The whole file of an entry."""
    keys = {
        "title": f'"{did.title}"',
        "date": did.day,
        "type": did.kind,
        "hours": did.hours,
        "tags": f"[{did.tags}]" if did.tags else "",
        "outcome": f'"{did.outcome}"' if did.outcome else "",
        "partner": f'"{did.partner}"' if did.partner else "",
    }
    front = "".join(f"{key}: {value}\n" for key, value in keys.items() if value)
    return f"---\n{front}---\n\n{did.text}"


def write(folder: Path, settings: str, entries: Iterator[Did]) -> None:
    """Write a journal into a folder."""
    folder.mkdir(parents=True)
    (folder / "cpdlog.yaml").write_text(settings)
    for did in entries:
        path = folder / "entries" / did.day[:4] / f"{did.day}-{slug(did.title)}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(did))


def months(first: str, number: int, step: int = 1) -> Iterator[tuple[int, int]]:
    """Years and months from the first one on, each `step` months after the one before."""
    year, month = int(first[:4]), int(first[5:7])
    for place in range(month - 1, month - 1 + number * step, step):
        yield year + place // 12, place % 12 + 1


SHIFTS = ("Ward shifts", "Bank shifts", "Shifts on the unit", "Nights and lates")
EPISODES = ("a handover", "a discharge", "a complaint", "a fall", "a missed dose", "a family talk")


def nurse(folder: Path) -> None:
    """A ward nurse who works part-time; her registration period began on 1 April 2024."""
    settings = SETTINGS.format(name="Ward nurse", role="ward", title="Staff nurse, part-time")
    write(folder, settings, nurses_entries(Random(23)))


def nurses_entries(source: Random) -> Iterator[Did]:
    """32 months of practice, 14 h each; CPD, feedback, accounts and declarations."""
    for year, month in months("2024-04", 32):
        shift = date(year, month, source.randint(1, 20))
        yield Did(f"{shift}", source.choice(SHIFTS), "practice", "14h")
    yield Did("2024-03-28", "Moving and handling, yearly", "course", "3h", "nmc:participatory")
    participatory = (
        *(
            ("2024-06-12", "Wound care day", "6h"),
            ("2024-11-20", "Simulation: deterioration", "3h30"),
        ),
        *(
            ("2025-03-27", "Moving and handling, yearly", "3h"),
            ("2025-09-10", "Frailty study day", "6h"),
        ),
        ("2026-04-22", "Blood transfusion, practical", "2h45"),
    )
    for day, title, hours in participatory:
        yield Did(day, title, "course", hours, "nmc:participatory", text="I can do it again.\n")
    alone = (
        *(
            ("2024-09-03", "Sepsis e-learning", "2h"),
            ("2025-01-14", "Journal article: delirium", "1h30"),
        ),
        *(
            ("2025-06-30", "Safeguarding e-learning", "3h"),
            ("2026-02-11", "Insulin module", "2h15"),
        ),
        ("2026-10-06", "Article: pressure injury in darker skin", "1h"),
    )
    for day, title, hours in alone:
        yield Did(day, title, "study", hours, text="What I take from it.\n")
    yield Did("2026-12-09", "Dementia study day", "course", "6h", "nmc:participatory")
    yield from nurses_pieces(source)


def nurses_pieces(source: Random) -> Iterator[Did]:
    """Feedback, reflective accounts and declarations."""
    for day in ("2024-08-15", "2025-02-20", "2025-10-02", "2026-05-07"):
        yield Did(day, f"Feedback after {source.choice(EPISODES)}", "feedback", text="Kind.\n")
    themes = (("2024-10-01", "people"), ("2025-04-15", "safety"), ("2025-12-12", "effectively"))
    for day, theme in themes:
        title = f"Account of {source.choice(EPISODES)}"
        yield Did(day, title, "reflection", tags=f"nmc:code/{theme}", text="What I changed.\n")
    yield Did("2026-06-18", "Account without a theme of the Code", "reflection", text="Words.\n")
    yield Did("2026-09-24", "Account to be written", "reflection", tags="nmc:code/trust")
    yield Did("2024-04-02", "Indemnity: the employer's", "declaration", tags="nmc:indemnity")


def surveyor(folder: Path) -> None:
    """A chartered surveyor in her second year under other rules; a master's degree beside it."""
    settings = SETTINGS.format(name="Surveyor", role="firm", title="Building surveyor")
    write(folder, settings, surveyors_entries())


def surveyors_entries() -> Iterator[Did]:
    """2025 by the old rules, 2026 by the new ones, and what is not reflected yet."""
    yield Did("2024-06-11", "Ethics webinar", "webinar", "1h", "rics:topic/ethics, rics:formal")
    yield Did("2025-03-04", "Fire safety conference", "conference", "6h30", "rics:formal")
    yield Did("2025-05-20", "Damp and timber course", "course", "7h", "rics:formal")
    yield Did("2025-09-30", "Reading: whole life carbon", "reading", "4h15")
    yield Did("2025-11-12", "Site visit with the engineer", "visit", "3h")
    said = {"outcome": "I can say what it means for a client", "text": "What I do now.\n"}
    structured = "rics:structured"
    long = f"{structured}, rics:extended-programme"
    yield Did("2026-01-22", "MSc module 1, building pathology", "study", "12h", long, **said)
    yield Did(
        "2026-02-19",
        "Ethics: conflicts of interest",
        "webinar",
        "1h30",
        f"{structured}, rics:topic/ethics",
        **said,
    )
    yield Did(
        "2026-04-16",
        "MSc module 2, retrofit",
        "study",
        "10h",
        f"{long}, rics:topic/sustainability",
        **said,
    )
    yield Did("2026-05-06", "Reading: embodied carbon", "reading", "2h", **said)
    yield Did(
        "2026-06-25", "Drone survey day", "course", "6h", structured, outcome="I know its limits"
    )
    yield Did("2026-09-17", "Valuation seminar", "workshop", "1h30", structured)
    yield Did(
        "2026-12-03",
        "Data standards webinar",
        "webinar",
        "1h",
        f"{structured}, rics:topic/data-ai-technology",
    )


def engineer(folder: Path) -> None:
    """A structural engineer who answers to two bodies, by rolling three years."""
    settings = SETTINGS.format(name="Engineer", role="firm", title="Structural engineer")
    write(folder, settings, engineers_entries(Random(7)))


TOPICS = ("Steel connections", "Wind code update", "Piling", "Seismic detailing", "Timber floors")


def engineers_entries(source: Random) -> Iterator[Did]:
    """A course each quarter, work with a mentor each month, private study, service, the rest."""
    for year, month in months("2023-10", 13, 3):
        held = date(year, month, source.randint(1, 20))
        tags = "ea:practice, bpeq:technical"
        yield Did(f"{held}", source.choice(TOPICS), "course", "3h30", tags, text="Learnt.\n")
    for year, month in months("2023-12", 36):
        tags = "ea:type/workplace, bpeq:type/workplace, bpeq:technical"
        yield Did(
            f"{date(year, month, 8)}", "Design review with my mentor", "mentoring", "2h30", tags
        )
    for year, month in months("2024-01", 22):
        tags = "ea:type/private-study, bpeq:type/private-study, bpeq:technical"
        yield Did(f"{date(year, month, 15)}", source.choice(TOPICS), "reading", "1h45", tags)
    for day in ("2024-05-02", "2025-05-08", "2026-05-07"):
        tags = "ea:type/service, bpeq:type/service"
        yield Did(day, "Committee on the timber code", "meeting", "8h", tags)
    yield Did(
        "2024-03-12", "Safety in design", "workshop", "6h", "ea:risk, bpeq:risk, bpeq:technical"
    )
    yield Did("2025-08-19", "Risk registers", "workshop", "3h", "ea:risk, bpeq:risk")
    yield Did("2024-09-10", "Contracts for engineers", "course", "12h", "ea:business")
    yield Did("2026-02-24", "Ethics evening", "meeting", "1h30", "bpeq:ethics")


PEOPLE: dict[str, Callable[[Path], None]] = {
    "nurse": nurse,
    "surveyor": surveyor,
    "engineer": engineer,
}

if __name__ == "__main__":
    PEOPLE[sys.argv[1]](Path(sys.argv[2]))
