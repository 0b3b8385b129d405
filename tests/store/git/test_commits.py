import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpdlog.store.git import commits
from cpdlog.store.git.commits import Committed, NotCommitted, commit
from tests.store.git.conftest import Place

TALK = "entries/2026/2026-11-23-talk.md"
TEXT = "---\ntitle: Talk\ndate: 2026-11-23\n---\n"


def test_a_new_entry_is_committed_with_its_message_and_a_mark(place: Place) -> None:
    path = place.write(TALK, TEXT)
    assert commit(place.repository, [path], "entry: talk (2h)", new=[path]) == Committed()
    assert place.git("log", "-1", "--format=%an <%ae>%n%B") == (
        "Ada Law <ada@example.org>\nentry: talk (2h)\n\nCpdlog: change\n\n"
    )
    assert place.committed() == [TALK]
    assert place.status() == []


def test_what_is_new_is_found_out_where_nobody_said(place: Place) -> None:
    path = place.write(TALK, TEXT)
    assert commit(place.repository, [path, path], "entry: talk") == Committed()
    assert place.committed() == [TALK]


def test_added_changed_and_removed_files_become_one_commit(place: Place) -> None:
    place.commit("goals/old.md", "old")
    place.commit("goals/law.md", "law")
    (place.root / "goals/old.md").unlink()
    place.write("goals/law.md", "law, changed")
    new = place.write("goals/new.md", "new")
    changed = ["goals/old.md", "goals/law.md", new]
    assert commit(place.repository, changed, "goals: tidied", new=[new]) == Committed()
    assert place.committed() == ["goals/law.md", "goals/new.md", "goals/old.md"]
    assert place.status() == []


def test_a_file_that_git_never_knew_may_be_gone(place: Place) -> None:
    new = place.write("goals/new.md", "new")
    outcome = commit(place.repository, ["goals/never-known.md", new], "goal: renamed")
    assert outcome == Committed()
    assert place.committed() == ["goals/new.md"]
    assert commit(place.repository, ["goals/never-known.md"], "goal: removed") == Committed()
    assert place.subjects()[0] == "goal: renamed"


@pytest.mark.parametrize("how", ["-N", "-f"])
def test_a_file_that_was_only_made_known_to_git_may_be_gone(place: Place, how: str) -> None:
    """A run that is killed between `git add -N` and `git commit` leaves it so."""
    path = place.write(TALK, TEXT)
    place.git("add", how, "--", path)
    (place.root / path).unlink()
    assert commit(place.repository, [path], "remove: talk") == Committed()
    assert place.status() == []
    assert place.subjects() == ["journal: begun"]


def test_a_change_that_is_none_makes_no_commit(place: Place) -> None:
    outcome = commit(place.repository, ["cpdlog.yaml"], "settings: as they were")
    assert outcome == NotCommitted("there is nothing new to commit")
    assert place.subjects() == ["journal: begun"]


def test_what_else_is_staged_half_edited_or_untracked_stays_as_it_was(place: Place) -> None:
    place.commit("goals/a.md", "a\n")
    place.commit("goals/b.md", "b\n")
    place.write("goals/a.md", "staged\n")
    place.git("add", "goals/a.md")
    place.write("goals/a.md", "staged, then half-edited\n")
    place.write("goals/b.md", "half-edited\n")
    place.write("staged.txt", "new and staged\n")
    place.git("add", "staged.txt")
    place.write("goals/untracked.md", "untracked\n")
    before = place.git("diff", "--cached"), place.git("diff"), place.status()
    path = place.write(TALK, TEXT)
    assert commit(place.repository, [path], "entry: talk", new=[path]) == Committed()
    assert place.committed() == [TALK]
    assert (place.git("diff", "--cached"), place.git("diff"), place.status()) == before


def test_a_journal_in_a_sub_folder_commits_its_own_files_alone(place: Place) -> None:
    place.write("code/x.py", "half-edited")
    journal = Place(place.root / "cpd", place.environ)
    path = journal.write(TALK, TEXT)
    assert commit(journal.repository, [path], "entry: talk", new=[path]) == Committed()
    assert place.committed() == [f"cpd/{TALK}"]
    assert place.status() == ["?? code/x.py"]


@pytest.mark.parametrize("name", ["goals/*.md", "goals/:top.md", "-A", ":", "goals/é ' $(x).md"])
def test_a_name_is_a_name_and_no_pattern_or_option(place: Place, name: str) -> None:
    place.write("goals/other.md", "other")
    path = place.write(name, "words")
    assert commit(place.repository, [path], "goal: odd", new=[path]) == Committed()
    assert place.git("show", "-z", "--name-only", "--format=").rstrip("\0") == name
    assert place.status() == ["?? goals/other.md"]


def test_a_commit_can_be_the_first_one(place: Place) -> None:
    fresh = Place(place.root.parent / "fresh", place.environ)
    path = fresh.write(TALK, TEXT)
    fresh.git("init", "-q")
    assert commit(fresh.repository, [path], "entry: talk", new=[path]) == Committed()
    assert fresh.subjects() == ["entry: talk"]


def test_a_message_cannot_act_on_a_terminal(place: Place) -> None:
    path = place.write(TALK, TEXT)
    commit(place.repository, [path], "entry: \x1b[31mtalk\n#2", new=[path])
    assert place.subjects()[0] == r"entry: \x1b[31mtalk\n#2"


def test_a_file_that_git_ignores_is_named_and_the_others_are_committed(place: Place) -> None:
    place.commit(".gitignore", "*.pdf\n")
    entry, proof = place.write(TALK, TEXT), place.write("evidence/2026/proof.pdf", "%PDF")
    outcome = commit(place.repository, [entry, proof], "evidence: proof", new=[entry, proof])
    assert outcome == Committed(ignored=("evidence/2026/proof.pdf",))
    assert place.committed() == [TALK]
    outcome = commit(place.repository, [proof], "evidence: proof", new=[proof])
    assert outcome == NotCommitted(
        "git was told to ignore 'evidence/2026/proof.pdf' (.gitignore)",
        f"Then: git -C {place.root} add -- evidence/2026/proof.pdf"
        f" && git -C {place.root} commit -- evidence/2026/proof.pdf",
    )


def test_two_hundred_files_are_one_commit(place: Place) -> None:
    paths = [place.write(f"entries/2026/{n}.md", TEXT) for n in range(200)]
    assert commit(place.repository, paths, "import: 200 entries", new=paths) == Committed()
    assert len(place.committed()) == 200


def test_of_many_files_the_advice_is_to_ask_git(place: Place) -> None:
    paths = [place.write(f"goals/{n}.md", "words") for n in range(4)]
    place.hook("pre-commit", "exit 1")
    assert commit(place.repository, paths, "goals: four", new=paths) == NotCommitted(
        "a hook of this repository refused it",
        f"Then: git -C {place.root} status",
    )


def test_the_advice_names_no_file_that_is_gone_and_that_git_never_knew(place: Place) -> None:
    place.commit("goals/old.md", "old\n")
    (place.root / "goals/old.md").unlink()
    new = place.write("goals/new.md", "new\n")
    place.hook("pre-commit", "exit 1")
    paths = ["goals/never-known.md", "goals/old.md", new]
    assert commit(place.repository, paths, "goal: renamed") == NotCommitted(
        "a hook of this repository refused it",
        f"Then: git -C {place.root} add -- goals/old.md goals/new.md"
        f" && git -C {place.root} commit -- goals/old.md goals/new.md",
    )
    (place.root / ".git/hooks/pre-commit").unlink()
    place.git("add", "--", "goals/old.md", "goals/new.md")
    place.git("commit", "-m", "by hand", "--", "goals/old.md", "goals/new.md")
    assert place.status() == []


def test_of_a_file_that_is_gone_and_that_git_never_knew_the_advice_is_to_ask_git(
    place: Place,
) -> None:
    (place.root / ".git/MERGE_HEAD").touch()
    outcome = commit(place.repository, ["goals/never-known.md"], "goal: removed")
    assert isinstance(outcome, NotCommitted)
    assert outcome.hint.endswith(f" Then: git -C {place.root} status")


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        (TALK, "Correct it, which commits it: cpdlog edit 2026-11-23-talk"),
        ("goals/law.md", "Correct it, which commits it: cpdlog goal edit law"),
        ("evidence/notes.md", "Correct 'evidence/notes.md', then commit it."),
    ],
)
def test_what_our_own_hook_refuses_is_to_be_corrected_and_not_staged(
    place: Place, path: str, advice: str
) -> None:
    line = f"stop: {path}:6:1: '999 000 0018': An NHS number belongs to one patient. Leave it out."
    place.hook("pre-commit", f'echo "{line}"; exit 3')
    place.write(path, TEXT)
    assert commit(place.repository, [path], "entry: talk", new=[path]) == NotCommitted(
        f"a hook of this repository refused it: {line.rstrip('.')}", advice
    )
    assert place.status() == [f"?? {path}"]


def test_the_marks_of_an_unfinished_merge_are_never_committed(place: Place) -> None:
    text = TEXT + "<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n"
    path = place.write(TALK, text)
    outcome = commit(place.repository, [path], "entry: talk", new=[path])
    assert isinstance(outcome, NotCommitted)
    assert outcome.reason == f"'{TALK}' holds an unfinished merge, lines 5 to 9"
    assert outcome.hint.startswith("Keep what is right, and remove the lines of '<<<<<<<'")
    assert place.status() == [f"?? {TALK}"]


def test_an_example_of_such_marks_in_a_block_of_code_may_be_committed(place: Place) -> None:
    text = TEXT + "```\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n```\n"
    path = place.write(TALK, text)
    assert commit(place.repository, [path], "entry: talk", new=[path]) == Committed()


def test_eight_writers_at_once_lose_no_commit(place: Place) -> None:
    code = """
import os, sys
from pathlib import Path
from cpdlog.store.git.commits import Committed, commit
from cpdlog.store.git.repository import find
root, writer = sys.argv[1:]
repository = find(root, os.environ)
for number in range(10):
    path = f"goals/{writer}-{number}.md"
    Path(root, path).write_text("words")
    assert commit(repository, [path], f"goal: {path}", new=[path]) == Committed()
"""
    (place.root / "goals").mkdir()
    here = str(Path(__file__).parents[3])
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(place.root), str(writer)],
            env=place.environ | {"PYTHONPATH": here},
        )
        for writer in range(8)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0] * 8
    assert len(place.subjects()) == 81
    assert place.status() == []


def test_a_lock_that_goes_away_is_waited_for(place: Place) -> None:
    path = place.write(TALK, TEXT)
    lock = place.root / ".git/index.lock"
    lock.touch()
    with subprocess.Popen(["sh", "-c", 'sleep 0.3; rm "$0"', str(lock)]):
        assert commit(place.repository, [path], "entry: talk", new=[path]) == Committed()


def test_a_hook_that_leaves_a_program_running_does_not_hold_us_up(place: Place) -> None:
    place.hook("post-commit", "sleep 30 &")
    path = place.write(TALK, TEXT)
    before = os.times().elapsed
    assert commit(place.repository, [path], "entry: talk", new=[path]) == Committed()
    assert os.times().elapsed - before < 10


def test_patience_has_an_end(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "PATIENCE", 2)
    (place.root / ".git/index.lock").touch()
    path = place.write(TALK, TEXT)
    outcome = commit(place.repository, [path], "entry: talk", new=[path])
    by_hand = f"git -C {place.root} add -- {TALK} && git -C {place.root} commit -- {TALK}"
    assert outcome == NotCommitted(
        "another git is at work here, or one was killed and left its lock",
        f"If no git is running, remove the file: rm '{place.root}/.git/index.lock'."
        f" Then: {by_hand}",
    )
    (place.root / ".git/index.lock").unlink()
    assert place.status() == [f"?? {TALK}"]
