import os
from pathlib import Path

import pytest

from cpdlog.errors import CannotEdit, GitFailed, NotFound, WriteFailed
from cpdlog.store.git.commits import Committed, commit
from cpdlog.store.git.repository import find
from cpdlog.store.git.undo import apply, changes, preview
from tests.store.git.conftest import Place

GOAL, OTHER = "goals/law.md", "goals/other.md"


def change(place: Place, message: str, **texts: str | None) -> None:
    """Give goals new texts, None removes one, and commit that as cpdlog does."""
    paths = []
    for name, text in texts.items():
        path = f"goals/{name}.md"
        paths.append(path)
        if text is None:
            (place.root / path).unlink()
        else:
            place.write(path, text)
    assert commit(place.repository, paths, message) == Committed()


def undo(place: Place) -> None:
    """Take the last change back."""
    repository = place.repository
    assert apply(repository, preview(repository, changes(repository, 1)[0])) == Committed()


def goals(place: Place) -> dict[str, str]:
    return {it.stem: it.read_text() for it in sorted((place.root / "goals").iterdir())}


def test_a_past_that_git_does_not_look_into_is_told(place: Place) -> None:
    change(place, "goal: law", law="law")
    repository = find(str(place.root), place.environ | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
    assert repository is not None
    with pytest.raises(GitFailed, match="The repository belongs to another user"):
        changes(repository, 10)


def test_only_what_cpdlog_committed_is_listed_the_latest_first(place: Place) -> None:
    assert changes(place.repository, 10) == []
    change(place, "goal: law", law="law")
    place.commit("notes.txt", "notes", "by hand")
    place.commit("notes.txt", "more", "by hand: explains Cpdlog: change")
    change(place, "goal: law due 2026-12-01", law="law, due")
    listed = changes(place.repository, 10)
    assert [it.subject for it in listed] == ["goal: law due 2026-12-01", "goal: law"]
    assert [it.author for it in listed] == ["Ada Law", "Ada Law"]
    assert listed[0].day == place.git("log", "-1", "--format=%cd", "--date=short").strip()
    assert changes(place.repository, 1) == listed[:1]


def test_a_repository_without_a_commit_has_no_changes(tmp_path: Path, place: Place) -> None:
    fresh = Place(tmp_path / "fresh", place.environ)
    fresh.write("cpdlog.yaml", "name: Ada\n")
    fresh.git("init", "-q")
    assert changes(fresh.repository, 10) == []


def test_a_change_is_shown_before_it_is_taken_back(place: Place) -> None:
    change(place, "goal: law", law="title: Law\ndue: 2026-11-01\n")
    change(place, "goal: law moved", law="title: Law\ndue: 2026-12-01\x1b[2J\n")
    undoing = preview(place.repository, changes(place.repository, 1)[0])
    assert undoing.diff.split("\n", 2)[2] == (
        "--- a/goals/law.md\n"
        "+++ b/goals/law.md\n"
        "@@ -1,2 +1,2 @@\n"
        " title: Law\n"
        "-due: 2026-12-01\\x1b[2J\n"
        "+due: 2026-11-01\n"
    )
    assert goals(place) == {"law": "title: Law\ndue: 2026-12-01\x1b[2J\n"}


def test_what_was_changed_added_or_removed_is_as_it_was_and_that_is_a_commit(place: Place) -> None:
    change(place, "plan", law="law", old="old")
    change(place, "goals: three at once", law="law, changed", old=None, new="new")
    undo(place)
    assert goals(place) == {"law": "law", "old": "old"}
    assert place.subjects()[0] == "undo: goals: three at once"
    assert place.status() == []


def test_undo_of_an_undo_redoes_and_so_on(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goal: law changed", law="two")
    for text, subject in (("one", "undo"), ("two", "redo"), ("one", "undo"), ("two", "redo")):
        undo(place)
        assert goals(place) == {"law": text}
        assert place.subjects()[0] == f"{subject}: goal: law changed"


def test_a_bulk_change_of_a_hundred_files_is_one_to_undo(place: Place) -> None:
    change(place, "plan", law="law")
    change(place, "import: 100", **{f"goal{n}": f"text {n}" for n in range(100)})
    undo(place)
    assert goals(place) == {"law": "law"}
    undo(place)
    assert len(goals(place)) == 101


def test_a_file_that_has_moved_on_is_left_as_it_is(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goals", law="two", other="other")
    last = changes(place.repository, 1)[0]
    place.write(GOAL, "three")
    with pytest.raises(CannotEdit, match=r"'goals/law\.md' has been changed since") as caught:
        preview(place.repository, last)
    assert caught.value.exit_code == 5
    place.commit(GOAL, "three")
    with pytest.raises(CannotEdit, match="has been changed since"):
        preview(place.repository, last)
    (place.root / GOAL).unlink()
    with pytest.raises(CannotEdit, match="has been changed since"):
        preview(place.repository, last)
    assert goals(place) == {"other": "other"}


def test_a_name_that_was_given_again_is_not_overwritten(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goal: law removed", law=None)
    place.write(GOAL, "another one of that name")
    with pytest.raises(CannotEdit, match="has been changed since"):
        preview(place.repository, changes(place.repository, 1)[0])
    assert goals(place) == {"law": "another one of that name"}


def test_an_edit_between_the_look_and_the_deed_is_not_lost(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goals", law="two", other="other")
    undoing = preview(place.repository, changes(place.repository, 1)[0])
    place.write(GOAL, "three")
    with pytest.raises(CannotEdit, match="was changed meanwhile"):
        apply(place.repository, undoing)
    assert goals(place) == {"law": "three", "other": "other"}


def test_an_earlier_change_can_be_taken_back_if_its_files_rest(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goal: law changed", law="two")
    change(place, "goal: other", other="other")
    earlier = changes(place.repository, 3)[1]
    assert apply(place.repository, preview(place.repository, earlier)) == Committed()
    assert goals(place) == {"law": "one", "other": "other"}


def test_an_undo_that_was_cut_short_can_be_finished(place: Place) -> None:
    change(place, "plan", a="a", b="b")
    change(place, "goals", a="A", b="B")
    place.write("goals/a.md", "a")
    undo(place)
    assert goals(place) == {"a": "a", "b": "b"}
    assert place.status() == []


def test_nothing_is_taken_back_while_a_merge_is_under_way(place: Place) -> None:
    change(place, "goal: law", law="one")
    undoing = preview(place.repository, changes(place.repository, 1)[0])
    (place.root / ".git/MERGE_HEAD").write_text(undoing.change.id)
    with pytest.raises(GitFailed, match="A merge is under way in this repository") as caught:
        apply(place.repository, undoing)
    assert caught.value.exit_code == 6
    assert goals(place) == {"law": "one"}


def test_ends_of_lines_that_git_converts_are_no_change(place: Place) -> None:
    place.commit(".gitattributes", "*.md text eol=lf\n")
    change(place, "goal: law", law="title: Law\r\ndue: 1\r\n")
    change(place, "goal: moved", law="title: Law\r\ndue: 2\r\n")
    undo(place)
    assert (place.root / GOAL).read_bytes() == b"title: Law\r\ndue: 1\r\n"
    place.commit(".gitattributes", "*.md text eol=crlf\n")
    change(place, "goal: other", other="one\n")
    (place.root / OTHER).unlink()
    place.git("checkout", "--", OTHER)
    assert (place.root / OTHER).read_bytes() == b"one\r\n"
    change(place, "goal: other removed", other=None)
    undo(place)
    assert (place.root / OTHER).read_bytes() == b"one\r\n"


def test_undo_in_a_sub_folder_minds_the_journal_alone(place: Place) -> None:
    journal = Place(place.root / "cpd", place.environ)
    journal.write(GOAL, "one")
    change(journal, "goal: law", law="one")
    place.commit("code/x.py", "x")
    undo(journal)
    assert not (journal.root / GOAL).exists()
    assert (place.root / "code/x.py").read_text() == "x"
    change(place, "goal of another journal", law="outside")
    assert [it.subject for it in changes(journal.repository, 5)] == [
        "undo: goal: law",
        "goal: law",
    ]
    outside = changes(place.repository, 1)[0]
    with pytest.raises(NotFound, match="changed no file of this journal"):
        preview(journal.repository, outside)


def test_a_link_that_a_change_put_there_is_not_touched(place: Place) -> None:
    (place.root / "goals").mkdir()
    (place.root / GOAL).symlink_to("/etc/passwd")
    place.git("add", GOAL)
    place.git("commit", "-q", "-m", "goal: law\n\nCpdlog: change")
    with pytest.raises(CannotEdit, match=r"'goals/law\.md' is not an ordinary file"):
        preview(place.repository, changes(place.repository, 1)[0])


def test_a_name_of_two_lines_is_not_touched(place: Place) -> None:
    path = place.write("goals/a\nb.md", "words")
    commit(place.repository, [path], "goal: odd", new=[path])
    with pytest.raises(CannotEdit, match="a name of more than one line"):
        preview(place.repository, changes(place.repository, 1)[0])


def test_a_disk_that_refuses_leaves_what_is_not_taken_back_yet(place: Place) -> None:
    import resource

    change(place, "plan", a="a" * 5000, b="b" * 5000)
    change(place, "goals", a="A", b="B")
    undoing = preview(place.repository, changes(place.repository, 1)[0])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(WriteFailed):
            apply(place.repository, undoing)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert goals(place) == {"a": "A", "b": "B"}
    undo(place)
    assert goals(place) == {"a": "a" * 5000, "b": "b" * 5000}


def test_a_past_that_is_damaged_is_told(place: Place) -> None:
    change(place, "goal: law", law="one")
    change(place, "goal: law changed", law="two")
    blob = place.git("rev-parse", "HEAD~1:goals/law.md").strip()
    os.unlink(place.root / ".git/objects" / blob[:2] / blob[2:])
    with pytest.raises(GitFailed):
        preview(place.repository, changes(place.repository, 1)[0])
