"""A journal and its copy in another repository, brought to the same state.

First what is there is fetched. If only one side has something new, the other takes it as it is; if
both have, they are merged in the repository before any file is touched (`merging`). Then what is
here is sent. Every step can be killed: nothing is done by halves that the next run cannot finish.
"""

import os
from typing import NamedTuple

from cpdlog.errors import GitFailed
from cpdlog.model.visible import visible
from cpdlog.store.git import trees
from cpdlog.store.git.advance import advance, finish
from cpdlog.store.git.commits import NAMED_AT_MOST, by_hand
from cpdlog.store.git.merging import Merging, merging
from cpdlog.store.git.repository import Repository
from cpdlog.store.git.upstream import commit_at, fetch, push, upstream
from cpdlog.store.git.worktree import uncommitted
from cpdlog.store.layout import OWN, SETTINGS
from cpdlog.store.lock import locked

ROUNDS = 5  # in which somebody else may be quicker


class Synced(NamedTuple):
    """What a sync did; paths are relative to the journal.

    Attributes:
        remote: What git calls the other repository.
        received: How many commits came from there.
        sent: How many went there, with those that join two lines.
        conflicts: Files of which a person must choose, each with its keys.
        moved: New files of ours that got another name, because theirs was there first: old, new.
        kept: Files that one side removed and the other changed.
    """

    remote: str
    received: int = 0
    sent: int = 0
    conflicts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    kept: tuple[str, ...] = ()


def sync(repository: Repository) -> Synced:
    """Bring the journal and the other repository to the same state.

    Raises:
        GitFailed: It cannot be done now; the files are as they were, or as they were received.
        CannotEdit: Another cpdlog is at work in this journal.
    """
    repository.must_be_free()
    with locked(repository.folder):
        finish(repository)
    where = upstream(repository)
    received, merges = 0, list[Merging]()
    for _ in range(ROUNDS):
        theirs = fetch(repository, where)
        with locked(repository.folder):
            received += receive(repository, theirs, where.remote, merges)
        ahead = commits(repository, "HEAD", theirs)
        if not ahead or push(repository, where):
            return told(repository.prefix, Synced(where.remote, received, ahead), merges)
    raise GitFailed("Others change that repository all the time.", "Sync again in a moment.")


def told(prefix: str, done: Synced, merges: list[Merging]) -> Synced:
    """What was done, with what people should know of the merges."""
    conflicts = {
        path.removeprefix(prefix): keys for it in merges for path, keys in it.conflicts.items()
    }
    moved = [[path.removeprefix(prefix) for path in pair] for it in merges for pair in it.moved]
    return done._replace(
        conflicts=tuple(sorted(conflicts.items())),
        moved=tuple((old, new) for old, new in moved),
        kept=tuple(path.removeprefix(prefix) for it in merges for path in it.kept),
    )


def left(repository: Repository) -> tuple[tuple[str, ...], str]:
    """The files of the journal that no sync sends, as they are not committed; and what does that.

    Many are committed by their folders.
    """
    paths = [path for path in uncommitted(repository) if path.partition("/")[0] in OWN]
    if not paths:
        return (), ""
    folders = list(dict.fromkeys(path.partition("/")[0] for path in paths))
    return tuple(paths), by_hand(repository, paths if len(paths) <= NAMED_AT_MOST else folders)


def receive(repository: Repository, theirs: str, remote: str, merges: list[Merging]) -> int:
    """Bring ours to where theirs is, or join the two; how many commits came.

    Args:
        repository: Ours.
        theirs: The last commit there.
        remote: What git calls the other repository.
        merges: Gets what people should know, where two lines were joined.
    """
    ours = commit_at(repository, "HEAD")
    behind = commits(repository, theirs, ours)
    if not behind:
        return 0
    repository.must_be_free()
    if not commits(repository, ours, theirs):
        advance(repository, theirs)
        return behind
    base = common_past(repository, ours, theirs)
    found = merging(repository, base, ours, theirs)
    refuse_by_hand(repository, theirs, found)
    tree = trees.made(repository, base, found.changes)
    said = message(found, remote)
    advance(repository, trees.committed(repository, tree, (ours, theirs), said))
    merges.append(found)
    return behind


def commits(repository: Repository, tip: str, known: str) -> int:
    """How many commits lead to `tip` that do not lead to `known`; none where there is no tip."""
    if not commit_at(repository, tip):
        return 0
    named = [tip, f"^{known}"] if known else [tip]
    return int(repository.git.read("rev-list", "--count", *named, "--"))


def refuse_by_hand(repository: Repository, theirs: str, found: Merging) -> None:
    """Refuse to go on where there are files that only the user can merge."""
    if not found.by_hand:
        return
    first, more = visible(found.by_hand[0]), len(set(found.by_hand)) - 1
    others = f" and {more} more" if more else ""
    raise GitFailed(
        f"'{first}'{others} was changed here and elsewhere, and only you can join that.",
        f"Merge by hand: git -C '{visible(repository.top)}' merge {theirs[:12]}, then sync again.",
    )


def message(found: Merging, remote: str) -> str:
    """What the commit that joins two lines says."""
    told = [f"In conflict: {path} ({', '.join(keys)})" for path, keys in found.conflicts.items()]
    told += [f"Moved: {old} to {new}" for old, new in found.moved]
    told += [f"Kept: {path}" for path in found.kept]
    lines = [f"sync: joined with {remote}", *([""] if told else []), *told]
    return "".join(f"{visible(line)}\n" for line in lines)


def common_past(repository: Repository, ours: str, theirs: str) -> str:
    """The last commit that both come from; empty for two journals that were begun apart.

    Raises:
        GitFailed: The other one is no journal, or only a part of the past is here.
    """
    answer = repository.git.ask("merge-base", ours, theirs)
    if not answer.code:
        return answer.out.decode().split("\n")[0]
    if os.path.exists(os.path.join(repository.folder, "shallow")):
        raise GitFailed(
            "Only a part of this repository's past is here, so nothing can be joined.",
            f"Get the rest: git -C '{visible(repository.top)}' fetch --unshallow",
        )
    settings = f"{theirs}:{repository.inside(SETTINGS)}"
    if repository.git.ask("cat-file", "-e", settings).code:
        raise GitFailed(
            "The other repository holds no journal.",
            f"Look whether it is the right one: git -C '{visible(repository.top)}' remote -v",
        )
    return ""
