"""Every answer about rules, programmes and ratings, each with the name of its schema."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from cpdlog.model.period import cpd_year
from cpdlog.model.problem import Problem
from cpdlog.model.programme import Item, Programme
from cpdlog.model.record import Record
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Use
from cpdlog.model.skills import NOT_RELEVANT, Framework, Scale, Section, Snapshot
from cpdlog.progress.in_use import Standings, standing, standings
from cpdlog.progress.programme import status
from cpdlog.progress.programme_list import Followed, ProgrammeView, programme_list
from cpdlog.progress.ratings import (
    FrameworkView,
    Skills,
    SkillsGaps,
    framework_list,
    skills,
    skills_diff,
)
from cpdlog.progress.requirement_list import (
    RequirementView,
    requirement_diff,
    requirement_list,
)
from cpdlog.store.cache import NoCache
from cpdlog.store.journal import Journal
from cpdlog.store.library import Library
from tests.people import PEOPLE
from tests.progress.making import TODAY, entry, on
from tests.progress.passing import overview

ROOT = Path(__file__).parents[2]
LIBRARY = Library(str(ROOT), NoCache())
WRONG = Problem("requirements/x.yaml", 3, "min", "No.", "Mend it.")
ANSWERS = {"date": "2024-04-01", "choice": ""}


@cache
def person(name: str) -> Record:
    """What the journal of a person says who was made up."""
    if name == "librarian":
        return Journal(str(ROOT), NoCache).record()
    with TemporaryDirectory() as folder:
        PEOPLE[name](Path(folder) / name)
        return Journal(str(Path(folder) / name), NoCache).record()


def used(definition: Definition) -> Use:
    """Rules in use with every question answered."""
    answers = ((it.name, ANSWERS[it.type] or it.values[0]) for it in definition.params)
    return Use(definition.id, tuple(answers))


def using(record: Record, rules: Iterable[Definition]) -> Record:
    """A journal in which rules are in use, with every question answered."""
    uses = tuple(map(used, rules))
    return Record(record.settings._replace(requirements=uses), record.entries, record.goals)


BODIES = {
    "librarian": ("cilip-revalidation",),
    "nurse": ("nmc-revalidation", "hcpc"),
    "surveyor": ("rics-2025", "rics-2026"),
    "engineer": ("engineers-au", "bpeq-rpeq"),
}


def requirement_answers(name: str, as_of: date) -> Iterator[tuple[str, object]]:
    """What is said of bodies' rules, from the journal of one person."""
    rules = [LIBRARY.requirements.find(it) for it in BODIES[name]]
    record = using(person(name), rules)
    for definition in rules:
        yield "requirement-view", RequirementView(as_of, definition, used(definition), own=False)
    found = standings(rules, record, as_of, [WRONG])
    yield "requirements", found
    yield "requirements", standings(rules, person(name), as_of)
    year = cpd_year(as_of, (1, 1))
    yield "report", overview(record, as_of, year, requirements=found.reports)


def catalogue_answers(as_of: date) -> Iterator[tuple[str, object]]:
    """What is said of all rules that come with cpdlog, to an engineer."""
    every = LIBRARY.requirements.every()
    record = person("engineer")
    for definition in every.values():
        yield "requirement-view", RequirementView(as_of, definition, None, own=False)
    yield "requirement-list", requirement_list(every.values(), ["hcpc"], as_of, [WRONG])
    yield "requirement-diff", requirement_diff(every["rics-2025"], every["rics-2026"])
    yield "requirement-diff", requirement_diff(every["hcpc"], every["hcpc"])
    yield "requirements", standings(every.values(), using(record, every.values()), as_of)
    yield "requirements", Standings(as_of, ())
    yield "requirements", Standings(as_of, standing(every["rics-2025"], record, as_of))


RUN = Programme(
    "programmes/run.yaml",
    "run",
    "A run with everything",
    (
        Item(1, "One", "start", "Do it.", "Why?", week=1, badge="First", unsure=("date",)),
        Item(2, "Two", week=1, optional=True, levels=("little", "more")),
        Item(title="Rest", week=2, kind="break"),
        Item(3, "Three", week=3, kind="reflection", badge="First"),
        Item(4, "Four"),
    ),
    starts=on("11-02"),
    started=on("11-02"),
    skipped=((4, "no time for it"),),
    notes="It is made up.",
)


def programme_answers(as_of: date) -> Iterator[tuple[str, object]]:
    """What is said of programmes, to the librarian."""
    record = person("librarian")
    every = LIBRARY.programmes.every()
    for programme in (*every.values(), RUN):
        yield "programme-view", ProgrammeView(as_of, programme)
    yield "programme-list", programme_list([*every.values(), RUN], record.entries, as_of, [WRONG])
    done = [
        entry(f"11-0{number}", name=f"thing-{number}", programme=f"run#{number}", words=number % 2)
        for number in (3, 4, 7)
    ]
    reports = [status(it, record.entries, as_of) for it in every.values()]
    yield "programmes", Followed(as_of, (*reports, status(RUN, done, as_of)))
    rest = [entry("11-05", programme=f"run#{number}") for number in (1, 2, 3)]
    yield "programmes", Followed(as_of, (status(RUN, rest, as_of),))
    yield "programmes", Followed(as_of, ())


OURS = Framework(
    "frameworks/ours.yaml",
    "ours",
    "What we can do",
    Scale(1, 5),
    (Section("1", "Cataloguing", "", "Describing and indexing."), Section("2", "Teaching")),
)


def rated(day: str, one: int, *, target: bool = False, role: str = "") -> Snapshot:
    """Ratings of a day."""
    return Snapshot(
        f"skills/{on(day)}-ours.yaml",
        "ours",
        on(day),
        (("1", one), ("2", NOT_RELEVANT)),
        (("1", "Two years of it."),),
        role,
        target,
    )


def skills_answers(as_of: date) -> Iterator[tuple[str, object]]:
    """What is said of ratings."""
    base = LIBRARY.frameworks.find("pksb-2013")
    snapshots = [rated("01-05", 1), rated("11-01", 3), rated("11-02", 5, target=True, role="law")]
    for framework in (base, OURS):
        yield "framework-view", FrameworkView(as_of, framework)
    yield "framework-list", framework_list([base, OURS], snapshots, as_of, [WRONG])
    for role in ("", "law", "wine"):
        yield "ratings", skills(OURS, snapshots, as_of, role)
    yield "ratings", Skills(as_of, base, None)
    yield "ratings-gaps", SkillsGaps(skills(OURS, snapshots, as_of, "law"))
    yield "ratings-gaps", SkillsGaps(skills(OURS, snapshots[:2], as_of, "law"))
    yield "ratings-diff", skills_diff(OURS, snapshots[0], snapshots[1])
    yield "ratings-diff", skills_diff(OURS, snapshots[0], snapshots[0])


SAID: dict[str, Callable[[date], Iterator[tuple[str, object]]]] = {
    **{name: partial(requirement_answers, name) for name in BODIES},
    "catalogue": catalogue_answers,
    "programmes": programme_answers,
    "skills": skills_answers,
}


@cache
def said_of(what: str) -> list[tuple[str, object]]:
    """All of it."""
    return list(SAID[what](TODAY))
