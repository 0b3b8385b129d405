"""Paints blocks as Markdown, to be pasted into a document."""

from collections.abc import Iterable, Iterator

from cpdlog.model.visible import visible
from cpdlog.render import blocks, paint
from cpdlog.render.blocks import Bar, Block, Cell, Marks, Paper, Table
from cpdlog.render.layout import UNCUT

CHART_ROOM = 80  # cells of a chart in a document


def markdown_lines(answer: Iterable[Block]) -> Iterator[str]:
    """The lines of an answer in GitHub Flavored Markdown, an empty one between any two blocks."""
    for number, block in enumerate(it for it in answer if not isinstance(it, blocks.Gap)):
        if number:
            yield ""
        yield from lines_of(block)


def lines_of(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case blocks.Table():
            yield from table_lines(block)
        case blocks.Facts(facts):
            yield from (f"- {visible(name)}: {visible(text)}" for name, text in facts)
        case blocks.Heading(left, right, level):
            yield f"{'#' * level} {visible(left)}"
            yield from ["", visible(right)] if right else []
        case blocks.Chart(draw):
            lines = draw(Paper(CHART_ROOM))
            yield from ["```text", *(visible(blocks.plain(line)) for line in lines), "```"]
        case blocks.Steps(steps):
            yield from (f"- {visible(why)} `{visible(what)}`" for why, what in steps)
        case _:
            yield from paint.painted([block], Paper(UNCUT))


def table_lines(table: Table) -> Iterator[str]:
    """A table with its headings, numbers to the right."""
    yield piped(column.title for column in table.columns)
    yield piped("--:" if column.right else "---" for column in table.columns)
    yield from (piped(map(cell_text, cells)) for cells in table.rows)


def piped(texts: Iterable[str]) -> str:
    """One row between pipes."""
    return f"| {' | '.join(text.replace('|', chr(92) + '|') for text in texts)} |"


def cell_text(cell: Cell) -> str:
    """A cell's text; a bar as its share."""
    match cell:
        case Bar(done):
            return f"{int(done * 100)} %"
        case Marks(marks):
            return f"`{marks}`"
        case _:
            return visible(cell.text).strip()
