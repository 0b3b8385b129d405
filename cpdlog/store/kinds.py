"""The kinds of files in a journal: how each is read, and how a cache keeps what was read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from cpdlog.errors import CpdlogError
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.problem import Problem
from cpdlog.model.settings import Settings
from cpdlog.store import row
from cpdlog.store.row import Read

if TYPE_CHECKING:
    from cpdlog.model.raw import Mapping
    from cpdlog.text.frontmatter import Document

T = TypeVar("T")


class Kind(NamedTuple, Generic[T]):
    """A kind of file.

    Attributes:
        name: What tells it from other kinds of the same folder.
        read: What the file of a journal's folder at a path says, with what is wrong with it.
        plain: What several files say, as a cache keeps it.
        whole: And back.
    """

    name: str
    read: Callable[[str, str], Read[T]]
    plain: Callable[[tuple[Read[T], ...]], Any]
    whole: Callable[[Any], tuple[Read[T], ...]]


def read_entry_file(root: str, path: str) -> Read[Entry]:
    """An entry from its file."""
    from cpdlog.model.reflection import words_said
    from cpdlog.model.schema import read_entry

    found = markdown(root, path)
    if found.fields is None:
        return None, found.problems
    words = words_said(found.body)
    entry, faults = read_entry(found.fields, path, found.body, found.body_line, words)
    return counted(entry, found.problems + faults)


def read_body_file(root: str, path: str) -> Read[str]:
    """What an entry's file says below its front matter, folded; nothing where it has none.

    Comments are left out, in which the prompts of templates stand.
    """
    from cpdlog.model.folding import folded
    from cpdlog.model.reflection import without_comments
    from cpdlog.store.files import read_bytes
    from cpdlog.text.frontmatter import read_body

    try:
        body = read_body(read_bytes(root, path), path)
    except CpdlogError:
        return None, ()  # what is wrong with it is told with the entry
    return folded(without_comments(body)), ()


def read_goal_file(root: str, path: str) -> Read[Goal]:
    """A goal from its file."""
    from cpdlog.model.schema import read_goal

    found = markdown(root, path)
    if found.fields is None:
        return None, found.problems
    goal, faults = read_goal(found.fields, path, found.body, found.body_line)
    return counted(goal, found.problems + faults)


def counted(value: T | None, problems: tuple[Problem, ...]) -> "Read[T]":
    """What a file says, unless one of its faults keeps it out of every count."""
    return (None if any(it.severity == "error" for it in problems) else value), problems


def read_settings_file(root: str, path: str) -> Read[Settings]:
    """The settings from their file; one that says nothing yet has the defaults."""
    from cpdlog.model.schema import read_settings

    if says_nothing(root, path):
        return Settings(), ()
    found, problems = read_yaml_file(root, path)
    if found is None:
        return None, problems
    settings, faults = read_settings(found[1], path)
    return settings, problems + faults


def says_nothing(root: str, path: str) -> bool:
    """Whether a file holds nothing but blank lines and comments."""
    from cpdlog.store.files import read_bytes

    try:
        lines = read_bytes(root, path).split(b"\n")
    except CpdlogError:
        return False
    return all(line.lstrip()[:1] in (b"", b"#") for line in lines)


def read_yaml_file(root: str, path: str) -> "Read[tuple[str, Mapping]]":
    """A YAML file, such as a requirement or a programme: its path and its tree."""
    from cpdlog.store.files import read_bytes
    from cpdlog.text import frontmatter

    try:
        tree, problems = frontmatter.read_yaml(read_bytes(root, path), path)
    except CpdlogError as error:
        return None, (unreadable(path, error),)
    return (path, tree) if tree else None, problems


def markdown(root: str, path: str) -> "Document":
    """A Markdown file with its front matter; it says nothing where the system does not let us."""
    from cpdlog.store.files import read_bytes
    from cpdlog.text import frontmatter

    try:
        return frontmatter.read(read_bytes(root, path), path)
    except CpdlogError as error:
        problems = (unreadable(path, error),)
        return frontmatter.Document(
            path, "", bom=False, fields=None, body="", body_line=1, problems=problems
        )


def unreadable(path: str, error: CpdlogError) -> Problem:
    """What is wrong with a file that the system does not let us read."""
    return Problem(path, 0, "", error.message, error.hint)


ENTRY_FILE = Kind("", read_entry_file, row.plain_entries, row.whole_entries)
BODY_FILE = Kind("body of ", read_body_file, row.plain_texts, row.whole_texts)
GOAL_FILE = Kind("", read_goal_file, row.plain, row.whole)
SETTINGS_FILE = Kind("", read_settings_file, row.plain, row.whole)
