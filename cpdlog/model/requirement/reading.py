"""A body's file, read into a definition; all that is wrong with it is told at once."""

from cpdlog.model import raw
from cpdlog.model.civil import FIRST, iso
from cpdlog.model.origin import CONFIDENCE, read_sources
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw
from cpdlog.model.requirement.agreement import Parts, check_agreement
from cpdlog.model.requirement.caps import read_caps
from cpdlog.model.requirement.carry import read_carry
from cpdlog.model.requirement.definition import Definition, Effective
from cpdlog.model.requirement.fields import Faults, Fields, one_of
from cpdlog.model.requirement.filters import read_filter
from cpdlog.model.requirement.names import a_country, an_id
from cpdlog.model.requirement.params import read_params
from cpdlog.model.requirement.reading_rules import read_rules
from cpdlog.model.requirement.reading_window import read_window
from cpdlog.model.requirement.windows import ONE_YEAR, Window

SCHEMA = "cpdlog/requirement@1"
REQUIRED = (
    *("schema", "id", "body", "country", "title", "unit", "source", "confidence", "checked"),
    *("window", "rules"),
)
KEYS = (*REQUIRED, "effective", "params", "counts_if", "caps", "carry", "privacy", "judge", "notes")
UNITS = ("hours", "points", "entries")
PRIVACY = ("general", "health", "legal", "education", "social-care")


def read_definition(value: Raw | None, path: str) -> tuple[Definition | None, tuple[Problem, ...]]:
    """The definition that a file gives, and all that is wrong with it.

    Args:
        value: What the file holds.
        path: The file, relative to the journal; it is named for the definition's id.

    Returns:
        No definition where there is an error; problems are in the order of the file's lines.
    """
    faults = Faults(path)
    if not isinstance(value, raw.Mapping):
        faults.add("", "The file is not a mapping.", f"Begin it with 'schema: {SCHEMA}'.")
        return None, tuple(faults.found)
    found = read_file(Fields(value, "", faults, KEYS, REQUIRED))
    problems = tuple(sorted(faults.found, key=lambda problem: problem.line))
    return None if faults.fatal else found, problems


def check_definition(value: Raw | None, path: str) -> tuple[Problem, ...]:
    """All that is wrong with a file, for its author."""
    return read_definition(value, path)[1]


def read_file(file: Fields) -> Definition:
    """The definition; where something is wrong, something harmless stands for it."""
    file.read("schema", one_of((SCHEMA,)))
    params = read_params(file)
    window = read_window(file, params)
    rules = read_rules(file)
    sources = read_sources(file)
    check_agreement(file, Parts(params, window, rules, sources))
    return Definition(
        path=file.faults.path,
        id=file.read("id", an_id) or "",
        body=file.text("body"),
        country=file.read("country", a_country) or "",
        title=file.text("title"),
        unit=file.read("unit", one_of(UNITS)) or "",
        source=sources,
        confidence=file.read("confidence", one_of(CONFIDENCE)) or "",
        checked=file.read("checked", iso) or FIRST,
        window=window or Window("rolling", ONE_YEAR),
        rules=tuple(rules.values()),
        effective=read_effective(file),
        params=params,
        counts_if=read_filter(file, "counts_if"),
        caps=read_caps(file),
        carry=read_carry(file, rules),
        privacy=file.read("privacy", one_of(PRIVACY)) or "",
        judge=file.several("judge", str),
        notes=file.text("notes"),
    )


def read_effective(file: Fields) -> Effective:
    """When the rules hold."""
    fields = file.inside("effective", ("from", "to", "review"))
    if fields is None:
        return Effective()
    found = Effective(*(fields.read(key, iso) for key in ("from", "to", "review")))
    if found.first and found.last and found.first > found.last:
        fields.fault("to", "It is before from.")
    return found
