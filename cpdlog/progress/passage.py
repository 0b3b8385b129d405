"""The passage of a text that shows best why it was found."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

ROOM = 180  # characters, about two lines of a terminal
BEFORE = 40  # of them that may stand before the first mark
MOST = 40  # places of one word that are looked at
BLANKS = re.compile(r"\s+")

Place = tuple[int, int, int]


class Piece(NamedTuple):
    """A stretch of a passage, and whether it is what was looked for."""

    text: str
    marked: bool = False


def passage(text: str, folded: str, patterns: Iterable[re.Pattern[str]]) -> tuple[Piece, ...]:
    """Where most of what was looked for stands close together; else how the text begins.

    Args:
        text: As people read it.
        folded: The same, folded; each character stands where it stands in `text`.
        patterns: What was looked for.
    """
    places = sorted(
        (found.start(), found.end(), number)
        for number, pattern in enumerate(patterns)
        for found in islice(pattern.finditer(folded), MOST)
    )
    begin, end = window(text, densest(places))
    pieces = [Piece("…")] if text[:begin].strip() else []
    for first, last, _ in places:
        if begin <= first and last <= end:
            pieces += [Piece(on_one_line(text[begin:first])), Piece(text[first:last], marked=True)]
            begin = last
    pieces.append(Piece(on_one_line(text[begin:end].rstrip())))
    if text[end:].strip():
        pieces.append(Piece(" …"))
    return tuple(piece for piece in pieces if piece.text)


def densest(places: Sequence[Place]) -> int:
    """The first place from which on most different words stand within a passage."""
    best, most = 0, 0
    for start, _, _ in places:
        near = len({word for first, _, word in places if 0 <= first - start < ROOM - BEFORE})
        if near > most:
            best, most = start, near
    return best


def window(text: str, place: int) -> tuple[int, int]:
    """From where to where a passage goes that shows a place; it cuts no word."""
    begin = max(0, place - BEFORE)
    if begin:
        blank = BLANKS.search(text, begin, place)
        begin = blank.end() if blank else place
    else:
        begin = len(text) - len(text.lstrip())
    end = begin + ROOM
    if end < len(text):
        end = max((it.start() for it in BLANKS.finditer(text, begin, end)), default=end)
    return begin, end


def on_one_line(text: str) -> str:
    """`text` with one blank wherever it had any, also at its ends."""
    return BLANKS.sub(" ", text)
