"""Two lines of a journal's history made one, in the repository alone; the work tree is not touched.

What only one side changed is taken. Entries and goals that both changed are merged by key. A name
that both gave to new files stays with the one that others have already, and ours counts on. What
one side removed and the other changed stays. Outside the journal only what git merges without a
conflict is merged, and everything else is left to the user.
"""

import os
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from cpdlog.store.git import past, trees
from cpdlog.store.git.joining import Joined, joined
from cpdlog.store.git.past import Blob
from cpdlog.store.git.repository import Repository
from cpdlog.store.newfile import names

EVIDENCE = "evidence/"


@dataclass(slots=True)
class Merging:
    """What becomes of two trees, and what people should know about it.

    Attributes:
        changes: What is different from the common past: by path, None where it is gone.
        conflicts: Files of which a person must choose, each with its keys.
        moved: New files of ours that got another name: the old one and the new.
        kept: Files that one side removed and the other changed.
        by_hand: Files that only the user can merge; if there are any, nothing is done.
    """

    changes: dict[str, Blob | None] = field(default_factory=dict)
    conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moved: list[tuple[str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)


class Placed(NamedTuple):
    """A file that is to stand somewhere; it must give way if the name is only `ours`."""

    ours: bool
    path: str
    blob: Blob


class Side:
    """What one side changed since the common past.

    Attributes:
        changes: By path.
        renames: Paths of the past that it renamed, with what they are called now.
        done: Paths that are decided.
    """

    def __init__(self, repository: Repository, base: str, tip: str) -> None:
        since = base or trees.empty(repository)
        self.changes = {it.path: it for it in past.differences(repository.git, since, tip)}
        named = past.renames(repository.git, base, tip) if base else {}
        self.renames = {old: new for old, new in named.items() if self.moved(old, new)}
        self.done: set[str] = set()

    def moved(self, old: str, new: str) -> bool:
        """Whether a file is under another name now, and nothing else under its old one."""
        gone, come = self.changes.get(old), self.changes.get(new)
        if gone is None or come is None:
            return False
        return gone.after is None and come.before is None

    def state(self, path: str) -> tuple[str, Blob] | None:
        """Where a file of the past is on this side, and what it says; None where it is gone."""
        name = self.renames.get(path, path)
        self.done |= {path, name}
        blob = self.changes[name].after
        return (name, blob) if blob else None


def merging(repository: Repository, base: str, ours: str, theirs: str) -> Merging:
    """What becomes of two commits.

    Args:
        repository: Where they are.
        base: The commit that both come from; empty where there is none.
        ours: Ours.
        theirs: The one that others have already.
    """
    return Merger(repository, base, ours, theirs).merged()


class Merger:
    """Decides of every path that either side changed."""

    def __init__(self, repository: Repository, base: str, ours: str, theirs: str) -> None:
        self.repository = repository
        self.tips = (ours, theirs)
        self.ours = Side(repository, base, ours)
        self.theirs = Side(repository, base, theirs)
        self.placed: list[Placed] = []
        self.found = Merging()

    def merged(self) -> Merging:
        """Decide, and say what was decided."""
        for path in sorted(self.ours.changes.keys() & self.theirs.changes.keys()):
            before = self.ours.changes[path].before
            if before is not None:
                self.join(path, before)
        for side in (self.theirs, self.ours):
            for path in sorted(side.changes.keys() - side.done):
                self.take(path, side.changes[path].after, ours=side is self.ours)
        self.follow_evidence([(self.put(place), place) for place in sorted(self.placed)])
        return self.found

    def take(self, path: str, blob: Blob | None, *, ours: bool) -> None:
        """Take what one side alone did with a path."""
        if blob is None:
            self.found.changes[path] = None
        else:
            self.placed.append(Placed(ours, path, blob))

    def join(self, path: str, before: Blob) -> None:
        """Decide of a file of the past that both sides changed, renamed or removed."""
        one, other = self.ours.state(path), self.theirs.state(path)
        self.found.changes[path] = None
        if one is None or other is None:
            there = one or other
            if there is not None:
                self.keep(path, Placed(other is None and there[0] != path, *there))
            return
        name = other[0] if other[0] != path else one[0]
        result = joined(self.repository, name, before, one[1], other[1])
        given_by_us = other[0] == path != name
        self.note(name, result)
        self.placed.append(Placed(given_by_us, name, result.blob or other[1]))
        if result.blob is None:
            self.placed.append(Placed(ours=True, path=name, blob=one[1]))

    def keep(self, path: str, place: Placed) -> None:
        """Keep a file that one side removed and the other changed."""
        self.placed.append(place)
        if path.startswith(self.repository.prefix):
            self.found.kept.append(place.path)
        else:
            self.found.by_hand.append(place.path)

    def note(self, path: str, result: Joined) -> None:
        """Remember what people should know of a file that was joined."""
        if result.conflicts:
            self.found.conflicts[path] = result.conflicts
        if result.by_hand:
            self.found.by_hand.append(path)

    def put(self, place: Placed) -> str:
        """Give a file its name, or the next one that is free; the name it got."""
        changes, path = self.found.changes, place.path
        if changes.get(path) not in (None, place.blob):
            if not path.startswith(self.repository.prefix):
                self.found.by_hand.append(path)
                return path
            path = self.free_name(path)
            self.found.moved.append((place.path, path))
        changes[path] = place.blob
        return path

    def free_name(self, path: str) -> str:
        """The next name that is in neither tree and not given yet."""
        taken = set(self.found.changes)
        for tip in self.tips:
            taken |= trees.listed(self.repository, tip).keys()
        stem, suffix = os.path.splitext(path)
        return next(name for name in names(stem, suffix) if name not in taken)

    def follow_evidence(self, standing: list[tuple[str, Placed]]) -> None:
        """Let entries that are ours alone name the evidence that got another name."""
        within = self.repository.prefix + EVIDENCE
        moved = {
            self.as_named(old): self.as_named(new)
            for old, new in self.found.moved
            if old.startswith(within)
        }
        if not moved:
            return
        named = re.compile(b"(?:" + b"|".join(map(re.escape, moved)) + rb")(?![\w.-])")
        mine = {path: it.blob for path, it in standing if path.endswith(".md") and self.is_ours(it)}
        contents = past.blobs(self.repository.git, [blob.id for blob in mine.values()])
        for path, blob in mine.items():
            data = named.sub(lambda found: moved[found[0]], contents[blob.id])
            if data != contents[blob.id]:
                self.found.changes[path] = Blob(blob.mode, trees.stored(self.repository, data))

    def as_named(self, path: str) -> bytes:
        """A path as entries of the journal name it."""
        return os.fsencode(path.removeprefix(self.repository.prefix))

    def is_ours(self, place: Placed) -> bool:
        """Whether a file is just as our side has it, and the other side has it not."""
        one, other = (side.changes.get(place.path) for side in (self.ours, self.theirs))
        return bool(one and one.after == place.blob and (not other or other.after != place.blob))
