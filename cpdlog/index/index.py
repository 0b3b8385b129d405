"""The index of a journal: remembers what was read, and is done without wherever it fails.

A fault never reaches anybody: a damaged file is removed and made anew, and where there is a lock,
no room or no right to write, every file is read as if there were no index.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from cpdlog.store.cache import NOTHING, Kept
from cpdlog.store.row import dumped, loaded

if TYPE_CHECKING:
    from cpdlog.index.database import Database

T = TypeVar("T")

MOMENT = 2_000_000_000  # nanoseconds: the coarsest clocks of file systems tick every two seconds


class Index:
    """What is remembered of one journal.

    Args:
        folder: Where the index lies.
        root: The journal's folder, absolute.
        now: Nanoseconds since the epoch, before any file is looked at.
    """

    def __init__(self, folder: str, root: str, now: int) -> None:
        self.folder = folder
        self.root = root
        self.settled = now - MOMENT
        self.usable = True
        self.database: Database | None = None
        self.changed: dict[str, bytes] = {}

    def known(self, folder: str, /) -> Kept:
        """What is remembered of one folder; empty where nothing is."""
        data = self.changed.get(folder) or self.attempt(lambda database: database.get(folder))
        return Kept(*loaded(data)) if data else NOTHING

    def keep(self, folder: str, kept: Kept, /) -> None:
        """Remember what was made of one folder; it is written when the index is closed."""
        self.changed[folder] = packed(kept)  # bytes: values would take six times the room

    def close(self) -> None:
        """Write what changed, at one stroke, and let go of the file."""
        if self.changed:
            self.attempt(lambda database: database.put(self.changed))
        self.let_go()

    def attempt(self, act: Callable[["Database"], T]) -> T | None:
        """Do something with the database, or nothing where that fails."""
        if not self.usable:
            return None
        from cpdlog.index.database import FAULTS, Database, is_damage, remove

        try:
            if self.database is None:
                self.database = Database(self.folder, self.root)
            return act(self.database)
        except FAULTS as fault:
            self.let_go()
            self.usable = is_damage(fault) and remove(self.folder)
            return None

    def let_go(self) -> None:
        """Close the file, if it is open."""
        if self.database is not None:
            self.database.close()
            self.database = None


def packed(kept: Kept) -> bytes:
    """What was made of a folder, as bytes."""
    return dumped((tuple(map(tuple, kept.files)), kept.made))
