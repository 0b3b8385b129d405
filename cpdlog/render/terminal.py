"""Paints blocks on a terminal with rich: colour beside the words, and finer drawings."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

from cpdlog.model.visible import visible
from cpdlog.render import blocks, paint
from cpdlog.render.blocks import Block, Line, Paper

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
        to.print(drawn(block, paper), soft_wrap=not isinstance(block, blocks.Markdown))


def drawn(block: Block, paper: Paper) -> RenderableType:
    """What rich prints for one block."""
    if isinstance(block, blocks.Markdown) and paper.fine:
        return markdown(block.text)
    return Text("\n").join(map(coloured, paint.lines(block, paper)))


def coloured(line: Line) -> Text:
    """A line with its colours."""
    return Text.assemble(*((visible(span.text), STYLES[span.style]) for span in line))


def markdown(body: str) -> RenderableType:
    """A body as Markdown."""
    from rich.markdown import Markdown

    return Markdown(visible(body, newlines=True), hyperlinks=False)
