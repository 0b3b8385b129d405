"""Changes that git keeps, each with what it did."""

from collections.abc import Iterable, Iterator
from functools import partial

from cpdlog.progress.past import Diffs
from cpdlog.render import documents, past
from cpdlog.render.blocks import FAINT, STRONG, Block, Chart, Gap, Line, Paper, Span, paragraph

LISTED = False


def blocks(answer: Diffs) -> Iterator[Block]:
    """A line for each change, and what it did below that."""
    if not answer.diffs:
        yield from past.blocks(answer.past)
    for place, (change, diff) in enumerate(zip(answer.past.changes, answer.diffs, strict=True)):
        if place:
            yield Gap()
        about = f"  {change.author}  {change.id[: past.SHORT]}"
        yield paragraph(f"{change.day}  ", Span(change.subject, STRONG), Span(about, FAINT))
        yield Chart(partial(as_it_is, diff))


def as_it_is(diff: str, _: Paper) -> Iterable[Line]:
    """The lines of a difference, as long as they are."""
    return [(Span(line),) for line in diff.rstrip("\n").split("\n")]


def sentences(answer: Diffs) -> Iterator[str]:
    """One sentence a change, and the lines of what it did."""
    for sentence, diff in zip(past.sentences(answer.past), answer.diffs, strict=True):
        yield sentence
        yield from diff.rstrip("\n").split("\n")


def document(answer: Diffs) -> documents.Document:
    """The whole list, with `diff` at each change."""
    changes = [
        {**change._asdict(), "diff": diff}
        for change, diff in zip(answer.past.changes, answer.diffs, strict=True)
    ]
    return {**past.document(answer.past), "changes": changes}


def rows(answer: Diffs) -> Iterator[tuple[str, ...]]:
    """As without differences: a table has no room for them."""
    return past.rows(answer.past)
