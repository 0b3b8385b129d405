"""Keeps an edit from giving a key a value that the file's own rules refuse."""

from cpdlog.errors import CannotEdit, UsageFault
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping
from cpdlog.model.schema import read_entry, read_goal, read_settings
from cpdlog.store.layout import GOALS, SETTINGS
from cpdlog.store.templates import TEMPLATES
from cpdlog.text import frontmatter


def read(data: bytes, path: str) -> tuple[Entry | Goal | None, tuple[Problem, ...]]:
    """What a file of an entry or goal says, and what is wrong with it; of others only that."""
    if path.endswith(".yaml"):
        tree, problems = frontmatter.read_yaml(data, path)
        return None, problems + faults_of(tree, path) if tree else problems
    if path.startswith(f"{TEMPLATES}/"):
        from cpdlog.text import template

        return None, template.read(data, path)[1]
    found = frontmatter.read(data, path)
    if found.fields is None:
        return None, found.problems
    if path.startswith(f"{GOALS}/"):
        thing, faults = read_goal(found.fields, path, found.body, found.body_line)
        return thing, found.problems + faults
    from cpdlog.model.reflection import words_said

    words = words_said(found.body)
    entry, faults = read_entry(found.fields, path, found.body, found.body_line, words)
    return entry, found.problems + faults


def faults_of(tree: Mapping, path: str) -> tuple[Problem, ...]:
    """What is wrong with the settings, or with a programme.

    Ratings were held against their framework before they are written, and no other YAML is edited.
    """
    if path == SETTINGS:
        return read_settings(tree, path)[1]
    if not path.startswith("programmes/"):
        return ()
    from cpdlog.model.programme_fields import read_programme

    return read_programme(tree, path)[1]


def meaningful(data: bytes, path: str, before: bytes) -> None:
    """Refuse an edit that the file's rules refuse.

    Raises:
        CannotEdit: The file had faults already, so that nobody knows what it means.
        UsageFault: The edit made the fault.
    """
    _, problems = read(data, path)
    errors = [it for it in problems if it.severity == "error"]
    if not errors:
        return
    if any(it.severity == "error" for it in read(before, path)[1]):
        raise CannotEdit(str(errors[0]), f"Mend it first: cpdlog edit {path}")
    fault = errors[0]
    raise UsageFault(f"{fault.key}: {fault.message}".lstrip(": "), fault.hint)
