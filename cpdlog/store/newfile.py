"""A new file: on the disk as a whole before it has its name, and never named over another."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count

from cpdlog.errors import CannotEdit, WriteFailed

TEMPORARY, SUFFIX = ".cpdlog-", ".tmp"

WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
# What file systems without hard links say (FAT, some network shares, Android).
NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
# What file systems say that cannot bring a folder to the disk on request.
NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


@contextmanager
def temporary(
    folder: str, data: bytes, mode: int = 0o666, like: os.stat_result | None = None
) -> Iterator[str]:
    """A file of `data`, on the disk, in the folder it is meant for; gone again at the end.

    Its name does not build on the final one, which may already be as long as names can be.
    """
    place = os.path.join(folder, f"{TEMPORARY}{os.urandom(8).hex()}{SUFFIX}")
    try:
        handle = os.open(place, WRITING, 0o600 if like else mode)
        try:
            write_all(handle, data)
            if like:
                resemble(handle, like)
            os.fsync(handle)
        finally:
            os.close(handle)
        yield place
    finally:
        with suppress(OSError):
            os.unlink(place)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte; the system may take them in parts."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def resemble(handle: int, like: os.stat_result) -> None:
    """Give an open file the rights of another, and its owner where the system lets us."""
    with suppress(PermissionError):
        os.fchown(handle, like.st_uid, like.st_gid)
    os.fchmod(handle, stat.S_IMODE(like.st_mode))


def names(stem: str, suffix: str) -> Iterator[str]:
    """`stem`, `stem-2`, `stem-3`, … with the suffix, without end."""
    return chain([stem + suffix], (f"{stem}-{number}{suffix}" for number in count(2)))


def claimed(source: str, folder: str, wanted: Iterable[str], mine: str = "") -> str:
    """Give the file `source` the first free of the `wanted` names in `folder`, and return it.

    Args:
        source: A whole file on the same disk; its own name may stay or go.
        folder: Absolute path.
        wanted: Names to try in turn.
        mine: A file that may be replaced, because it is the one being renamed.

    Raises:
        CannotEdit: All of them are taken.
    """
    for name in wanted:
        place = os.path.join(folder, name)
        if place == mine:
            os.replace(source, place)
            return name
        if claim(source, place):
            return name
    raise CannotEdit(f"There is already a file '{place}'.", "Choose another name.")


def claim(source: str, place: str) -> bool:
    """Name a file `place`, or say that this name is taken."""
    try:
        os.link(source, place)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return claim_without_link(source, place)
    return True


def claim_without_link(source: str, place: str) -> bool:
    """The same where there are no hard links: the name is reserved by an empty file first."""
    try:
        os.close(os.open(place, WRITING))
    except FileExistsError:
        return False
    try:
        os.replace(source, place)
    except OSError:
        os.unlink(place)
        raise
    return True


def settle(folder: str) -> None:
    """Bring the names in a folder to the disk, so that they outlast a power cut."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in NO_SYNC:
            raise WriteFailed(
                f"'{folder}' was changed, but the disk reported an error ({error.strerror}).",
                "Look whether the file is there, and copy the journal to another disk soon.",
            ) from error
