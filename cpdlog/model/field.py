"""A key of a file: what it means, what may stand there, and how that is read.

The schema is made of these rows, and so are the reference pages: a new key is one row and an
attribute. A fault never ends the reading of a file, so that all of them are told at once.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, TypeVar

from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.nearest import nearest, seen
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw, Scalar

T = TypeVar("T")
NEAR_MISS = 0.8  # a key of people's own (`place`, `mood`) must not be taken for a slip


class Faults:
    """What is found to be wrong with one file while it is read.

    Attributes:
        path: The file, relative to the journal.
        found: The problems so far.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def error(self, line: int, key: str, message: str, hint: str = "") -> None:
        """Note what makes a value unusable."""
        self.found.append(Problem(self.path, line, key, message, hint))

    def warn(self, line: int, key: str, message: str, hint: str = "") -> None:
        """Note what is odd, and was read all the same."""
        self.found.append(Problem(self.path, line, key, message, hint, "warning"))

    def fatal(self) -> bool:
        """Whether there is an error among them."""
        return any(problem.severity == "error" for problem in self.found)


# Makes a value of what stands at a key; the text is the key's name for problems. It raises
# NotUnderstood, or notes what is wrong with a part of it and leaves that part out.
Read: TypeAlias = Callable[[Raw, str, Faults], Any]


class Field(NamedTuple):
    """One key.

    Attributes:
        key: As it stands in the file.
        form: What may stand there, for the reference.
        meaning: Likewise, one sentence.
        read: Makes a value of it.
        attribute: Where the value goes, if that has another name.
        required: Whether the file cannot do without.
        inner: The keys of a mapping that stands there.
    """

    key: str
    form: str
    meaning: str
    read: Read
    attribute: str = ""
    required: bool = False
    inner: "tuple[Field, ...]" = ()


class Table:
    """The keys of one kind of file, or of a mapping within one.

    Attributes:
        fields: One row a key, in the order of the reference.
        closed: Whether a key that is not known is always a fault, and not the user's own.
    """

    def __init__(self, *fields: Field, closed: bool = False) -> None:
        self.fields = fields
        self.closed = closed
        self.by_key = {field.key: (field.attribute or field.key, field.read) for field in fields}
        self.required = {field.attribute or field.key: field for field in fields if field.required}

    def values(self, raw: Mapping, faults: Faults, prefix: str = "") -> dict[str, Any]:
        """The values of a mapping, by attribute; a key with nothing after it is as if not there."""
        found: dict[str, Any] = {}
        by_key = self.by_key
        for key, value in raw.pairs:
            name = key.text
            known = by_key.get(name)
            if not known:
                self.unknown(key, prefix, faults)
            elif not is_nothing(value):
                attribute, read = known
                try:
                    found[attribute] = read(value, prefix + name, faults)
                except NotUnderstood as refused:
                    faults.error(value.line, prefix + name, refused.message, refused.hint)
        return found

    def made(
        self, make: Callable[..., T], raw: Mapping, faults: Faults, prefix: str = "", **more: object
    ) -> T | None:
        """What `make` makes of a mapping, or None where it lacks a key that is required."""
        found = self.values(raw, faults, prefix)
        if self.required.keys() <= found.keys():
            return make(**more, **found)
        for attribute, field in self.required.items():
            if attribute not in found and not given(raw, field.key):
                message, hint = f"'{field.key}' is missing.", f"Add '{field.key}: …'."
                faults.error(raw.line, prefix + field.key, message, hint)
        return None

    def unknown(self, key: Scalar, prefix: str, faults: Faults) -> None:
        """Warn of a key that is not known, if it seems to be meant for one that is."""
        near = near_miss(key.text, tuple(self.by_key))
        name = prefix + key.text
        if near and seen(key.text) == seen(near):
            message = f"The key only looks like '{near}'."
            faults.warn(key.line, name, message, f"Type it anew: {near}.")
        elif near:
            faults.warn(key.line, name, "The key is not known.", f"Did you mean '{near}'?")
        elif self.closed:
            hint = f"Known here: {', '.join(self.by_key)}."
            faults.warn(key.line, name, "The key is not known.", hint)


@lru_cache(maxsize=256)
def near_miss(key: str, known: tuple[str, ...]) -> str:
    """The known key that `key` is nearly, or nothing; journals repeat their own keys."""
    return next(iter(nearest(key, known, 1, NEAR_MISS)), "")


def is_nothing(value: Raw) -> bool:
    """Whether nothing stands after a key."""
    return isinstance(value, Scalar) and not value.text.strip()


def given(raw: Mapping, name: str) -> bool:
    """Whether something stands at a key."""
    return any(key.text == name and not is_nothing(value) for key, value in raw.pairs)


def line_of(raw: Mapping, name: str) -> int:
    """The line of a key, or of the mapping where it has no such key."""
    return next((key.line for key, _ in raw.pairs if key.text == name), raw.line)
