"""Caps: how much of some sort counts. What lies above is kept, and not counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.amounts import NOTHING, amount_of
from cpdlog.model.requirement.filters import Filter, read_filter
from cpdlog.model.requirement.lines import SUMS, Line, Lost
from cpdlog.model.requirement.windows import Span

KEYS = ("where", "sum", "up_to", "text")
REQUIRED = ("where", "sum", "up_to")


@dataclass(frozen=True, slots=True)
class Cap:
    """How much of some sort counts.

    Attributes:
        where: What it is of.
        unit: `hours` or `points`.
        up_to: How much of it counts; hours in minutes.
        text: The cap as a member would say it; may be empty.
    """

    where: Filter
    unit: str
    up_to: Decimal
    text: str = ""

    @property
    def name(self) -> str:
        """What it is called where it took something: its text, or what it is of."""
        where = (f"{key}: {value}" for key, value in self.where.written().items())
        return self.text or ", ".join(where) or self.unit


def read_caps(file: Fields) -> tuple[Cap, ...]:
    """The caps of a file, in order."""
    return tuple(read_cap(fields) for fields in file.each("caps", KEYS, REQUIRED))


def read_cap(fields: Fields) -> Cap:
    """One cap."""
    unit = fields.read("sum", one_of(SUMS)) or "points"
    up_to = fields.read("up_to", amount_of(unit))
    return Cap(read_filter(fields, "where"), unit, up_to or NOTHING, fields.text("text"))


def tally(
    lines: Iterable[Line], span: Span, as_of: date, counts_if: Filter, caps: Iterable[Cap]
) -> tuple[Line, ...]:
    """The entries of a span up to a day: what each lacks, and what the caps took from it.

    Args:
        lines: By day and then by id.
        span: Where they must lie.
        as_of: What is dated later is planned, and not among them.
        counts_if: What an activity must have; other entries are never asked.
        caps: In the file's order: a later one sees what those before it have left.
    """
    inside = [line for line in lines if line.entry.day <= as_of and span.holds(line.entry.day)]
    asked = [
        line._replace(lacks=tuple(counts_if.lacks(line))) if line.activity else line
        for line in inside
    ]
    for cap in caps:
        asked = clip(asked, cap)
    return tuple(asked)


def clip(lines: Iterable[Line], cap: Cap) -> list[Line]:
    """Lines after a cap: the oldest give first, and the one that crosses the line is split."""
    room = cap.up_to
    clipped = []
    for line in lines:
        asked = not line.lacks and cap.where.passes(line)
        left = line.left(cap.unit) if asked else NOTHING
        taken = max(left - room, NOTHING)
        room -= left - taken
        lost = (Lost(cap.name, cap.unit, taken),) if taken else ()
        clipped.append(line._replace(lost=line.lost + lost) if lost else line)
    return clipped
