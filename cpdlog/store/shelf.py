"""Files of one kind, such as bodies' rules: a journal's own, and those that come with cpdlog.

What the journal has under an id goes before what comes with cpdlog. Nothing is read before it is
asked for.
"""

import os
from collections.abc import Callable
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from cpdlog.errors import JournalFaulty, NotFound
from cpdlog.model.nearest import did_you_mean
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw
from cpdlog.store import definitions
from cpdlog.store.catalog import Catalog
from cpdlog.store.kinds import read_yaml_file
from cpdlog.store.row import Read

T = TypeVar("T")
Find = Callable[[str], T | None]

ORIGINALS = "cpdlog/data"  # where a path begins of what comes with cpdlog


def as_it_is(one: T, _: Find[T]) -> Read[T]:
    """A file that says everything itself."""
    return one, ()


class Here(NamedTuple, Generic[T]):
    """What a journal has of one kind.

    Attributes:
        found: What could be read, by id.
        problems: What is wrong with its files.
        files: How many there are.
    """

    found: dict[str, T]
    problems: tuple[Problem, ...]
    files: int


class Shelf(Generic[T]):
    """All files of one kind.

    Args:
        kind: Their folder, in a journal and in what comes with cpdlog.
        read: What a file's tree means; its path is relative to the journal.
        catalog: The journal's files; None outside one.
        complete: Puts in what a file takes from another one.
    """

    def __init__(
        self,
        kind: definitions.Kind,
        read: Callable[[Raw, str], Read[T]],
        catalog: Catalog | None,
        complete: Callable[[T, Find[T]], Read[T]] = as_it_is,
    ) -> None:
        self.kind = kind
        self.read = read
        self.catalog = catalog
        self.complete = complete
        self.originals: dict[str, T | None] = {}

    @cached_property
    def read_here(self) -> Here[T]:
        """What the journal has of this kind, without what files take from each other."""
        if self.catalog is None:
            return Here({}, (), 0)
        trees = self.catalog.definitions(self.kind)
        read = [(stem(path), *self.read(tree, path)) for path, tree in trees]
        found = {name: one for name, one, _ in read if one is not None}
        problems = [problem for _, _, problems in read for problem in problems]
        return Here(found, (*self.catalog.problems, *problems), self.catalog.files)

    @cached_property
    def here(self) -> Here[T]:
        """What the journal has of this kind."""
        alone = self.read_here
        read = [(name, *self.complete(one, self.one_alone)) for name, one in alone.found.items()]
        found = {name: one for name, one, _ in read if one is not None}
        problems = [problem for _, _, problems in read for problem in problems]
        return Here(found, (*alone.problems, *problems), alone.files)

    @property
    def own(self) -> dict[str, T]:
        """The journal's own by id."""
        return self.here.found

    def one_alone(self, name: str) -> T | None:
        """The journal's own or an original, without what it takes from another; None for none."""
        return self.read_here.found.get(name) or self.original_alone(name)

    def original_alone(self, name: str) -> T | None:
        """What comes with cpdlog under an id, without what it takes from another."""
        if name not in self.originals:
            self.originals[name] = self.read_original(name)
        return self.originals[name]

    def read_original(self, name: str) -> T | None:
        """What the file says that comes with cpdlog; None where there is none."""
        if name not in definitions.packaged(self.kind):
            return None
        found, _ = read_yaml_file(definitions.PACKAGED, definitions.own_path(self.kind, name))
        path = f"{ORIGINALS}/{definitions.own_path(self.kind, name)}"
        return self.read(found[1], path)[0] if found else None

    def original(self, name: str) -> T | None:
        """What comes with cpdlog under an id; None where there is none."""
        alone = self.original_alone(name)
        return None if alone is None else self.complete(alone, self.original_alone)[0]

    def names(self) -> list[str]:
        """Every id there is, the journal's own first."""
        return list(dict.fromkeys([*self.own, *definitions.packaged(self.kind)]))

    def every(self) -> dict[str, T]:
        """Everything there is by id, the journal's own first."""
        found = {name: self.own.get(name) or self.original(name) for name in self.names()}
        return {name: one for name, one in found.items() if one is not None}

    def find(self, name: str) -> T:
        """What there is under an id.

        Raises:
            JournalFaulty: The journal's own file cannot be read.
            NotFound: There is none.
        """
        if name in self.own:
            return self.own[name]
        for problem in self.here.problems:
            if problem.severity == "error" and stem(problem.path) == name:
                raise JournalFaulty(str(problem), "Mend the file, and look again: cpdlog check")
        found = self.original(name)
        if found is None:
            noun = definitions.NOUNS[self.kind]
            hint = did_you_mean(name, self.names()) or f"See: cpdlog {noun} list"
            raise NotFound(f"There is no {noun} '{name}'.", hint)
        return found


def stem(path: str) -> str:
    """The name of a file without folders and suffix, which is its id."""
    return os.path.splitext(os.path.basename(path))[0]
