"""Programmes to choose from."""

from collections.abc import Iterator

from cpdlog.progress.programme_list import Listed, ProgrammeList
from cpdlog.render import choices, days
from cpdlog.render import programme_words as words
from cpdlog.render.blocks import FAINT, GOOD, Block, Cell, Column, Span, row
from cpdlog.render.documents import Document, iso, problem

LISTED = True
COLUMNS = (
    *(Column("id"), Column("programme", cut=True), Column("items", right=True)),
    *(Column("pace", yields=1), Column("")),
)
HINT = "Look at one: cpdlog programme show ID. Begin it: cpdlog programme start ID --on DATE"


def blocks(answer: ProgrammeList) -> Iterator[Block]:
    """A table, what is begun first."""
    return choices.blocks(
        COLUMNS, map(cells, answer.programmes), HINT, answer.problems, "programmes"
    )


def cells(it: Listed) -> tuple[Cell, ...]:
    """One programme."""
    programme = it.programme
    return row(
        programme.id,
        programme.title,
        str(len(programme.numbered)),
        Span(programme.pace, FAINT),
        Span(standing(it), GOOD),
    )


def standing(it: Listed) -> str:
    """How far a programme has come that is begun."""
    if it.report is None:
        return ""
    found = it.report.completion
    return words.end(it.report) if found.finished else f"{found.done} of {found.total} done"


def sentences(answer: ProgrammeList) -> Iterator[str]:
    """One sentence a programme."""
    for it in answer.programmes:
        begun = f" {standing(it)}." if it.report else ""
        items = days.counted(len(it.programme.numbered), "item")
        yield f"{it.programme.id}, {it.programme.title}: {items}.{begun}"
    yield HINT


def document(answer: ProgrammeList) -> Document:
    """The whole list."""
    return {
        "schema": "cpdlog/programme-list@1",
        "as_of": iso(answer.as_of),
        "programmes": [listed(it) for it in answer.programmes],
        "problems": [problem(it) for it in answer.problems],
    }


def listed(it: Listed) -> Document:
    """One programme."""
    programme = it.programme
    return {
        "id": programme.id,
        "title": programme.title,
        "owner": programme.origin.owner or None,
        "file": programme.path,
        "items": len(programme.numbered),
        "pace": programme.pace,
        "confidence": programme.origin.confidence or None,
        "checked": iso(programme.origin.checked),
        "started": iso(programme.started),
        "done": it.report.completion.done if it.report else None,
    }


def rows(answer: ProgrammeList) -> Iterator[tuple[str, ...]]:
    """A programme a line."""
    yield ("id", "title", "items", "pace", "started", "standing")
    for it in answer.programmes:
        programme = it.programme
        started = str(programme.started or "")
        number = str(len(programme.numbered))
        yield (programme.id, programme.title, number, programme.pace, started, standing(it))
