"""Reads many files at once on two cores, where they are so many that a second process pays.

It is a copy of this one (`fork`), which reads the second half and sends back what it made of that
in plain values. Where there is no `fork`, or the copy fails, everything is read here.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from cpdlog.store.row import dumped, loaded

T = TypeVar("T")

MANY = 150  # files; starting a second process costs as much as reading forty


def read_all(
    paths: Sequence[str],
    read: Callable[[str], T],
    plain: Callable[[tuple[T, ...]], Any],
    whole: Callable[[Any], tuple[T, ...]],
) -> tuple[T, ...]:
    """What each file says, in their order.

    Args:
        paths: The files.
        read: What one file says.
        plain: What several say, in plain values.
        whole: And back.
    """
    if len(paths) < MANY or not hasattr(os, "fork") or (os.cpu_count() or 1) == 1:
        return tuple(map(read, paths))
    half = len(paths) // 2
    theirs = paths[half:]
    process, answer = begun(lambda: dumped(plain(tuple(map(read, theirs)))))
    ours = tuple(map(read, paths[:half]))
    with open(answer, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(process, 0)
    return ours + (tuple(map(read, theirs)) if status else whole(loaded(data)))


def begun(work: Callable[[], bytes]) -> tuple[int, int]:
    """A second process that does some work, and the end of a pipe at which its answer comes out."""
    answer, end = os.pipe()
    process = os.fork()
    if process:
        os.close(end)
        return process, answer
    status = 1
    with suppress(BaseException):  # nothing of this copy may go on, whatever happens
        with open(end, "wb") as pipe:
            pipe.write(work())
        status = 0
    os._exit(status)
