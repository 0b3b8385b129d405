import os
import re
import subprocess
from pathlib import Path

import pytest

from cpdlog.model.privacy import PROFILES, findings
from cpdlog.model.privacy.search import detectors
from tests.model.privacy.measure import PAGE, figures

TEXT = PAGE.read_text(encoding="utf-8")


def git(folder: Path, *words: str) -> bytes:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    return subprocess.run(
        ["git", *identity, *words], cwd=folder, capture_output=True, check=True
    ).stdout


def test_the_figures_in_the_documentation_are_those_that_are_measured() -> None:
    assert figures() in TEXT


def test_the_documentation_names_every_profile_with_its_detectors() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (`.*) \|$", TEXT, re.MULTILINE))
    assert set(rows) >= set(PROFILES)
    for profile in PROFILES:
        named = set(re.findall(r"`([a-z-]+)`", rows[profile]))
        assert named == {detector.id for detector in detectors(profile)}


def test_the_comment_in_the_documentation_accepts_what_it_quotes() -> None:
    comment = re.search("<!-- privacy: .*-->", TEXT)
    assert comment
    (finding,) = findings(f"I tried the method of Dr Ama Sey. {comment[0]}", ("general",), ())
    assert finding.accepted == "she agreed to be named as the author of the method"


NAME, WORDS = "entries/2026/2026-03-04-handover.md", "Mrs Okonjo-Bright"
NEVER_COMMITTED, IN_THE_LAST, IN_SEVERAL = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a commit in it."""
    git(tmp_path, "init", "-q")
    written(tmp_path, "before")
    committed(tmp_path)
    return tmp_path


def written(folder: Path, words: str) -> None:
    entry = folder / NAME
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_text(f"{words}\n")


def committed(folder: Path) -> None:
    git(folder, "add", "--", "entries")
    git(folder, "commit", "-q", "-m", "entry: handover")


def gone(folder: Path, recipe: str) -> bool:
    """Follow a recipe; whether its check says that the words are gone, and that is so."""
    *lines, commits, everything = (line.strip() for line in recipe.strip().splitlines())
    for line in lines:
        assert bash(folder, line).returncode == 0, line
    said = bash(folder, commits).stdout + bash(folder, everything).stdout
    kept = git(folder, "cat-file", "--batch-all-objects", "--batch")
    assert b"before" in kept
    assert (b"Okonjo" in kept) == bool(said)
    return not said


def bash(folder: Path, line: str) -> "subprocess.CompletedProcess[bytes]":
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    environ = os.environ | names
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environ, capture_output=True, check=False
    )


def test_what_was_never_committed_is_gone_after_what_the_documentation_says(folder: Path) -> None:
    written(folder, WORDS)
    git(folder, "add", "--", "entries")
    written(folder, "a reader")
    committed(folder)
    assert gone(folder, NEVER_COMMITTED)


def test_what_is_in_the_last_commit_is_gone_after_what_the_documentation_says(folder: Path) -> None:
    written(folder, WORDS)
    committed(folder)
    written(folder, "a reader")
    assert gone(folder, IN_THE_LAST)
    assert git(folder, "status", "--porcelain") == b""


def test_what_was_corrected_by_a_commit_is_gone_after_what_the_documentation_says(
    folder: Path,
) -> None:
    for words in (WORDS, "a reader", "a reader, again"):
        written(folder, words)
        committed(folder)
    assert not gone(folder, IN_THE_LAST)
    first = git(folder, "log", "--format=%h", "-S", "Okonjo").decode().split()[-1]
    assert gone(folder, IN_SEVERAL.replace("4406b0e", first))
    assert git(folder, "show", f"HEAD:{NAME}") == b"a reader, again\n"
    assert git(folder, "status", "--porcelain") == b""
