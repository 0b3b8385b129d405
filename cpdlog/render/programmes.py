"""Where programmes stand: what is done, what is next, what there is to catch up on."""

from collections.abc import Iterator

from cpdlog.progress.programme import ItemReport, ProgrammeReport
from cpdlog.progress.programme_list import Followed
from cpdlog.render import days
from cpdlog.render import programme_words as words
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    PLAIN,
    STRONG,
    WARN,
    Bar,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)
from cpdlog.render.documents import Document, iso

LISTED = False
NONE = "No programme is begun. See which there are, and begin one:"
FIRST = ("cpdlog programme list", "cpdlog programme start cpd23-2011 --on mon")
ITEMS = (
    *(Column("", right=True), Column("item", cut=True), Column("topic", cut=True, yields=1)),
    *(Column("comes", yields=2), Column("state", cut=True), Column("")),
)


def blocks(answer: Followed) -> Iterator[Block]:
    """A section for each programme, or how to begin one."""
    if not answer.reports:
        yield paragraph(NONE)
        yield Steps(tuple(("", command) for command in FIRST))
    for place, report in enumerate(answer.reports):
        if place:
            yield Gap()
        yield from section(report)


def section(report: ProgrammeReport) -> Iterator[Block]:
    """One programme."""
    found = report.completion
    yield Heading(report.programme.title, words.begun(report))
    yield Gap()
    share = found.done / found.total if found.total else 0
    yield Table(
        (Column(""), Column("")),
        (row(Bar(share, None, GOOD if found.finished else PLAIN), words.tally(report)),),
    )
    yield Gap()
    yield Table(ITEMS, tuple(item_row(report, it) for it in report.items))
    yield from (paragraph(Span(line, style)) for line, style in remarks(report))
    if report.next:
        yield Gap()
        yield from next_blocks(report, report.next)


def item_row(report: ProgrammeReport, it: ItemReport) -> tuple[Cell, ...]:
    """One item."""
    item = it.item
    waits = it.done is not None and not it.reflected
    return row(
        str(item.number) if item.number else "",
        Span(item.title, FAINT if it.state in ("skipped", "break") else PLAIN),
        Span(item.topic, FAINT),
        Span(days.near(it.day, report.as_of) if it.day else "", FAINT),
        Span(words.state(it, report.as_of), words.STYLES[it.state]),
        Span("inbox" if waits else "", WARN),
    )


def remarks(report: ProgrammeReport) -> Iterator[tuple[str, str]]:
    """Badges, looking back, what waits for a reflection, and entries that name no item."""
    looks = [f"{it.item.number} {words.state(it, report.as_of)}" for it in report.reflections]
    if looks:
        yield f"To look back: {', '.join(looks)}.", FAINT
    for badge in report.badges:
        earned = f", earned {days.near(badge.earned, report.as_of)}" if badge.earned else ""
        yield f"Badge {badge.name}: {badge.done} of {badge.total}{earned}.", FAINT
    if report.completion.finished:
        yield f"{words.end(report).capitalize()}.", GOOD
    if report.strays:
        yield f"Entries that name an item which there is not: {', '.join(report.strays)}.", WARN


def next_blocks(report: ProgrammeReport, it: ItemReport) -> Iterator[Block]:
    """The next item, with what to do, what to reflect on, and what to type."""
    yield paragraph(Span("Next ", STRONG), f"{report.programme.handle(it.item)} {it.item.title}")
    for text in (it.item.task, it.item.prompt):
        if text:
            yield paragraph(Span(text, FAINT))
    yield Steps((("", words.command(report, it)),))


def sentences(answer: Followed) -> Iterator[str]:
    """The same in sentences."""
    if not answer.reports:
        yield f"{NONE} {FIRST[0]}"
    for report in answer.reports:
        yield f"{report.programme.title}, {words.begun(report)}: {words.tally(report)}."
        for it in report.items:
            if it.item.number:
                yield f"{it.item.number}, {it.item.title}: {words.state(it, report.as_of)}."
        yield from (line for line, _ in remarks(report))
        if report.next:
            handle, title = report.programme.handle(report.next.item), report.next.item.title
            yield f"Next: {handle}, {title}. Type: {words.command(report, report.next)}"


def document(answer: Followed) -> Document:
    """Each programme."""
    return {
        "schema": "cpdlog/programmes@1",
        "as_of": iso(answer.as_of),
        "programmes": [programme(report) for report in answer.reports],
    }


def programme(report: ProgrammeReport) -> Document:
    """One programme."""
    found = report.completion
    return {
        "id": report.programme.id,
        "title": report.programme.title,
        "file": report.programme.path,
        "started": iso(report.programme.started),
        **{key: value for key, value in found._asdict().items() if key != "finished"},
        "finished": iso(found.finished),
        "next": report.next.item.number if report.next else None,
        "items": [item(it) for it in report.items],
        "badges": [{**it._asdict(), "earned": iso(it.earned)} for it in report.badges],
        "strays": list(report.strays),
    }


def item(it: ItemReport) -> Document:
    """One item."""
    return {
        "n": it.item.number or None,
        "title": it.item.title,
        "topic": it.item.topic or None,
        "kind": it.item.kind,
        "optional": it.item.optional,
        "state": it.state,
        "date": iso(it.day),
        "done": iso(it.done),
        "entries": list(it.entries),
        "reflected": it.reflected,
        "reason": it.reason or None,
    }


def rows(answer: Followed) -> Iterator[tuple[str, ...]]:
    """An item a line."""
    yield ("programme", "n", "title", "topic", "comes", "state", "done", "entries")
    for report in answer.reports:
        for it in report.items:
            yield (
                *(report.programme.id, str(it.item.number or ""), it.item.title, it.item.topic),
                *(str(it.day or ""), it.state, str(it.done or ""), " ".join(it.entries)),
            )
