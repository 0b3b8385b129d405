"""A new file: on the disk as a whole before it has its name, and never named over another."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count

from cpdlog.errors import CannotEdit, WriteFailed

# Temporary files: of new files, which are made without a lock, and all others.
TEMPORARY_NEW, TEMPORARY, SUFFIX = ".cpdlog-new-", ".cpdlog-", ".tmp"
OPEN_FILES = "/proc/self/fd"

WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
# What file systems without hard links say (FAT, some network shares, Android).
NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
# What systems say that make no file without a name (open(2)).
NO_NAMELESS = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.EISDIR, errno.EINVAL, errno.ENOSYS}
# What file systems say that cannot bring a folder to the disk on request.
NO_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


@contextmanager
def new_file(folder: str, data: bytes, mode: int) -> Iterator[Callable[[str], None]]:
    """A new file on the disk; yields what gives it its name, by absolute path.

    It has no name before, where the system can do that (open(2), O_TMPFILE), so that a program
    that is killed leaves nothing. A name that is taken is a FileExistsError.

    Args:
        folder: Absolute path of the folder that it is meant for.
        data: The whole content.
        mode: Rights, of which the user's umask takes away.
    """
    handle = nameless(folder, mode)
    if handle is None:
        with temporary(folder, data, mode, TEMPORARY_NEW) as source:
            yield partial(link_or_move, source)
        return
    try:
        fill(handle, data)
        yield partial(link_nameless, handle, data, mode)
    finally:
        os.close(handle)


def nameless(folder: str, mode: int) -> int | None:
    """A new file without a name, open; None where the system makes none."""
    if not os.path.isdir(OPEN_FILES):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, mode)
    except OSError as error:
        if error.errno in NO_NAMELESS:
            return None
        raise


def link_nameless(handle: int, data: bytes, mode: int, place: str) -> None:
    """Give an open file a name; where it can have none, its content in another file."""
    try:
        os.link(f"{OPEN_FILES}/{handle}", place, src_dir_fd=handle)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        with temporary(os.path.dirname(place), data, mode, TEMPORARY_NEW) as source:
            link_or_move(source, place)


@contextmanager
def temporary(
    folder: str,
    data: bytes,
    mode: int = 0o600,
    prefix: str = TEMPORARY,
    like: os.stat_result | None = None,
) -> Iterator[str]:
    """A file of `data`, on the disk, in the folder it is meant for; gone again at the end.

    Its name does not build on the final one, which may already be as long as names can be.

    Args:
        folder: Absolute path.
        data: The whole content.
        mode: Rights, of which the user's umask takes away.
        prefix: How its name begins.
        like: A file whose rights and owner it gets.
    """
    place = os.path.join(folder, f"{prefix}{os.urandom(8).hex()}{SUFFIX}")
    try:
        handle = os.open(place, WRITING, mode)
        try:
            fill(handle, data, like)
        finally:
            os.close(handle)
        yield place
    finally:
        with suppress(OSError):
            os.unlink(place)


def fill(handle: int, data: bytes, like: os.stat_result | None = None) -> None:
    """Write the content of an open file, and bring it to the disk."""
    write_all(handle, data)
    if like:
        resemble(handle, like)
    os.fsync(handle)


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


def names(stem: str, suffix: str, *, numbered: bool = True) -> Iterator[str]:
    """`stem`, `stem-2`, `stem-3`, … with the suffix, without end; or the first of them alone."""
    yield stem + suffix
    if numbered:
        yield from (f"{stem}-{number}{suffix}" for number in count(2))


def claimed(link: Callable[[str], None], folder: str, wanted: Iterable[str]) -> str:
    """Give a file the first free of the `wanted` names in `folder`, and return it.

    Args:
        link: Gives it a name, by absolute path; fails where that is taken.
        folder: Absolute path.
        wanted: Names to try in turn.

    Raises:
        CannotEdit: All of them are taken.
    """
    for name in wanted:
        place = os.path.join(folder, name)
        with suppress(FileExistsError):
            link(place)
            return name
    raise CannotEdit(f"There is already a file '{place}'.", "Choose another name.")


def link_or_move(source: str, place: str) -> None:
    """Give a file the name `place`, also where there are no hard links.

    There the name is reserved by an empty file first.
    """
    try:
        os.link(source, place)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        os.close(os.open(place, WRITING))
        try:
            os.replace(source, place)
        except OSError:
            os.unlink(place)
            raise


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
