"""Paints blocks on a terminal with rich: colour beside the words, and finer drawings."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

from cpdlog.model.visible import visible
from cpdlog.render import blocks, paint
from cpdlog.render.blocks import Block, Line, Paper

LONGEST = 100_000  # characters of a body that is drawn as Markdown; rich needs a second for them
MOST = 5_000  # lines of one block that are coloured

STYLES = {
    blocks.GOOD: "green",
    blocks.WARN: "yellow",
    blocks.BAD: "red",
    blocks.FAINT: "dim",
    blocks.STRONG: "bold",
    blocks.PLAIN: "",
    blocks.COMMAND: "cyan",
}


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


def print_all(answer: Iterable[Block], to: Console, paper: Paper) -> None:
    """Print an answer as it is laid out on a paper."""
    for block in answer:
        if isinstance(block, blocks.Markdown) and paper.fine and len(block.text) <= LONGEST:
            to.print(markdown(block.text))
        else:
            print_lines(list(paint.lines(block, paper)), to)


def print_lines(lines: list[Line], to: Console) -> None:
    """Print lines with their colours; very many as they are, because colouring takes long."""
    if len(lines) <= MOST:
        to.print(Text("\n").join(map(coloured, lines)), soft_wrap=True)
    else:
        to.file.writelines(f"{blocks.plain(line)}\n" for line in lines)


def coloured(line: Line) -> Text:
    """A line with its colours."""
    return Text.assemble(*((visible(span.text), STYLES[span.style]) for span in line))


def markdown(body: str) -> RenderableType:
    """A body as Markdown."""
    from rich.markdown import Markdown

    return Markdown(visible(body, newlines=True), hyperlinks=False)
