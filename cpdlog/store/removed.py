"""Removed files, kept where a journal without git can get them back from.

The folder belongs to the user's state and not to the journal, and only its owner may look into it:
`$XDG_STATE_HOME/cpdlog/removed`, which the caller names. In it a folder for each journal, and in
that one a numbered folder for each removal, with the file under its path in the journal.
"""

import os
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from cpdlog.store import files, walk
from cpdlog.store.drafts import OWNER_ONLY, make_private

ANY_SIZE = 1 << 62  # bytes; evidence may be large


class Removed(NamedTuple):
    """A file that was removed: its path in the journal, when, in nanoseconds, and its number."""

    path: str
    removed_ns: int
    number: int


def keep(folder: str, root: str, path: str, data: bytes) -> int:
    """Keep what a file said, before it is removed.

    Args:
        folder: The folder for removed files, absolute; made if it is not there.
        root: The journal's folder.
        path: The file, relative to it.
        data: What it said.

    Returns:
        The number it is kept under.

    Raises:
        WriteFailed: The disk refused; the file should stay.
    """
    place = of_journal(folder, root)
    with files.refusals(folder, "written"):
        make_private(place)
        number = next(number for number in count(1) if free(os.path.join(place, str(number))))
    within, name = os.path.split(path)
    stem, suffix = os.path.splitext(name)
    files.create(f"{place}/{number}", within, stem, suffix, data, mode=0o600)
    return number


def free(place: str) -> bool:
    """Make a folder for its owner alone, or say that there is one already."""
    with suppress(FileExistsError):
        os.mkdir(place, OWNER_ONLY)
        return True
    return False


def kept(folder: str, root: str) -> list[Removed]:
    """The files that were removed from a journal, the latest first."""
    place = of_journal(folder, root)
    found = []
    for seen in walk.scan(place, "", ""):
        number, _, within = seen.path.partition("/")
        if number.isdecimal():
            found += [
                Removed(walk.below(within, it.name), it.mtime_ns, int(number)) for it in seen.files
            ]
    return sorted(found, key=lambda it: (-it.removed_ns, -it.number))


def restore(folder: str, root: str, removed: Removed) -> None:
    """Bring a removed file back to its path, and no longer keep it.

    Raises:
        CannotEdit: There is a file of that name again.
        NotFound: It is not kept any more.
        WriteFailed: The disk refused; it is still kept.
    """
    place = f"{of_journal(folder, root)}/{removed.number}"
    data = files.read_bytes(place, removed.path, ANY_SIZE)
    within, name = os.path.split(removed.path)
    stem, suffix = os.path.splitext(name)
    files.create(root, within, stem, suffix, data, numbered=False)
    forget(place, removed.path)


def forget(place: str, path: str) -> None:
    """Remove a kept file and the folders that held it."""
    with suppress(OSError):
        os.unlink(os.path.join(place, path))
        while path:
            path = os.path.dirname(path)
            os.rmdir(os.path.join(place, path))


def of_journal(folder: str, root: str) -> str:
    """The folder for what was removed from one journal, by the journal's real path."""
    from hashlib import sha256

    return os.path.join(folder, sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:20])
