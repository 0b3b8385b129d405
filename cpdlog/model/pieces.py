"""A long text in pieces, so that what is made of all its words needs little memory."""

import re
from collections.abc import Iterator

LARGE = 1 << 20  # characters; a year of reflections is less
BLANK = re.compile(r"\s")


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of about this size, each of which ends after a blank; no word is cut."""
    start = 0
    while start < len(text):
        blank = BLANK.search(text, start + LARGE - 1)
        end = blank.end() if blank else len(text)
        yield text[start:end]
        start = end
