"""YAML into `cpdlog.model.raw`, with everything that is wrong with it.

This module imports yaml; what must start quickly imports it inside the function that reads.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from yaml import YAMLError

from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw
from cpdlog.text.builder import Builder
from cpdlog.text.signs import misleading, without_controls

LARGEST = 64 * 1024  # characters
MOST_PARTS = 200  # looked at one by one where the whole cannot be read
KEY_LINE = r"(?m)^[^\W\d_]\w*:(?=\s)"
# What PyYAML raises for texts that people type; only the first of these knows a line.
ERRORS = (
    YAMLError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
    OverflowError,
    UnicodeError,
)


class Reading(NamedTuple):
    """What came of one text: its value, what is wrong, and whether it was YAML at all."""

    root: Raw | None
    faults: list[Problem]
    is_yaml: bool


def parsed(text: str, first_line: int, path: str) -> Reading:
    """The value of `text`; the one place in which what PyYAML raises is caught."""
    builder = Builder(path, first_line)
    try:
        root = builder.root(text)
    except ERRORS as error:
        from cpdlog.text.yamlfault import told

        return Reading(None, [told(error, text, first_line, path)], is_yaml=False)
    return Reading(root if builder.usable else None, builder.faults, is_yaml=True)


class Fields(NamedTuple):
    """The keys of a text with their values, None where they cannot be read; and its problems."""

    mapping: Mapping | None
    problems: tuple[Problem, ...]


def fields(text: str, line: int, path: str, name: str) -> Fields:
    """The keys of a text with their values, and everything that is wrong with it.

    Args:
        text: YAML.
        line: The line of the file on which it begins.
        path: For the problems.
        name: What the text is, for the problems: `front matter`, or `file`.
    """
    if len(text) > LARGEST:
        message = f"The {name} is larger than 64 KiB."
        return Fields(None, (Problem(path, line, "", message, "Keep long texts in a body."),))
    problems = tuple(misleading(text, line, path))
    clean = without_controls(text)
    root, faults, is_yaml = parsed(clean, line, path)
    if not is_yaml:
        faults = faults_of_parts(clean, line, path) or faults
    elif not faults and not (isinstance(root, Mapping) and root.pairs):
        faults = [no_keys(root, line, path, name)]
    mapping = root if isinstance(root, Mapping) else None
    return Fields(mapping, (*problems, *faults))


def no_keys(root: Raw | None, line: int, path: str, name: str) -> Problem:
    """The problem of a text that is YAML and no mapping, or an empty one."""
    fault = "is empty" if root is None else "has no keys"
    return Problem(path, line, "", f"The {name} {fault}.", "Write its lines as 'key: value'.")


def faults_of_parts(text: str, line: int, path: str) -> list[Problem]:
    """What is wrong with each key by itself, where the text as a whole is not YAML.

    A parser stops at the first fault, and may see it lines after the one that has it.
    """
    starts = [match.start() for match in re.finditer(KEY_LINE, text)]
    if len(starts) > MOST_PARTS:
        return []
    found: list[Problem] = []
    for start, end in pairwise([*starts, len(text)]):
        part = parsed(text[start:end], line + text.count("\n", 0, start), path)
        found += [] if part.is_yaml else part.faults
    return found
