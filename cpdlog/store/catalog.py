"""Reads a whole journal into one value; what has not changed comes from the cache.

Every file is looked at each time, because people, editors and git change them behind our back;
only those that look different are read.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.settings import Settings
from cpdlog.store import walk
from cpdlog.store.cache import Cache, Kept
from cpdlog.store.kinds import BODY_FILE, ENTRY_FILE, GOAL_FILE, SETTINGS_FILE, Kind
from cpdlog.store.layout import ENTRIES, GOALS, NOT_ENTRIES, SETTINGS
from cpdlog.store.row import Read

if TYPE_CHECKING:
    from cpdlog.model.problem import Problem
    from cpdlog.model.raw import Mapping
    from cpdlog.model.record import Record
    from cpdlog.store.reading import Reader

T = TypeVar("T")
Look = Callable[[Entry], object]
LookAtText = Callable[[Entry, str], object]
Notice = Callable[[str, int], None]


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
        self.readers: dict[Kind[Any], Reader[Any]] = {}

    def record(self) -> "Record":
        """What all files of the journal say."""
        entries = sorted(self.entries(), key=lambda entry: (entry.day, entry.id))
        return self.rest()._replace(entries=tuple(entries))

    def passing(self, look: Look) -> "Record":
        """What all files say but the entries, of which each is shown to `look` and let go."""
        for entry in self.entries():
            look(entry)
        return self.rest()

    def passing_texts(self, look: LookAtText) -> "Record":
        """As `passing`; beside each entry its body is shown, folded."""
        for entry, text in self.texts():
            look(entry, text)
        return self.rest()

    def rest(self) -> "Record":
        """What the files say that are no entries, with what was found to be wrong so far."""
        from cpdlog.model.record import Record

        settings, goals = self.settings(), self.goals()
        return Record(
            settings=settings,
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
        return next(self.said(here, SETTINGS_FILE), Settings())

    def entries(self) -> Iterator[Entry]:
        """The entries that could be read, folder by folder; those of one are held at a time."""
        return self.below(ENTRIES, ".md", ENTRY_FILE)

    def texts(self) -> Iterator[tuple[Entry, str]]:
        """The entries that could be read, each with its body, folded; one folder at a time."""
        for folder in self.folders(ENTRIES, ".md"):
            yield from self.texts_of(folder)  # a call, so that they are let go before the next

    def texts_of(self, folder: walk.Folder) -> Iterator[tuple[Entry, str]]:
        """The entries of one folder that could be read, each with its body, folded."""
        read = self.up_to_date(folder, ENTRY_FILE)
        bodies = self.up_to_date(folder, BODY_FILE)
        for (entry, problems), (text, _) in zip(read, bodies, strict=True):
            self.problems += problems
            if entry:
                yield entry, text or ""

    def goals(self) -> list[Goal]:
        """The goals that could be read, in the order of the plan."""
        return sorted(self.below(GOALS, ".md", GOAL_FILE), key=place_in_plan)

    def definitions(self, folder: str) -> "list[tuple[str, Mapping]]":
        """The YAML files below a folder that could be read: their paths and their trees."""
        from cpdlog.store.trees import YAML_FILE

        return sorted(self.below(folder, ".yaml", YAML_FILE), key=lambda found: found[0])

    def below(self, folder: str, suffix: str, kind: Kind[T]) -> Iterator[T]:
        """What each file below a folder says."""
        for found in self.folders(folder, suffix):
            yield from self.said(found, kind)

    def said(self, folder: walk.Folder, kind: Kind[T]) -> Iterator[T]:
        """What each file of one folder says."""
        read = self.up_to_date(folder, kind)
        return self.those_read(read)

    def folders(self, folder: str, suffix: str) -> Iterator[walk.Folder]:
        """A folder and those below it, each with its files."""
        try:
            for found in walk.scan(self.root, folder, suffix, NOT_ENTRIES):
                self.problems += found.problems
                self.files += len(found.files)
                yield found
        finally:
            self.let_go()

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
        from cpdlog.store.reading import MANY

        many = self.notice if len(paths) >= MANY else None
        if many:
            many(folder, len(paths))
        found: tuple[Read[T], ...] = self.reader(kind).read(paths)
        if many:
            many(folder, 0)
        return found

    def reader(self, kind: Kind[T]) -> "Reader[Read[T]]":
        """What reads files of a kind, until it is let go."""
        from cpdlog.store.reading import Reader

        if kind not in self.readers:
            read = partial(kind.read, self.root)
            self.readers[kind] = Reader(read, kind.plain, kind.whole)
        return self.readers[kind]

    def let_go(self) -> None:
        """Let the processes end that read beside this one.

        The last one first: it was begun with the ends of pipes that those before it wait at.
        """
        for reader in reversed(self.readers.values()):
            reader.close()
        self.readers.clear()

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
