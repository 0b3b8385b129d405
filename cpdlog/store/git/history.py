"""What became of an entry or a goal, and what the plan said on a day."""

import os
from collections.abc import Iterator
from datetime import date

from cpdlog.model.visible import visible
from cpdlog.store import files
from cpdlog.store.git import past
from cpdlog.store.git.past import Change
from cpdlog.store.git.repository import Repository

FIRST, LAST = date(1970, 1, 1), date(2099, 12, 31)  # days that git can be asked about
PLAN = ("goals", "cpdlog.yaml")
# Names are followed back, and a merge counts by what it brought into this line of history.
FOLLOWING = ("--follow", "-M", "--diff-merges=first-parent")


def history(repository: Repository, path: str) -> list[Change]:
    """The commits that touched a file, also under earlier names; the latest first.

    Args:
        repository: The journal's.
        path: Relative to the journal; the file need not be there any more.
    """
    if not past.begun(repository.git):
        return []
    options = (*FOLLOWING, "--name-status", "--", repository.inside(path))
    return list(followed(past.log(repository.git, *options)))


def followed(fields: Iterator[bytes]) -> Iterator[Change]:
    """The commits in what `git log` says with `--name-status`, where each touched one file."""
    for name in fields:
        if not name:
            continue
        day, author, subject = (past.text(next(fields, b"")) for _ in range(3))
        status = next(fields, b"").strip()
        if status[:1] in (b"R", b"C"):
            next(fields, b"")
        path = os.fsdecode(next(fields, b""))
        yield Change(name.decode(), day, author, subject, path)


def diff(repository: Repository, change: Change) -> str:
    """What one commit of a file's history changed in it, fit to be shown."""
    options = (*FOLLOWING, "-1", "-p", "--format=", *past.LINES, change.id, "--", change.path)
    out = repository.git.read("log", *options)
    return visible(out.decode(errors="replace"), newlines=True)


def plan_at(repository: Repository, day: date) -> dict[str, bytes] | None:
    """What the goals and the settings said at the end of a day.

    Args:
        repository: The journal's.
        day: A day of the past.

    Returns:
        The contents by path, relative to the journal; None where git knows nothing so early.
    """
    git = repository.git
    if day < FIRST or not past.begun(git):
        return None
    until = f"--until={min(day, LAST).isoformat()} 23:59:59"
    commit = git.read("rev-list", "-1", "--first-parent", until, "HEAD", "--").decode().strip()
    if not commit:
        return None
    names = [repository.inside(name) for name in PLAN]
    found = dict(plan_files(git.read("ls-tree", "-r", "-l", "-z", commit, "--", *names)))
    contents = past.blobs(git, found.values())
    return {path.removeprefix(repository.prefix): contents[blob] for path, blob in found.items()}


def plan_files(out: bytes) -> Iterator[tuple[str, str]]:
    """Path and blob of each readable file in an answer of `git ls-tree -l`."""
    for line in out.split(b"\0"):
        head, _, name = line.partition(b"\t")
        mode, _, blob, size = head.decode().split() if head else ("", "", "", "0")
        if mode not in past.REGULAR:
            continue
        if not size.isdigit():
            raise past.missing()
        if int(size) <= files.LARGEST:
            yield os.fsdecode(name), blob
