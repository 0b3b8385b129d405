"""A list of reflection models."""

from collections.abc import Iterator

from cpdlog.model.template import Template
from cpdlog.progress.models import Models
from cpdlog.render import documents
from cpdlog.render.blocks import STRONG, Block, Column, Gap, Span, Steps, Table, row

LISTED = True
COLUMNS = (Column("model"), Column("title", cut=True), Column("when to take it", yields=1))


def blocks(answer: Models) -> Iterator[Block]:
    """A table, and how to look at one."""
    yield Table(
        COLUMNS,
        tuple(row(Span(it.id, STRONG), it.title, it.about) for it in answer.templates),
    )
    yield Gap()
    yield Steps((("Look at one:", "cpdlog template show gibbs"),))


def sentences(answer: Models) -> Iterator[str]:
    """One sentence a model."""
    yield from (f"{it.id}: {it.title}. {it.about}" for it in answer.templates)


def document(answer: Models) -> documents.Document:
    """Every model with its headings."""
    return {
        "schema": "cpdlog/templates@1",
        "templates": [model(it) for it in answer.templates],
    }


def model(it: Template) -> documents.Document:
    """One model."""
    return {
        "id": it.id,
        "title": it.title,
        "about": it.about,
        "sources": list(it.sources),
        "sections": [
            {"heading": part.heading, "prompt": part.prompt, "max_words": part.max_words}
            for part in it.sections
        ],
    }


def rows(answer: Models) -> Iterator[tuple[str, ...]]:
    """Id, title and when to take it."""
    yield ("id", "title", "about")
    yield from ((it.id, it.title, it.about) for it in answer.templates)
