"""The files of a journal as they were typed: front matter with its places, and the body unchanged.

A bad file is a value and not an exception: it has problems, all of them at once. yaml and
frontmatter are imported when the first file is read, because a command that only writes needs
neither.
"""

from typing import NamedTuple

from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping
from cpdlog.text.charset import decoded
from cpdlog.text.fence import Frame, framed, unfinished_merges


class Document(NamedTuple):
    """A Markdown file with front matter.

    Attributes:
        path: Relative to the journal, with forward slashes.
        text: The whole text, without a byte-order mark.
        bom: Whether the file begins with a byte-order mark.
        fields: The front matter's keys with their values; None where it cannot be read.
        body: What follows the closing fence, to the last byte; empty where none closes.
        body_line: The line of the file on which the body begins, from 1.
        problems: What is wrong with the file so far; the meaning of values is not looked at.
        front: The front matter as text, between its fences.
        front_start: Where that begins in the text.
    """

    path: str
    text: str
    bom: bool
    fields: Mapping | None
    body: str
    body_line: int
    problems: tuple[Problem, ...]
    front: str = ""
    front_start: int = 0


def read(data: bytes, path: str) -> Document:
    """The document that a file's bytes hold; never an exception, whatever they are.

    Args:
        data: The whole file.
        path: Relative to the journal, for the problems.
    """
    source = decoded(data, path)
    document = Document(path, source.text, source.bom, None, "", 1, source.problems)
    if not source.readable:
        return document
    frame = framed(source.text, path)
    front_ends = source.text.count("\n") + 2 if isinstance(frame, Problem) else frame.body_line
    merges = tuple(unfinished_merges(source.text, front_ends, path))
    if merges:
        return document._replace(problems=source.problems + merges)
    if isinstance(frame, Problem):
        return document._replace(problems=(*source.problems, frame))
    return with_fields(document, frame)


def read_body(data: bytes, path: str) -> str:
    """What a file says below its front matter, which is not looked at; empty where it has none."""
    frame = framed(decoded(data, path).text, path)
    return "" if isinstance(frame, Problem) else frame.body


def with_fields(document: Document, frame: Frame) -> Document:
    """`document` with what its front matter says, through python-frontmatter."""
    import frontmatter

    from cpdlog.text.handler import FieldsHandler

    handler = FieldsHandler(frame, document.path)
    frontmatter.parse(document.text, handler=handler)
    return document._replace(
        fields=handler.found.mapping,
        body=frame.body,
        body_line=frame.body_line,
        problems=(*document.problems, *handler.found.problems),
        front=frame.front,
        front_start=frame.start,
    )


def read_yaml(data: bytes, path: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The keys of a plain YAML file, such as the settings, by the rules of front matter.

    Args:
        data: The whole file.
        path: Relative to the journal, for the problems.

    Returns:
        The keys with their values, None where they cannot be read; and what is wrong.
    """
    from cpdlog.text.nodes import fields

    source = decoded(data, path)
    if not source.readable:
        return None, source.problems
    text = source.text
    merges = tuple(unfinished_merges(text, text.count("\n") + 2, path))
    if merges:
        return None, source.problems + merges
    found, problems = fields(text, 1, path, "file")
    return found, (*source.problems, *problems)


def reads_quickly() -> bool:
    """Whether libyaml is there; PyYAML's own reader takes several times as long."""
    import yaml

    return hasattr(yaml, "CBaseLoader")
