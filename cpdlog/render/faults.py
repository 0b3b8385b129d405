"""What `check` found: a line a fault, as compilers write them."""

from collections.abc import Iterator

from cpdlog.progress.faults import Faults
from cpdlog.render import documents
from cpdlog.render.blocks import BAD, GOOD, WARN, Block, Gap, Span, paragraph

LISTED = False
STYLES = {"error": BAD, "warning": WARN}


def blocks(answer: Faults) -> Iterator[Block]:
    """A paragraph a fault, then the count."""
    for it in answer.problems:
        yield paragraph(Span(f"{it.severity}: ", STYLES[it.severity]), str(it))
    if answer.problems:
        yield Gap()
    yield paragraph(Span(count(answer), BAD if answer.errors else GOOD))


def count(answer: Faults) -> str:
    """How many files were read and how many faults found."""
    warnings = len(answer.problems) - answer.errors
    files = f"{answer.files} {'file' if answer.files == 1 else 'files'} read"
    if not answer.problems:
        return f"{files}, no faults."
    return f"{files}: {numbered(answer.errors, 'error')}, {numbered(warnings, 'warning')}."


def numbered(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number or 'no'} {noun if number == 1 else noun + 's'}"


def sentences(answer: Faults) -> Iterator[str]:
    """The same."""
    yield from (f"{it.severity.capitalize()}: {it}" for it in answer.problems)
    yield count(answer)


def document(answer: Faults) -> documents.Document:
    """The whole list."""
    return {
        "schema": "cpdlog/check@1",
        "files": answer.files,
        "problems": [documents.problem(it) for it in answer.problems],
    }


def rows(answer: Faults) -> Iterator[tuple[str, ...]]:
    """One fault a line."""
    yield ("path", "line", "key", "severity", "message", "hint")
    for it in answer.problems:
        yield (it.path, str(it.line), it.key, it.severity, it.message, it.hint)
