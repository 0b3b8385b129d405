"""What a repository keeps: commits, and the files in them."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cpdlog.errors import CannotEdit, GitFailed
from cpdlog.model.visible import visible
from cpdlog.store.git.program import Git
from cpdlog.store.git.refusals import failure

LINES = ("--no-ext-diff", "--no-textconv", "--no-color")  # differences as plain text, by git alone
FIELDS = "--format=%H%x00%cd%x00%an%x00%s"
REGULAR = ("100644", "100755")


class Change(NamedTuple):
    """One commit.

    Attributes:
        id: Its name in git, in full.
        day: When it was made, as `YYYY-MM-DD` where it was made.
        author: Who made it, fit to be shown.
        subject: The first line of its message, likewise.
        path: The file that was asked about as it was called then, relative to the top.
    """

    id: str
    day: str
    author: str
    subject: str
    path: str = ""


class Difference(NamedTuple):
    """A file that differs between two states of a repository.

    Attributes:
        path: Relative to the top.
        before: The blob it was; empty where it was not there.
        after: The blob it became; empty where it is gone.
        mode: Its kind and rights after, or before where it is gone.
    """

    path: str
    before: str
    after: str
    mode: str


def begun(git: Git) -> bool:
    """Whether there is a commit yet."""
    return git.ask("rev-parse", "-q", "--verify", "HEAD").code == 0


def log(git: Git, *options: str) -> Iterator[bytes]:
    """What `git log` says: the four FIELDS of each commit, and what the options add to them."""
    return iter(git.read("log", "-z", FIELDS, "--date=short", *options).split(b"\0"))


def changes(git: Git, *options: str) -> Iterator[Change]:
    """The commits that `git log` finds with these options, the latest first."""
    fields = log(git, *options)
    for name in fields:
        if name:
            yield Change(name.decode(), *(text(next(fields, b"")) for _ in range(3)))


def text(field: bytes) -> str:
    """What a commit says, fit to be shown."""
    return visible(field.decode(errors="replace"))


def differences(git: Git, *between: str) -> list[Difference]:
    """The files that differ, as `git diff-tree` finds them between the trees named.

    Raises:
        CannotEdit: One of them is a link or a repository of its own.
    """
    out = git.read("diff-tree", "-r", "-z", "--no-commit-id", "--no-renames", *between)
    fields = iter(out.split(b"\0"))
    return [difference(head.decode(), next(fields)) for head in fields if head]


def difference(head: str, name: bytes) -> Difference:
    """One line of `git diff-tree`: `:100644 100644 OLD NEW M` and a name."""
    old_mode, new_mode, before, after, status = head[1:].split(" ")
    path, mode = os.fsdecode(name), old_mode if status == "D" else new_mode
    if mode not in REGULAR:
        raise CannotEdit(f"'{visible(path)}' is not an ordinary file.")
    return Difference(path, "" if status == "A" else before, "" if status == "D" else after, mode)


def blobs(git: Git, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents of blobs, as git keeps them."""
    wanted = sorted(set(ids))
    stdin = "".join(f"{name}\n" for name in wanted).encode()
    out = git.read("cat-file", "--batch", stdin=stdin)
    return dict(zip(wanted, batch(out), strict=True))


def batch(out: bytes) -> Iterator[bytes]:
    """The contents in an answer of `git cat-file --batch`: each `ID blob SIZE`, then its bytes."""
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        size = out[at:end].rsplit(b" ", 1)[1]
        if not size.isdigit():
            raise missing()
        yield out[end + 1 : end + 1 + int(size)]
        at = end + int(size) + 2


def as_files(git: Git, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
    """The contents that blobs have as files: with the ends of lines, and filters, of their names.

    Args:
        git: In the repository.
        wanted: Each a blob and its path.
    """
    asked = sorted(set(wanted))
    if any("\n" in path for _, path in asked):
        raise CannotEdit("A file of that change has a name of more than one line.")
    # git tells the sizes before filtering, so a line that nobody can guess parts the contents.
    mark = os.urandom(16).hex()
    stdin = "".join(f"{blob} {path}\n" for blob, path in asked)
    answer = git.do("cat-file", f"--batch={mark}", "--filters", stdin=os.fsencode(stdin))
    if answer.code:
        raise failure(answer.err, git.top)
    contents = answer.out.split(f"{mark}\n".encode())[1:]
    if len(contents) != len(asked):
        raise missing()
    return {name: data[:-1] for name, data in zip(asked, contents, strict=True)}


def missing() -> GitFailed:
    """The error for a repository that lacks a file of its own past."""
    return GitFailed("The repository lacks a file of its past.", "See what it says: git fsck.")
