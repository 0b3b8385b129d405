"""Takes back a change that cpdlog committed, by a new commit; taking that back redoes it."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from cpdlog.errors import CannotEdit, NotFound
from cpdlog.model.visible import visible
from cpdlog.store import files
from cpdlog.store.git import past
from cpdlog.store.git.commits import CHANGE, Outcome, commit
from cpdlog.store.git.past import Change
from cpdlog.store.git.repository import Repository
from cpdlog.store.git.worktree import content, same

UNDO, REDO = "undo: ", "redo: "
# Backwards, under the names that a difference has forwards, whatever the user's settings say.
BACKWARDS = ("-R", "--src-prefix=b/", "--dst-prefix=a/")


class Step(NamedTuple):
    """One file to bring back: its path in the journal, what it says now, what it is to say.

    None stands for a file that is not there.
    """

    path: str
    now: bytes | None
    then: bytes | None


class Undoing(NamedTuple):
    """What taking a change back would do.

    Attributes:
        change: The commit that is taken back.
        diff: The difference that it makes, fit to be shown.
        steps: The files it changes.
    """

    change: Change
    diff: str
    steps: tuple[Step, ...]


def changes(repository: Repository, limit: int) -> list[Change]:
    """The changes that cpdlog committed in this journal, the latest first, at most so many."""
    if not past.begun(repository.git):
        return []
    ours = ("-n", str(limit), f"--grep=^{CHANGE}$", *within(repository))
    return list(past.changes(repository.git, *ours))


def preview(repository: Repository, change: Change) -> Undoing:
    """What taking this change back would do.

    Raises:
        CannotEdit: A file of it has been changed since, so its words would be lost.
        NotFound: It changed no file of the journal.
    """
    git, named = repository.git, (change.id, *within(repository))
    found = past.differences(git, "--root", change.id, *within(repository))
    if not found:
        raise NotFound(f"'{change.subject}' changed no file of this journal.")
    options = ("-p", "--root", "--no-commit-id", *BACKWARDS, *past.LINES)
    diff = git.read("diff-tree", *options, *named)
    steps = tuple(steps_back(repository, found))
    return Undoing(change, visible(diff.decode(errors="replace"), newlines=True), steps)


def apply(repository: Repository, undoing: Undoing) -> Outcome:
    """Take the change back, and commit that.

    Raises:
        CannotEdit: A file has been changed since it was looked at.
        GitFailed: A merge or the like is under way; nothing was changed.
    """
    repository.must_be_free()
    for step in undoing.steps:
        take(repository.root, step)
    new = [step.path for step in undoing.steps if step.now is None]
    paths = [step.path for step in undoing.steps]
    return commit(repository, paths, taken_back(undoing.change.subject), new=new)


def within(repository: Repository) -> tuple[str, ...]:
    """What limits git to the journal."""
    return ("--", repository.prefix) if repository.prefix else ("--",)


def steps_back(repository: Repository, found: Iterable[past.Difference]) -> list[Step]:
    """What to do with each file, in the order of their names."""
    sides = [(it.path, blob) for it in found for blob in (it.before, it.after)]
    for path, blob in sides:
        if blob and not blob.is_file:
            raise CannotEdit(f"'{visible(path)}' is not an ordinary file.")
    wanted = [(blob.id, path) for path, blob in sides if blob]
    contents = past.as_files(repository.git, wanted)
    texts = [contents[blob.id, path] if blob else None for path, blob in sides]
    return [
        step_back(repository.root, path.removeprefix(repository.prefix), before, after)
        for (path, _), before, after in zip(sides[::2], texts[::2], texts[1::2], strict=True)
    ]


def step_back(root: str, path: str, before: bytes | None, after: bytes | None) -> Step:
    """How one file gets from `after` to `before`; it may be there already, and nowhere else."""
    now = content(root, path)
    if not same(now, after) and not same(now, before):
        raise CannotEdit(
            f"'{visible(path)}' has been changed since, so nothing was taken back.",
            "See what happened to it: cpdlog history, or git log -p.",
        )
    if same(now, before):
        return Step(path, now, now)
    if now and before and b"\r\n" in now and b"\r\n" not in before:
        before = before.replace(b"\n", b"\r\n")
    return Step(path, now, before)


def take(root: str, step: Step) -> None:
    """Give one file the content it is to have."""
    if step.now == step.then:
        return
    if step.then is None:
        files.remove(root, step.path, step.now or b"")
    elif step.now is None:
        folder, name = os.path.split(step.path)
        stem, suffix = os.path.splitext(name)
        files.create(root, folder, stem, suffix, step.then, numbered=False)
    else:
        files.replace(root, step.path, step.then, step.now)


def taken_back(subject: str) -> str:
    """The message of the commit that takes back one with this subject."""
    if subject.startswith(UNDO):
        return REDO + subject.removeprefix(UNDO)
    return UNDO + subject.removeprefix(REDO)
