"""What a view is made of: words and figures in their order, before anybody draws them.

A view turns one answer into blocks; the painters turn blocks into a terminal's tables, plain text
or Markdown. So the words are written once, and every picture says the same.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

# What a text means; only the terminal's painter knows colours. Meaning never hangs on them.
GOOD, WARN, BAD, FAINT, STRONG, PLAIN, COMMAND = (
    *("good", "warn", "bad", "faint", "strong", "plain", "command"),
)


class Span(NamedTuple):
    """A stretch of text with one meaning."""

    text: str
    style: str = PLAIN


Line: TypeAlias = tuple[Span, ...]


class Paper(NamedTuple):
    """What is drawn on.

    Attributes:
        room: Cells of a line.
        fine: Whether more than ASCII can be drawn.
        uncut: Whether tables may be wider, as in a pipe, so that no text is lost.
    """

    room: int
    fine: bool = False
    uncut: bool = False


class Bar(NamedTuple):
    """How far something has come, and where an even pace would be, as shares from 0 to 1."""

    done: float
    pace: float | None = None
    style: str = PLAIN


class Marks(NamedTuple):
    """A small picture in a cell, such as a mark a month, in ASCII and finer, equally wide."""

    plain: str
    fine: str
    style: str = PLAIN


READABLE = 16  # cells that are enough to tell most texts by


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        title: Its heading.
        right: Whether it is set to the right, as numbers are.
        yields: How soon it is left out where room is short: 1 before 2; 0 never.
        cut: Whether its texts may be cut where room is short.
        near: Whether only one blank parts it from the column before.
        missed: Whether it is said where it is left out.
        readable: Cells that a text which may be cut keeps before other columns yield.
    """

    title: str
    right: bool = False
    yields: int = 0
    cut: bool = False
    near: bool = False
    missed: bool = False
    readable: int = READABLE


Cell: TypeAlias = Span | Bar | Marks


class Table(NamedTuple):
    """Rows under headings.

    Attributes:
        legend: What its pictures mean; left out with them.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    legend: str = ""


class Facts(NamedTuple):
    """Short texts, each under its name; side by side where there is room."""

    facts: tuple[tuple[str, str], ...]


class Heading(NamedTuple):
    """What follows is about, and what stands at the other end of the line.

    Attributes:
        level: Its rank in a document, from 1.
    """

    left: str
    right: str = ""
    level: int = 2


class Chart(NamedTuple):
    """A picture that draws itself on the paper there is; words beside it say the same."""

    draw: Callable[[Paper], Iterable[Line]]


class Paragraph(NamedTuple):
    """Words that are folded where the line ends."""

    spans: tuple[Span, ...]


class Steps(NamedTuple):
    """Commands to type, each with its reason, or without one."""

    steps: tuple[tuple[str, str], ...]


class Markdown(NamedTuple):
    """The body of a file."""

    text: str


class Gap(NamedTuple):
    """An empty line."""


Block: TypeAlias = Table | Facts | Heading | Chart | Paragraph | Steps | Markdown | Gap


def paragraph(*parts: str | Span) -> Paragraph:
    """A paragraph of plain texts and spans."""
    return Paragraph(tuple(part if isinstance(part, Span) else Span(part) for part in parts))


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """A table's row; plain texts need no more than themselves."""
    return tuple(Span(cell) if isinstance(cell, str) else cell for cell in cells)


def plain(spans: Sequence[Span]) -> str:
    """The text of several spans."""
    return "".join(span.text for span in spans)
