"""Pages and pictures for other people, which may stand outside the journal.

One replaces a page, a picture or an empty file, and nothing else that somebody may have written;
and only while that says what it said when the command began.
"""

import os
from typing import NamedTuple

from cpdlog.errors import CannotEdit, WriteFailed
from cpdlog.store import files

LARGEST = 256 * 1024 * 1024  # bytes of an older page
MARK = b"\xef\xbb\xbf"  # of the byte order
BEGINNINGS = (b"<!doctype html", b"<svg", b"<?xml")
LONGEST = max(map(len, BEGINNINGS))


class Target(NamedTuple):
    """Where a page goes.

    Attributes:
        typed: As the user names it.
        folder: The folder it stands in, absolute.
        name: Its name there.
        before: What is there already; None for nothing.
    """

    typed: str
    folder: str
    name: str
    before: bytes | None


def target(typed: str) -> Target:
    """The place that a user named for a page.

    Raises:
        CannotEdit: Something is there that is no page.
        WriteFailed: Its folder is not there.
    """
    place = os.path.realpath(typed)
    if os.path.isdir(place) or typed.endswith("/"):
        raise CannotEdit(f"'{typed}' is a folder.", "Give the name of a file.")
    folder, name = os.path.split(place)
    if not os.path.isdir(folder):
        raise WriteFailed(f"'{typed}' could not be written: its folder is not there.")
    return Target(typed, folder, name, page(place, typed) if os.path.lexists(place) else None)


def page(place: str, typed: str) -> bytes:
    """The page that stands at an absolute path.

    Raises:
        CannotEdit: It is none, or may not be replaced.
    """
    with files.refusals(typed, "written"):
        files.editable(place, typed)
    data = files.read_bytes(*os.path.split(place), LARGEST)
    if not is_page(data):
        raise CannotEdit(
            f"'{typed}' is there already and is no page; it stays as it is.", "Give another name."
        )
    return data


def is_page(data: bytes) -> bool:
    """Whether a file begins as a page or a picture does, or is empty."""
    beginning = data.removeprefix(MARK).lstrip()[:LONGEST].lower()
    return not beginning or beginning.startswith(BEGINNINGS)


def write(target: Target, text: str) -> None:
    """Write a page as a whole.

    Raises:
        CannotEdit: What was there was changed meanwhile, or something has appeared.
        WriteFailed: The disk refused; what was there is as it was.
    """
    if target.before is None:
        stem, suffix = os.path.splitext(target.name)
        files.create(target.folder, "", stem, suffix, text.encode(), numbered=False)
    else:
        files.replace(target.folder, target.name, text.encode(), target.before)
