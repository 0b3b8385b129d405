"""Files of the journal: read without surprise, written whole, never over anyone's words.

A new file is made without a name in its own folder, brought to the disk, and only then linked to
its name, which fails where the name is taken; so no writer overwrites another, and a program that
is killed leaves either nothing or all. A file is replaced only while it says what its editor read.
Two cpdlogs cannot both pass that comparison, because it is made under a lock on the journal's
folder; another program is kept out by making it at the last moment.

A file with more than one hard link is replaced under the name that was given; its other names
keep the old text.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from cpdlog.errors import CannotEdit
from cpdlog.store.lock import locked, sharing
from cpdlog.store.newfile import (
    SUFFIX,
    TEMPORARY,
    TEMPORARY_NEW,
    claimed,
    names,
    new_file,
    settle,
    temporary,
)
from cpdlog.store.place import absolute, contained, joined, parts_of
from cpdlog.store.refusal import refused

LARGEST = 16 * 1024 * 1024  # bytes
LEFT_OVER = 3600  # seconds after which nobody is still writing a temporary file

READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY


def read_bytes(root: str, path: str, cap: int = LARGEST) -> bytes:
    """The content of an ordinary file; links are not followed, and a FIFO or device cannot hang it.

    Args:
        root: The journal's folder.
        path: Relative to it, with forward slashes.
        cap: The most bytes it may have.

    Raises:
        NotFound: There is no such file.
        CannotEdit: It is a link, no ordinary file, too large, or may not be read.
        UsageFault: The path does not stay inside the journal.
    """
    place = contained(root, path)
    try:
        handle = os.open(place, READING)
        try:
            return content(handle, path, cap)
        finally:
            os.close(handle)
    except OSError as error:
        raise refused(path, "read", error) from error


def content(handle: int, path: str, cap: int) -> bytes:
    """All bytes of an open ordinary file of at most `cap` bytes."""
    kind = os.fstat(handle)
    if not stat.S_ISREG(kind.st_mode):
        raise CannotEdit(f"'{path}' could not be read: it is not an ordinary file.")
    blocks, size = [], 0
    room = max(kind.st_size + 1, 4096)  # as a rule it all comes at once, and then nothing more
    while block := os.read(handle, min(cap + 1 - size, room)):
        blocks.append(block)
        size += len(block)
    if size > cap:
        raise CannotEdit(f"'{path}' could not be read: it is larger than {cap} bytes.")
    return b"".join(blocks)


def create(
    root: str,
    folder: str,
    stem: str,
    suffix: str,
    data: bytes,
    *,
    numbered: bool = True,
    mode: int = 0o666,
) -> str:
    """Write a new file, with the folders it needs, and never over one that is there.

    It takes the first free name of `stem`, `stem-2`, `stem-3`, … Nothing is listed or read, so it
    takes as long in a full folder as in an empty one.

    Args:
        root: The journal's folder, which must exist.
        folder: Relative to it; empty for the journal's folder itself.
        stem: The file's name without suffix.
        suffix: With its dot, or empty.
        data: The whole content.
        numbered: False refuses a name that is taken instead of counting on.
        mode: Rights, of which the user's umask takes away.

    Returns:
        The path of the new file, relative to the journal.

    Raises:
        WriteFailed: The disk refused; no file has appeared.
        CannotEdit: The name is taken, or the folder leads out of the journal.
        UsageFault: The path does not stay inside the journal.
    """
    path = joined(folder, stem + suffix)
    contained(root, path)
    with refusals(path, "written"):
        place = made_folder(root, folder)
        with new_file(place, data, mode) as link, sharing(root):
            name = claimed(link, place, names(stem, suffix, numbered=numbered))
        settle(place)
    return joined(folder, name)


def replace(root: str, path: str, data: bytes, expected: bytes) -> None:
    """Give a file new content at one stroke, if it still says what was read; it keeps its rights.

    Args:
        root: The journal's folder.
        path: Relative to it.
        data: The new content.
        expected: What the file must still say, byte for byte.

    Raises:
        CannotEdit: It was changed meanwhile, is a link, marked read-only or no ordinary file.
        NotFound: It is gone.
        WriteFailed: The disk refused; the file is as it was.
    """
    place = contained(root, path)
    with refusals(path, "edited"), locked(root):
        before = editable(place, path)
        with temporary(os.path.dirname(place), data, like=before) as source:
            unchanged(root, path, expected)
            os.replace(source, place)
        finish(os.path.dirname(place))


def remove(root: str, path: str, expected: bytes) -> None:
    """Remove a file, if it still says what was read; raises as `replace` does."""
    place = contained(root, path)
    with refusals(path, "removed"), locked(root):
        editable(place, path)
        unchanged(root, path, expected)
        os.unlink(place)
        finish(os.path.dirname(place))


def rename(
    root: str,
    old: str,
    folder: str,
    stem: str,
    suffix: str,
    *,
    data: bytes | None = None,
    expected: bytes | None = None,
) -> str:
    """Give a file another name, and new content where `data` is given; never over another file.

    It has one name at every moment. If the first name that is free is its own, it stays.

    Args:
        root: The journal's folder.
        old: The file, relative to the journal.
        folder: Where it goes, relative to the journal; made if need be.
        stem: Its new name without suffix, counted on as in `create`.
        suffix: With its dot.
        data: New content; None keeps what it says.
        expected: What it must still say; None where only its name matters.

    Returns:
        Its new path, relative to the journal. Raises as `create` and `replace` do.
    """
    place = contained(root, old)
    contained(root, joined(folder, stem + suffix))
    with refusals(old, "renamed"), locked(root):
        before = editable(place, old)
        target = made_folder(root, folder)
        with new_content(os.path.dirname(place), data, before) as source:
            if expected is not None:
                unchanged(root, old, expected)
            name = first_free(target, stem, suffix, place)
            move(place, os.path.join(target, name), source)
        finish(target)
        if target != os.path.dirname(place):
            finish(os.path.dirname(place))
    return joined(folder, name)


@contextmanager
def new_content(folder: str, data: bytes | None, like: os.stat_result) -> Iterator[str]:
    """A temporary file with the new content; no path where there is none."""
    if data is None:
        yield ""
        return
    with temporary(folder, data, like=like) as source:
        yield source


def first_free(folder: str, stem: str, suffix: str, mine: str) -> str:
    """The first of the names from `stem` on that is free, or is that of the file `mine`.

    Under the lock no other cpdlog takes it.
    """
    return next(
        name
        for name in names(stem, suffix)
        if (place := os.path.join(folder, name)) == mine or not os.path.lexists(place)
    )


def move(old: str, new: str, source: str) -> None:
    """Give a file the content of `source`, if there is one, and then its new name.

    A program that is killed between the two leaves the new words under the old name, so that the
    same command can be given again.
    """
    if source:
        os.replace(source, old)
    os.rename(old, new)


def finish(folder: str) -> None:
    """Bring the names in a folder to the disk, and clear away what killed writers left in it."""
    settle(folder)
    with suppress(OSError):
        clear(folder)


def clear(folder: str) -> None:
    """Remove the temporary files in a folder that was changed just now.

    Nobody else writes one under the lock, except new files on systems that make none without a
    name; those go after an hour.
    """
    now = os.stat(folder).st_mtime
    with os.scandir(folder) as found:
        ours = [it for it in found if it.name.startswith(TEMPORARY) and it.name.endswith(SUFFIX)]
    for left in ours:
        with suppress(OSError):
            age = now - left.stat(follow_symlinks=False).st_mtime
            if age > LEFT_OVER or not left.name.startswith(TEMPORARY_NEW):
                os.unlink(left.path)


@contextmanager
def refusals(path: str, done: str) -> Iterator[None]:
    """Tell what the system refuses inside as an error of ours; see `refused`."""
    try:
        yield
    except OSError as error:
        raise refused(path, done, error) from error


def editable(place: str, path: str) -> os.stat_result:
    """What kind of file stands there, if it is one that may be changed."""
    kind = os.lstat(place)
    if stat.S_ISLNK(kind.st_mode):
        raise CannotEdit(f"'{path}' is a symbolic link.", "Edit the file that it leads to.")
    if not stat.S_ISREG(kind.st_mode):
        raise CannotEdit(f"'{path}' is not an ordinary file.")
    if not kind.st_mode & 0o222 or not os.access(place, os.W_OK):
        raise CannotEdit(f"'{path}' is read-only.", "Make it writable, then repeat the command.")
    return kind


def unchanged(root: str, path: str, expected: bytes) -> None:
    """Refuse to go on if a file says anything else than was read."""
    if read_bytes(root, path, max(LARGEST, len(expected))) != expected:
        raise CannotEdit(
            f"'{path}' was changed meanwhile, so it was left as it is.", "Repeat the command."
        )


def made_folder(root: str, folder: str) -> str:
    """The absolute path of a folder of the journal, made if it is not there."""
    place = absolute(root)
    for part in parts_of(folder):
        above, place = place, os.path.join(place, part)
        if not os.path.isdir(place):
            with suppress(FileExistsError):
                os.mkdir(place)
            settle(above)
    return place
