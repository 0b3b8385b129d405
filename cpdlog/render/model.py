"""One reflection model, with its headings and prompts."""

from collections.abc import Iterator

from cpdlog.model.template import Template
from cpdlog.render import documents, models
from cpdlog.render.blocks import FAINT, STRONG, Block, Gap, Heading, Span, paragraph

LISTED = False


def blocks(answer: Template) -> Iterator[Block]:
    """What it is for, its headings with their prompts, and where it comes from."""
    yield Heading(answer.title, answer.id)
    yield paragraph(answer.about)
    for part in answer.sections:
        yield Gap()
        limit = f" (at most {part.max_words} words)" if part.max_words else ""
        yield paragraph(Span(part.heading, STRONG), Span(limit, FAINT))
        for line in part.prompt.split("\n"):
            yield paragraph(line)
    yield Gap()
    for source in answer.sources:
        yield paragraph(Span(source, FAINT))


def sentences(answer: Template) -> Iterator[str]:
    """The same, a line each."""
    yield f"{answer.title}. {answer.about}"
    for part in answer.sections:
        yield f"{part.heading}: {part.prompt.replace(chr(10), ' ')}"
    yield from (f"Source: {source}" for source in answer.sources)


def document(answer: Template) -> documents.Document:
    """The whole of it."""
    return {"schema": "cpdlog/template@1", **models.model(answer)}


def rows(answer: Template) -> Iterator[tuple[str, ...]]:
    """Its headings."""
    yield ("heading", "prompt")
    yield from ((part.heading, part.prompt) for part in answer.sections)
