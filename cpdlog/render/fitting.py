"""How a table's columns share a line: what is cut, and what is left out where room is short."""

from collections.abc import Sequence

from cpdlog.model.visible import visible, width
from cpdlog.render.blocks import Bar, Cell, Column, Table

BETWEEN = 2  # cells between two columns
BAR = 22  # cells of a bar with its ends
NARROWEST = 12  # cells that a column which may be cut keeps


def fitted(table: Table, room: int) -> tuple[Table, tuple[int, ...]]:
    """The columns of `table` that fit into `room` cells, and the width of each.

    Columns are left out in the order in which they yield, until those left fit with the ones that
    may be cut at their narrowest; what is then too wide is cut.
    """
    while least(table) > room:
        yielding = [column.yields for column in table.columns if column.yields]
        if not yielding:
            break
        table = without(table, min(yielding))
    return table, widths(table, room)


def without(table: Table, yields: int) -> Table:
    """`table` without the columns that yield at this turn."""
    kept = [place for place, column in enumerate(table.columns) if column.yields != yields]
    return Table(
        tuple(table.columns[place] for place in kept),
        tuple(tuple(cells[place] for place in kept) for cells in table.rows),
    )


def least(table: Table) -> int:
    """The cells that the table takes with everything cut that may be."""
    natural = natural_widths(table)
    cut = [
        min(wide, NARROWEST) if column.cut else wide
        for column, wide in zip(table.columns, natural, strict=True)
    ]
    return sum(cut) + BETWEEN * (len(cut) - 1)


def widths(table: Table, room: int) -> tuple[int, ...]:
    """The width of each column, those that may be cut made narrower until all fit."""
    wide = natural_widths(table)
    over = sum(wide) + BETWEEN * (len(wide) - 1) - room
    cuttable = [place for place, column in enumerate(table.columns) if column.cut]
    while over > 0 and cuttable:
        widest = max(cuttable, key=lambda place: wide[place])
        if wide[widest] <= NARROWEST:
            break
        wide[widest] -= 1
        over -= 1
    return tuple(wide)


def natural_widths(table: Table) -> list[int]:
    """The cells each column would like to have."""
    return [
        max([width(column.title), *(cell_width(cells[place]) for cells in table.rows)])
        for place, column in enumerate(table.columns)
    ]


def cell_width(cell: Cell) -> int:
    """The cells of a text or a bar."""
    return BAR if isinstance(cell, Bar) else width(visible(cell.text))


def columns_without_words(columns: Sequence[Column]) -> bool:
    """Whether no column has a heading."""
    return not any(column.title for column in columns)
