"""Versions and places."""

from collections.abc import Iterator

from cpdlog.progress.health import Health
from cpdlog.render import documents
from cpdlog.render.blocks import FAINT, Block, Column, Span, Table

LISTED = True


def blocks(answer: Health) -> Iterator[Block]:
    """One line a fact."""
    columns = (Column(""), Column(""))
    yield Table(columns, tuple((Span(name, FAINT), Span(said)) for name, said in answer.facts))


def sentences(answer: Health) -> Iterator[str]:
    """The same."""
    yield from (f"{name}: {said}" for name, said in answer.facts)


def document(answer: Health) -> documents.Document:
    """The same, by name."""
    return {"schema": "cpdlog/doctor@1", "facts": dict(answer.facts)}


def rows(answer: Health) -> Iterator[tuple[str, ...]]:
    """The same."""
    yield ("name", "value")
    yield from answer.facts
