"""Where a path of the journal stands on the disk, and never outside the journal."""

import os

from cpdlog.errors import CannotEdit, UsageFault


def contained(root: str, path: str) -> str:
    """The absolute path of a journal-relative one, whether or not there is a file.

    Raises:
        UsageFault: The path is empty, absolute, has a `..` or a NUL in it.
        CannotEdit: A symbolic link on the way, or at the end, leads out of the journal.
    """
    parts = parts_of(path)
    if not parts:
        raise UsageFault(f"'{path}' names no file of the journal.")
    place = absolute(root)
    for part in parts:
        place = os.path.join(place, part)
        if os.path.islink(place):
            stay_inside(root, place, path)
    return place


def parts_of(path: str) -> list[str]:
    """The names along a journal-relative path; none for the journal itself."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if path.startswith("/") or ".." in parts or "\0" in path:
        raise UsageFault(
            f"'{path}' does not stay inside the journal.",
            "Give a path relative to the journal's folder, without '..'.",
        )
    return parts


def joined(folder: str, name: str) -> str:
    """The journal-relative path of a name in a folder, which may be the journal itself."""
    if "/" in name or name in ("", ".", ".."):
        raise UsageFault(f"'{name}' cannot be the name of a file.")
    return "/".join([*parts_of(folder), name])


def absolute(root: str) -> str:
    """`root` from the top of the file system, with its links as they are."""
    return root if os.path.isabs(root) else os.path.join(os.getcwd(), root)


def stay_inside(root: str, link: str, path: str) -> None:
    """Refuse a symbolic link that leads out of the journal."""
    inside = os.path.join(os.path.realpath(root), "")
    if not os.path.join(os.path.realpath(link), "").startswith(inside):
        raise CannotEdit(
            f"'{path}' leads out of the journal through a symbolic link.",
            "Put the file itself into the journal.",
        )
