"""What a journal has of bodies' rules, programmes, frameworks and ratings by them."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from cpdlog.model.problem import Problem
from cpdlog.store import definitions, walk
from cpdlog.store.cache import Cache
from cpdlog.store.catalog import Catalog
from cpdlog.store.shelf import Here, Shelf, stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpdlog.model.programme import Programme
    from cpdlog.model.requirement.definition import Definition
    from cpdlog.model.skills import Framework, Snapshot
    from cpdlog.store.row import Read

SKILLS = "skills"


class Library:
    """Each kind is read when it is first asked for.

    Args:
        root: The journal's folder; None outside one, where only what comes with cpdlog is there.
        cache: Where what was read before is remembered.
    """

    def __init__(self, root: str | None, cache: Cache) -> None:
        self.root = root
        self.cache = cache

    @cached_property
    def requirements(self) -> "Shelf[Definition]":
        """Bodies' rules."""
        from cpdlog.model.requirement.reading import read_definition

        return Shelf("requirements", read_definition, self.catalog())

    @cached_property
    def programmes(self) -> "Shelf[Programme]":
        """Programmes, each with the items of the one that it extends."""
        from cpdlog.model.programme_fields import read_programme

        return Shelf("programmes", read_programme, self.catalog(), with_base)

    @cached_property
    def frameworks(self) -> "Shelf[Framework]":
        """Frameworks of skills."""
        from cpdlog.model.skills_fields import read_framework

        return Shelf("frameworks", read_framework, self.catalog())

    @cached_property
    def ratings(self) -> "Here[Snapshot]":
        """The journal's ratings by frameworks, by the paths of their files."""
        from cpdlog.model.skills_fields import read_snapshot

        catalog = self.catalog()
        if catalog is None:
            return Here({}, (), 0)
        trees = catalog.definitions(SKILLS)
        frameworks = self.frameworks.every() if trees else {}
        read = [read_snapshot(tree, path, frameworks) for path, tree in trees]
        problems = [problem for _, found in read for problem in found]
        snapshots = {one.path: one for one, _ in read if one is not None}
        return Here(snapshots, (*catalog.problems, *problems), catalog.files)

    def own_ids(self, kind: definitions.Kind) -> list[str]:
        """The ids of the journal's own files of a kind; nothing is read."""
        return [stem(path) for path in walk.walk(self.root, kind, ".yaml")[0]] if self.root else []

    def ids(self, kind: definitions.Kind) -> list[str]:
        """Every id there is of a kind, the journal's own first; nothing is read."""
        return list(dict.fromkeys([*self.own_ids(kind), *definitions.packaged(kind)]))

    def catalog(self) -> Catalog | None:
        """A fresh look at the journal's files."""
        return None if self.root is None else Catalog(self.root, self.cache)

    def faults(self) -> tuple[tuple[Problem, ...], int]:
        """All that is wrong with these files of the journal, and how many they are."""
        rules, programmes = self.requirements.here, self.programmes.here
        frameworks, ratings = self.frameworks.here, self.ratings
        files = rules.files + programmes.files + frameworks.files + ratings.files
        wrong = (*rules.problems, *programmes.problems, *frameworks.problems, *ratings.problems)
        return wrong, files


def with_base(
    programme: "Programme", find: "Callable[[str], Programme | None]"
) -> "Read[Programme]":
    """A programme with the items of the one that it extends."""
    from cpdlog.model.programme import extended

    if not programme.extends:
        return programme, ()
    base = find(programme.extends)
    fault = partial(Problem, programme.path, 0, "extends")
    if base is None:
        return None, (fault(f"There is no programme '{programme.extends}'."),)
    if base.extends:
        hint = f"Name that one: extends: {base.extends}."
        return None, (fault(f"'{base.id}' extends another programme itself.", hint),)
    return extended(base, programme), ()
