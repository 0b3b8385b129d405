"""The port for remembering what was read, so that an unchanged file is not read again.

`cpdlog.index` keeps it in SQLite, `NoCache` remembers nothing, and every answer is the same.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from cpdlog.store.walk import Seen


class Kept(NamedTuple):
    """What was made of a file, and how the file looked in its folder then."""

    seen: Seen
    data: bytes


class Cache(Protocol):
    """What was made of the files of one journal."""

    def known(self, folder: str, /) -> Mapping[str, Kept]:
        """What is remembered of the files in one folder, by name; empty where nothing is."""

    def keep(self, folder: str, kept: Iterable[Kept], gone: Iterable[str], /) -> None:
        """Remember files that were read, and forget those that are no longer there."""

    def close(self) -> None:
        """Bring what is to be remembered to its place."""


class NoCache:
    """Remembers nothing."""

    def known(self, _folder: str, /) -> Mapping[str, Kept]:
        """Nothing."""
        return {}

    def keep(self, _folder: str, _kept: Iterable[Kept], _gone: Iterable[str], /) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""
