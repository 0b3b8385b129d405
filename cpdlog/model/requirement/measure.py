"""What every kind of measure is asked; each kind is one class in a module of its own."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple, Self

from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.lines import Line
from cpdlog.model.requirement.windows import Span

LIMITS = ("min", "max", "min_share", "max_share")


class Seen(NamedTuple):
    """What is measured.

    Attributes:
        lines: The entries that a rule looks at, all of them in the span, by day.
        span: The span.
        as_of: The day of the question.
    """

    lines: Sequence[Line]
    span: Span
    as_of: date


class Measure(ABC):
    """A way to put a number on the entries that a rule looks at.

    Attributes:
        key: The key that stands for it under `measure`.
        keys: All keys of such a measure.
        limits: The limits that make sense for it.
        adds: Whether entries add up to it: one more never makes it less, and those outside the
            window, those to come and those that leave can be told in its unit.
    """

    __slots__ = ()
    key: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    limits: ClassVar[tuple[str, ...]] = LIMITS
    adds: ClassVar[bool] = True

    @property
    @abstractmethod
    def unit(self) -> str:
        """What it is in: `hours` (kept in minutes), `points`, `entries`, `values`, `days`."""

    @property
    def sort(self) -> str:
        """What two measures have in common whose amounts can be compared."""
        return f"{self.key}: {self.unit}"

    @property
    def by_name(self) -> "tuple[tuple[str, Measure], ...]":
        """Each value that is looked for by its name, and the measure of it alone."""
        return ()

    @abstractmethod
    def amount(self, seen: Seen) -> Decimal:
        """The number, exactly."""

    @abstractmethod
    def written(self) -> str:
        """The measure as a file writes it."""

    @classmethod
    @abstractmethod
    def read(cls, fields: Fields) -> Self | None:
        """The measure as a file gives it; None where something is wrong with it."""
