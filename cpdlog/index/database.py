"""One file of SQLite with a row for each folder of a journal.

It can be made anew at any time, so it is not waited for (`synchronous=OFF`), and has no
write-ahead log, which leaves more files and fails on network folders (sqlite.org/wal.html).
"""

import marshal
import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from zlib import crc32

from cpdlog import __version__
from cpdlog.index.place import made_private
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.settings import Settings

NAME = "index.db"
PAGE = 32768  # bytes; a year of entries lies on three of them, and is read in an eighth of the time
PATIENCE = 0.2  # seconds that another cpdlog is waited for
LARGEST = 1 << 28  # bytes of a row
FORMAT = 3  # counted up where rows mean something else and no name of a field shows it
SHAPE = (Entry._fields, Goal.__match_args__, Settings.__match_args__)
VERSION = crc32(repr((FORMAT, __version__, marshal.version, SHAPE)).encode()) >> 1

# A damaged file makes SQLite say what is no UTF-8, on which Python fails.
FAULTS = (sqlite3.Error, UnicodeError, OSError)
# What says nothing about the file itself: others are at work, or the system refuses.
REFUSALS = (
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
)


class Database:
    """The file in one folder; whatever is done with it may raise one of `FAULTS`.

    Args:
        folder: Where the file lies, or is made.
        root: The journal's folder; rows of another one are not known.
    """

    def __init__(self, folder: str, root: str) -> None:
        made_private(folder)
        self.seed = crc32(os.fsencode(root), VERSION)
        self.file = sqlite3.connect(
            os.path.join(folder, NAME), timeout=PATIENCE, isolation_level=None
        )
        self.file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)

    @cached_property
    def current(self) -> bool:
        """Whether the rows are of this version."""
        self.file.execute("PRAGMA cache_size=1")  # a row is read once; this saves two megabytes
        return self.version() == VERSION

    def version(self) -> int:
        """The version of the file's rows; 0 of a new one."""
        number: int = self.file.execute("PRAGMA user_version").fetchone()[0]
        return number

    def get(self, folder: str) -> bytes | None:
        """The row of a folder, if it is whole."""
        if not self.current:
            return None
        asked = "SELECT checksum, data FROM folder WHERE path = ?"
        checksum, data = self.file.execute(asked, (folder,)).fetchone() or (None, None)
        whole = isinstance(data, bytes) and checksum == self.checksum(folder, data)
        return data if whole else None

    def put(self, rows: Mapping[str, bytes]) -> None:
        """Write the rows of some folders."""
        checked = [(folder, self.checksum(folder, data), data) for folder, data in rows.items()]
        self.file.execute(f"PRAGMA page_size={PAGE}")
        self.file.execute("PRAGMA synchronous=OFF")
        with self.file:
            self.file.execute("BEGIN IMMEDIATE")
            if self.version() != VERSION:  # looked at again: another cpdlog may have been quicker
                self.file.execute("DROP TABLE IF EXISTS folder")
                self.file.execute("CREATE TABLE folder (path TEXT PRIMARY KEY, checksum, data)")
                self.file.execute(f"PRAGMA user_version = {VERSION}")
            self.file.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", checked)

    def checksum(self, folder: str, data: bytes) -> int:
        """The checksum of all that a row must belong to: version, journal, folder and data."""
        return crc32(data, crc32(folder.encode(), self.seed))

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()


def is_damage(fault: Exception) -> bool:
    """Whether a fault is in the file, so that it has to be made anew."""
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return not isinstance(fault, OSError) and code & 0xFF not in REFUSALS


def remove(folder: str) -> bool:
    """Remove the file, and what SQLite keeps beside it; whether that was possible."""
    place = os.path.join(folder, NAME)
    try:
        for path in (place + "-journal", place):
            with suppress(FileNotFoundError):
                os.unlink(path)
    except OSError:
        return False
    return True
