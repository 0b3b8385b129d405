"""The files of a work tree as they are on the disk, beside what git has of them."""

import os

from cpdlog.errors import NotFound
from cpdlog.store import files
from cpdlog.store.git.repository import Repository

ANY_SIZE = 1 << 62  # bytes; evidence may be large


def content(root: str, path: str) -> bytes | None:
    """What a file says, or None where there is none."""
    try:
        return files.read_bytes(root, path, ANY_SIZE)
    except NotFound:
        return None


def same(one: bytes | None, other: bytes | None) -> bool:
    """Whether two contents are equal but for the ends of their lines."""
    if one is None or other is None:
        return one is other
    return one == other or one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def uncommitted(repository: Repository) -> list[str]:
    """The files of the journal that are not in git as they are on the disk, by name."""
    found = changed(repository, repository.prefix or ".")
    return [name.removeprefix(repository.prefix) for name in found]


def changed(repository: Repository, below: str) -> list[str]:
    """The files below a folder of the repository that differ from the last commit, by name."""
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    out = repository.git.read("status", *options, "--", below)
    return sorted(os.fsdecode(line[3:]) for line in out.split(b"\0") if line)
