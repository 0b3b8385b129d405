"""One cpdlog at a time changes the files of a journal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from cpdlog.errors import CannotEdit

PAUSE, PATIENCE = 0.01, 500  # seconds between two tries; tries


@contextmanager
def locked(root: str) -> Iterator[None]:
    """Keep other cpdlogs from changing files of this journal meanwhile.

    The lock is on the folder itself, so that nothing is left lying about, and the system lifts it
    from a program that dies.
    """
    import fcntl

    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        take_turn(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def sharing(root: str) -> Iterator[None]:
    """Keep other cpdlogs from renaming files meanwhile, though not from making new ones.

    Where one of them does not come to an end, it is not waited for: what is new is saved.
    """
    import fcntl

    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(CannotEdit):
            take_turn(handle, fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)


def take_turn(handle: int, kind: int) -> None:
    """Wait for a lock on an open folder, at most five seconds."""
    import fcntl
    import time

    for _ in range(PATIENCE):
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return  # a file system without locks; the comparison still guards
        else:
            return
    raise CannotEdit("Another cpdlog is changing this journal.", "Let it end, then try again.")
