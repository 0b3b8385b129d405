"""Paints blocks on a terminal with rich: colour beside the words, and finer drawings."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from cpdlog.model.visible import fit, visible
from cpdlog.render import blocks, paint
from cpdlog.render.blocks import Bar, Block, Cell, Column, Span, Table
from cpdlog.render.fitting import BAR, columns_without_words, fitted

STYLES = {
    blocks.GOOD: "green",
    blocks.WARN: "yellow",
    blocks.BAD: "red",
    blocks.FAINT: "dim",
    blocks.STRONG: "bold",
    blocks.PLAIN: "",
    blocks.COMMAND: "cyan",
}
DONE, TO_DO, PACE = "━", "─", "┃"


def console(out: TextIO, room: int, *, colour: bool) -> Console:
    """A console that shows texts as they are: no markup, no emoji codes, nothing highlighted."""
    return Console(
        file=out,
        width=room,
        force_terminal=colour,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def print_all(answer: Iterable[Block], to: Console, *, ascii_only: bool) -> None:
    """Print an answer."""
    for block in answer:
        to.print(drawn(block, to.width, plain=ascii_only))


def drawn(block: Block, room: int, *, plain: bool) -> RenderableType:
    """What rich prints for one block."""
    match block:
        case blocks.Table():
            return table(block, room, plain=plain)
        case blocks.Heading(left, right):
            return Text("\n".join(paint.heading(visible(left), visible(right), room)), "bold")
        case blocks.Lines(lines):
            return Text("\n").join(text(line) for line in lines)
        case blocks.Paragraph(spans):
            return text(spans)
        case blocks.Steps(steps):
            return Text("\n").join(step(*it) for it in steps)
        case blocks.Markdown(body):
            return markdown(body)
        case blocks.Gap():
            return Text("")


def text(spans: Iterable[Span]) -> Text:
    """Spans with their colours."""
    return Text.assemble(*((visible(span.text), STYLES[span.style]) for span in spans))


def step(reason: str, command: str) -> Text:
    """A command to paste below its reason."""
    return Text.assemble(visible(reason), "\n    ", (visible(command), STYLES[blocks.COMMAND]))


def table(given: Table, room: int, *, plain: bool) -> RichTable:
    """A table without frames, so that it is read and copied as text."""
    kept, wide = fitted(given, room)
    shown = RichTable(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
        show_header=not columns_without_words(kept.columns),
    )
    for column, cells in zip(kept.columns, wide, strict=True):
        justify = "right" if column.right else "left"
        shown.add_column(Text(column.title.upper()), justify=justify, width=cells, no_wrap=True)
    for row in kept.rows:
        shown.add_row(*cells_of(row, kept.columns, wide, plain=plain))
    return shown


def cells_of(
    row: tuple[Cell, ...], columns: tuple[Column, ...], wide: tuple[int, ...], *, plain: bool
) -> list[Text]:
    """The cells of a row at their widths."""
    return [
        bar(cell, plain=plain)
        if isinstance(cell, Bar)
        else Text(fit(visible(cell.text), room, "..." if plain else "…"), STYLES[cell.style])
        for cell, _, room in zip(row, columns, wide, strict=True)
    ]


def bar(share: Bar, *, plain: bool) -> Text:
    """A bar with a mark where an even pace would be."""
    if plain:
        return Text(paint.bar(share))
    done = int(share.done * BAR)
    drawn = Text(DONE * done, STYLES[share.style])
    drawn.append(TO_DO * (BAR - done), "dim")
    if share.pace is None:
        return drawn
    place = min(BAR - 1, int(share.pace * BAR))
    return Text.assemble(drawn[:place], (PACE, "bold"), drawn[place + 1 :])


def markdown(body: str) -> RenderableType:
    """A body as Markdown."""
    from rich.markdown import Markdown

    return Padding(Markdown(visible(body, newlines=True), hyperlinks=False), (0, 0, 0, 0))
