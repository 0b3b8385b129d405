"""Things to choose from, such as bodies' rules: a table, what to type, and what is left out."""

from collections.abc import Iterable, Iterator, Sequence

from cpdlog.model.problem import Problem
from cpdlog.render import days
from cpdlog.render.blocks import FAINT, WARN, Block, Cell, Column, Gap, Span, Table, paragraph


def blocks(
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Cell, ...]],
    hint: str,
    problems: Sequence[Problem],
    things: str,
) -> Iterator[Block]:
    """What there is to choose from.

    Args:
        columns: Of the table.
        rows: One for each thing.
        hint: What to type next.
        problems: What is wrong with files that are therefore not among them.
        things: What they are called.
    """
    yield Table(columns, tuple(rows))
    yield Gap()
    yield paragraph(Span(hint, FAINT))
    if problems:
        faults = days.counted(len(problems), f"fault keeps {things}", f"faults keep {things}")
        yield paragraph(Span(f"{faults} out of this list: cpdlog check", WARN))
