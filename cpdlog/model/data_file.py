"""A file of data read whole: a schema, keys, an id that names the file, and every fault at once."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from cpdlog.model import raw
from cpdlog.model.data_fields import Faults, Fields, one_of
from cpdlog.model.data_words import an_id
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw

T = TypeVar("T")
U = TypeVar("U")
YES_OR_NO = ("true", "false")


class Form(NamedTuple):
    """A kind of file: its schema, and the keys that it must and may have."""

    schema: str
    required: tuple[str, ...]
    optional: tuple[str, ...]


def read_whole(
    value: Raw | None, path: str, form: Form, read: Callable[[Fields], T]
) -> tuple[T | None, tuple[Problem, ...]]:
    """What a file holds, and all that is wrong with it.

    Args:
        value: What the file says.
        path: The file, relative to the journal.
        form: Its kind.
        read: Makes the value of its keys; where something is wrong, with something harmless.

    Returns:
        No value where there is an error; problems are in the order of the file's lines.
    """
    faults = Faults(path)
    if not isinstance(value, raw.Mapping):
        faults.add("", "The file is not a mapping.", f"Begin it with 'schema: {form.schema}'.")
        return None, tuple(faults.found)
    required = ("schema", *form.required)
    file = Fields(value, "", faults, (*required, *form.optional), required)
    file.read("schema", one_of((form.schema,)))
    found = read(file)
    problems = tuple(sorted(faults.found, key=lambda problem: problem.line))
    return None if faults.fatal else found, problems


def read_id(file: Fields) -> str:
    """What the file's contents are called, which is also the file's name."""
    name = file.read("id", an_id) or ""
    stem = file.faults.path.rpartition("/")[2].rpartition(".")[0]
    if name and stem != name:
        file.fault("id", f"The file is named '{stem}'.", f"Name it {name}.yaml.")
    return name


def read_yes(fields: Fields, key: str) -> bool:
    """Whether `true` stands at a key."""
    return fields.read(key, one_of(YES_OR_NO)) == "true"


def pairs(
    fields: Fields, key: str, name: Callable[[str], T], value: Callable[[str], U]
) -> tuple[tuple[T, U], ...]:
    """The keys and values of a mapping whose keys are the author's own.

    Args:
        fields: What holds it.
        key: Where it stands.
        name: Understands a key of it, or raises NotUnderstood.
        value: Understands a value of it, or raises NotUnderstood.
    """
    mapping = fields.values.get(key)
    if mapping is None:
        return ()
    if not isinstance(mapping, raw.Mapping):
        fields.fault(key, "A mapping belongs here.", f"Write {key}: {{…: …}}.")
        return ()
    names = [each.text for each, _ in mapping.pairs]
    inside = Fields(mapping, fields.full(key), fields.faults, names)
    read = ((inside.understood(each, each, name), inside.read(each, value)) for each in names)
    return tuple((one, other) for one, other in read if one is not None and other is not None)
