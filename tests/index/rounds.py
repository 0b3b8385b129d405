"""Changes a journal at random, and after each round reads it with the index and without.

`python -m tests.index.rounds --rounds 1000` runs as many rounds as one likes.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.index.journals import indexed, journal, read, soon, write

HOUR = 3_600_000_000_000  # nanoseconds


class Rounds:
    """One journal in a git repository, and its index."""

    def __init__(self, place: Path, seed: int) -> None:
        self.root = journal(place / "journal")
        self.folder = place / "cache"
        self.chance = random.Random(seed)
        self.number = 100
        self.git("init", "-q")
        self.commit()

    def git(self, *words: str) -> str:
        """Run git; what it prints."""
        names = ("-c", "user.name=Sam", "-c", "user.email=sam@example.org")
        command = ["git", "-C", str(self.root), *names, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def files(self) -> list[Path]:
        """The entries there are."""
        return sorted((self.root / "entries").rglob("*.md"))

    def one(self) -> Path:
        """An entry by chance."""
        return self.chance.choice(self.files())

    def add(self) -> None:
        """Write a new entry."""
        self.number += 1
        write(self.root, self.number, self.chance.randrange(10, 99))

    def edit(self) -> None:
        """Change one figure of an entry in place: its size and its inode stay."""
        path = self.one()
        with path.open("r+b") as file:
            data = bytearray(file.read())
            places = [place for place, byte in enumerate(data) if chr(byte).isdigit()]
            if places:
                file.seek(self.chance.choice(places))
                file.write(str(self.chance.randrange(1, 10)).encode())

    def edit_unseen(self) -> None:
        """Change a figure, and put the time of the change back, as a restored backup has it."""
        before = {path: path.stat().st_mtime_ns for path in self.files()}
        self.edit()
        for path, changed in before.items():
            os.utime(path, ns=(changed, changed))

    def set_clock_back(self) -> None:
        """Edit a file while the clock says that it is earlier."""
        self.edit()
        path = self.one()
        earlier = path.stat().st_mtime_ns - self.chance.randrange(HOUR)
        os.utime(path, ns=(earlier, earlier))

    def rename(self) -> None:
        """Give an entry another name, which may be another's."""
        self.one().rename(self.one().with_name(f"2026-01-01-renamed-{self.chance.randrange(5)}.md"))

    def swap(self) -> None:
        """Let two entries change places."""
        one, other = self.one(), self.one()
        between = one.with_name(".between")
        one.rename(between)
        if other.exists():
            other.rename(one)
        between.rename(other)

    def remove(self) -> None:
        """Remove an entry, if some are left."""
        if len(self.files()) > 5:
            self.one().unlink()

    def change_settings(self) -> None:
        """Change the settings and the goal."""
        (self.root / "cpdlog.yaml").write_text(f"name: Sam {self.chance.randrange(10)}\n")
        target = self.chance.randrange(10, 99)
        (self.root / "goals/law.md").write_text(f"---\ntitle: Law\ntarget: {target} hours\n---\n")

    def commit(self) -> None:
        """Commit what there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "round")

    def check_out(self) -> None:
        """Go to an older state."""
        self.commit()
        states = self.git("rev-list", "--all", "--max-count=20").split()
        self.git("checkout", "-q", self.chance.choice(states))

    def forget(self) -> None:
        """Delete the index."""
        for path in self.folder.glob("*"):
            path.unlink()

    def play(self) -> str:
        """One round; the name of what was done."""
        acts = (
            *(self.add, self.edit, self.edit, self.edit_unseen, self.set_clock_back),
            *(self.rename, self.swap, self.remove, self.change_settings, self.check_out),
            *(self.commit, self.forget),
        )
        act = self.chance.choice(acts)
        act()
        now = soon() if self.chance.random() < 0.9 else time.time_ns() - HOUR
        with_index = indexed(self.root, self.folder, now)
        if with_index != read(self.root):
            raise AssertionError(f"a stale answer after {act.__name__}")
        return act.__name__


def main() -> None:
    """Play as many rounds as were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        game = Rounds(Path(place), given.seed)
        played = [game.play() for _ in range(given.rounds)]
    counts = ", ".join(f"{name} {played.count(name)}" for name in sorted(set(played)))
    sys.stdout.write(f"{len(played)} rounds, no stale answer: {counts}\n")


if __name__ == "__main__":
    main()
