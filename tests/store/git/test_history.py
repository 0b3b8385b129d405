import os
from datetime import date
from pathlib import Path

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store import files
from cpdlog.store.git import past
from cpdlog.store.git.history import diff, history, plan_at
from tests.store.git.conftest import Place

TALK = "entries/2026/2026-11-23-talk.md"
LONG = "".join(f"line {n}\n" for n in range(20))


def committed_on(place: Place, day: str, path: str, text: str | None, subject: str) -> None:
    """A commit at noon of a day."""
    if text is None:
        (place.root / path).unlink()
    else:
        place.write(path, text)
    stamp = f"{day}T12:00:00+0000"
    dated = Place(
        place.root, place.environ | {"GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp}
    )
    dated.git("add", "-A", "--", path)
    dated.git("commit", "-q", "-m", subject)


def test_the_history_of_an_entry_follows_its_names(place: Place) -> None:
    committed_on(place, "2026-11-01", TALK, LONG, "entry: talk")
    committed_on(place, "2026-11-02", TALK, LONG + "more\n", "entry: talk, more")
    place.git("mv", TALK, "entries/2026/2026-11-23-panel.md")
    committed_on(place, "2026-11-03", "cpdlog.yaml", "name: A\n", "entry: panel")
    committed_on(place, "2026-11-04", "goals/law.md", "law\n", "goal: law")
    found = history(place.repository, "entries/2026/2026-11-23-panel.md")
    assert [(it.day, it.author, it.subject, it.path) for it in found] == [
        ("2026-11-03", "Ada Law", "entry: panel", "entries/2026/2026-11-23-panel.md"),
        ("2026-11-02", "Ada Law", "entry: talk, more", TALK),
        ("2026-11-01", "Ada Law", "entry: talk", TALK),
    ]


def test_the_history_of_a_removed_goal_is_there_still(place: Place) -> None:
    committed_on(place, "2026-11-01", "goals/law.md", "law\n", "goal: law")
    committed_on(place, "2026-11-02", "goals/law.md", None, "goal: law removed")
    found = history(place.repository, "goals/law.md")
    assert [it.subject for it in found] == ["goal: law removed", "goal: law"]
    assert history(place.repository, "goals/never.md") == []


def test_a_merge_is_in_the_history_by_what_it_brought(place: Place) -> None:
    committed_on(place, "2026-11-01", "goals/law.md", LONG, "goal: law")
    place.git("switch", "-q", "-c", "side")
    committed_on(place, "2026-11-02", "goals/law.md", "top\n" + LONG, "goal: at the top")
    place.git("switch", "-q", "main")
    committed_on(place, "2026-11-03", "goals/law.md", LONG + "end\n", "goal: at the end")
    place.git("merge", "-q", "-m", "sync", "side")
    found = history(place.repository, "goals/law.md")
    assert [it.subject for it in found] == [
        *("sync", "goal: at the end", "goal: at the top", "goal: law")
    ]
    assert "+top" in diff(place.repository, found[0])


def test_what_one_commit_changed_is_shown_as_text_that_cannot_act(place: Place) -> None:
    committed_on(place, "2026-11-01", "goals/é.md", "one\n", "goal: é")
    committed_on(place, "2026-11-02", "goals/é.md", "two\x1b[2J\n", "goal: \x1b[2Jé")
    place.git("config", "color.ui", "always")
    found = history(place.repository, "goals/é.md")
    assert found[0].subject == r"goal: \x1b[2Jé"
    assert diff(place.repository, found[0]).split("\n")[2:] == [
        *("--- a/goals/é.md", "+++ b/goals/é.md", "@@ -1 +1 @@", "-one", r"+two\x1b[2J", "")
    ]


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path, place: Place) -> None:
    fresh = Place(tmp_path / "fresh", place.environ)
    fresh.write("cpdlog.yaml", "name: Ada\n")
    fresh.git("init", "-q")
    assert history(fresh.repository, "cpdlog.yaml") == []
    assert plan_at(fresh.repository, date(2026, 11, 23)) is None


# The plan as it was


def test_the_plan_of_a_day_is_what_was_committed_by_its_end(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    place = Place(tmp_path / "journal", environ | {"TZ": "UTC"})
    place.write("cpdlog.yaml", "name: Ada\n")
    place.git("init", "-q")
    committed_on(place, "2026-11-01", "cpdlog.yaml", "name: Ada\n", "journal: begun")
    committed_on(place, "2026-11-02", "goals/law.md", "law\n", "goal: law")
    committed_on(place, "2026-11-02", "entries/a.md", "not of the plan\n", "entry: a")
    committed_on(place, "2026-11-03", "goals/law.md", "law, later\n", "goal: later")
    repository = place.repository
    assert plan_at(repository, date(2026, 10, 31)) is None
    assert plan_at(repository, date(2026, 11, 1)) == {"cpdlog.yaml": b"name: Ada\n"}
    assert plan_at(repository, date(2026, 11, 2)) == {
        "cpdlog.yaml": b"name: Ada\n",
        "goals/law.md": b"law\n",
    }
    assert plan_at(repository, date(1950, 1, 1)) is None
    assert plan_at(repository, date(2150, 1, 1)) == {
        "cpdlog.yaml": b"name: Ada\n",
        "goals/law.md": b"law, later\n",
    }


def test_the_plan_of_a_journal_in_a_sub_folder_has_the_journals_own_paths(place: Place) -> None:
    journal = Place(place.root / "cpd", place.environ)
    journal.write("cpdlog.yaml", "name: Eve\n")
    committed_on(place, "2026-11-01", "cpd/cpdlog.yaml", "name: Eve\n", "journal")
    committed_on(place, "2026-11-01", "cpd/goals/law.md", "law\n", "goal: law")
    (place.root / "cpd/goals/link.md").symlink_to("law.md")
    committed_on(place, "2026-11-01", "cpd/goals/link.md", "law\n", "a link")
    assert plan_at(journal.repository, date(2100, 1, 1)) == {
        "cpdlog.yaml": b"name: Eve\n",
        "goals/law.md": b"law\n",
    }


def test_a_past_that_lacks_a_file_is_told(place: Place) -> None:
    place.commit("goals/law.md", "law\n")
    place.commit("goals/long.md", "x" * (files.LARGEST + 1))
    assert plan_at(place.repository, date(2099, 1, 1)) == {
        "cpdlog.yaml": b"name: Ada Law\n",
        "goals/law.md": b"law\n",
    }
    blob = place.git("rev-parse", "HEAD:goals/law.md").strip()
    os.unlink(place.root / ".git/objects" / blob[:2] / blob[2:])
    git = place.repository.git
    with pytest.raises(GitFailed, match="The repository lacks a file of its past"):
        past.blobs(git, [blob])
    with pytest.raises(GitFailed, match="The repository lacks a file of its past"):
        past.as_files(git, [(blob, "goals/law.md")])


def test_a_filter_that_fails_is_told(place: Place) -> None:
    place.commit(".gitattributes", "*.md filter=broken\n")
    place.commit("goals/law.md", "law\n")
    place.git("config", "filter.broken.smudge", "false")
    place.git("config", "filter.broken.required", "true")
    blob = place.git("rev-parse", "HEAD:goals/law.md").strip()
    with pytest.raises(GitFailed, match="git refused: "):
        past.as_files(place.repository.git, [(blob, "goals/law.md")])
