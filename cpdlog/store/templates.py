"""Where reflection templates lie: the user's own in the journal, those that come with cpdlog."""

import os
from typing import TYPE_CHECKING

from cpdlog.errors import CpdlogError, NotFound
from cpdlog.model.problem import Problem
from cpdlog.store import files, walk
from cpdlog.text.slug import is_safe_id

if TYPE_CHECKING:
    from cpdlog.model.template import Template

TEMPLATES = "templates"
PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def template(root: str | None, name: str) -> "Template":
    """The template of that id, the journal's own before a packaged one of the same name.

    Args:
        root: The journal's folder, or None outside one.
        name: The template's id.

    Raises:
        NotFound: There is none, or it cannot be read.
    """
    for folder in places(root):
        if is_safe_id(name) and walk.look_at(folder, f"{TEMPLATES}/{name}.md"):
            return read(folder, f"{TEMPLATES}/{name}.md")
    raise NotFound(f"There is no template '{name}'.", "See: cpdlog template list")


def every_template(root: str | None) -> list["Template"]:
    """All templates that can be read, by id."""
    found: dict[str, Template] = {}
    for folder in reversed(places(root)):
        for path in walk.walk(folder, TEMPLATES, ".md")[0]:
            try:
                one = read(folder, path)
            except CpdlogError:
                continue  # `check` tells what is wrong with it
            found[one.id] = one
    return [found[name] for name in sorted(found)]


def read(folder: str, path: str) -> "Template":
    """One template's file."""
    from cpdlog.text import template as text

    found, problems = text.read(files.read_bytes(folder, path), path)
    if found is None:
        raise NotFound(str(problems[0]))
    return found


def faults(root: str) -> tuple[list[Problem], int]:
    """What is wrong with the journal's own templates, and how many these are."""
    from cpdlog.text import template as text

    paths, problems = walk.walk(root, TEMPLATES, ".md")
    for path in paths:
        try:
            problems += text.read(files.read_bytes(root, path), path)[1]
        except CpdlogError as error:
            problems.append(Problem(path, 0, "", error.message, error.hint))
    return problems, len(paths)


def places(root: str | None) -> list[str]:
    """The folders that hold templates, the journal's first."""
    return [PACKAGED] if root is None else [root, PACKAGED]
