"""A data file's keys, read one by one; all that is wrong is gathered, with its place and its key.

An unknown key is a fault here, because a misspelt floor would be a floor that nobody checks.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from cpdlog.model import raw
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.problem import Problem, Severity
from cpdlog.model.raw import Raw
from cpdlog.model.suggestions import suggestion

T = TypeVar("T")


class Faults:
    """What is wrong with one file, gathered while it is read.

    Attributes:
        path: The file, relative to the journal.
        found: The faults, in the order they were met.
        lines: The line of every key, by its full name (`rules.total.min`).
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []
        self.lines: dict[str, int] = {}

    def add(self, key: str, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note a fault of the key with this full name."""
        problem = Problem(self.path, self.line(key), key, message, hint, severity)
        if problem not in self.found:  # a key may be looked at twice
            self.found.append(problem)

    def line(self, key: str) -> int:
        """The line of a key, or, where it is not there, of what should hold it."""
        while key and key not in self.lines:
            key, _, _ = key.rpartition(".")
        return self.lines.get(key, 0)

    @property
    def fatal(self) -> bool:
        """Whether the file cannot be used."""
        return any(problem.severity == "error" for problem in self.found)


class Fields:
    """The keys of one mapping of the file.

    Attributes:
        name: The full name of the mapping; empty for the file itself.
        faults: Where faults are gathered.
        values: The values of known keys.
    """

    def __init__(
        self,
        mapping: raw.Mapping,
        name: str,
        faults: Faults,
        known: Sequence[str],
        required: Sequence[str] = (),
    ) -> None:
        self.name, self.faults = name, faults
        self.values: dict[str, Raw] = {}
        for key, value in mapping.pairs:
            faults.lines[self.full(key.text)] = key.line
            if key.text in known:
                self.values[key.text] = value
            else:
                self.fault(key.text, "There is no such key.", suggestion(key.text, known))
        for missing in required:
            if missing not in self.values:
                self.fault(missing, "This key is required.")

    def full(self, key: str) -> str:
        """The full name of one of its keys."""
        return f"{self.name}.{key}" if self.name else key

    def fault(self, key: str, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note a fault of one of its keys."""
        self.faults.add(self.full(key), message, hint, severity)

    def text(self, key: str) -> str:
        """A text; empty where there is none."""
        value = self.values.get(key)
        return self.scalar(key, value) if value is not None else ""

    def scalar(self, key: str, value: Raw) -> str:
        """The text of a single value, which may be an item of a list."""
        if not isinstance(value, raw.Scalar):
            self.fault(key, "A list or a mapping stands where one value belongs.")
            return ""
        if not value.text.strip():
            self.fault(key, "There is no value.", "Write one, or leave the key out.")
        return value.text.strip()

    def read(self, key: str, reader: Callable[[str], T]) -> T | None:
        """A value as `reader` understands it; None where there is none or it does not."""
        text = self.text(key)
        return self.understood(key, text, reader) if text else None

    def understood(self, key: str, text: str, reader: Callable[[str], T]) -> T | None:
        """What `reader` makes of a text; its refusal is a fault."""
        try:
            return reader(text)
        except NotUnderstood as refusal:
            self.fault(key, refusal.message, refusal.hint)
            return None

    def several(
        self, key: str, reader: Callable[[str], T], *, alone: bool = False
    ) -> tuple[T, ...]:
        """A list of values as `reader` understands them; empty where there is none.

        Args:
            key: The key.
            reader: What takes one text, and raises NotUnderstood.
            alone: Whether one value may stand there without being a list.
        """
        value = self.values.get(key)
        if alone and isinstance(value, raw.Scalar):
            found = [self.read(key, reader)]
        else:
            found = [self.item(f"{key}.{n}", item, reader) for n, item in self.items(key)]
        return tuple(each for each in found if each is not None)

    def item(self, name: str, item: Raw, reader: Callable[[str], T]) -> T | None:
        """One value of a list, as `reader` understands it."""
        self.faults.lines[self.full(name)] = item.line
        text = self.scalar(name, item)
        return self.understood(name, text, reader) if text else None

    def items(self, key: str) -> list[tuple[int, Raw]]:
        """The items of a list with their numbers from 1; none where the key is not there."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, raw.Sequence):
            self.fault(key, "A list belongs here.", f"Write {key}: […].")
            return []
        if not value.items:
            self.fault(key, "The list is empty.", "Write an item, or leave the key out.")
        return list(enumerate(value.items, 1))

    def inside(
        self, key: str, known: Sequence[str], required: Sequence[str] = ()
    ) -> "Fields | None":
        """The keys of the mapping that stands at a key; None where there is none."""
        value = self.values.get(key)
        return None if value is None else self.mapping(key, value, known, required)

    def mapping(
        self, key: str, value: Raw, known: Sequence[str], required: Sequence[str]
    ) -> "Fields | None":
        """The keys of a mapping, which may be an item of a list."""
        if not isinstance(value, raw.Mapping):
            hint = f"Its keys: {', '.join(known)}." if known else "Write names with their values."
            self.fault(key, "A mapping belongs here.", hint)
            return None
        return Fields(value, self.full(key), self.faults, known, required)

    def each(self, key: str, known: Sequence[str], required: Sequence[str] = ()) -> "list[Fields]":
        """The mappings of a list; one that has an `id` is named for it, others by number."""
        found = (self.numbered(key, n, item, known, required) for n, item in self.items(key))
        return [fields for fields in found if fields]

    def numbered(
        self, key: str, number: int, item: Raw, known: Sequence[str], required: Sequence[str]
    ) -> "Fields | None":
        """One mapping of a list."""
        own = identity(item)
        taken = f"{self.full(key)}.{own}" in self.faults.lines
        name = f"{key}.{number if taken or not own else own}"
        self.faults.lines[self.full(name)] = item.line
        if taken:
            self.fault(name, f"'{own}' is taken.", "Give each its own id.")
        return self.mapping(name, item, known, required)


def identity(item: Raw) -> str:
    """What an item of a list calls itself; empty where it does not."""
    pairs = item.pairs if isinstance(item, raw.Mapping) else ()
    values = (value for key, value in pairs if key.text == "id")
    return next((value.text for value in values if isinstance(value, raw.Scalar)), "")


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """A reader that takes one of these words alone."""

    def read(text: str) -> str:
        if text not in known:
            raise NotUnderstood(f"{quoted(text)} is not known here.", suggestion(text, known))
        return text

    return read
