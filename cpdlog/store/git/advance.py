"""Brings a branch and its work tree forward to a commit, in a way that a kill cannot spoil.

The commit is noted first (`refs/cpdlog/sync`). `git merge --ff-only` then writes the files, or
refuses before the first of them where it would go over something that is not committed. Killed
in between it leaves files half old, half new; the next run sees the note, finds each file to be
one or the other or the beginning of the new one, and finishes.
"""

from cpdlog.errors import GitFailed
from cpdlog.model.visible import visible
from cpdlog.store.git import past
from cpdlog.store.git.commits import FROM_STDIN, by_hand, ended, patiently
from cpdlog.store.git.program import Answer
from cpdlog.store.git.refusals import LOCKED, failure
from cpdlog.store.git.repository import Repository
from cpdlog.store.git.trees import must
from cpdlog.store.git.upstream import commit_at
from cpdlog.store.git.worktree import changed, content, same
from cpdlog.store.lock import locked

NOTE = "refs/cpdlog/sync"
IN_THE_WAY = (b"would be overwritten by merge", b"not uptodate. Cannot merge")
UNMERGED = b"you have unmerged files"  # as an earlier `git stash pop` leaves them
FORWARD = ("-c", "merge.autoStash=false", "merge", "-q", "--ff-only", "--no-verify-signatures")


def advance(repository: Repository, target: str) -> None:
    """Bring the branch forward to a commit that comes after it.

    Raises:
        GitFailed: git refused; the files are as they were.
    """
    must(repository, "update-ref", NOTE, target)
    answer = forward(repository, target)
    if not answer.code or refused_whole(answer):
        must(repository, "update-ref", "-d", NOTE)
    if answer.code:
        raise in_the_way(repository, target, answer)


def forward(repository: Repository, target: str) -> Answer:
    """Let git do it, once no other git keeps it out; no cpdlog writes files meanwhile."""
    with locked(repository.root):
        return patiently(repository.git, (*FORWARD, target), [])


def refused_whole(answer: Answer) -> bool:
    """Whether git did nothing at all."""
    signs = (*IN_THE_WAY, UNMERGED)
    return bool(LOCKED.search(answer.err)) or any(sign in answer.err for sign in signs)


def in_the_way(repository: Repository, target: str, answer: Answer) -> GitFailed:
    """The error for a refusal: which files that are not committed would be written over."""
    if not any(sign in answer.err for sign in IN_THE_WAY):
        return failure(answer.err, repository.top)
    wanted = {it.path for it in differences(repository, target)}
    names = [name for name in changed(repository, ".") if name in wanted]
    ours = [name.removeprefix(repository.prefix) for name in names]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    first = visible(ours[0]) if ours else "A file"
    return GitFailed(
        f"'{first}'{more} was changed elsewhere, and is not committed here.",
        f"Commit it, then sync again: {by_hand(repository, ours)}",
    )


def differences(repository: Repository, target: str) -> list[past.Difference]:
    """What lies between the branch and a commit."""
    head = commit_at(repository, "HEAD")
    return past.differences(repository.git, head, target) if head else []


def finish(repository: Repository) -> None:
    """Finish what a run that was killed has left half done.

    Raises:
        GitFailed: A file was changed since, so it has to be committed first.
    """
    target, head = commit_at(repository, NOTE), commit_at(repository, "HEAD")
    if not target:
        return
    follows = repository.git.ask("merge-base", "--is-ancestor", head or target, target)
    if head != target and not follows.code:
        with locked(repository.root):
            complete(repository, target)
        answer = forward(repository, target)
        if answer.code:
            raise in_the_way(repository, target, answer)
    must(repository, "update-ref", "-d", NOTE)


def complete(repository: Repository, target: str) -> None:
    """Bring every file that is old, new, or the beginning of the new, to what it is to say."""
    found = [it for it in differences(repository, target) if is_plain(it)]
    sides = [(blob.id, it.path) for it in found for blob in (it.before, it.after) if blob]
    contents = past.as_files(repository.git, sides)
    for it in found:
        now = content(repository.top, it.path)
        before = contents[it.before.id, it.path] if it.before else None
        after = contents[it.after.id, it.path] if it.after else None
        begun = now is not None and after is not None and after.startswith(now)
        if not (now is None or begun or same(now, before)):
            raise GitFailed(
                f"'{visible(it.path)}' was changed while a sync was unfinished.",
                f"Commit it, then sync again: {by_hand(repository, [named(repository, it)])}",
            )
    write(repository, [it.path for it in found if it.after], "checkout", "-q", target)
    gone = [it.path for it in found if not it.after]
    write(repository, gone, "rm", "-q", "-f", "--ignore-unmatch")


def named(repository: Repository, difference: past.Difference) -> str:
    """The path of a difference in the journal."""
    return difference.path.removeprefix(repository.prefix)


def is_plain(difference: past.Difference) -> bool:
    """Whether files alone are concerned, and no links or repositories of their own."""
    return all(blob.is_file for blob in (difference.before, difference.after) if blob)


def write(repository: Repository, names: list[str], *arguments: str) -> None:
    """Let git write files of the work tree and what it notes of them."""
    if names:
        must(repository, *arguments, *FROM_STDIN, stdin=ended(names))
