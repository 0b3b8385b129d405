"""What the rows of the schema read with: texts, lists, dates, and grammars of their own."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from cpdlog.model.civil import iso
from cpdlog.model.field import Faults
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.raw import Mapping, Raw, Scalar
from cpdlog.model.vocabulary import AUDIENCES

T = TypeVar("T")
WITH_TIME = r"(?a)\d{4}-\d{2}-\d{2}(?:[Tt]| +)\d{1,2}:\d{2}\S*(?: .*)?"
DATE_LENGTH = len("YYYY-MM-DD")


def text(value: Raw, _key: str, _faults: Faults) -> str:
    """One text, as it was typed."""
    if isinstance(value, Scalar):
        return value.text.strip()
    raise NotUnderstood("This should be one text.", "Put it in quotes.")


def one(grammar: Callable[[str], T]) -> Callable[[Raw, str, Faults], T]:
    """A reader of one text in a grammar."""

    def read(value: Raw, key: str, faults: Faults) -> T:
        return grammar(text(value, key, faults))

    return read


def attempt(
    read: Callable[[Raw, str, Faults], T], value: Raw, key: str, faults: Faults, default: T
) -> T:
    """The value of a part of a list or mapping; where it has none, the fault is noted."""
    try:
        return read(value, key, faults)
    except NotUnderstood as refused:
        faults.error(value.line, key, refused.message, refused.hint)
        return default


def day(value: Raw, key: str, faults: Faults) -> date:
    """A date, `YYYY-MM-DD`; a time after it is left out with a warning."""
    typed = text(value, key, faults)
    if len(typed) > DATE_LENGTH and re.fullmatch(WITH_TIME, typed):
        message = f"{quoted(typed)} has a time, and only its day counts."
        faults.warn(value.line, key, message, f"Write {typed[:DATE_LENGTH]}.")
        typed = typed[:DATE_LENGTH]
    return iso(typed)


def texts(value: Raw, key: str, faults: Faults) -> tuple[str, ...]:
    """A list of texts; one text stands for a list of one, and one with commas for several."""
    return tuple(item.text.strip() for item in items(value, key, faults))


def items(value: Raw, key: str, faults: Faults) -> Iterable[Scalar]:
    """The texts of a list, with their lines."""
    if isinstance(value, Scalar):
        return between_commas(value, key, faults)
    if isinstance(value, Mapping):
        raise NotUnderstood("This should be a list.", "Write [one, two].")
    found = []
    for item in value.items:
        if not isinstance(item, Scalar):
            message = "This item should be one text."
            faults.error(item.line, key, message, "Write [one, two].")
        elif item.text.strip():
            found.append(item)
    return found


def between_commas(value: Scalar, key: str, faults: Faults) -> list[Scalar]:
    """The texts of a list that was typed without its brackets."""
    parts = [part.strip() for part in value.text.split(",") if part.strip()]
    if len(parts) > 1:
        message = "This is one text with commas, and was read as a list."
        faults.warn(value.line, key, message, f"Write [{', '.join(parts)}].")
    return [Scalar(part, value.line) for part in parts]


def some_of(known: tuple[str, ...]) -> Callable[[Raw, str, Faults], tuple[str, ...]]:
    """A reader of a list of words, of which those that are not known get a warning."""

    def read(value: Raw, key: str, faults: Faults) -> tuple[str, ...]:
        listed = [(item.text.strip(), item.line) for item in items(value, key, faults)]
        for word, line in listed:
            if word not in known:
                message = f"{quoted(word)} is not known here."
                faults.warn(line, key, message, f"Known: {', '.join(known)}.")
        return tuple(word for word, _ in listed)

    return read


share = some_of(AUDIENCES)
