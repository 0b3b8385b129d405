"""Frameworks of skills to choose from."""

from collections.abc import Iterator

from cpdlog.progress.ratings import FrameworkList, Listed
from cpdlog.render import choices, days
from cpdlog.render.blocks import FAINT, GOOD, Block, Cell, Column, Span, row
from cpdlog.render.documents import Document, iso, problem

LISTED = True
COLUMNS = (
    *(Column("id"), Column("framework", cut=True), Column("sections", right=True)),
    *(Column("scale", yields=1), Column("")),
)
HINT = "Look at one: cpdlog framework show ID. Rate yourself: cpdlog skills rate"


def blocks(answer: FrameworkList) -> Iterator[Block]:
    """A table, those that were rated by first."""
    rows = (cells(answer, it) for it in answer.frameworks)
    return choices.blocks(COLUMNS, rows, HINT, answer.problems, "frameworks")


def cells(answer: FrameworkList, it: Listed) -> tuple[Cell, ...]:
    """One framework."""
    rated = f"rated {days.near(it.rated, answer.as_of)}" if it.rated else ""
    number = str(len(it.framework.sections))
    return row(
        it.framework.id, it.framework.title, number, Span(scale(it), FAINT), Span(rated, GOOD)
    )


def scale(it: Listed) -> str:
    """`0 to 4`."""
    return f"{it.framework.scale.least} to {it.framework.scale.most}"


def sentences(answer: FrameworkList) -> Iterator[str]:
    """One sentence a framework."""
    for it in answer.frameworks:
        rated = f", rated on {days.spoken(it.rated)}" if it.rated else ""
        number = days.counted(len(it.framework.sections), "section")
        yield f"{it.framework.id}, {it.framework.title}: {number}, {scale(it)}{rated}."
    yield HINT


def document(answer: FrameworkList) -> Document:
    """The whole list."""
    return {
        "schema": "cpdlog/framework-list@1",
        "as_of": iso(answer.as_of),
        "frameworks": [
            {
                "id": it.framework.id,
                "title": it.framework.title,
                "file": it.framework.path,
                "sections": len(it.framework.sections),
                "rated": iso(it.rated),
            }
            for it in answer.frameworks
        ],
        "problems": [problem(it) for it in answer.problems],
    }


def rows(answer: FrameworkList) -> Iterator[tuple[str, ...]]:
    """A framework a line."""
    yield ("id", "title", "sections", "scale", "rated")
    for it in answer.frameworks:
        number = str(len(it.framework.sections))
        yield (it.framework.id, it.framework.title, number, scale(it), str(it.rated or ""))
