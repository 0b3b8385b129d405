"""A programme to look at: its items, with what to do and what to reflect on."""

import shlex
from collections.abc import Iterator
from datetime import date

from cpdlog.model.programme import Item, Programme
from cpdlog.progress.programme_list import ProgrammeView
from cpdlog.render import days
from cpdlog.render.blocks import FAINT, STRONG, Block, Gap, Heading, Span, Steps, paragraph
from cpdlog.render.documents import Document, iso
from cpdlog.render.requirement import source_words

LISTED = False


def blocks(answer: ProgrammeView) -> Iterator[Block]:
    """Heading, items, notes, sources, and how to begin."""
    programme = answer.programme
    yield Heading(programme.title, programme.origin.owner)
    yield paragraph(Span(origin(programme), FAINT))
    for item in programme.items:
        yield Gap()
        yield paragraph(Span(heading(item), STRONG), Span(about(programme, item), FAINT))
        for text in (item.task, item.prompt):
            if text:
                yield paragraph(text)
    if programme.notes:
        yield Gap()
        yield paragraph(Span(programme.notes, FAINT))
    yield Gap()
    for source in programme.origin.sources:
        yield paragraph(Span(f"- {source_words(source)} {source.url}".rstrip(), FAINT))
    if programme.started is None:
        yield Gap()
        yield Steps((("", f"cpdlog programme start {shlex.quote(programme.id)} --on mon"),))


def origin(programme: Programme) -> str:
    """Its file, and when that was held against its sources."""
    words = [programme.path, f"{days.counted(len(programme.numbered), 'item')}"]
    found = programme.origin
    if found.confidence:
        words.append(found.confidence)
    if found.checked:
        words.append(f"checked {days.near(found.checked, date.min)}")
    return ", ".join(words)


def heading(item: Item) -> str:
    """`14  Zotero, Mendeley, CiteULike`."""
    return f"{item.number}  {item.title}" if item.number else item.title


def about(programme: Programme, item: Item) -> str:
    """Its week or day, topic, kind, levels and badge."""
    day = programme.day_of(item)
    words = [
        f"week {item.week}" if item.week else "",
        days.near(day, date.min) if day else "",
        item.topic,
        item.kind if item.kind != "thing" else "",
        "optional" if item.optional else "",
        " or ".join(item.levels),
        f"badge {item.badge}" if item.badge else "",
        f"not sure: {', '.join(item.unsure)}" if item.unsure else "",
    ]
    return f"  {', '.join(filter(None, words))}"


def sentences(answer: ProgrammeView) -> Iterator[str]:
    """The same in sentences."""
    programme = answer.programme
    yield f"{programme.title}: {origin(programme)}."
    for item in programme.items:
        yield days.sentence(f"{heading(item)},{about(programme, item)[1:]}")
        yield from (f"  {text}" for text in (item.task, item.prompt) if text)


def document(answer: ProgrammeView) -> Document:
    """All that its file says."""
    programme = answer.programme
    return {
        "schema": "cpdlog/programme-view@1",
        "as_of": iso(answer.as_of),
        "id": programme.id,
        "title": programme.title,
        "owner": programme.origin.owner or None,
        "file": programme.path,
        "confidence": programme.origin.confidence or None,
        "checked": iso(programme.origin.checked),
        "started": iso(programme.started),
        "items": [item_document(programme, item) for item in programme.items],
        "notes": programme.notes or None,
    }


def item_document(programme: Programme, item: Item) -> Document:
    """One item."""
    return {
        "n": item.number or None,
        "title": item.title,
        "topic": item.topic or None,
        "task": item.task or None,
        "prompt": item.prompt or None,
        "week": item.week,
        "date": iso(programme.day_of(item)),
        "kind": item.kind,
        "optional": item.optional,
        "level": list(item.levels),
        "badge": item.badge or None,
        "unsure": list(item.unsure),
    }


def rows(answer: ProgrammeView) -> Iterator[tuple[str, ...]]:
    """An item a line."""
    yield ("n", "title", "topic", "week", "date", "kind", "task", "prompt")
    for item in answer.programme.items:
        day = str(answer.programme.day_of(item) or "")
        week = str(item.week or "")
        number = str(item.number or "")
        yield (number, item.title, item.topic, week, day, item.kind, item.task, item.prompt)
