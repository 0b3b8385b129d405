"""One goal of the Personal Development Plan (PDP), as a value."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.task import Task


class Target(NamedTuple):
    """What reaching a goal takes: `20 hours`, `6 entries`, `23 things`.

    Attributes:
        amount: More than zero; for hours, in hours.
        unit: `hours`, `points`, `entries`, `weeks`, or any other word, whose amounts are summed.
    """

    amount: Decimal
    unit: str

    def __str__(self) -> str:
        """As it is written in a goal's file."""
        return f"{self.amount.normalize():f} {self.unit}"


class Goal(NamedTuple):
    """A goal as its file says it; format and meaning are in docs/reference/keys.md.

    Texts are empty and dates None where the file does not give them.
    """

    id: str
    path: str
    title: str
    start: date | None = None
    due: date | None = None
    target: Target | None = None
    area: str = ""
    role: str = ""
    outcome: str = ""
    measure: str = ""
    programme: str = ""
    order: Decimal | None = None
    tags: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    done: date | None = None
    dropped: date | None = None
    reason: str = ""
    reviewed: date | None = None
    actions: tuple[Task, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the user has neither closed nor dropped it."""
        return self.done is None and self.dropped is None
