"""Lets clones of one journal write at random and sync over a bare repository; counts what is lost.

Every text that is written holds a mark of its own. In the end all clones sync until nothing moves,
and then: all of them hold the same files, a mark that nobody wrote over or removed is in a file,
every other is in the past of the repository, and no marks of git's merges were ever committed.

    python tests/faults/clones.py --rounds 1000
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from cpdlog.errors import CannotEdit, NotFound
from cpdlog.store.git.commits import Committed, commit
from cpdlog.store.git.repository import Repository, find
from cpdlog.store.git.sync import sync
from cpdlog.store.git.undo import apply, changes, preview
from cpdlog.store.git.worktree import uncommitted
from cpdlog.text.conflict import settled
from cpdlog.text.frontmatter import read

STEPS = 30
MARK = re.compile(rb"m\d+m")
MERGE_MARK = re.compile(rb"^(?:<{7} |>{7} |\|{7} )", re.MULTILINE)
STEMS = ("talk", "visit", "course")
KEYS = ("title", "outcome", "role", "partner")
COUNTED = "rounds steps syncs conflicts moved kept lost forgotten unequal markers faulty left"


class World:
    """One bare repository, its clones, and what was written so far.

    Attributes:
        written: Every mark.
        dropped: Those that somebody wrote over or removed.
        unsaved: Those that were not committed with the change that wrote them.
    """

    def __init__(self, folder: Path, clones: int, chance: random.Random) -> None:
        home = folder / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
            "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n"
        )
        self.environ = {"PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}
        self.chance = chance
        self.written: set[bytes] = set()
        self.dropped: set[bytes] = set()
        self.unsaved: set[bytes] = set()
        self.counts = dict.fromkeys(COUNTED.split(), 0)
        self.git(folder, "init", "-q", "--bare", "there")
        self.clones = [self.clone(folder, f"clone{n}") for n in range(clones)]

    def git(self, folder: Path, *arguments: str) -> bytes:
        command = ["git", "-C", str(folder), *arguments]
        return subprocess.run(command, env=self.environ, check=True, capture_output=True).stdout

    def clone(self, folder: Path, name: str) -> Repository:
        """A clone; the first one begins the journal."""
        self.git(folder, "clone", "-q", "there", name)
        root = folder / name
        if name == "clone0":
            (root / "cpdlog.yaml").write_text("name: Ada\nyear_starts: 01-01\n")
            (root / "goals").mkdir()
            (root / "goals/law.md").write_text(self.text("law"))
            self.git(root, "add", ".")
            self.git(root, "commit", "-q", "-m", "journal: begun")
            self.git(root, "push", "-q", "-u", "origin", "HEAD")
        found = find(str(root), self.environ)
        assert found
        return found

    def mark(self) -> str:
        """A text that was never written before."""
        mark = f"m{len(self.written)}m"
        self.written.add(mark.encode())
        return mark

    def text(self, stem: str) -> str:
        """A new file."""
        return (
            f"---\ntitle: {stem} {self.mark()}\ndate: 2026-11-23\ntags: [law]\n---\n\n"
            f"First {self.mark()}.\n\nSecond {self.mark()}.\n\nThird {self.mark()}.\n"
        )

    def step(self) -> None:
        """Let one clone do something."""
        repository = self.chance.choice(self.clones)
        act = self.chance.choice(ACTS)
        before = marks(repository)
        paths = act(self, repository)
        after = marks(repository)
        if act is not join:
            self.dropped |= before - after
        if paths and self.chance.random() < 0.95:
            self.commit(repository, paths, act.__name__)
        elif paths:
            self.unsaved |= after - before
        self.counts["steps"] += 1

    def commit(self, repository: Repository, paths: list[str], message: str) -> None:
        """Commit as cpdlog does; what comes to nothing is no fault."""
        outcome = commit(repository, paths, message)
        assert isinstance(outcome, Committed) or "nothing new" in outcome.reason, outcome

    def sync(self, repository: Repository) -> None:
        """Sync one clone; what is not committed is, first, as its user is told to."""
        left = uncommitted(repository)
        if left:
            self.commit(repository, left, "what was left")
        done = sync(repository)
        self.counts["syncs"] += 1
        self.counts["conflicts"] += len(done.conflicts)
        self.counts["moved"] += len(done.moved)
        self.counts["kept"] += len(done.kept)


def marks(repository: Repository) -> set[bytes]:
    """The marks in the files of a clone."""
    return {mark for path in paths_of(repository) for mark in MARK.findall(path.read_bytes())}


def paths_of(repository: Repository) -> list[Path]:
    """The files of a clone, without git's."""
    found = Path(repository.root).rglob("*")
    return sorted(it for it in found if it.is_file() and ".git" not in it.parts)


def some(world: World, repository: Repository) -> Path | None:
    """An entry or a goal, if there is one."""
    found = [it for it in paths_of(repository) if it.suffix == ".md"]
    return world.chance.choice(found) if found else None


def named(repository: Repository, path: Path) -> str:
    return path.relative_to(repository.root).as_posix()


# What a user does in a clone; each says which files it touched.


def new(world: World, repository: Repository) -> list[str]:
    stem = world.chance.choice(STEMS)
    folder = world.chance.choice(["entries/2026", "goals"])
    path = Path(repository.root, folder, f"{stem}.md")
    if path.exists():
        return []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(world.text(stem))
    return [named(repository, path)]


def prove(world: World, repository: Repository) -> list[str]:
    """An entry with a piece of evidence, of which several have the same name."""
    proof = Path(repository.root, "evidence/2026/proof.pdf")
    if proof.exists():
        return []
    proof.parent.mkdir(parents=True, exist_ok=True)
    proof.write_bytes(b"%PDF\0 " + world.mark().encode())
    name = world.mark()
    entry = Path(repository.root, f"entries/2026/proven-{name}.md")
    entry.parent.mkdir(parents=True, exist_ok=True)
    text = f"---\ntitle: {name}\ndate: 2026-11-23\nevidence: [evidence/2026/proof.pdf]\n---\n"
    entry.write_text(text)
    return [named(repository, proof), named(repository, entry)]


def set_key(world: World, repository: Repository) -> list[str]:
    path = some(world, repository)
    if path is None:
        return []
    key, text = world.chance.choice(KEYS), path.read_text()
    line = f"{key}: {world.mark()}\n"
    pattern = re.compile(rf"^{key}: .*\n", re.MULTILINE)
    head, fence, rest = text.partition("\n---\n")
    head = (
        pattern.sub(line, head + "\n", count=1)
        if pattern.search(head + "\n")
        else (f"{head}\n{line}")
    )
    path.write_text(head.rstrip("\n") + fence + rest)
    return [named(repository, path)]


def tag(world: World, repository: Repository) -> list[str]:
    path = some(world, repository)
    if path is None or "tags: [" not in path.read_text():
        return []
    path.write_text(path.read_text().replace("tags: [", f"tags: [{world.mark()}, ", 1))
    return [named(repository, path)]


def write(world: World, repository: Repository) -> list[str]:
    """Change or add a paragraph."""
    path = some(world, repository)
    if path is None:
        return []
    lines = path.read_text().split("\n")
    first = lines.index("---", 1) + 1
    at = world.chance.randrange(first, len(lines) + 1)
    if at < len(lines) and lines[at] and world.chance.random() < 0.5:
        lines[at] = f"Changed {world.mark()}."
    else:
        lines.insert(at, f"Added {world.mark()}.")
    path.write_text("\n".join(lines))
    return [named(repository, path)]


def remove(world: World, repository: Repository) -> list[str]:
    path = some(world, repository)
    if path is None or world.chance.random() < 0.5:
        return []
    path.unlink()
    return [named(repository, path)]


def rename(world: World, repository: Repository) -> list[str]:
    path = some(world, repository)
    target = path.with_name(f"{world.chance.choice(STEMS)}.md") if path else None
    if path is None or target is None or target.exists():
        return []
    path.rename(target)
    return [named(repository, path), named(repository, target)]


def configure(world: World, repository: Repository) -> list[str]:
    path = Path(repository.root, "cpdlog.yaml")
    if not path.exists():
        return []
    key = world.chance.choice(["name", "year_starts", "template"])
    lines = [it for it in path.read_text().splitlines() if not it.startswith(f"{key}:")]
    path.write_text("\n".join([*lines, f"{key}: {world.mark()}"]) + "\n")
    return ["cpdlog.yaml"]


def settle(world: World, repository: Repository) -> list[str]:
    """Settle a conflict as it stands."""
    for path in paths_of(repository):
        if path.suffix == ".md":
            calm = settled(path.read_bytes())
            if calm and calm != path.read_bytes():
                path.write_bytes(calm)
                return [named(repository, path)]
    return []


def undo(world: World, repository: Repository) -> list[str]:
    found = changes(repository, 3)
    if found:
        try:
            apply(repository, preview(repository, world.chance.choice(found)))
        except (CannotEdit, NotFound):
            return []
    return []


def join(world: World, repository: Repository) -> list[str]:
    world.sync(repository)
    return []


Act = Callable[[World, Repository], list[str]]
ACTS: tuple[Act, ...] = (
    *(new, new, prove, set_key, set_key, set_key, tag, tag, write, write, write),
    *(remove, rename, configure, settle, undo, join, join),
)


def check(world: World) -> None:
    """Sync all clones until nothing moves, and count what is wrong then."""
    counts = world.counts
    for repository in world.clones * 2:
        world.sync(repository)
    last = world.clones[0]
    contents = {path.name: path.read_bytes() for path in paths_of(last)}
    for repository in world.clones:
        same = [(named(repository, it), it.read_bytes()) for it in paths_of(repository)]
        counts["unequal"] += same != [(named(last, it), it.read_bytes()) for it in paths_of(last)]
        counts["left"] += bool(uncommitted(repository))
    alive = world.written - world.dropped
    counts["lost"] += len(alive - marks(last))
    past = world.git(Path(last.root), "log", "-p", "--text", "--diff-merges=separate", "--root")
    kept = set(MARK.findall(past)) | (world.dropped & world.unsaved)
    counts["forgotten"] += len(world.written - kept)
    counts["markers"] += len(MERGE_MARK.findall(past.replace(b"\n+", b"\n")))
    counts["faulty"] += sum(
        read(data, name).fields is None for name, data in contents.items() if name.endswith(".md")
    )


def play(seed: int, steps: int) -> dict[str, int]:
    """One round, and what was counted in it."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), 2 + seed % 2, chance)
        for _ in range(steps):
            world.step()
        check(world)
        world.counts["rounds"] = 1
        return world.counts


def main() -> int:
    """Play as many rounds as asked, print the counts, and fail if anything is wrong."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--steps", type=int, default=STEPS)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = options.parse_args()
    total = dict.fromkeys(COUNTED.split(), 0)
    bad = ("lost", "forgotten", "unequal", "markers", "faulty", "left")
    for seed in range(given.seed, given.seed + given.rounds):
        counts = play(seed, given.steps)
        if any(counts[name] for name in bad):
            print(f"seed {seed}: {counts}", file=sys.stderr)
        total = {name: total[name] + counts[name] for name in total}
    print(json.dumps(total | {"seed": given.seed}))
    return int(any(total[name] for name in bad))


if __name__ == "__main__":
    sys.exit(main())
