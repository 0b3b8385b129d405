"""How a table's columns share a line: what is shortened, cut, or left out where room is short."""

from typing import NamedTuple

from cpdlog.model.visible import visible, width
from cpdlog.render.blocks import Bar, Cell, Column, Marks, Table

BETWEEN, NEAR = 2, 1  # blanks between two columns
BAR, SHORT_BAR = 22, 12  # cells of a bar with its ends, at best and at least
LEAST = 12  # cells that a text keeps where no other column can yield


class Fitted(NamedTuple):
    """A table that fits: the columns that are left, and the cells of each."""

    table: Table
    wide: tuple[int, ...]


def fitted(table: Table, room: int) -> Fitted | None:
    """The columns of `table` that fit into `room` cells; None where it cannot be a table at all.

    Bars are made shorter first, then columns are left out in the order in which they yield, and
    texts that may be cut are cut last.
    """
    while least(table, readable=True) > room:
        yielding = [column.yields for column in table.columns if column.yields]
        if not yielding:
            break
        table = without(table, min(yielding))
    if least(table, readable=False) > room:
        return None
    return Fitted(table, widths(table, room))


def without(table: Table, yields: int) -> Table:
    """`table` without the columns that yield at this turn."""
    kept = [place for place, column in enumerate(table.columns) if column.yields != yields]
    return table._replace(
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(cells[place] for place in kept) for cells in table.rows),
    )


def least(table: Table, *, readable: bool) -> int:
    """The cells that the table takes with all of it short, and its texts readable or not."""
    floors = floors_of(table, readable=readable)
    return sum(floors) + gaps(table)


def floors_of(table: Table, *, readable: bool) -> list[int]:
    """The cells that each column takes at least."""
    return [
        min(wide, floor(table, place, readable=readable) or wide)
        for place, wide in enumerate(natural_widths(table))
    ]


def floor(table: Table, place: int, *, readable: bool) -> int:
    """The cells below which a bar is no bar, or a text that may be cut no text; 0 for others."""
    if holds_bars(table, place):
        return SHORT_BAR
    column = table.columns[place]
    if not column.cut:
        return 0
    return column.readable if readable else LEAST


def gaps(table: Table) -> int:
    """The blanks between the columns."""
    return sum(gap(column) for column in table.columns[1:])


def gap(column: Column) -> int:
    """The blanks before a column that is not the first."""
    return NEAR if column.near else BETWEEN


def widths(table: Table, room: int) -> tuple[int, ...]:
    """The cells of each column: bars made shorter, then texts cut, until all fit."""
    wide, floors = natural_widths(table), floors_of(table, readable=False)
    over = sum(wide) + gaps(table) - room
    places = range(len(wide))
    bars = [place for place in places if holds_bars(table, place)]
    for shrinking in (bars, [place for place in places if place not in bars]):
        while over > 0 and (loose := [it for it in shrinking if wide[it] > floors[it]]):
            wide[max(loose, key=wide.__getitem__)] -= 1
            over -= 1
    return tuple(wide)


def holds_bars(table: Table, place: int) -> bool:
    """Whether a column has a bar in it."""
    return any(isinstance(cells[place], Bar) for cells in table.rows)


def has_pictures(table: Table) -> bool:
    """Whether a bar or another picture is left in a table."""
    return any(isinstance(cell, Bar | Marks) for cells in table.rows for cell in cells)


def natural_widths(table: Table) -> list[int]:
    """The cells each column would like to have."""
    return [
        max([width(column.title), *(cell_width(cells[place]) for cells in table.rows)])
        for place, column in enumerate(table.columns)
    ]


def cell_width(cell: Cell) -> int:
    """The cells of a text or a picture."""
    match cell:
        case Bar():
            return BAR
        case Marks(drawn):
            return len(drawn)
        case _:
            return width(visible(cell.text))
