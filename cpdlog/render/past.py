"""Changes that git keeps."""

from collections.abc import Iterator

from cpdlog.progress.past import Past
from cpdlog.render import documents
from cpdlog.render.blocks import FAINT, Block, Column, Span, Table, paragraph, row

LISTED = True
SHORT = 8  # characters of a commit's name that tell it from others in a journal


def blocks(answer: Past) -> Iterator[Block]:
    """A table, the latest first."""
    if not answer.changes:
        yield paragraph(f"Git keeps no change of {answer.of}.")
        return
    columns = (Column("day"), Column("change", cut=True), Column("by", yields=1), Column("commit"))
    yield Table(
        columns,
        tuple(
            row(it.day, it.subject, Span(it.author, FAINT), Span(it.id[:SHORT], FAINT))
            for it in answer.changes
        ),
    )


def sentences(answer: Past) -> Iterator[str]:
    """One sentence a change."""
    yield from (f"{it.day}, {it.author}: {it.subject}" for it in answer.changes)


def document(answer: Past) -> documents.Document:
    """The whole list."""
    return {
        "schema": "cpdlog/history@1",
        "of": answer.of,
        "changes": [it._asdict() for it in answer.changes],
    }


def rows(answer: Past) -> Iterator[tuple[str, ...]]:
    """Day, subject, author and commit."""
    yield ("day", "subject", "author", "commit")
    yield from ((it.day, it.subject, it.author, it.id) for it in answer.changes)
