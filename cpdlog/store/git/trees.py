"""Trees of files in the repository, made and read without touching the work tree."""

import os
from collections.abc import Mapping
from contextlib import suppress

from cpdlog.store.git.past import Blob
from cpdlog.store.git.refusals import failure
from cpdlog.store.git.repository import Repository

WORKSHOP = "cpdlog-sync"  # our folder in git's own, for what is only needed meanwhile
NO_HOOKS = ("-c", "core.hooksPath=/dev/null")


def workshop(repository: Repository) -> str:
    """A folder for passing files, made if it is not there; whoever can read the repository can."""
    place = os.path.join(repository.folder, WORKSHOP)
    with suppress(FileExistsError):
        os.mkdir(place, 0o700)
    return place


def listed(repository: Repository, commit: str) -> dict[str, Blob]:
    """Everything in the tree of a commit, by path."""
    out = repository.git.read("ls-tree", "-r", "-z", commit)
    found = {}
    for line in out.split(b"\0"):
        head, _, name = line.partition(b"\t")
        if name:
            mode, _, blob = head.decode().split(" ")
            found[os.fsdecode(name)] = Blob(mode, blob)
    return found


def empty(repository: Repository) -> str:
    """The name of the tree of nothing."""
    return must(repository, "hash-object", "-w", "-t", "tree", "--stdin")


def stored(repository: Repository, data: bytes) -> str:
    """The name of a blob with this content, which is in the repository then."""
    return must(repository, "hash-object", "-w", "--stdin", stdin=data)


def made(repository: Repository, base: str, changes: Mapping[str, Blob | None]) -> str:
    """The name of a tree like that of `base` with these changes; None removes a path.

    Args:
        repository: Where.
        base: A commit; empty for a tree of nothing.
        changes: By path, relative to the top.
    """
    index = os.path.join(workshop(repository), "index")
    with suppress(FileNotFoundError):
        os.unlink(index)
    must(repository, "read-tree", base or "--empty", index=index)
    # What is removed goes first, so that a folder may stand where a file stood.
    ordered = sorted(changes.items(), key=lambda change: change[1] is not None)
    lines = [index_line(path, blob) for path, blob in ordered]
    must(repository, "update-index", "-z", "--index-info", stdin=b"".join(lines), index=index)
    return must(repository, "write-tree", index=index)


def index_line(path: str, blob: Blob | None) -> bytes:
    """One change as `git update-index --index-info` reads it; the mode 0 removes."""
    mode, name = blob or ("0", "0" * 40)
    return f"{mode} {name}\t".encode() + os.fsencode(path) + b"\0"


def committed(repository: Repository, tree: str, parents: tuple[str, str], message: str) -> str:
    """The name of a commit that joins two; no branch stands on it yet.

    It is signed where the user signs commits. Hooks for commits are not run: what it holds has
    passed them on either side.
    """
    signing = ("config", "--type=bool", "--get", "commit.gpgSign")
    signed = repository.git.ask(*signing).out.strip() == b"true"
    named = [word for parent in parents for word in ("-p", parent)]
    sign = ["-S"] if signed else []
    return must(repository, "commit-tree", *sign, *named, tree, stdin=message.encode())


def must(repository: Repository, *arguments: str, stdin: bytes = b"", index: str = "") -> str:
    """What git says when it has done something, without hooks."""
    answer = repository.git.do(*NO_HOOKS, *arguments, stdin=stdin, index=index)
    if answer.code:
        raise failure(answer.err, repository.top)
    return answer.out.decode().strip()
