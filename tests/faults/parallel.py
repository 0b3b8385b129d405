"""Lets many runs of cpdlog write at once, and counts what is lost.

First all of them add an entry with one title; then all of them change one goal: some tick an
action point, some add a review, some a tag. A run that is told to repeat its command does so. In
the end every word that was given is in a file, and with git every file is in a commit, or was
named as not committed.

    python tests/faults/parallel.py --writers 200
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults import warm

AGAIN = 5  # the exit code of a run whose file was changed meanwhile
ROUNDS = 200
HEAD = "---\ntitle: Law\nstart: 2026-01-01\ndue: 2026-12-31\ntarget: 200 hours\n---\n\n"
STRANGE = {"notes.txt": "not cpdlog's", "draft.md": "half-edited", "staged.txt": "for later"}
COUNTED = (
    "writers entries whole changed losers rounds lost failed tracebacks untold committed "
    "named_uncommitted unnamed foreign left"
)
BAD = ("lost", "failed", "tracebacks", "untold", "unnamed", "foreign", "left")


class Crowd:
    """A journal that many write to, and what was counted."""

    def __init__(self, folder: Path, writers: int, *, git: bool) -> None:
        self.root = folder / "journal"
        self.writers = writers
        self.git = git
        self.counts = dict.fromkeys(COUNTED.split(), 0) | {"writers": writers}
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "CPDLOG_TODAY": "2026-11-23",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        self.named: set[str] = set()
        (self.root / "goals").mkdir(parents=True)
        (self.root / "cpdlog.yaml").write_text("name: Ada\n")
        actions = "".join(f"- [ ] action {number}\n" for number in range(writers))
        (self.root / "goals/law.md").write_text(HEAD + actions)
        for name, text in STRANGE.items():
            (self.root / name).write_text(text)
        if git:
            (folder / ".gitconfig").write_text(
                "[user]\n\tname = Ada\n\temail = ada@example.org\n[gc]\n\tauto = 0\n"
                "[maintenance]\n\tauto = false\n"
            )
            self.ask_git("init", "-q")
            self.ask_git("add", "cpdlog.yaml", "goals", "draft.md")
            self.ask_git("commit", "-q", "-m", "begun")
            (self.root / "draft.md").write_text("more than half-edited")
            self.ask_git("add", "staged.txt")

    def ask_git(self, *arguments: str) -> list[str]:
        """The lines that git says."""
        command = ["git", "-C", str(self.root), *arguments]
        done = subprocess.run(command, env=self.environ, check=True, capture_output=True)
        return done.stdout.decode().splitlines()

    def all_at_once(self, commands: list[list[str]]) -> list[warm.Ended]:
        """How each of several runs ended that were started at once."""
        running = [warm.start(words, str(self.root), self.environ) for words in commands]
        ended = [it.ended() for it in running]
        for run in ended:
            self.counts["tracebacks"] += b"Traceback" in run.err
            if b"not committed" in run.err:
                self.named |= set(re.findall(r"-- (\S+) &&", run.err.decode()))
        return ended

    def add_entries(self) -> None:
        """Let everyone add an entry with the same title."""
        words = [f"word{number}x" for number in range(self.writers)]
        ended = self.all_at_once(
            [["new", "Same title", "-H", "15m", "-g", "law", "-m", word] for word in words]
        )
        self.counts["failed"] += sum(run.code != 0 for run in ended)
        texts = [path.read_text() for path in (self.root / "entries/2026").iterdir()]
        self.counts["entries"] += len(texts)
        self.counts["whole"] += sum(text.startswith("---\ntitle: Same title\n") for text in texts)
        self.counts["lost"] += len(set(words) - {text.split()[-1] for text in texts})

    def change_goal(self) -> None:
        """Let everyone change one goal, and again where it is told to."""
        waiting = [change(number) for number in range(self.writers)]
        for _ in range(ROUNDS):
            if not waiting:
                break
            ended = self.all_at_once(waiting)
            losers = [run for run in ended if run.code == AGAIN]
            self.counts["rounds"] += 1
            self.counts["changed"] += sum(run.code == 0 for run in ended)
            self.counts["losers"] += len(losers)
            self.counts["failed"] += sum(run.code not in (0, AGAIN) for run in ended)
            self.counts["untold"] += sum(not is_told(run) for run in losers)
            waiting = [it for it, run in zip(waiting, ended, strict=True) if run.code == AGAIN]
        text = (self.root / "goals/law.md").read_text()
        marks = [mark(number) for number in range(self.writers)]
        self.counts["lost"] += len(waiting) + sum(it not in text for it in marks)

    def look_at_last(self) -> None:
        """Count what is not in git, and what is there that should not be."""
        self.counts["left"] += len(list(self.root.rglob(".cpdlog-*")))
        if not self.git:
            return
        status = self.ask_git("status", "--porcelain", "--untracked-files=all")
        others = {"?? notes.txt", " M draft.md", "A  staged.txt"}
        left = {line[3:] for line in status} - {line[3:] for line in others}
        log = self.ask_git("log", "--name-only", "--format=")
        self.counts["foreign"] += len(others - set(status)) + ("staged.txt" in log)
        self.counts["foreign"] += "notes.txt" in log
        self.counts["committed"] += len(self.ask_git("log", "--format=%H")) - 1
        self.counts["named_uncommitted"] += len(left & self.named)
        self.counts["unnamed"] += len(left - self.named)


def change(number: int) -> list[str]:
    """What the user with this number does to the goal."""
    if number % 3 == 0:
        return ["tick", f"law.{number + 1}"]
    if number % 3 == 1:
        return ["goal", "review", "law", "-m", f"review{number}x"]
    return ["goal", "set", "law", f"tags+=tag{number}x"]


def mark(number: int) -> str:
    """What that leaves in the file."""
    if number % 3 == 0:
        return f"- [x] action {number} (done 2026-11-23)\n"
    return f"review{number}x" if number % 3 == 1 else f"tag{number}x"


def is_told(run: warm.Ended) -> bool:
    """Whether a loser is told what happened and what to do, in one line."""
    told = b"Repeat the command" in run.err or b"then try again" in run.err
    return told and run.err.count(b"\n") == 1


def main() -> int:
    """Let as many write as asked, print the counts, and fail if anything was lost."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--writers", type=int, default=200)
    given = options.parse_args()
    warm.warm_up()
    counted = {name: counts(given.writers, git=name == "git") for name in ("no git", "git")}
    print(json.dumps(counted))
    return int(any(it[name] for it in counted.values() for name in BAD))


def counts(writers: int, *, git: bool) -> dict[str, int]:
    """What is counted in one journal."""
    with tempfile.TemporaryDirectory() as folder:
        crowd = Crowd(Path(folder), writers, git=git)
        crowd.add_entries()
        crowd.change_goal()
        crowd.look_at_last()
        return crowd.counts


if __name__ == "__main__":
    sys.exit(main())
