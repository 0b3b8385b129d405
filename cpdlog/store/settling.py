"""Takes away what a sync wrote where two sides did not agree."""

from cpdlog.errors import CannotEdit
from cpdlog.store.journal import Journal
from cpdlog.text.conflict import BODY, notes, settled
from cpdlog.text.parts import cut


def settle(journal: Journal, path: str) -> list[tuple[str, str]] | None:
    """Say that a file is settled.

    Returns:
        Each key that was in conflict, with a value that is let go; None where nothing was.

    Raises:
        CannotEdit: The front matter cannot be read, so that nobody knows what is in conflict.
    """
    before = journal.content(path)
    parts, after = cut(before), settled(before)
    if parts is None or after is None:
        raise CannotEdit(f"'{path}' cannot be read.", f"Mend it first: cpdlog edit {path}")
    if after == before:
        return None
    journal.change(path, lambda _: after)
    return [note for note in notes(parts.values()) or [] if note[0] != BODY]
