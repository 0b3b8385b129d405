"""What was found that may identify a person, as a value."""

from typing import Literal, NamedTuple

Severity = Literal["block", "warn"]


class Finding(NamedTuple):
    """One piece of text that may identify a person.

    Attributes:
        line: Its line in the text that was read, from 1.
        column: The column it begins in, from 1.
        text: What was found, on one line.
        detector: Which detector found it, such as `nhs-number`.
        profile: The profile that the detector belongs to; `denylist` for one's own names.
        reason: Why it may identify someone.
        suggestion: What to write instead.
        severity: `block` where a check digit and the words around it agree, else `warn`.
        accepted: The reason that the file gives for keeping it; empty where it gives none.
    """

    line: int
    column: int
    text: str
    detector: str
    profile: str
    reason: str
    suggestion: str
    severity: Severity = "warn"
    accepted: str = ""

    @property
    def stops(self) -> bool:
        """Whether nothing may leave the house while this stands."""
        return self.severity == "block" and not self.accepted
