"""Front matter as cpdlog writes it: one line for each value, and none that reads as another.

A value is written plain where YAML 1.1 and 1.2 both read it as that very text, and in double quotes
otherwise. This is done without PyYAML, whose import takes a third of the time in which an entry is
made, and whose emitter folds lines and writes emoji by number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from cpdlog.errors import UsageFault
from cpdlog.model.visible import fit, visible, width

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]

WIDEST = 100  # cells; a longer list has its items on lines of their own
ROOM = 60  # cells of a text that is repeated in a message
# Words that YAML 1.1 takes for true, false or nothing (yaml.org/type/bool.html, null.html).
WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
# No number, date or time of day begins with a letter, or with digits, a blank and two letters.
BEGINNING = r"[^\W\d_]|[0-9]+ [^\W\d_]{2}"
SPECIAL = r":(?: |$)| #"
SPECIAL_IN_FLOW = r"[:,?\[\]{}]| #"


class Plain(str):
    """A value that its key's schema gives a type, and that needs no quotes.

    A date, a duration, a number: `Plain("2026-11-23")`, `Plain("1h30")`, `Plain("12")`.
    """

    __slots__ = ()


def scalar(text: str, *, in_flow: bool = False) -> str:
    r"""`text` as a value on one line.

    Args:
        text: Anything; line ends become `\n` in double quotes.
        in_flow: Whether it stands inside `[…]` or `{…}`, where more signs have a meaning.

    Raises:
        UsageFault: The text is not Unicode, as where an argument was not UTF-8.
    """
    if isinstance(text, Plain) or is_plain(text, SPECIAL_IN_FLOW if in_flow else SPECIAL):
        return text
    return quoted(text)


def is_plain(text: str, special: str) -> bool:
    """Whether every reader of YAML takes `text` without quotes for itself."""
    return (
        re.match(BEGINNING, text) is not None
        and re.search(special, text) is None
        and text.casefold() not in WORDS
        and text == text.strip()
        and text == visible(text)
    )


def quoted(text: str) -> str:
    """`text` in double quotes; what cannot be seen is written by its number."""
    escaped = unicode_only(text).replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{visible(escaped)}"'


def unicode_only(text: str) -> str:
    """`text`, if it can be written at all.

    Raises:
        UsageFault: It cannot, as where an argument was not UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = f"The text '{fit(visible(text), ROOM)}' holds bytes that are not UTF-8."
        raise UsageFault(message, "Type it again, or use a terminal set to UTF-8.") from error
    return text


def flow(value: Value) -> str:
    """A value on one line: `[a, "b, c"]`, `{a: 2, b: 1}`, or a scalar inside one of these."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(inner)}" for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(flow, value))}]"


def written(key: str, value: Value) -> str:
    """One key with its value, as the lines of front matter.

    A list or mapping stands on the key's line where it is short and holds no other.
    """
    name = scalar(key)
    if isinstance(value, str):
        return f"{name}: {scalar(value)}\n"
    line = f"{name}: {flow(value)}"
    if not value or (width(line) <= WIDEST and not holds_collections(value)):
        return f"{line}\n"
    return f"{name}:\n" + "".join(f"  {item}\n" for item in block_items(value))


def holds_collections(value: Sequence[Value] | Mapping[str, Value]) -> bool:
    """Whether a list or mapping has another inside."""
    inner = value.values() if isinstance(value, Mapping) else value
    return not all(isinstance(item, str) for item in inner)


def block_items(value: Sequence[Value] | Mapping[str, Value]) -> Iterable[str]:
    """The items of a list or mapping, each as it stands on a line of its own."""
    if isinstance(value, Mapping):
        return (f"{scalar(key)}: {alone(inner)}" for key, inner in value.items())
    return (f"- {alone(item)}" for item in value)


def alone(value: Value) -> str:
    """A value as it stands at the end of a line."""
    return scalar(value) if isinstance(value, str) else flow(value)


def said(pairs: Iterable[tuple[str, Value | None]]) -> Iterable[tuple[str, Value]]:
    """The keys that have a value."""
    return ((key, value) for key, value in pairs if value)


def front(pairs: Iterable[tuple[str, Value]]) -> str:
    """Keys with their values, in order, as the lines of a YAML file or of front matter."""
    return "".join(written(key, value) for key, value in pairs)


def document(pairs: Iterable[tuple[str, Value]], body: str) -> str:
    """A whole file: front matter, a blank line, and the body as it is.

    Raises:
        UsageFault: A text in it is not Unicode.
    """
    return f"---\n{front(pairs)}---\n\n{unicode_only(body)}"
