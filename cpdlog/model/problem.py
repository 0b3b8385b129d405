"""A fault in a file of the journal, as a value: reading collects these and goes on."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Problem(NamedTuple):
    """One fault in one file.

    Attributes:
        path: The file, relative to the journal, with forward slashes.
        line: Its line, counted from 1; 0 where the fault is of the whole file.
        key: The front-matter key it is about; empty where there is none.
        message: What is wrong, as one sentence.
        hint: What to type or change; may be empty.
        severity: An `error` keeps the file out of every count, a `warning` does not.
    """

    path: str
    line: int
    key: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """`path:line: key: what is wrong. What to do.`."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        about = f"{self.key}: " if self.key else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}: {about}{self.message}{advice}"
