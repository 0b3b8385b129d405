"""One dated reflection, as a value."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.task import Task


class Evidence(NamedTuple):
    """What proves an entry: a file of the journal or an address.

    Attributes:
        place: A path relative to the journal, or a URL.
        title: What it is; empty where nobody said.
        sha256: The file's digest when it was added, in hexadecimal; empty for URLs.
    """

    place: str
    title: str = ""
    sha256: str = ""

    @property
    def is_url(self) -> bool:
        """Whether it is an address and not a file."""
        return "://" in self.place or self.place.startswith("mailto:")


class Entry(NamedTuple):
    """An entry as its file says it; format and meaning are in docs/reference/keys.md.

    A tuple and not a dataclass, because a report makes ten thousand of them.

    Attributes:
        id: The file's stem.
        path: Relative to the journal, with forward slashes.
        day: The day it counts for (`date` in the file).
        minutes: Time spent; None where no `hours` were given.
        points: Points, units or credits; None where none were given.
        goals: The goals it serves, each with the amount that counts towards the goal's target.
        role: The job it belongs to; empty where none is named. So with the other texts.
        words: How many words its body says, apart from headings, comments and prompts.
        followups: The task-list items of its body, numbered from 1.
    """

    id: str
    path: str
    title: str
    day: date
    type: str = "reflection"
    minutes: int | None = None
    points: Decimal | None = None
    goals: tuple[tuple[str, Decimal], ...] = ()
    role: str = ""
    tags: tuple[str, ...] = ()
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()
    programme: str = ""
    template: str = ""
    partner: str = ""
    share: tuple[str, ...] = ()
    words: int = 0
    followups: tuple[Task, ...] = ()

    @property
    def reflected(self) -> bool:
        """Whether its body says something."""
        return self.words > 0

    def amount_for(self, goal: str) -> Decimal | None:
        """What it counts towards `goal`'s target, or None where it does not serve it."""
        for name, amount in self.goals:
            if name == goal:
                return amount
        return None

    def planned(self, as_of: date) -> bool:
        """Whether it is still to come on `as_of`, and so counts for nothing yet."""
        return self.day > as_of
