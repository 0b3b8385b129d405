"""What a detector is: a pattern, the places where it is tried, and a judge of what it matched.

Most bodies need none of the patterns: each stays text until a place to try it is there, and `re`
compiles it once and keeps it. Every repetition in a pattern is bounded, so that no text makes it
slow.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from cpdlog.model.privacy.finding import Severity


class Sighting(NamedTuple):
    """What a pattern matched, with the text of the same block around it, in lower case."""

    text: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The words around it up to the ends of its sentence, with `…` in its place."""
        start = max(self.before.rfind(mark) for mark in (". ", "? ", "! "))
        ends = [end for mark in (". ", "? ", "! ") if (end := self.after.find(mark)) >= 0]
        return f"{self.before[start + 1 :]}…{self.after[: min(ends, default=None)]}"


Judge = Callable[[Sighting], Severity | None]


def always(seen: Sighting) -> Severity | None:
    """The judge of patterns that need no judge: a warning."""
    del seen
    return "warn"


class Detector(NamedTuple):
    """One kind of thing that may identify a person.

    Attributes:
        id: What it is called: small letters and dashes.
        pattern: A regular expression; the group `what`, where it has one, is the finding.
        reason: Why it may identify someone, as a sentence.
        suggestion: What to write instead, as a sentence.
        clues: Words in small letters; without one of them in the text the pattern is not tried.
        at: Where a match can begin: at a clue, at a number, or anywhere in the text.
        digits: How many digits in a row the text needs; single blanks and dashes may part them.
        signs: Texts of which one has to be there as well.
        cased: Whether capitals matter; otherwise the pattern is in small letters.
        judge: How severe a match is, given the words around it; None where it is nothing.
        reword: Makes the suggestion from the text that was found.
    """

    id: str
    pattern: str
    reason: str
    suggestion: str
    clues: frozenset[str] = frozenset()
    at: Literal["clue", "number", "text"] = "text"
    digits: int = 0
    signs: tuple[str, ...] = ()
    cased: bool = False
    judge: Judge = always
    reword: Callable[[str], str] | None = None

    def advice(self, text: str) -> str:
        """What to write instead of `text`."""
        return self.reword(text) if self.reword else self.suggestion


def first_words(choice: str) -> frozenset[str]:
    """The clues of a choice: the first word of each, as in `head of department|manager`."""
    return frozenset(phrase.partition(" ")[0].lower() for phrase in choice.split("|"))
