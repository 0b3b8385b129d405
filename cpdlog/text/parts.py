r"""A file with front matter cut into its keys, each with its lines, and put together again.

A part is the lines from a key to the next one, with the comments that stand between them. Ends of
lines are `\n` in parts, so that what two machines wrote can be compared.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence
from cpdlog.text.charset import BYTE_ORDER_MARK
from cpdlog.text.compose import Plain, Value
from cpdlog.text.fence import Frame, framed
from cpdlog.text.frontmatter import read

# A date, number or duration: typed without quotes it is written without, also inside a list.
FIGURE = re.compile(r"[0-9](?:[\w./:-]*\w)?", re.ASCII)


class Part(NamedTuple):
    """One key: its lines as they stand, and its value, in which every scalar is text."""

    text: str
    value: Value


class Parts(NamedTuple):
    r"""A file with front matter.

    Attributes:
        bom: Whether it begins with a byte-order mark.
        crlf: Whether its lines end with `\r\n`.
        opening: Everything up to the front matter.
        head: What stands in the front matter before the first key.
        keys: The keys in the order they stand.
        closing: The line that ends the front matter.
        body: What follows.
    """

    bom: bool
    crlf: bool
    opening: str
    head: str
    keys: dict[str, Part]
    closing: str
    body: str

    def values(self) -> dict[str, Value]:
        """What each key says."""
        return {key: part.value for key, part in self.keys.items()}

    def data(self) -> bytes:
        """The whole file."""
        front = self.head + "".join(part.text for part in self.keys.values())
        text = self.opening + front + self.closing + self.body
        if self.crlf:
            text = text.replace("\n", "\r\n")
        return BYTE_ORDER_MARK * self.bom + text.encode()


def cut(data: bytes) -> Parts | None:
    """The parts of a file; None where anything is wrong with it, or keys share a line."""
    document = read(data, "")
    text = document.text.replace("\r\n", "\n")
    frame = framed(text, "")
    faulty = any(problem.severity == "error" for problem in document.problems)
    if document.fields is None or faulty or not isinstance(frame, Frame):
        return None
    head, keys = cut_front(frame, document.fields)
    if any(part.text[:1] in ("", " ", "{") for part in keys.values()):
        return None
    end = frame.start + len(frame.front)
    return Parts(
        bom=document.bom,
        crlf="\r\n" in document.text,
        opening=text[: frame.start],
        head=head,
        keys=keys,
        closing=text[end : len(text) - len(frame.body)],
        body=frame.body,
    )


def cut_front(frame: Frame, fields: Mapping) -> tuple[str, dict[str, Part]]:
    """What stands before the first key, and each key with its lines."""
    lines = [line + "\n" for line in frame.front.removesuffix("\n").split("\n")]
    starts = [key.line - frame.front_line for key, _ in fields.pairs]
    spans = pairwise([*starts, len(lines)])
    keys = {
        key.text: Part("".join(lines[start:end]), value_of(raw))
        for (key, raw), (start, end) in zip(fields.pairs, spans, strict=True)
    }
    return "".join(lines[: starts[0]] if starts else lines), keys


def value_of(raw: Raw) -> Value:
    """A value without its place."""
    if isinstance(raw, Scalar):
        return figure(raw.text) if raw.plain else raw.text
    if isinstance(raw, Sequence):
        return [value_of(item) for item in raw.items]
    return {key.text: value_of(inner) for key, inner in raw.pairs}


def figure(text: str) -> str:
    """`text`, marked to need no quotes if it is a date, number or duration."""
    return Plain(text) if FIGURE.fullmatch(text) else text
