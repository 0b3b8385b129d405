"""Every state of a repository that keeps a commit from being made: the file is safe, and told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cpdlog.store.git.commits import Committed, NotCommitted, commit
from cpdlog.store.git.repository import find
from tests.store.git.conftest import Place

TALK = "entries/2026/2026-11-23-talk.md"
TEXT = "---\ntitle: Talk\ndate: 2026-11-23\n---\nWhat I learnt.\n"
FINISH = "Finish it or give it up; git status says how."
FINISH_REBASE = (
    "Finish it; git status says how. To give it up takes back also what you change now in files "
    "that git knows."
)


@pytest.fixture
def torn(place: Place) -> Place:
    """A repository with a branch `side` that conflicts with `main`."""
    return tear(place)


def tear(place: Place) -> Place:
    place.commit("goals/law.md", "base\n")
    place.git("switch", "-q", "-c", "side")
    place.commit("goals/law.md", "side\n")
    place.git("switch", "-q", "main")
    place.commit("goals/law.md", "main\n")
    return place


def by_hand(place: Place) -> str:
    return f"Then: git -C {place.root} add -- {TALK} && git -C {place.root} commit -- {TALK}"


def refused(place: Place) -> NotCommitted:
    """Write an entry; the commit is refused, the entry is there, and nothing of it is staged."""
    staged = place.git("diff", "--cached", ok=False)
    head = place.git("rev-parse", "HEAD")
    place.write(TALK, TEXT)
    outcome = commit(place.repository, [TALK], "entry: talk", new=[TALK])
    assert (place.root / TALK).read_text() == TEXT
    assert isinstance(outcome, NotCommitted)
    assert place.git("rev-parse", "HEAD") == head
    assert place.git("diff", "--cached", ok=False) == staged
    assert f"?? {TALK}" in place.status()
    return outcome


@pytest.mark.parametrize(
    ("begin", "give_up", "doing"),
    [
        (["merge", "side"], ["merge", "--abort"], "merge"),
        (["rebase", "side"], ["rebase", "--abort"], "rebase"),
        (["cherry-pick", "side"], ["cherry-pick", "--abort"], "cherry-pick"),
        (["revert", "HEAD~1"], ["revert", "--abort"], "revert"),
    ],
)
def test_nothing_is_staged_while_git_is_busy_and_giving_that_up_keeps_the_entry(
    torn: Place, begin: list[str], give_up: list[str], doing: str
) -> None:
    torn.git(*begin, ok=False)
    outcome = refused(torn)
    assert outcome.reason == f"a {doing} is under way in this repository"
    finish = FINISH_REBASE if doing == "rebase" else FINISH
    assert outcome.hint == f"{finish} {by_hand(torn)}"
    torn.git(*give_up)
    assert (torn.root / TALK).read_text() == TEXT
    assert commit(torn.repository, [TALK], "entry: talk") == Committed()


@pytest.mark.parametrize("doing", ["merge", "rebase", "cherry-pick"])
def test_giving_up_a_rebase_alone_takes_back_what_is_changed_in_a_file_that_git_knows(
    place: Place, doing: str
) -> None:
    """As git does it, and as is told of a rebase."""
    place.commit(TALK, TEXT)
    torn = tear(place)
    torn.git(doing, "side", ok=False)
    torn.write(TALK, f"{TEXT}More.\n")
    outcome = commit(torn.repository, [TALK], "entry: talk, more")
    assert isinstance(outcome, NotCommitted)
    assert ("takes back" in outcome.hint) is (doing == "rebase")
    torn.git(doing, "--abort")
    assert (torn.root / TALK).read_text() == (TEXT if doing == "rebase" else f"{TEXT}More.\n")


def test_an_entry_written_while_a_patch_series_is_applied_survives_giving_up(torn: Place) -> None:
    patch = torn.git("format-patch", "-1", "--stdout", "side")
    (torn.root.parent / "side.patch").write_text(patch)
    torn.git("am", str(torn.root.parent / "side.patch"), ok=False)
    assert refused(torn).reason == "a rebase is under way in this repository"
    torn.git("am", "--abort")
    assert (torn.root / TALK).read_text() == TEXT


def test_nothing_is_committed_while_bisecting(torn: Place) -> None:
    torn.git("bisect", "start", "HEAD", "HEAD~2")
    assert refused(torn).reason == "a bisect is under way in this repository"
    torn.git("bisect", "reset")
    assert (torn.root / TALK).read_text() == TEXT


def test_nothing_is_committed_where_the_next_checkout_would_hide_it(torn: Place) -> None:
    torn.git("switch", "-q", "--detach")
    outcome = refused(torn)
    assert outcome == NotCommitted(
        "this repository stands on no branch (detached HEAD)",
        f"Go back to your branch, such as with: git switch main. {by_hand(torn)}",
    )
    torn.git("switch", "-q", "main")
    assert (torn.root / TALK).read_text() == TEXT


@pytest.mark.parametrize(
    ("code", "told"), [(0, ""), (1, "this repository stands on no branch (detached HEAD)")]
)
def test_a_branch_that_is_kept_in_a_table_is_asked_of_git(
    place: Place, tmp_path: Path, code: int, told: str
) -> None:
    """HEAD as git 2.45 and later leave it where refs are in a reftable, and a git that knows."""
    (place.root / ".git/HEAD").write_text("ref: refs/heads/.invalid\n")
    (tmp_path / "git").write_text(f"#!/bin/sh\nexit {code}\n")
    (tmp_path / "git").chmod(0o755)
    repository = find(str(place.root), {"PATH": str(tmp_path)})
    assert repository is not None
    assert repository.hindrance() == told


def test_without_an_identity_git_is_to_be_told_the_name(place: Place) -> None:
    place.git("config", "--global", "--unset-all", "user.name")
    place.git("config", "--global", "--unset-all", "user.email")
    place.git("config", "--global", "user.useConfigOnly", "true")
    assert refused(place) == NotCommitted(
        "git does not know your name and e-mail address",
        "Tell it: git config --global user.name '…' and git config --global user.email '…'."
        f" {by_hand(place)}",
    )


def test_a_hook_that_refuses_is_quoted(place: Place) -> None:
    place.hook("pre-commit", "echo '\x1b[31mNo secrets, please' >&2; echo more; exit 1")
    outcome = refused(place)
    assert outcome == NotCommitted(
        r"a hook of this repository refused it: \x1b[31mNo secrets, please", by_hand(place)
    )


def test_a_hook_that_refuses_in_silence_is_told(place: Place) -> None:
    place.hook("commit-msg", "exit 1")
    assert refused(place).reason == "a hook of this repository refused it"


def test_a_hook_sees_the_message_and_the_new_entry(place: Place) -> None:
    place.hook("pre-commit", "git diff --cached --name-only > seen")
    place.hook("commit-msg", 'head -1 "$1" >> seen')
    place.write(TALK, TEXT)
    assert commit(place.repository, [TALK], "entry: talk", new=[TALK]) == Committed()
    assert (place.root / "seen").read_text() == f"{TALK}\nentry: talk\n"


def test_a_signature_that_cannot_be_made_is_told(place: Place) -> None:
    place.git("config", "commit.gpgSign", "true")
    place.git("config", "gpg.program", "false")
    assert refused(place) == NotCommitted(
        "the commit could not be signed",
        "See that your signing key is there and unlocked (git config user.signingKey)."
        f" {by_hand(place)}",
    )


def test_a_repository_of_another_user_is_left_to_git_to_judge(place: Place) -> None:
    place.write(TALK, TEXT)
    strict = place.environ | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    repository = find(str(place.root), strict)
    assert repository is not None
    assert commit(repository, [TALK], "entry: talk", new=[TALK]) == NotCommitted(
        "the repository belongs to another user",
        f"If you trust it: git config --global --add safe.directory '{place.root}'."
        f" {by_hand(place)}",
    )
    place.git("config", "--global", "--add", "safe.directory", str(place.root))
    assert commit(repository, [TALK], "entry: talk", new=[TALK]) == Committed()


def test_without_the_git_program_it_is_named(place: Place, tmp_path: Path) -> None:
    place.write(TALK, TEXT)
    repository = find(str(place.root), {"PATH": str(tmp_path)})
    assert repository is not None
    assert commit(repository, [TALK], "entry: talk", new=[TALK]) == NotCommitted(
        "the git program is not installed", f"Install git. {by_hand(place)}"
    )


def test_outside_a_repository_there_is_none(tmp_path: Path, environ: dict[str, str]) -> None:
    assert find(str(tmp_path), environ) is None


def test_what_is_only_called_a_repository_is_told(tmp_path: Path, environ: dict[str, str]) -> None:
    (tmp_path / "journal/.git").mkdir(parents=True)
    (tmp_path / "journal/a.md").write_text("words")
    repository = find(str(tmp_path / "journal"), environ)
    assert repository is not None
    outcome = commit(repository, ["a.md"], "entry: a", new=["a.md"])
    assert isinstance(outcome, NotCommitted)
    assert outcome.reason == f"git finds no repository in '{tmp_path}/journal'"


@pytest.mark.parametrize("leads_to", ["a folder", "nothing"])
def test_a_repository_that_was_moved_away_is_told(
    tmp_path: Path, environ: dict[str, str], leads_to: str
) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/a.md").write_text("words")
    if leads_to == "a folder":
        (tmp_path / "journal/.git").write_text("gitdir: ../gone\n")
    else:
        (tmp_path / "journal/.git").symlink_to("../gone")
    repository = find(str(tmp_path / "journal"), environ)
    assert repository is not None
    outcome = commit(repository, ["a.md"], "entry: a", new=["a.md"])
    assert isinstance(outcome, NotCommitted)
    assert outcome.reason == "git's folder could not be opened: No such file or directory"


def test_a_variable_that_leads_elsewhere_is_not_followed(
    place: Place, new_place: Callable[[str], Place]
) -> None:
    other = new_place("other")
    names = ("GIT_DIR", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
    leading = {name: str(other.root / ".git") for name in names} | {
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": str(other.root / ".git/index"),
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_TRACE": "1",
    }
    place.write(TALK, TEXT)
    repository = find(str(place.root), place.environ | leading)
    assert repository is not None
    assert commit(repository, [TALK], "entry: talk", new=[TALK]) == Committed()
    assert place.subjects() == ["entry: talk", "journal: begun"]
    assert other.subjects() == ["journal: begun"]


def test_a_linked_work_tree_is_known_with_its_own_state(torn: Place) -> None:
    torn.git("worktree", "add", "-q", "../linked", "side")
    linked = Place(torn.root.parent / "linked", torn.environ)
    linked.git("merge", "main", ok=False)
    assert linked.repository.hindrance() == "a merge is under way in this repository"
    assert torn.repository.hindrance() == ""
    linked.git("merge", "--abort")
    linked.write(TALK, TEXT)
    assert commit(linked.repository, [TALK], "entry: talk", new=[TALK]) == Committed()


def test_a_full_disk_is_told(place: Place) -> None:
    import resource

    place.write(TALK, TEXT)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        outcome = commit(place.repository, [TALK], "entry: talk", new=[TALK])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert isinstance(outcome, NotCommitted)
    assert (place.root / TALK).read_text() == TEXT
    assert os.path.isdir(place.root / ".git")
