"""Findings that a file keeps for a reason it writes down, in a comment that no page shows.

`<!-- privacy: accepted "Mr Marlow" because he agreed to be named, 3 March -->`, anywhere in the
body: the reason goes where the text goes, and a diff shows who accepted what.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

COMMENT = (
    r"<!--\s{0,8}privacy:\s{0,8}accepted\s{1,8}[\"“](?P<text>[^\"”]{1,200})[\"”]"
    r"(?:\s{1,8}because\s{1,8}(?P<reason>(?:(?!-->).){1,400}?))?\s{0,8}-->"
)


class Acceptance(NamedTuple):
    """One comment: the text that is accepted and where it is quoted, and why; maybe no reason."""

    text: str
    start: int
    end: int
    reason: str


def acceptances(text: str) -> Iterator[Acceptance]:
    """Every such comment of a file, in order."""
    if "privacy:" in text:
        for match in re.finditer(COMMENT, text, re.DOTALL):
            reason = " ".join((match["reason"] or "").split())
            yield Acceptance(match["text"], *match.span("text"), reason)
