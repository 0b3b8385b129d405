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
NO_SUCH = 1  # the exit code of `git rev-parse --verify` where it finds nothing
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


class Blob(NamedTuple):
    """What stands in a tree at one path: its kind and rights, and the name of its content."""

    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file, and no link or repository of its own."""
        return self.mode in REGULAR


class Difference(NamedTuple):
    """A path, relative to the top, at which two trees differ; None where one has nothing."""

    path: str
    before: Blob | None
    after: Blob | None


def begun(git: Git) -> bool:
    """Whether there is a commit yet.

    Raises:
        GitFailed: Git does not look into the repository.
    """
    answer = git.ask("rev-parse", "-q", "--verify", "HEAD")
    if answer.code not in (0, NO_SUCH):
        raise failure(answer.err, git.top)
    return answer.code == 0


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
    """Where trees differ, as `git diff-tree` finds it between those named."""
    out = git.read("diff-tree", "-r", "-z", "--no-commit-id", "--no-renames", *between)
    fields = iter(out.split(b"\0"))
    return [difference(head.decode(), next(fields)) for head in fields if head]


def difference(head: str, name: bytes) -> Difference:
    """One line of `git diff-tree`: `:100644 100644 OLD NEW M` and a name."""
    old_mode, new_mode, before, after, _ = head[1:].split(" ")
    return Difference(os.fsdecode(name), blob(old_mode, before), blob(new_mode, after))


def blob(mode: str, name: str) -> Blob | None:
    """What git shows of one side; it tells nothing by zeros."""
    return Blob(mode, name) if mode.strip("0") else None


def renames(git: Git, since: str, tip: str) -> dict[str, str]:
    """What files were renamed from one commit to a later one, by their first names.

    Each commit is looked at by itself: `cpdlog rename` makes one of its own, and over many commits
    git would take an entry for another that is merely like it.
    """
    options = ("--reverse", "--topo-order", "--name-status", "--diff-filter=R", "-M", "--format=")
    fields = [it for it in git.read("log", "-z", *options, f"{since}..{tip}").split(b"\0") if it]
    found: dict[str, str] = {}
    for old, new in zip(fields[1::3], fields[2::3], strict=True):
        before, after = os.fsdecode(old), os.fsdecode(new)
        first = next((first for first, now in found.items() if now == before), before)
        found = {name: now for name, now in found.items() if now != after}
        found[first] = after
    return found


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
