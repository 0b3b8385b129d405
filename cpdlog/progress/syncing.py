"""What a sync did."""

from typing import NamedTuple


class SyncReport(NamedTuple):
    """What went to the other repository and what came from there.

    Attributes:
        remote: What git calls it.
        received: How many commits came.
        sent: How many went.
        conflicts: Files of which a person must choose, each with its keys.
        moved: Files of ours that got another name: old, new.
        kept: Files that one side removed and the other changed.
        uncommitted: Files of the journal that are not in git as they are, so that they stay here.
        command: What commits those.
    """

    remote: str
    received: int
    sent: int
    conflicts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()
    uncommitted: tuple[str, ...] = ()
    command: str = ""
