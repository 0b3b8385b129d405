"""What became of a file or a journal: the changes that git keeps, and what was removed."""

from typing import NamedTuple


class PastChange(NamedTuple):
    """One change: its name in git, the day it was made, by whom, and what it was."""

    id: str
    day: str
    author: str
    subject: str


class Past(NamedTuple):
    """Changes, the latest first, and what they are of."""

    of: str
    changes: tuple[PastChange, ...]


class Diffs(NamedTuple):
    """Changes with what each of them did, line by line."""

    past: Past
    diffs: tuple[str, ...]


class Bin(NamedTuple):
    """Paths of removed files that can be brought back, the latest first."""

    paths: tuple[str, ...]
