"""The repository elsewhere that a journal is synced with, and its branch."""

from typing import NamedTuple

from cpdlog.errors import GitFailed
from cpdlog.model.visible import visible
from cpdlog.store.git.program import Answer
from cpdlog.store.git.refusals import failure, masked
from cpdlog.store.git.repository import Repository

USUAL = "origin"
HEADS = "refs/heads/"


class Upstream(NamedTuple):
    """Where a branch is synced to.

    Attributes:
        remote: What the user's git calls the other repository.
        branch: The branch of ours, without `refs/heads/`.
        ref: Its branch there, in full.
        tracking: Where our repository notes how far that is.
        chosen: Whether the user's git was told of all this.
    """

    remote: str
    branch: str
    ref: str
    tracking: str
    chosen: bool

    def tip(self, repository: Repository) -> str:
        """The last commit that is known to be there; empty where there is none."""
        return commit_at(repository, self.tracking)


def commit_at(repository: Repository, name: str) -> str:
    """The commit of a branch or the like, empty where there is none."""
    answer = repository.git.ask("rev-parse", "-q", "--verify", f"{name}^{{commit}}")
    return "" if answer.code else answer.out.decode().strip()


def upstream(repository: Repository) -> Upstream:
    """Where the branch that one stands on is synced to.

    Raises:
        GitFailed: There is no other repository, or more than one and none was chosen.
    """
    branch = repository.git.read("symbolic-ref", "--short", "HEAD").decode().strip()
    fields = "%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream)"
    out = repository.git.read("for-each-ref", f"--format={fields}", HEADS + branch)
    remote, ref, tracking = (out.decode().rstrip("\n").split("\0") + [""] * 3)[:3]
    if remote and ref and tracking:
        return Upstream(remote, branch, ref, tracking, chosen=True)
    remote = only_remote(repository)
    return Upstream(remote, branch, HEADS + branch, f"refs/remotes/{remote}/{branch}", chosen=False)


def only_remote(repository: Repository) -> str:
    """The one other repository that git knows, or the usual one."""
    remotes = repository.git.read("remote").decode().split()
    if len(remotes) == 1 or USUAL in remotes:
        return USUAL if USUAL in remotes else remotes[0]
    if not remotes:
        raise GitFailed(
            "This journal has no other repository to sync with.",
            f"Name one: git -C '{visible(repository.root)}' remote add origin ADDRESS",
        )
    raise GitFailed(
        f"This journal has {len(remotes)} other repositories: {visible(', '.join(remotes))}.",
        "Choose one: git push -u NAME, then sync again.",
    )


def fetch(repository: Repository, where: Upstream) -> str:
    """Get what is there; its last commit, empty where nothing is there yet.

    Raises:
        GitFailed: It cannot be reached, or has other branches and not this one.
    """
    answer = repository.git.do("fetch", "-q", "--end-of-options", where.remote)
    if answer.code:
        raise failure(answer.err, repository.top)
    tip = where.tip(repository)
    if not tip:
        refuse_another_branch(repository, where)
    return tip


def refuse_another_branch(repository: Repository, where: Upstream) -> None:
    """Refuse to begin a second branch where others sync with a first one."""
    asked = ("for-each-ref", "--format=%(refname:lstrip=3)", f"refs/remotes/{where.remote}")
    there = [name for name in repository.git.read(*asked).decode().split() if name != "HEAD"]
    if there:
        raise GitFailed(
            f"The other repository has no branch '{visible(where.branch)}',"
            f" but '{visible(there[0])}'.",
            f"Call yours so: git branch -m '{visible(there[0])}'; or add it there:"
            f" git push -u '{visible(where.remote)}' '{visible(where.branch)}'.",
        )


def push(repository: Repository, where: Upstream) -> bool:
    """Send what is here; False where somebody else was quicker.

    Raises:
        GitFailed: It was refused for another reason.
    """
    options = ["-q", "--porcelain"] if where.chosen else ["-q", "--porcelain", "-u"]
    to = f"HEAD:{where.ref}"
    answer = repository.git.do("push", *options, "--end-of-options", where.remote, to)
    if not answer.code:
        return True
    if outrun(answer):
        return False
    raise refused(repository, answer)


def outrun(answer: Answer) -> bool:
    """Whether a push failed because the branch there has moved on, or was moving just then."""
    told = answer.out + answer.err
    signs = (b"(fetch first)", b"(non-fast-forward)", b"cannot lock ref", b"failed to update ref")
    return any(sign in told for sign in signs)


def refused(repository: Repository, answer: Answer) -> GitFailed:
    """The error for a push that failed."""
    for line in answer.err.decode(errors="replace").splitlines():
        if line.startswith("remote:"):
            reason = visible(masked(line.removeprefix("remote:").strip()))
            return GitFailed(f"The other repository refused it: {reason.rstrip('.')}.")
    return failure(answer.err, repository.top)
