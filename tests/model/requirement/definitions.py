"""Bodies' rules for tests: ten files in `bodies/`, and files put together from parts.

Each of the ten strains another part of docs/requirement-schema.md. Their figures are those of the
sources in cpdlog/data/requirements, cut down to what the tests need.
"""

from functools import cache
from pathlib import Path

from cpdlog.model.problem import Problem
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.reading import read_definition
from cpdlog.text.frontmatter import read_yaml

BODIES = Path(__file__).parent / "bodies"
HEAD = """\
schema: cpdlog/requirement@1
id: example
body: Example Institute
country: GB
title: Yearly CPD
unit: hours
source: [{url: "https://example.org/cpd", says: "20 h a year", confidence: official}]
confidence: official
checked: 2026-01-01
"""
YEAR = "window: {kind: calendar, length: P1Y}\n"
TOTAL = '{id: total, text: "20 hours", measure: {sum: hours}, where: {kind: activity}, min: 20}'


def read(text: str, name: str = "example") -> tuple[Definition | None, tuple[Problem, ...]]:
    """What is made of a whole file."""
    path = f"requirements/{name}.yaml"
    value, problems = read_yaml(text.encode(), path)
    assert problems == ()
    return read_definition(value, path)


def told(text: str) -> list[str]:
    """What is wrong with a whole file, as people read it, without its name."""
    return [str(problem).removeprefix("requirements/example.yaml:") for problem in read(text)[1]]


def definition(rest: str, head: str = HEAD, name: str = "example") -> Definition:
    """The definition of a file without faults; what most of them have in common is in `head`."""
    found, problems = read(head + rest, name)
    assert problems == ()
    assert found is not None
    return found


@cache
def body(name: str) -> Definition:
    """One of the ten."""
    return definition((BODIES / f"{name}.yaml").read_text(encoding="utf-8"), head="", name=name)


def rules(*lines: str, window: str = YEAR, more: str = "") -> Definition:
    """A definition with these rules, in flow style."""
    listed = "".join(f"  - {line}\n" for line in lines)
    return definition(f"{window}{more}rules:\n{listed}")
