"""The repository that a journal is in, and whether a commit can be made in it now."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from cpdlog.errors import GitFailed
from cpdlog.store.git.place import top
from cpdlog.store.git.program import Git

# What git keeps in its folder while something is under way; a file that is staged then is lost
# when the user gives up (`git merge --abort`).
UNDER_WAY = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "sequencer": "cherry-pick or revert",
    "BISECT_LOG": "bisect",
}
BRANCH = b"ref: refs/heads/"
KEPT_ELSEWHERE = b".invalid"  # git-scm.com/docs/reftable: HEAD is a stub there


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a journal in it.

    Attributes:
        git: The program, set to work in it.
        prefix: Where the journal is in it, with a slash at the end; empty if it is its top.
        folder: Where git keeps what belongs to this work tree, absolute.
    """

    git: Git
    prefix: str
    folder: str

    @property
    def top(self) -> str:
        """The folder of its work tree."""
        return self.git.top

    @property
    def root(self) -> str:
        """The folder of the journal."""
        return os.path.normpath(os.path.join(self.top, self.prefix))

    def inside(self, path: str) -> str:
        """A path of the journal as the repository calls it."""
        return self.prefix + path

    def hindrance(self) -> str:
        """What keeps commits from being made now, as `a merge is under way`; empty for nothing."""
        with suppress(OSError):
            there = set(os.listdir(self.folder))
            doing = next((word for name, word in UNDER_WAY.items() if name in there), "")
            if doing:
                return f"a {doing} is under way in this repository"
            if self.detached():
                return "this repository stands on no branch (detached HEAD)"
        return ""

    def lock(self) -> str:
        """The file by which a git at work, or one that was killed, keeps out others; or nothing."""
        path = os.path.join(self.folder, "index.lock")
        return path if os.path.lexists(path) else ""

    def detached(self) -> bool:
        """Whether a commit would belong to no branch, and be gone after the next checkout."""
        with open(os.path.join(self.folder, "HEAD"), "rb") as head:
            said = head.read(4096)
        if said.startswith(BRANCH + KEPT_ELSEWHERE):
            return self.git.ask("symbolic-ref", "-q", "HEAD").code != 0
        return not said.startswith(BRANCH)

    def must_be_free(self) -> None:
        """Refuse to go on while something is under way.

        Raises:
            GitFailed: It is, and what to do.
        """
        hindrance = self.hindrance()
        if hindrance:
            raise GitFailed(f"{hindrance[0].upper()}{hindrance[1:]}.", how_to_end(hindrance))


def how_to_end(hindrance: str) -> str:
    """What to do about a hindrance."""
    if "HEAD" in hindrance:
        return "Go back to your branch, such as with: git switch main."
    if "rebase" in hindrance:  # its --abort is a reset --hard, unlike that of the others
        return (
            "Finish it; git status says how. To give it up takes back also what you change now in "
            "files that git knows."
        )
    return "Finish it or give it up; git status says how."


def find(root: str, environ: Mapping[str, str]) -> Repository | None:
    """The repository that the folder `root` is in, or None; git itself is not asked.

    Args:
        root: The journal's folder.
        environ: The user's environment, for the git program.
    """
    found = top(root)
    if found is None:
        return None
    below = os.path.relpath(os.path.realpath(root), found)
    prefix = "" if below == "." else below + "/"
    return Repository(Git(found, environ), prefix, git_folder(found))


def git_folder(top: str) -> str:
    """Git's own folder of a work tree; a linked work tree or a submodule names it in a file."""
    place = os.path.join(top, ".git")
    if os.path.isdir(place):
        return place
    with suppress(OSError), open(place, "rb") as link:
        named = link.read(4096).removeprefix(b"gitdir:").strip()
        return os.path.normpath(os.path.join(top, os.fsdecode(named)))
    return place
