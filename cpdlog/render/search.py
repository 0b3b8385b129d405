"""What a search found: each entry with the passage that says it."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.progress.search import Found, Hit
from cpdlog.render import documents
from cpdlog.render.blocks import FAINT, STRONG, Block, Gap, Span, paragraph
from cpdlog.render.entries import time_of

LISTED = True


def blocks(answer: Found) -> Iterator[Block]:
    """Two paragraphs an entry."""
    for place, hit in enumerate(answer.hits):
        if place:
            yield Gap()
        entry = hit.entry
        about = "  ".join(part for part in (entry.type, time_of(entry)) if part)
        yield paragraph(
            f"{entry.day.isoformat()}  ", Span(entry.title, STRONG), Span(f"  {about}", FAINT)
        )
        yield paragraph(*(Span(it.text, STRONG) if it.marked else it.text for it in hit.passage))


def text_of(hit: Hit, mark: str = "") -> str:
    """A passage as text, with a mark on both sides of each word that was looked for."""
    return "".join(f"{mark}{it.text}{mark}" if it.marked else it.text for it in hit.passage)


def sentences(answer: Found) -> Iterator[str]:
    """Two sentences an entry."""
    for hit in answer.hits:
        yield f"{civil.in_words(hit.entry.day)}: {hit.entry.title}. {text_of(hit)}"


def document(answer: Found) -> documents.Document:
    """As for a list, and of each entry its score, its passage, and the words in that."""
    return {
        "schema": "cpdlog/entries@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "entries": [
            {
                **documents.entry(hit.entry, answer.as_of),
                "score": hit.score,
                "passage": text_of(hit),
                "found": [it.text for it in hit.passage if it.marked],
            }
            for hit in answer.hits
        ],
        "problems": [documents.problem(it) for it in answer.problems],
    }


def rows(answer: Found) -> Iterator[tuple[str, ...]]:
    """Date, id, title, score, and the passage with asterisks at the words that were found."""
    yield ("date", "id", "title", "score", "passage")
    for hit in answer.hits:
        entry = hit.entry
        passage = text_of(hit, mark="*")
        yield (entry.day.isoformat(), entry.id, entry.title, str(hit.score), passage)
