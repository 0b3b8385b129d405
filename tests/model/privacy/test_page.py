import re
import subprocess
from pathlib import Path

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


def test_the_commands_in_the_documentation_leave_no_trace_in_the_repository(tmp_path: Path) -> None:
    entry = tmp_path / "entries" / "2026" / "2026-03-04-handover.md"
    entry.parent.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    for words in ("before", "Mrs Okonjo-Bright"):
        entry.write_text(words)
        git(tmp_path, "add", "--", "entries")
        git(tmp_path, "commit", "-q", "-m", "entry: handover")
    entry.write_text("a reader")
    for line in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)[0].strip().splitlines():
        git(tmp_path, *line.split()[1:])
    everything = git(tmp_path, "cat-file", "--batch-all-objects", "--batch")
    assert b"a reader" in everything
    assert b"before" in everything
    assert b"Okonjo" not in everything
