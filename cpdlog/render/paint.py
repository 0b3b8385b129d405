"""Paints blocks as plain text: no colour, ASCII drawings, the same bytes for the same answer."""

from collections.abc import Iterable, Iterator

from cpdlog.model.visible import visible
from cpdlog.render import blocks, layout
from cpdlog.render.blocks import Block, Line, Paper


def painted(answer: Iterable[Block], paper: Paper) -> Iterator[str]:
    """The lines of an answer."""
    for block in answer:
        yield from (blocks.plain(line) for line in lines(block, paper))


def lines(block: Block, paper: Paper) -> Iterable[Line]:
    """The lines of a block, with what their parts mean."""
    match block:
        case blocks.Table():
            return layout.table(block, paper)
        case blocks.Facts():
            return layout.facts(block, paper)
        case blocks.Heading():
            return layout.heading(block, paper)
        case blocks.Chart(draw):
            return (layout.stripped(line) for line in draw(paper))
        case blocks.Paragraph(spans):
            return layout.folded(spans, paper.room)
        case blocks.Steps():
            return layout.steps(block, paper)
        case blocks.Markdown(text):
            return [(blocks.Span(visible(line)),) for line in text.rstrip("\n").split("\n")]
        case blocks.Gap():
            return [()]
