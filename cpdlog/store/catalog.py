"""Reads a whole journal into one value; what has not changed comes from the cache.

Every file is looked at each time, because people, editors and git change them behind our back;
only those that look different are read.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from cpdlog.errors import CpdlogError
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings
from cpdlog.store import files, row, walk
from cpdlog.store.cache import Cache, Kept
from cpdlog.store.layout import ENTRIES, GOALS, NOT_ENTRIES, SETTINGS
from cpdlog.store.reading import MANY, read_all
from cpdlog.store.row import Read

if TYPE_CHECKING:
    from cpdlog.text.frontmatter import Document

T = TypeVar("T")
Look = Callable[[Entry, str], None]
Notice = Callable[[str, int], None]


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


class Catalog:
    """One look at the files of a journal.

    Attributes:
        root: The journal's folder.
        cache: Where what was read before is remembered.
        notice: Called with a folder and the number of its files before many of them are read, and
            with 0 after.
        problems: What was found to be wrong so far.
        files: How many files were looked at so far.
    """

    def __init__(self, root: str, cache: Cache, notice: Notice | None = None) -> None:
        self.root = root
        self.cache = cache
        self.notice = notice
        self.problems: list[Problem] = []
        self.files = 0

    def record(self, look: Look | None = None) -> Record:
        """What all files of the journal say.

        Args:
            look: Called with each entry that could be read, and its body, folded.
        """
        settings, entries, goals = self.settings(), self.entries(look), self.goals()
        return Record(
            settings=settings,
            entries=tuple(sorted(entries, key=lambda entry: (entry.day, entry.id))),
            goals=tuple(goals),
            problems=tuple(sorted(self.problems)),
            files=self.files,
        )

    def settings(self) -> Settings:
        """What `cpdlog.yaml` says; what it does not say, or not rightly, is the default."""
        seen = walk.look_at(self.root, SETTINGS)
        if os.path.islink(os.path.join(self.root, SETTINGS)):
            self.problems.append(walk.linked(SETTINGS))
        here = walk.Folder("", (seen,) if seen else (), ())
        self.files += len(here.files)
        return next(self.those_read(self.up_to_date(here, SETTINGS_FILE)), Settings())

    def entries(self, look: Look | None = None) -> list[Entry]:
        """The entries that could be read; `look` as in `record`."""
        found: list[Entry] = []
        for folder in self.folders(ENTRIES, ".md"):
            read = self.up_to_date(folder, ENTRY_FILE)
            found += self.those_read(read)
            if look:
                texts = self.up_to_date(folder, BODY_FILE)
                for (entry, _), (text, _) in zip(read, texts, strict=True):
                    if entry:
                        look(entry, text or "")
        return found

    def goals(self) -> list[Goal]:
        """The goals that could be read, in the order of the plan."""
        return sorted(self.below(GOALS, ".md", GOAL_FILE), key=place_in_plan)

    def definitions(self, folder: str) -> list[tuple[str, Mapping]]:
        """The YAML files below a folder that could be read: their paths and their trees."""
        return list(self.below(folder, ".yaml", YAML_FILE))

    def below(self, folder: str, suffix: str, kind: Kind[T]) -> Iterator[T]:
        """What each file below a folder says, in order of their paths."""
        for found in self.folders(folder, suffix):
            read = self.up_to_date(found, kind)
            yield from self.those_read(read)

    def folders(self, folder: str, suffix: str) -> Iterator[walk.Folder]:
        """A folder and those below it, each with its files."""
        for found in walk.scan(self.root, folder, suffix, NOT_ENTRIES):
            self.problems += found.problems
            self.files += len(found.files)
            yield found

    def those_read(self, read: Sequence[Read[T]]) -> Iterator[T]:
        """The values of the files that could be read; what is wrong with any of them is noted."""
        for value, problems in read:
            if problems:
                self.problems += problems
            if value is not None:
                yield value

    def up_to_date(self, folder: walk.Folder, kind: Kind[T]) -> tuple[Read[T], ...]:
        """What each file of one folder says, from the cache or, where it changed, read anew."""
        known = self.cache.known(kind.name + folder.path)
        before = kind.whole(known.made) if known.files else ()
        if known.files == folder.files:
            return before
        said = dict(zip(known.files, before, strict=True))
        fresh = [seen for seen in folder.files if seen not in said]
        paths = [walk.below(folder.path, seen.name) for seen in fresh]
        found = self.read_anew(folder.path, paths, kind)
        said.update(zip(fresh, found, strict=True))
        read = tuple(said[seen] for seen in folder.files)
        self.remember(folder, read, kind, known)
        return read

    def read_anew(self, folder: str, paths: list[str], kind: Kind[T]) -> tuple[Read[T], ...]:
        """What some files of a folder say; where they are many, that is told."""
        many = self.notice if len(paths) >= MANY else None
        if many:
            many(folder, len(paths))
        found = read_all(paths, partial(kind.read, self.root), kind.plain, kind.whole)
        if many:
            many(folder, 0)
        return found

    def remember(
        self, folder: walk.Folder, read: Sequence[Read[T]], kind: Kind[T], known: Kept
    ) -> None:
        """Let the cache keep what is said by those files that have not changed just now."""
        settled = [
            (seen, said)
            for seen, said in zip(folder.files, read, strict=True)
            if max(seen.mtime_ns, seen.ctime_ns) <= self.cache.settled
        ]
        kept = tuple(seen for seen, _ in settled)
        if kept != known.files:
            made = kind.plain(tuple(said for _, said in settled))
            self.cache.keep(kind.name + folder.path, Kept(kept, made))


def place_in_plan(goal: Goal) -> tuple[object, ...]:
    """Sorts goals by `order`, then due date, then id; those without come after those with."""
    return (goal.order is None, goal.order or 0, goal.due is None, goal.due or 0, goal.id)


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
    """What an entry's file says below its front matter, folded; nothing where it has none."""
    from cpdlog.model.folding import folded
    from cpdlog.text.frontmatter import read_body

    try:
        return folded(read_body(files.read_bytes(root, path), path)), ()
    except CpdlogError:
        return None, ()  # what is wrong with it is told with the entry


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
    try:
        lines = files.read_bytes(root, path).split(b"\n")
    except CpdlogError:
        return False
    return all(line.lstrip()[:1] in (b"", b"#") for line in lines)


def read_yaml_file(root: str, path: str) -> Read[tuple[str, Mapping]]:
    """A YAML file, such as a requirement or a programme: its path and its tree."""
    from cpdlog.text import frontmatter

    try:
        tree, problems = frontmatter.read_yaml(files.read_bytes(root, path), path)
    except CpdlogError as error:
        return None, (unreadable(path, error),)
    return (path, tree) if tree else None, problems


def markdown(root: str, path: str) -> "Document":
    """A Markdown file with its front matter; it says nothing where the system does not let us."""
    from cpdlog.text import frontmatter

    try:
        return frontmatter.read(files.read_bytes(root, path), path)
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
YAML_FILE = Kind("", read_yaml_file, row.plain, row.whole)
