"""Paints blocks as plain text: no colour, ASCII drawings, the same bytes for the same answer.

What comes from files is made visible here, at the last moment, so that no view can forget it.
"""

from collections.abc import Iterable, Iterator, Sequence

from cpdlog.model.visible import fit, visible, width
from cpdlog.render import blocks
from cpdlog.render.blocks import Bar, Block, Cell, Column, Span, Table
from cpdlog.render.fitting import BAR, columns_without_words, fitted

GAP = "  "


def painted(answer: Iterable[Block], room: int, table_room: int) -> Iterator[str]:
    """The lines of an answer.

    Args:
        answer: Blocks in their order.
        room: Cells of a line. Commands to paste and charts can be longer.
        table_room: Cells that a table may take; in a pipe more, so that nothing is cut.
    """
    for block in answer:
        if isinstance(block, Table):
            yield from table_lines(block, table_room)
        else:
            yield from lines_of(block, room)


def lines_of(block: Block, room: int) -> Iterator[str]:
    """The lines of a block that is no table."""
    match block:
        case blocks.Heading(left, right):
            yield from heading(visible(left), visible(right), room)
        case blocks.Lines(lines):
            yield from (visible(blocks.plain(line)).rstrip() for line in lines)
        case blocks.Paragraph(spans):
            yield from folded(visible(blocks.plain(spans)), room)
        case blocks.Steps(steps):
            yield from step_lines(steps)
        case blocks.Markdown(text):
            yield from visible(text.rstrip("\n"), newlines=True).split("\n")
        case blocks.Gap():
            yield ""


def heading(left: str, right: str, room: int) -> list[str]:
    """Two texts at the ends of a line, or the second below where both do not fit."""
    between = room - width(left) - width(right)
    if not right:
        return [left]
    return [left + " " * between + right] if between >= len(GAP) else [left, right]


def table_lines(table: Table, room: int) -> Iterator[str]:
    """A table with its headings in capitals and no lines between."""
    table, wide = fitted(table, room)
    if not columns_without_words(table.columns):
        titles = [Span(column.title.upper()) for column in table.columns]
        yield joined(titles, table.columns, wide)
    for cells in table.rows:
        yield joined(cells, table.columns, wide)


def joined(cells: Sequence[Cell], columns: Sequence[Column], wide: Sequence[int]) -> str:
    """One row."""
    texts = [
        padded(cell, column, cells_wide)
        for cell, column, cells_wide in zip(cells, columns, wide, strict=True)
    ]
    return GAP.join(texts).rstrip()


def padded(cell: Cell, column: Column, wide: int) -> str:
    """A cell at its width."""
    text = bar(cell) if isinstance(cell, Bar) else fit(visible(cell.text), wide, "...")
    filling = " " * (wide - width(text))
    return filling + text if column.right else text + filling


def bar(share: Bar, room: int = BAR) -> str:
    """A bar in ASCII: `[######....|...]`, done, to do, and where an even pace would be."""
    inside = room - 2
    done = int(share.done * inside)
    drawn = ["#"] * done + ["."] * (inside - done)
    if share.pace is not None:
        drawn[min(inside - 1, int(share.pace * inside))] = "|"
    return f"[{''.join(drawn)}]"


def folded(text: str, room: int) -> Iterator[str]:
    """A text in lines of at most `room` cells, broken between words."""
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def step_lines(steps: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Commands to paste, each below its reason."""
    for reason, command in steps:
        yield visible(reason)
        yield f"    {visible(command)}"
