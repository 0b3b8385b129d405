"""Reads a whole journal into one value; what has not changed comes from the cache.

Every file is looked at each time, because people, editors and git change them behind our back;
only those that look different are read.
"""

from collections.abc import Callable, Iterator

from cpdlog.errors import CpdlogError
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings
from cpdlog.store import files, row, walk
from cpdlog.store.cache import Cache, Kept
from cpdlog.store.row import Parsed

ENTRIES, GOALS, SETTINGS = "entries", "goals", "cpdlog.yaml"
NOT_ENTRIES = ("README.md",)

MakeRow = Callable[[str, str], bytes]


class Catalog:
    """One look at the files of a journal.

    Attributes:
        root: The journal's folder.
        cache: Where what was read before is remembered.
        problems: What was found to be wrong so far.
        files: How many files were looked at so far.
    """

    def __init__(self, root: str, cache: Cache) -> None:
        self.root = root
        self.cache = cache
        self.problems: list[Problem] = []
        self.files = 0

    def record(self) -> Record:
        """What all files of the journal say."""
        settings, entries, goals = self.settings(), self.entries(), self.goals()
        return Record(
            settings=settings,
            entries=tuple(sorted(entries, key=lambda entry: (entry.day, entry.id))),
            goals=tuple(sorted(goals, key=place_in_plan)),
            problems=tuple(sorted(self.problems)),
            files=self.files,
        )

    def settings(self) -> Settings:
        """What `cpdlog.yaml` says; what it does not say, or not rightly, is the default."""
        from cpdlog.model.schema import read_settings

        seen = walk.look_at(self.root, SETTINGS)
        here = walk.Folder("", (seen,) if seen else (), ())
        for parsed in map(self.parsed, self.up_to_date(here, yaml_row)):
            if parsed.tree is not None:
                settings, faults = read_settings(parsed.tree, SETTINGS)
                self.problems += faults
                return settings
        return Settings()

    def entries(self) -> list[Entry]:
        """The entries that could be read."""
        found: list[Entry] = []
        for data in self.rows(ENTRIES, ".md", entry_row):
            entry, faults = row.unpacked_entry(data)
            self.problems += faults
            if entry is not None:
                found.append(entry)
        return found

    def goals(self) -> list[Goal]:
        """The goals that could be read."""
        from cpdlog.model.schema import read_goal

        found: list[Goal] = []
        for parsed in map(self.parsed, self.rows(GOALS, ".md", markdown_row)):
            if parsed.tree is None:
                continue
            goal, faults = read_goal(parsed.tree, parsed.path, parsed.body, parsed.body_line)
            self.problems += faults
            if goal is not None:
                found.append(goal)
        return found

    def definitions(self, folder: str) -> list[Parsed]:
        """The YAML files below a folder, as trees."""
        return [self.parsed(data) for data in self.rows(folder, ".yaml", yaml_row)]

    def parsed(self, data: bytes) -> Parsed:
        """The file of a row, whose problems are noted."""
        parsed = row.unpacked_tree(data)
        self.problems += parsed.problems
        return parsed

    def rows(self, folder: str, suffix: str, make: MakeRow) -> Iterator[bytes]:
        """What was made of each file below a folder, in order of their paths."""
        for found in walk.scan(self.root, folder, suffix, NOT_ENTRIES):
            self.problems += found.problems
            yield from self.up_to_date(found, make)

    def up_to_date(self, folder: walk.Folder, make: MakeRow) -> list[bytes]:
        """What was made of each file of one folder, from the cache or, where it changed, anew."""
        self.files += len(folder.files)
        known = self.cache.known(folder.path)
        found: list[bytes] = []
        fresh: list[Kept] = []
        for seen in folder.files:
            kept = known.get(seen.name)
            if kept is None or kept.seen != seen:
                kept = Kept(seen, make(self.root, walk.below(folder.path, seen.name)))
                fresh.append(kept)
            found.append(kept.data)
        gone = known.keys() - {seen.name for seen in folder.files}
        if fresh or gone:
            self.cache.keep(folder.path, fresh, gone)
        return found


def place_in_plan(goal: Goal) -> tuple[object, ...]:
    """Sorts goals by `order`, then due date, then id; those without come after those with."""
    return (goal.order is None, goal.order or 0, goal.due is None, goal.due or 0, goal.id)


def entry_row(root: str, path: str) -> bytes:
    """The row of one entry's file."""
    from cpdlog.model.reflection import words_said
    from cpdlog.model.schema import read_entry

    parsed = markdown(root, path)
    if parsed.tree is None:
        return row.packed_entry(None, parsed.problems)
    words = words_said(parsed.body)
    entry, faults = read_entry(parsed.tree, path, parsed.body, parsed.body_line, words)
    return row.packed_entry(entry, parsed.problems + faults)


def markdown_row(root: str, path: str) -> bytes:
    """The row of a Markdown file that is kept as it was read."""
    return row.packed_tree(markdown(root, path))


def yaml_row(root: str, path: str) -> bytes:
    """The row of a YAML file: settings, a requirement, a programme."""
    from cpdlog.text import frontmatter

    try:
        tree, problems = frontmatter.read_yaml(files.read_bytes(root, path), path)
    except CpdlogError as error:
        return row.packed_tree(unreadable(path, error))
    return row.packed_tree(Parsed(path, tree, "", 0, problems))


def markdown(root: str, path: str) -> Parsed:
    """A Markdown file with its front matter."""
    from cpdlog.text import frontmatter

    try:
        read = frontmatter.read(files.read_bytes(root, path), path)
    except CpdlogError as error:
        return unreadable(path, error)
    return Parsed(path, read.fields, read.body, read.body_line, read.problems)


def unreadable(path: str, error: CpdlogError) -> Parsed:
    """A file that the system does not let us read."""
    return Parsed(path, None, "", 0, (Problem(path, 0, "", error.message, error.hint),))
