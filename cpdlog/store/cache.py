"""The port for remembering what was read, so that an unchanged file is not read again.

`cpdlog.index` keeps it in SQLite, `NoCache` remembers nothing, and every answer is the same.
"""

from typing import Any, NamedTuple, Protocol

from cpdlog.store.walk import Seen


class Kept(NamedTuple):
    """What was made of the files of one folder.

    Attributes:
        files: How they looked when they were read, by name.
        made: What was made of them, in plain values: tuples, texts, whole numbers and None.
    """

    files: tuple[Seen, ...]
    made: Any


NOTHING = Kept((), ())


class Cache(Protocol):
    """What was made of the files of one journal.

    Attributes:
        settled: Files that changed after this moment, in nanoseconds since the epoch, are not to
            be kept. One may change again so soon that it looks the same (git's documentation,
            technical/racy-git.txt).
    """

    settled: int

    def known(self, folder: str, /) -> Kept:
        """What is remembered of one folder; empty where nothing is."""

    def keep(self, folder: str, kept: Kept, /) -> None:
        """Remember what was made of one folder, instead of what is known of it."""

    def close(self) -> None:
        """Bring what is to be remembered to its place."""


class NoCache:
    """Remembers nothing."""

    settled = 0

    def known(self, _folder: str, /) -> Kept:
        """Nothing."""
        return NOTHING

    def keep(self, _folder: str, _kept: Kept, /) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
