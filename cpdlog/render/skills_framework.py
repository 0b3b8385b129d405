"""A framework of skills to look at: its sections and its scale."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from cpdlog.progress.ratings import FrameworkView
from cpdlog.render import days
from cpdlog.render.blocks import FAINT, STRONG, Block, Gap, Heading, Span, paragraph
from cpdlog.render.documents import Document, iso
from cpdlog.render.requirement import source_words

LISTED = False


def blocks(answer: FrameworkView) -> Iterator[Block]:
    """Heading, scale, sections by their groups, notes, licence and sources."""
    framework = answer.framework
    yield Heading(framework.title, framework.origin.owner)
    yield paragraph(Span(origin(answer), FAINT))
    yield paragraph(scale(answer))
    for group, sections in groupby(framework.sections, key=lambda it: it.group):
        yield Gap()
        if group:
            yield paragraph(Span(group, STRONG))
        for it in sections:
            about = [Span(f" {it.about}", FAINT)] if it.about else []
            yield paragraph(f"{it.id}  {it.name}", *about)
    for text in (framework.notes, framework.origin.licence):
        if text:
            yield Gap()
            yield paragraph(Span(text, FAINT))
    for source in framework.origin.sources:
        yield paragraph(Span(f"- {source_words(source)} {source.url}".rstrip(), FAINT))


def origin(answer: FrameworkView) -> str:
    """Its file, and when that was held against its sources."""
    framework = answer.framework
    words = [framework.path, days.counted(len(framework.sections), "section")]
    if framework.origin.confidence:
        words.append(framework.origin.confidence)
    if framework.origin.checked:
        words.append(f"checked {days.near(framework.origin.checked, date.min)}")
    return ", ".join(words)


def scale(answer: FrameworkView) -> str:
    """`0 nothing yet, 1 a little, …`."""
    found = answer.framework.scale
    labels = ", ".join(f"{number} {label}" for number, label in found.labels)
    return f"Rated from {found.least} to {found.most}{f': {labels}' if labels else ''}."


def sentences(answer: FrameworkView) -> Iterator[str]:
    """The same in sentences."""
    yield f"{answer.framework.title}: {origin(answer)}. {scale(answer)}"
    for it in answer.framework.sections:
        about = f" {it.about}" if it.about else ""
        yield f"{days.sentence(f'{it.id}, {it.name}')}{about}"


def document(answer: FrameworkView) -> Document:
    """All that its file says."""
    framework = answer.framework
    return {
        "schema": "cpdlog/framework-view@1",
        "id": framework.id,
        "title": framework.title,
        "owner": framework.origin.owner or None,
        "file": framework.path,
        "confidence": framework.origin.confidence or None,
        "checked": iso(framework.origin.checked),
        "licence": framework.origin.licence or None,
        "scale": {
            "min": framework.scale.least,
            "max": framework.scale.most,
            "labels": {str(number): label for number, label in framework.scale.labels},
        },
        "sections": [it._asdict() for it in framework.sections],
        "notes": framework.notes or None,
    }


def rows(answer: FrameworkView) -> Iterator[tuple[str, ...]]:
    """A section a line."""
    yield ("id", "name", "group", "about")
    yield from answer.framework.sections
