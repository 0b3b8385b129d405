"""What two machines said and could not both be kept, stated where a person can read and settle it.

The front matter keeps one value, and the key `conflict` names the others:

    due: 2026-12-01
    conflict:
      due: [2026-12-31]

A body keeps both texts, one after the other, between comments that no reader of Markdown shows.
"""

import re
from collections.abc import Iterable, Mapping

from cpdlog.text.compose import Value, flow
from cpdlog.text.parts import cut, figure

KEY = "conflict"
BODY = "body"
BOTH_TEXTS = "both texts are below, between the comments"
ONE, OTHER, END = (
    "<!-- conflict: one text -->",
    "<!-- conflict: the other text -->",
    "<!-- conflict: end -->",
)
COMMENTS = re.compile(rf"^(?:{ONE}|{OTHER}|{END})(?:\n|\Z)", re.MULTILINE)

Note = tuple[str, str]


def notes(values: Mapping[str, Value]) -> list[Note] | None:
    """Each key in conflict with one value that was not kept; None where that cannot be read.

    Args:
        values: The front matter.
    """
    said = values.get(KEY, {})
    if not isinstance(said, dict):
        return None
    found: list[Note] = []
    for key, others in said.items():
        texts = others if isinstance(others, list) else [others]
        found += [(key, told(text)) for text in texts]
    return found


def stated(found: Iterable[Note]) -> dict[str, Value]:
    """The value of the key `conflict` for these notes."""
    by_key: dict[str, list[Value]] = {}
    for key, text in found:
        by_key.setdefault(key, []).append(figure(text))
    return dict(by_key)


def told(value: Value) -> str:
    """A value as text; a list or mapping as YAML on one line."""
    return value if isinstance(value, str) else flow(value)


def settled(data: bytes) -> bytes | None:
    """A file without its stated conflicts: it keeps the values it has, and both texts of its body.

    Args:
        data: The whole file.

    Returns:
        The same where nothing was in conflict; None where its front matter cannot be read.
    """
    parts = cut(data)
    if parts is None:
        return None
    keys = {key: part for key, part in parts.keys.items() if key != KEY}
    return parts._replace(keys=keys, body=COMMENTS.sub("", parts.body)).data()
