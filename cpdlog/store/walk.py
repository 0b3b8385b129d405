"""What files there are, folder by folder; nothing is skipped without a word.

Links are not followed: a link to a folder above would count everything twice, and one that leads
out of the journal would show somebody else's file as an entry.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import NamedTuple

from cpdlog.model.problem import Problem


class Seen(NamedTuple):
    """A file as its folder shows it; the rest tells whether it is still the one that was read."""

    name: str
    mtime_ns: int
    ctime_ns: int
    size: int
    inode: int


class Folder(NamedTuple):
    """One folder.

    Attributes:
        path: Relative to the journal.
        files: The ordinary files with the suffix that was asked for, by name.
        problems: What in it could not be taken for a file or looked into.
    """

    path: str
    files: tuple[Seen, ...]
    problems: tuple[Problem, ...]


def walk(
    root: str, folder: str, suffix: str, skip: tuple[str, ...] = ()
) -> tuple[list[str], list[Problem]]:
    """The journal-relative paths of all files below `folder`, sorted, and the problems met.

    Args as for `scan`.
    """
    paths: list[str] = []
    problems: list[Problem] = []
    for found in scan(root, folder, suffix, skip):
        paths += [below(found.path, seen.name) for seen in found.files]
        problems += found.problems
    return sorted(paths), sorted(problems)


def scan(root: str, folder: str, suffix: str, skip: tuple[str, ...] = ()) -> Iterator[Folder]:
    """Every folder from `folder` down, each before those inside it, the last name first.

    So what is newest comes first where folders are years. A `folder` that is not there yields
    nothing.

    Args:
        root: The journal's folder.
        folder: Relative to it.
        suffix: How the names of the wanted files end.
        skip: Names that are passed over, as are those that begin with `.` or `_`.
    """
    if os.path.islink(os.path.join(root, folder)):
        yield Folder(folder, (), (linked(folder),))
        return
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        looked = look(root, path, suffix, skip)
        if looked is not None:
            found, inside = looked
            yield found
            waiting += [below(path, name) for name in sorted(inside)]


def look_at(root: str, path: str) -> Seen | None:
    """One ordinary file by its path; None where there is none."""
    try:
        kind = os.lstat(os.path.join(root, path))
    except OSError:
        return None
    if not stat.S_ISREG(kind.st_mode):
        return None
    name = os.path.basename(path)
    return Seen(name, kind.st_mtime_ns, kind.st_ctime_ns, kind.st_size, kind.st_ino)


def look(
    root: str, path: str, suffix: str, skip: tuple[str, ...]
) -> tuple[Folder, list[str]] | None:
    """One folder and the names of the folders in it; None where there is no such folder."""
    files: list[tuple[str, int, int, int, int]] = []
    folders: list[str] = []
    problems: list[Problem] = []
    try:
        with names(os.path.join(root, path)) as found:
            for item in found:
                name = item.name
                if name[0] in "._" or name in skip:
                    continue
                if name.endswith(suffix) or item.is_dir():
                    sort_out(item, path, files, folders, problems)
    except FileNotFoundError:
        return None
    except OSError as error:
        problems.append(unreadable(path, error))
    files.sort()
    # `Seen(…)` for each, in a third of the time: this is done for every file at every command.
    seen = tuple(map(tuple.__new__, repeat(Seen), files))
    return Folder(path, seen, tuple(sorted(problems))), folders


@contextmanager
def names(place: str) -> "Iterator[Iterator[os.DirEntry[str]]]":
    """The names in a folder; each is looked up there, and not from the root of the disk again."""
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(handle) as found:
            yield found
    finally:
        os.close(handle)


def sort_out(
    item: "os.DirEntry[str]",
    folder: str,
    files: list[tuple[str, int, int, int, int]],
    folders: list[str],
    problems: list[Problem],
) -> None:
    """Put one name of a folder where it belongs."""
    name = item.name
    try:
        if (name.isascii() or is_utf8(name)) and item.is_file(follow_symlinks=False):
            it = item.stat(follow_symlinks=False)
            files.append((name, it.st_mtime_ns, it.st_ctime_ns, it.st_size, it.st_ino))
        elif item.is_symlink():
            problems.append(linked(below(folder, name)))
        elif not is_utf8(name):
            problems.append(misnamed(below(folder, name)))
        elif item.is_dir(follow_symlinks=False):
            folders.append(name)
        else:
            problems.append(Problem(below(folder, name), 0, "", "This is not an ordinary file."))
    except FileNotFoundError:
        return  # removed while we looked
    except OSError as error:
        problems.append(unreadable(below(folder, name), error))


def below(folder: str, name: str) -> str:
    """The path of a name in a folder, which is empty for the journal itself."""
    return f"{folder}/{name}" if folder else name


def is_utf8(name: str) -> bool:
    """Whether a name can be told to people and written into other files."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def linked(path: str) -> Problem:
    """A symbolic link stands where a file or folder should."""
    message = "This is a symbolic link; links are not followed."
    return Problem(shown(path), 0, "", message, "Put the file itself there.")


def misnamed(path: str) -> Problem:
    """A name that is not UTF-8."""
    return Problem(shown(path), 0, "", "This name is not UTF-8.", "Rename it.")


def unreadable(path: str, error: OSError) -> Problem:
    """A folder or file that the system does not let us look at."""
    reason = (error.strerror or str(error)).lower()
    message = f"This cannot be read ({reason}), and nothing in it is counted."
    return Problem(shown(path), 0, "", message, "Look at its rights.")


def shown(path: str) -> str:
    """`path` with the bytes that are not UTF-8 escaped, so that it can be printed."""
    return os.fsencode(path).decode(errors="backslashreplace")
