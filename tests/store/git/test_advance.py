"""A sync that was killed while files were written: the next one finishes, or explains."""

import os
from pathlib import Path

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store.git import commits
from cpdlog.store.git.advance import NOTE, finish
from cpdlog.store.git.sync import Synced, sync
from cpdlog.store.git.worktree import uncommitted
from tests.store.git.conftest import Pair, Place

GOAL, NEW, GONE = "goals/law.md", "goals/new.md", "goals/gone.md"


@pytest.fixture
def cut_short(pair: Pair) -> Place:
    """A clone in which a sync noted where it goes, and wrote nothing yet."""
    pair.base(GOAL, "title: Law\n")
    pair.base(GONE, "gone\n")
    pair.other.commit(GOAL, "title: Law, changed\n")
    pair.other.commit(NEW, "title: New\n")
    pair.other.git("rm", "-q", GONE)
    pair.other.git("commit", "-q", "-m", "gone")
    pair.other.git("push", "-q")
    pair.one.git("fetch", "-q")
    pair.one.git("update-ref", NOTE, "origin/main")
    return pair.one


def is_finished(place: Place) -> bool:
    """Whether everything is as it was to be, and the note is gone."""
    return (
        place.git("rev-parse", "HEAD") == place.git("rev-parse", "origin/main")
        and place.status() == []
        and (place.root / GOAL).read_text() == "title: Law, changed\n"
        and (place.root / NEW).read_text() == "title: New\n"
        and not (place.root / GONE).exists()
        and place.git("rev-parse", "-q", "--verify", NOTE, ok=False) == ""
    )


@pytest.mark.parametrize(
    ("goal", "new", "gone"),
    [
        ("title: Law\n", None, "gone\n"),
        ("title: Law\n", "", None),
        ("title: Law, cha", None, "gone\n"),
        (None, "title: N", "gone\n"),
        ("title: Law, changed\n", "title: New\n", "gone\n"),
        ("title: Law, changed\n", "title: New\n", None),
    ],
)
def test_files_that_are_old_new_or_half_written_are_finished(
    cut_short: Place, goal: str | None, new: str | None, gone: str | None
) -> None:
    for path, text in ((GOAL, goal), (NEW, new), (GONE, gone)):
        if text is not None:
            cut_short.write(path, text)
        elif (cut_short.root / path).exists():
            (cut_short.root / path).unlink()
    finish(cut_short.repository)
    assert is_finished(cut_short)


def test_what_git_noted_already_is_finished_too(cut_short: Place) -> None:
    cut_short.git("read-tree", "-m", "-u", "HEAD", "origin/main")
    assert sync(cut_short.repository) == Synced("origin")
    assert is_finished(cut_short)


def test_a_file_that_was_edited_meanwhile_is_named_and_not_written_over(cut_short: Place) -> None:
    cut_short.write(GOAL, "title: Law, my words\n")
    cut_short.write(NEW, "title: N")
    with pytest.raises(GitFailed) as caught:
        sync(cut_short.repository)
    assert caught.value.message == f"'{GOAL}' was changed while a sync was unfinished."
    assert caught.value.hint == (
        f"Commit it, then sync again: git -C {cut_short.root} add -- {GOAL}"
        f" && git -C {cut_short.root} commit -- {GOAL}"
    )
    assert (cut_short.root / GOAL).read_text() == "title: Law, my words\n"
    cut_short.git("commit", "-q", "-m", "as told", "--", GOAL)
    assert uncommitted(cut_short.repository) == [NEW]
    cut_short.git("add", NEW)
    cut_short.git("commit", "-q", "-m", "as told")
    sync(cut_short.repository)
    assert (cut_short.root / "goals/new-2.md").read_text() == "title: N"
    assert (cut_short.root / "goals/law-2.md").read_text() == "title: Law, my words\n"


def test_a_lock_that_a_killed_git_left_is_named(
    cut_short: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "PATIENCE", 1)
    lock = Path(cut_short.repository.folder) / "index.lock"
    lock.touch()
    with pytest.raises(GitFailed) as caught:
        finish(cut_short.repository)
    assert caught.value.hint == f"If no git is running, remove the file: rm '{lock}'."
    cut_short.git("update-ref", "-d", NOTE)
    with pytest.raises(GitFailed, match="Another git is at work here"):
        sync(cut_short.repository)
    os.unlink(lock)
    sync(cut_short.repository)
    assert is_finished(cut_short)


def test_a_note_that_leads_nowhere_any_more_is_dropped(cut_short: Place) -> None:
    cut_short.git("update-ref", NOTE, "HEAD")
    assert sync(cut_short.repository) == Synced("origin", received=3)
    assert is_finished(cut_short)


def test_an_entry_half_known_to_git_does_not_stand_in_the_way(cut_short: Place) -> None:
    """As a commit leaves it that was killed between its two steps."""
    cut_short.git("update-ref", "-d", NOTE)
    cut_short.write("goals/half.md", "half\n")
    cut_short.git("add", "-N", "goals/half.md")
    sync(cut_short.repository)
    assert (cut_short.root / "goals/half.md").read_text() == "half\n"
    assert (cut_short.root / NEW).exists()


def test_a_link_among_the_files_is_left_to_git(cut_short: Place, pair: Pair) -> None:
    (pair.other.root / "link").symlink_to("goals")
    pair.other.git("add", "link")
    pair.other.git("commit", "-q", "-m", "link")
    pair.other.git("push", "-q")
    cut_short.git("fetch", "-q")
    cut_short.git("update-ref", NOTE, "origin/main")
    finish(cut_short.repository)
    assert is_finished(cut_short)
    assert os.readlink(cut_short.root / "link") == "goals"


def test_where_only_files_were_removed_nothing_is_written(pair: Pair) -> None:
    pair.base(GONE, "gone\n")
    pair.other.git("rm", "-q", GONE)
    pair.other.git("commit", "-q", "-m", "gone")
    pair.other.git("push", "-q")
    pair.one.git("fetch", "-q")
    pair.one.git("update-ref", NOTE, "origin/main")
    pair.one.write("cpdlog.yaml", "half-edited\n")
    finish(pair.one.repository)
    assert pair.one.status() == [" M cpdlog.yaml"]
    assert not (pair.one.root / GONE).exists()


def test_a_branch_that_may_not_move_is_told_and_the_rest_comes_later(cut_short: Place) -> None:
    cut_short.git("update-ref", "-d", NOTE)
    cut_short.hook("reference-transaction", "case $(cat) in *refs/heads/*) exit 1;; esac")
    for _ in range(2):
        with pytest.raises(GitFailed, match="git refused: ref updates aborted by hook"):
            sync(cut_short.repository)
    (Path(cut_short.repository.folder) / "hooks/reference-transaction").unlink()
    sync(cut_short.repository)
    assert is_finished(cut_short)


def test_a_disk_that_is_full_is_told_and_the_rest_comes_later(
    cut_short: Place, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    monkeypatch.setattr(commits, "PATIENCE", 1)
    cut_short.git("update-ref", "-d", NOTE)
    pair.other.commit("goals/large.md", "words " * 10_000)
    pair.other.git("push", "-q")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(GitFailed):
            sync(cut_short.repository)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert cut_short.git("log", "-1", "--format=%s", NOTE) == "by hand\n"
    (Path(cut_short.repository.folder) / "index.lock").unlink()
    sync(cut_short.repository)
    assert is_finished(cut_short)
