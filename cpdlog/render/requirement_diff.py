"""What changed from the journal's copy of a body's rules to those that come with cpdlog."""

import shlex
from collections.abc import Iterator

from cpdlog.model.requirement.differences import Difference
from cpdlog.progress.requirement_list import RequirementDiff
from cpdlog.render.blocks import BAD, FAINT, GOOD, Block, Gap, Heading, Span, Steps, paragraph
from cpdlog.render.documents import Document, iso
from cpdlog.render.requirement_words import dated, name

LISTED = False


def blocks(answer: RequirementDiff) -> Iterator[Block]:
    """A paragraph for each difference, the old text above the new one."""
    yield Heading(name(answer.own))
    yield paragraph(Span(editions(answer), FAINT))
    for it in answer.differences:
        yield Gap()
        yield paragraph(Span(place(it), FAINT))
        if it.old is not None:
            yield paragraph(Span("- ", BAD), it.old)
        if it.new is not None:
            yield paragraph(Span("+ ", GOOD), it.new)
    yield Gap()
    if answer.differences:
        yield Steps((update(answer),))
    else:
        yield paragraph(Span("They say the same.", GOOD))


def editions(answer: RequirementDiff) -> str:
    """When each of the two was held against its sources."""
    own, packaged = answer.own, answer.packaged
    return (
        f"- {own.path}, checked {dated(own.checked)}; "
        f"+ {packaged.path}, checked {dated(packaged.checked)}"
    )


def update(answer: RequirementDiff) -> tuple[str, str]:
    """How to take the other edition."""
    reason = "Take the rules that come with cpdlog instead of the journal's copy:"
    return reason, f"cpdlog requirement use {shlex.quote(answer.own.id)} --update"


def place(it: Difference) -> str:
    """`rule total: min`."""
    what = f"{it.what} {it.name}".rstrip()
    return f"{what}: {it.key}" if it.key else what


def sentences(answer: RequirementDiff) -> Iterator[str]:
    """One sentence a difference."""
    yield f"{name(answer.own)}: {editions(answer)}."
    for it in answer.differences:
        yield f"{place(it)}: {it.old or 'nothing'} becomes {it.new or 'nothing'}."
    yield " ".join(update(answer)) if answer.differences else "They say the same."


def document(answer: RequirementDiff) -> Document:
    """Every difference."""
    return {
        "schema": "cpdlog/requirement-diff@1",
        "id": answer.own.id,
        "own": {"file": answer.own.path, "checked": iso(answer.own.checked)},
        "packaged": {"file": answer.packaged.path, "checked": iso(answer.packaged.checked)},
        "differences": [it._asdict() for it in answer.differences],
    }


def rows(answer: RequirementDiff) -> Iterator[tuple[str, ...]]:
    """A difference a line."""
    yield ("what", "name", "key", "old", "new")
    for it in answer.differences:
        yield (it.what, it.name, it.key, it.old or "", it.new or "")
