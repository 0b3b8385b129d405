"""Reflection templates as they lie in files; what they are is in `cpdlog.model.template`."""

from cpdlog.model.problem import Problem
from cpdlog.model.template import Section, Template, filled
from cpdlog.model.template_fields import read_template
from cpdlog.text.frontmatter import read as read_document

__all__ = ["Section", "Template", "filled", "read"]


def read(data: bytes, path: str) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template that a file holds, and everything that is wrong with it.

    Args:
        data: The whole file.
        path: For the problems; its stem is the template's id.

    Returns:
        No template where there is an error.
    """
    document = read_document(data, path)
    if document.fields is None:
        return None, document.problems
    template, problems = read_template(document.fields, path, document.body)
    problems = document.problems + problems
    faulty = any(problem.severity == "error" for problem in problems)
    return None if faulty else template, problems
