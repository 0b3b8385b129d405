"""What a sync did, and what is left to choose."""

from collections.abc import Iterator

from cpdlog.progress.syncing import SyncReport
from cpdlog.render import days, documents
from cpdlog.render.blocks import GOOD, WARN, Block, Gap, Span, Steps, paragraph

LISTED = False


def blocks(answer: SyncReport) -> Iterator[Block]:
    """What went and came, what was done about the rest, and what to type."""
    yield paragraph(Span(summary(answer), GOOD))
    for line in notes(answer):
        yield paragraph(line)
    if answer.uncommitted:
        yield Gap()
        yield paragraph(Span(left(answer), WARN))
        yield Steps((("", answer.command),))
    if answer.conflicts:
        yield Gap()
        yield paragraph(Span("Both sides changed these, and not to the same:", WARN))
        yield Steps(tuple(step(path, keys) for path, keys in answer.conflicts))


def summary(answer: SyncReport) -> str:
    """How many changes went and came."""
    if not answer.received and not answer.sent:
        what = "No new commit" if answer.uncommitted else "Nothing new"
        return f"{what}, here or at {answer.remote}."
    came = days.counted(answer.received, "change")
    went = days.counted(answer.sent, "change")
    return f"{came} received from {answer.remote}, {went} sent."


def notes(answer: SyncReport) -> Iterator[str]:
    """Files with another name, and files that were to be removed."""
    yield from (f"{old} is {new} now: the name was taken." for old, new in answer.moved)
    yield from (f"{path} stays: one side removed it, the other changed it." for path in answer.kept)


def left(answer: SyncReport) -> str:
    """How many files were not sent, because git does not have them as they are."""
    number = len(answer.uncommitted)
    files, were = days.counted(number, "file"), "was" if number == 1 else "were"
    first = answer.uncommitted[0] if number == 1 else f"{answer.uncommitted[0]} and others"
    return f"{files} of the journal ({first}) {were} not sent: not committed yet."


def step(path: str, keys: tuple[str, ...]) -> tuple[str, str]:
    """What to choose, and how to say that it is settled."""
    return f"{path}: {days.listed(list(keys))}", f"cpdlog resolve {path}"


def sentences(answer: SyncReport) -> Iterator[str]:
    """The same."""
    yield summary(answer)
    yield from notes(answer)
    for path, keys in answer.conflicts:
        why, command = step(path, keys)
        yield f"Both sides changed {why}. Settle it, then type: {command}"
    if answer.uncommitted:
        yield f"{left(answer)} Type: {answer.command}"


def document(answer: SyncReport) -> documents.Document:
    """The whole of it."""
    return {
        "schema": "cpdlog/sync@1",
        "remote": answer.remote,
        "received": answer.received,
        "sent": answer.sent,
        "conflicts": [{"path": path, "keys": list(keys)} for path, keys in answer.conflicts],
        "moved": [{"from": old, "to": new} for old, new in answer.moved],
        "kept": list(answer.kept),
        "uncommitted": list(answer.uncommitted),
    }


def rows(answer: SyncReport) -> Iterator[tuple[str, ...]]:
    """What is left to choose."""
    yield ("path", "keys")
    yield from ((path, " ".join(keys)) for path, keys in answer.conflicts)
