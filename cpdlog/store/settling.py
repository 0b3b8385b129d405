"""Takes away what a sync wrote where two sides did not agree."""

from cpdlog.errors import CannotEdit
from cpdlog.store.journal import Journal
from cpdlog.text.conflict import settled


def settle(journal: Journal, path: str) -> bool:
    """Say that a file is settled; whether anything in it was in conflict.

    Raises:
        CannotEdit: The front matter cannot be read, so that nobody knows what is in conflict.
    """
    before = journal.content(path)
    after = settled(before)
    if after is None:
        raise CannotEdit(f"'{path}' cannot be read.", f"Mend it first: cpdlog edit {path}")
    journal.change(path, lambda _: after)
    return after != before
