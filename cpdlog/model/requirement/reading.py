"""A body's file, read into a definition; all that is wrong with it is told at once."""

from cpdlog.model.civil import FIRST, iso
from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.data_file import Form, read_id, read_whole
from cpdlog.model.origin import read_origin
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw
from cpdlog.model.requirement.agreement import Parts, check_agreement
from cpdlog.model.requirement.caps import read_caps
from cpdlog.model.requirement.carry import read_carry
from cpdlog.model.requirement.definition import Definition, Effective
from cpdlog.model.requirement.filters import read_filter
from cpdlog.model.requirement.names import a_country
from cpdlog.model.requirement.params import read_params
from cpdlog.model.requirement.reading_rules import read_rules
from cpdlog.model.requirement.reading_window import read_window
from cpdlog.model.requirement.windows import ONE_YEAR, Window

FORM = Form(
    "cpdlog/requirement@1",
    (
        *("id", "body", "country", "title", "unit", "source", "confidence", "checked", "window"),
        "rules",
    ),
    ("effective", "params", "counts_if", "caps", "carry", "privacy", "judge", "notes"),
)
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
    return read_whole(value, path, FORM, read_file)


def check_definition(value: Raw | None, path: str) -> tuple[Problem, ...]:
    """All that is wrong with a file, for its author."""
    return read_definition(value, path)[1]


def read_file(file: Fields) -> Definition:
    """The definition; where something is wrong, something harmless stands for it."""
    origin = read_origin(file)
    params = read_params(file)
    window = read_window(file, params)
    rules = read_rules(file)
    check_agreement(file, Parts(params, window, rules))
    return Definition(
        path=file.faults.path,
        id=read_id(file),
        body=file.text("body"),
        country=file.read("country", a_country) or "",
        title=file.text("title"),
        unit=file.read("unit", one_of(UNITS)) or "",
        source=origin.sources,
        confidence=origin.confidence,
        checked=origin.checked or FIRST,
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
