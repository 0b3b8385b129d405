"""What may identify people: a line a finding, with what to write instead."""

from collections.abc import Iterator

from cpdlog.model.visible import visible
from cpdlog.progress.exposure import Exposed, Exposure
from cpdlog.render import days, documents
from cpdlog.render.blocks import BAD, FAINT, GOOD, WARN, Block, Gap, Span, paragraph

LISTED = False


def blocks(answer: Exposure) -> Iterator[Block]:
    """A paragraph a finding, then the count."""
    for it in answer.found:
        yield paragraph(Span(f"{mark(it)}: ", style(it)), line(it))
    if answer.found:
        yield Gap()
    yield paragraph(Span(count(answer), BAD if answer.stops else GOOD))


def one_line_each(answer: Exposure) -> Iterator[str]:
    """A line a finding, however long, then the count."""
    yield from (visible(f"{mark(it)}: {line(it)}") for it in answer.found)
    yield count(answer)


def mark(it: Exposed) -> str:
    """`stop`, `look`, or `accepted`."""
    if it.finding.accepted:
        return "accepted"
    return "stop" if it.finding.stops else "look"


def style(it: Exposed) -> str:
    """How grave it is, beside the word."""
    return {"accepted": FAINT, "stop": BAD, "look": WARN}[mark(it)]


def line(it: Exposed) -> str:
    """Where it is, what it is, and what to write instead."""
    found = it.finding
    place = f"{it.path}:{found.line}:{found.column}"
    if found.accepted:
        return f"{place}: '{found.text}', because {found.accepted}"
    return f"{place}: '{found.text}': {found.reason} {found.suggestion}"


def count(answer: Exposure) -> str:
    """How many files were looked at and what was found."""
    files = f"{days.counted(answer.files, 'file')} looked at"
    number = len(answer.open)
    if not number:
        return f"{files}, nothing found. A pattern cannot see everything: read it as a stranger."
    return f"{files}: {days.counted(number, 'finding')} to look at."


def sentences(answer: Exposure) -> Iterator[str]:
    """The same."""
    yield from (f"{mark(it).capitalize()}: {line(it)}" for it in answer.found)
    yield count(answer)


def document(answer: Exposure) -> documents.Document:
    """Every finding."""
    return {
        "schema": "cpdlog/privacy@1",
        "files": answer.files,
        "stops": answer.stops,
        "findings": [{"path": it.path, **it.finding._asdict()} for it in answer.found],
    }


def rows(answer: Exposure) -> Iterator[tuple[str, ...]]:
    """One finding a line."""
    yield ("path", "line", "column", "severity", "detector", "text", "suggestion", "accepted")
    for path, it in answer.found:
        place = (path, str(it.line), str(it.column))
        yield (*place, it.severity, it.detector, it.text, it.suggestion, it.accepted)
