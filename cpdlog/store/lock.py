"""One cpdlog at a time changes the files of a journal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from cpdlog.errors import CannotEdit

PAUSE, PATIENCE = 0.01, 500  # seconds between two tries; tries


@contextmanager
def locked(root: str) -> Iterator[None]:
    """Keep other cpdlogs from changing files of this journal meanwhile.

    The lock is on the folder itself, so that nothing is left lying about, and the system lifts it
    from a program that dies.
    """
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        take_turn(handle)
        yield
    finally:
        os.close(handle)


def take_turn(handle: int) -> None:
    """Wait for the lock on an open folder, at most five seconds."""
    import fcntl
    import time

    for _ in range(PATIENCE):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return  # a file system without locks; the comparison still guards
        else:
            return
    raise CannotEdit("Another cpdlog is changing this journal.", "Let it end, then try again.")
