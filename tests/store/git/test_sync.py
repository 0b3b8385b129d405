"""Where a journal and its copy stand, and what brings them together."""

from pathlib import Path

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store.git import sync as module
from cpdlog.store.git.commits import NotCommitted, commit
from cpdlog.store.git.sync import Synced, sync
from tests.store.git.conftest import Pair, Place

GOAL = "goals/law.md"


def refusal(place: Place) -> GitFailed:
    """Sync, which must fail and leave everything as it was."""
    before = place.git("rev-parse", "HEAD", ok=False), place.status()
    with pytest.raises(GitFailed) as caught:
        sync(place.repository)
    assert (place.git("rev-parse", "HEAD", ok=False), place.status()) == before
    assert caught.value.exit_code == 6
    return caught.value


def test_what_is_new_here_is_sent_and_what_is_new_there_received(pair: Pair) -> None:
    pair.one.commit(GOAL, "law\n")
    pair.one.commit(GOAL, "law, more\n")
    assert sync(pair.one.repository) == Synced("origin", sent=2)
    assert sync(pair.other.repository) == Synced("origin", received=2)
    assert (pair.other.root / GOAL).read_text() == "law, more\n"
    assert sync(pair.other.repository) == Synced("origin")
    assert pair.other.subjects() == pair.one.subjects()


def test_two_lines_are_joined_by_a_commit_of_both_and_sent(pair: Pair) -> None:
    pair.one.commit("goals/one.md", "one\n")
    pair.other.commit("goals/other.md", "other\n")
    sync(pair.other.repository)
    assert sync(pair.one.repository) == Synced("origin", received=1, sent=2)
    assert pair.one.git("log", "-1", "--format=%B") == "sync: joined with origin\n\n"
    assert pair.one.git("log", "-1", "--format=%P").split() == [
        pair.one.git("rev-parse", "HEAD@{1}").strip(),
        pair.other.git("rev-parse", "HEAD").strip(),
    ]
    assert pair.one.status() == []
    assert sync(pair.other.repository) == Synced("origin", received=2)
    assert sorted(it.name for it in (pair.other.root / "goals").iterdir()) == [
        *("one.md", "other.md")
    ]


def test_the_first_sync_with_an_empty_repository_sends_everything(
    place: Place, tmp_path: Path
) -> None:
    place.git("init", "-q", "--bare", str(tmp_path / "there"))
    place.git("remote", "add", "backup", str(tmp_path / "there"))
    assert sync(place.repository) == Synced("backup", sent=1)
    assert place.git("rev-parse", "--abbrev-ref", "main@{upstream}") == "backup/main\n"
    assert sync(place.repository) == Synced("backup")


def test_a_clone_of_an_empty_repository_receives_what_comes_there_later(
    place: Place, tmp_path: Path, environ: dict[str, str]
) -> None:
    place.git("init", "-q", "--bare", str(tmp_path / "there"))
    place.git("clone", "-q", str(tmp_path / "there"), str(tmp_path / "early"))
    early = Place(tmp_path / "early", environ)
    assert sync(early.repository) == Synced("origin")
    place.git("remote", "add", "origin", str(tmp_path / "there"))
    sync(place.repository)
    assert sync(early.repository) == Synced("origin", received=1)
    assert (early.root / "cpdlog.yaml").read_text() == "name: Ada Law\n"


def test_another_name_of_the_branch_there_is_minded(pair: Pair) -> None:
    pair.one.git("push", "-q", "origin", "main:archive")
    pair.one.git("branch", "-q", "--set-upstream-to=origin/archive")
    pair.one.commit(GOAL, "law\n")
    assert sync(pair.one.repository) == Synced("origin", sent=1)
    assert pair.there.git("log", "-1", "--format=%s", "archive") == "by hand\n"
    assert pair.there.git("log", "-1", "--format=%s", "main") == "journal: begun\n"


def test_of_several_repositories_the_usual_one_is_taken(pair: Pair, tmp_path: Path) -> None:
    pair.one.git("remote", "add", "another", str(tmp_path / "nowhere"))
    pair.one.git("branch", "-q", "--unset-upstream")
    assert sync(pair.one.repository) == Synced("origin")
    pair.one.git("remote", "rename", "origin", "second")
    error = refusal(pair.one)
    assert error.message == "This journal has 2 other repositories: another, second."
    assert error.hint == "Choose one: git push -u NAME, then sync again."


def test_without_another_repository_it_is_to_be_named(place: Place) -> None:
    error = refusal(place)
    assert error.message == "This journal has no other repository to sync with."
    assert error.hint == f"Name one: git -C '{place.root}' remote add origin ADDRESS"


def test_a_second_branch_is_not_begun_beside_the_first(pair: Pair) -> None:
    pair.one.git("branch", "-q", "-m", "main", "master")
    pair.one.git("branch", "-q", "--unset-upstream")
    error = refusal(pair.one)
    assert error.message == "The other repository has no branch 'master', but 'main'."
    assert error.hint == (
        "Call yours so: git branch -m 'main'; or add it there: git push -u 'origin' 'master'."
    )


def test_a_repository_that_cannot_be_reached_is_told_without_its_password(pair: Pair) -> None:
    pair.one.git("remote", "set-url", "origin", f"{pair.there.root}-gone")
    error = refusal(pair.one)
    assert error.message == "The other repository cannot be reached."
    pair.one.git("remote", "set-url", "origin", "odd://ada:s3cret@example.org/x.git")
    error = refusal(pair.one)
    assert "s3cret" not in error.message + error.hint


def test_an_address_that_would_run_a_program_is_refused_by_git(pair: Pair, tmp_path: Path) -> None:
    pair.one.git("remote", "set-url", "origin", f"ext::sh -c touch% {tmp_path}/ran")
    refusal(pair.one)
    pair.one.git("config", "remote.origin.url", f"--upload-pack=touch {tmp_path}/ran")
    refusal(pair.one)
    assert not (tmp_path / "ran").exists()


def test_what_the_other_repository_refuses_is_quoted(pair: Pair) -> None:
    hook = pair.there.root / "hooks/pre-receive"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 'Closed for the \x1b[31mholidays.' >&2\nexit 1\n")
    hook.chmod(0o755)
    pair.one.commit(GOAL, "law\n")
    assert refusal(pair.one).message == (
        r"The other repository refused it: Closed for the \x1b[31mholidays."
    )


def test_a_hook_of_ours_that_keeps_it_from_being_sent_is_told(pair: Pair) -> None:
    pair.one.commit(GOAL, "law\n")
    pair.one.hook("pre-push", "echo 'not today' >&2; exit 1")
    assert refusal(pair.one).message.startswith("git refused: ")


@pytest.mark.parametrize("state", ["merge", "detached"])
def test_nothing_is_synced_while_git_is_busy(pair: Pair, state: str) -> None:
    if state == "merge":
        (pair.one.root / ".git/MERGE_HEAD").write_text(pair.one.git("rev-parse", "HEAD"))
        assert refusal(pair.one).message == "A merge is under way in this repository."
    else:
        pair.one.git("switch", "-q", "--detach")
        assert refusal(pair.one).message == ("This repository stands on no branch (detached HEAD).")


def test_somebody_who_was_quicker_is_received_first(pair: Pair) -> None:
    pair.other.commit("goals/other.md", "other\n")
    push = f"git -C '{pair.other.root}' push -q origin main"
    pair.one.hook("pre-push", f"unset $(git rev-parse --local-env-vars); {push}")
    pair.one.commit("goals/one.md", "one\n")
    assert sync(pair.one.repository) == Synced("origin", received=1, sent=2)
    assert sync(pair.other.repository) == Synced("origin", received=2)


def test_somebody_who_is_always_quicker_is_told(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROUNDS", 2)
    more = f"git -C '{pair.other.root}' commit -q --allow-empty -m more"
    push = f"git -C '{pair.other.root}' push -q -f origin main"
    pair.one.hook("pre-push", f"unset $(git rev-parse --local-env-vars); {more}; {push}")
    pair.one.commit("goals/one.md", "one\n")
    with pytest.raises(GitFailed, match="Others change that repository all the time") as caught:
        sync(pair.one.repository)
    assert caught.value.hint == "Sync again in a moment."
    assert (pair.one.root / "goals/one.md").read_text() == "one\n"


# What is not committed


def test_what_else_is_half_edited_or_staged_stays_as_it_was(pair: Pair) -> None:
    pair.base("goals/a.md", "a\n")
    pair.other.commit(GOAL, "law\n")
    sync(pair.other.repository)
    pair.one.commit("goals/one.md", "one\n")
    pair.one.write("goals/a.md", "half-edited\n")
    pair.one.write("goals/staged.md", "staged\n")
    pair.one.git("add", "goals/staged.md")
    pair.one.write("goals/untracked.md", "untracked\n")
    before = pair.one.status()
    sync(pair.one.repository)
    assert pair.one.status() == before
    assert (pair.one.root / "goals/a.md").read_text() == "half-edited\n"
    assert (pair.one.root / GOAL).read_text() == "law\n"


@pytest.mark.parametrize("also_here", [False, True])
def test_an_edit_that_is_not_committed_is_never_written_over(pair: Pair, also_here: bool) -> None:
    pair.base(GOAL, "law\n")
    pair.other.commit(GOAL, "law, theirs\n")
    sync(pair.other.repository)
    if also_here:
        pair.one.commit("goals/one.md", "one\n")
    pair.one.git("config", "merge.autoStash", "true")
    pair.one.write(GOAL, "law, half-edited\n")
    error = refusal(pair.one)
    assert error.message == f"'{GOAL}' was changed elsewhere, and is not committed here."
    assert error.hint == (
        f"Commit it, then sync again: git -C {pair.one.root} add -- {GOAL}"
        f" && git -C {pair.one.root} commit -- {GOAL}"
    )
    assert (pair.one.root / GOAL).read_text() == "law, half-edited\n"


def test_an_entry_that_git_does_not_know_yet_is_never_written_over(pair: Pair) -> None:
    pair.other.commit(GOAL, "theirs\n")
    pair.other.commit("goals/b.md", "theirs\n")
    sync(pair.other.repository)
    pair.one.write(GOAL, "untracked\n")
    pair.one.write("goals/b.md", "untracked\n")
    assert refusal(pair.one).message == (
        "'goals/b.md' and 1 more was changed elsewhere, and is not committed here."
    )
    assert (pair.one.root / GOAL).read_text() == "untracked\n"


def test_files_with_an_unfinished_merge_are_left_as_they_are(pair: Pair) -> None:
    pair.base(GOAL, "law\n")
    pair.one.write(GOAL, "stashed\n")
    pair.one.git("stash")
    pair.one.commit(GOAL, "law, mine\n")
    pair.one.git("stash", "pop", ok=False)
    pair.other.commit("goals/other.md", "other\n")
    sync(pair.other.repository)
    assert refusal(pair.one).message == (
        "git refused: Merging is not possible because you have unmerged files."
    )
    outcome = commit(pair.one.repository, [GOAL], "goal: law")
    assert isinstance(outcome, NotCommitted)
    assert outcome.reason == f"'{GOAL}' holds an unfinished merge, lines 1 to 5"
    pair.one.git("checkout", "-q", "--ours", GOAL)
    pair.one.git("add", GOAL)
    assert sync(pair.one.repository).received == 1


# Beginnings


def test_two_journals_that_were_begun_apart_are_joined(pair: Pair, tmp_path: Path) -> None:
    pair.base(GOAL, "law\n")
    apart = Place(tmp_path / "apart", pair.one.environ)
    apart.root.mkdir()
    apart.git("init", "-q")
    apart.commit("cpdlog.yaml", "name: Ada B. Law\n")
    apart.commit("goals/apart.md", "apart\n")
    apart.git("remote", "add", "origin", str(pair.there.root))
    done = sync(apart.repository)
    assert done.moved == (("cpdlog.yaml", "cpdlog-2.yaml"),)
    assert (apart.root / "cpdlog.yaml").read_text() == "name: Ada Law\n"
    assert (apart.root / "cpdlog-2.yaml").read_text() == "name: Ada B. Law\n"
    assert sync(pair.one.repository).received == 3
    assert (pair.one.root / "goals/apart.md").read_text() == "apart\n"


def test_a_repository_without_a_journal_is_not_joined(place: Place, tmp_path: Path) -> None:
    code = Place(tmp_path / "code", place.environ)
    code.root.mkdir()
    code.git("init", "-q")
    code.commit("x.py", "x\n")
    place.git("remote", "add", "origin", str(code.root))
    error = refusal(place)
    assert error.message == "The other repository holds no journal."
    assert error.hint == (f"Look whether it is the right one: git -C '{place.root}' remote -v")


def test_a_part_of_the_past_is_not_enough_to_join(pair: Pair, tmp_path: Path) -> None:
    pair.base(GOAL, "law\n")
    url = f"file://{pair.there.root}"
    pair.one.git("clone", "-q", "--depth", "1", url, str(tmp_path / "shallow"))
    shallow = Place(tmp_path / "shallow", pair.one.environ)
    assert sync(shallow.repository) == Synced("origin")
    shallow.commit("goals/mine.md", "mine\n")
    pair.one.git("switch", "-q", "--orphan", "fresh")
    pair.one.commit("cpdlog.yaml", "name: Eve\n")
    pair.one.git("push", "-q", "-f", "origin", "fresh:main")
    error = refusal(shallow)
    assert error.message == (
        "Only a part of this repository's past is here, so nothing can be joined."
    )
    assert error.hint == f"Get the rest: git -C '{shallow.root}' fetch --unshallow"


def test_a_joining_commit_is_signed_where_commits_are(pair: Pair) -> None:
    pair.one.commit("goals/one.md", "one\n")
    pair.other.commit("goals/other.md", "other\n")
    sync(pair.other.repository)
    pair.one.git("config", "commit.gpgSign", "true")
    pair.one.git("config", "gpg.program", "false")
    assert refusal(pair.one).message == "The commit could not be signed."
