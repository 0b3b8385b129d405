"""Kills real runs of cpdlog at random moments, and counts what is lost, half-written or left.

Each round runs one command in a copy of the journal, so that it is known what comes of it. Then the
same command runs in the journal itself, from the reading of what was typed, and is killed with
SIGKILL at some moment: cpdlog alone, or it and the git that it started. The journal must then be
as before or as after, whole; at once the same command, or another, must go through, and leave
nothing behind that the killed one left.

    python tests/faults/kill_commands.py --kills 10000
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from cpdlog.store.git import commits
from tests.faults import warm

MOST = 12  # entries at a time
SOME = 0.05  # seconds that a command takes, before it is known
ENTRY = (
    "---\ntitle: {title}\ndate: 2026-11-{day:02}\nhours: 1h30\ngoals: [{goal}]\n---\n\n{words}\n"
)
GOAL = (
    "---\ntitle: {title}\nstart: 2026-01-01\ndue: 2026-12-31\ntarget: 20 hours\n---\n\n"
    "- [ ] first\n- [ ] second (due 2026-12-01)\n"
)
STRANGE = {"notes.txt": "not cpdlog's", "draft.md": "half-edited", "staged.txt": "for later"}
LOCK = re.compile(r"rm '([^']+\.lock)'")
COUNTED = (
    "kills hit finished before after between lost half damaged foreign tracebacks temporary "
    "temporary_left locks locks_untold uncommitted repeat_failed git_faults"
)
BAD = (
    *("lost", "half", "damaged", "foreign", "tracebacks", "temporary_left", "locks_untold"),
    *("repeat_failed", "git_faults"),
)

Files = dict[str, bytes]


class Command(NamedTuple):
    """What is typed.

    Attributes:
        words: After `cpdlog`.
        steps: Whether it changes several files one after the other, and may stop between them.
    """

    words: list[str]
    steps: bool = False


class World:
    """A journal, and what was counted in it."""

    def __init__(self, folder: Path, chance: random.Random, *, git: bool) -> None:
        self.folder = folder
        self.root = folder / "journal"
        self.chance = chance
        self.git = git
        self.number = 0
        self.seconds: dict[str, float] = {}
        self.counts = dict.fromkeys(COUNTED.split(), 0)
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "CPDLOG_TODAY": "2026-11-23",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        self.fill()

    def fill(self) -> None:
        """Write the journal."""
        for place in ("entries/2026", "goals"):
            (self.root / place).mkdir(parents=True)
        (self.root / "cpdlog.yaml").write_text("name: Ada\n")
        for goal in ("law", "visits"):
            (self.root / f"goals/{goal}.md").write_text(GOAL.format(title=goal))
        for day in range(1, 7):
            text = ENTRY.format(title=f"Day {day}", day=day, goal="law", words="words " * 400)
            (self.root / f"entries/2026/2026-11-{day:02}-day-{day}.md").write_text(text)
        for name, text in STRANGE.items():
            (self.root / name).write_text(text)
        if self.git:
            self.make_repository()

    def make_repository(self) -> None:
        """Make it a repository in which somebody else's work lies about."""
        (self.folder / ".gitconfig").write_text(
            "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
            "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[core]\n\tfsync = none\n"
        )
        self.ask_git("init", "-q")
        self.ask_git("add", "cpdlog.yaml", "entries", "goals", "draft.md")
        self.ask_git("commit", "-q", "-m", "begun")
        (self.root / "draft.md").write_text("more than half-edited")
        self.ask_git("add", "staged.txt")

    def ask_git(self, *arguments: str) -> str:
        """What git says."""
        command = ["git", "-C", str(self.root), *arguments]
        done = subprocess.run(command, env=self.environ, check=True, capture_output=True)
        return done.stdout.decode()

    def blob(self, name: str) -> bytes | None:
        """What a file said in a commit; None where it was not there."""
        command = ["git", "-C", str(self.root), "cat-file", "blob", name]
        done = subprocess.run(command, env=self.environ, check=False, capture_output=True)
        return None if done.returncode else done.stdout

    def files(self, root: Path | None = None) -> Files:
        """What every file says, without git's and those that are only for a while."""
        found: Files = {}
        for place, folders, names in os.walk(root or self.root):
            folders[:] = [name for name in folders if name != ".git"]
            for name in names:
                path = Path(place, name)
                if not name.startswith(".cpdlog-"):
                    found[path.relative_to(root or self.root).as_posix()] = path.read_bytes()
        return found

    def temporary(self) -> set[Path]:
        """The files that are only there for a while."""
        return set(self.root.rglob(".cpdlog-*"))

    def entries(self) -> list[str]:
        """The ids of the entries."""
        return sorted(path.stem for path in (self.root / "entries/2026").glob("2*.md"))

    def goals(self) -> list[str]:
        """The ids of the goals."""
        return sorted(path.stem for path in (self.root / "goals").glob("[a-z]*.md"))

    def word(self) -> str:
        """A word that was never used before."""
        self.number += 1
        return f"word{self.number}"


# What a user does.


def new(world: World) -> Command:
    goal = world.chance.choice(world.goals())
    words = ["new", f"Title {world.chance.randrange(3)}", "-H", "1h", "-g", goal]
    return Command([*words, "-m", f"{world.word()} " * 300])


def set_key(world: World) -> Command:
    entry = world.chance.choice(world.entries())
    word = world.word()
    return Command(["set", entry, f"outcome={word}", f"tags+=tag-{word}", "hours=2h"])


def redate(world: World) -> Command:
    entry = world.chance.choice(world.entries())
    return Command(["set", entry, f"date=2026-11-{world.chance.randrange(1, 23):02}"])


def tick(world: World) -> Command:
    goal = world.chance.choice(world.goals())
    undo = ["--undo"] if world.chance.random() < 0.5 else []
    return Command(["tick", f"{goal}.{world.chance.randrange(1, 3)}", *undo])


def rename(world: World) -> Command:
    entry = world.chance.choice(world.entries())
    return Command(["rename", entry, f"{world.word()} {'long ' * 9}"])


def remove(world: World) -> Command:
    entry = world.chance.choice(world.entries())
    return Command(["remove", entry, "--yes"])


def rename_goal(world: World) -> Command:
    goal = world.chance.choice(world.goals())
    return Command(["goal", "rename", goal, world.word()], steps=True)


def new_goal(world: World) -> Command:
    actions = ["--action", "first", "--action", "second"]
    return Command(["goal", "add", world.word(), "--target", "20 hours", "--due", "eoy", *actions])


def undo(world: World) -> Command:
    return Command(["undo", "--yes"], steps=True)


def other(world: World) -> list[str]:
    """A command that changes a file in the folder of the entries."""
    return ["set", world.chance.choice(world.entries()), f"partner={world.word()}"]


Act = Callable[[World], Command]
ACTS: tuple[Act, ...] = (new, set_key, redate, tick, rename, remove, rename_goal)


def chosen(world: World) -> Command:
    """A command that can be run now."""
    if len(world.entries()) > MOST:
        return remove(world)
    if not world.goals():  # an undo may have taken the last
        return new_goal(world)
    if len(world.entries()) < 4:
        return new(world)
    return world.chance.choice((*ACTS, undo) if world.git else ACTS)(world)


def play(world: World) -> None:
    """Kill one command, look at what there is, and go on."""
    command, counts = chosen(world), world.counts
    before = world.files()
    wanted = foreseen(world, command)
    running = warm.start(command.words, str(world.root), world.environ)
    time.sleep(world.chance.uniform(0, world.seconds.get(command.words[0], SOME)))
    running.kill(group=world.chance.random() < 0.5)
    ended = running.ended()
    counts["kills"] += 1
    hit = ended.code == -signal.SIGKILL
    counts["hit" if hit else "finished"] += 1
    if not hit:
        usual = world.seconds.get(command.words[0], SOME)
        world.seconds[command.words[0]] = (usual * 3 + ended.seconds) / 4
    there, temporary = world.files(), world.temporary()
    counts["temporary"] += len(temporary)
    look(world, command, (before, wanted, there), ended)
    go_on(world, command, wanted, there)
    for path in temporary & world.temporary():
        counts["temporary_left"] += 1
        path.unlink()
    counts["damaged"] += sum(not told_whole(world, path) for path in world.files())


def foreseen(world: World, command: Command) -> Files:
    """What the files will say after a command; found out in a copy, or from git."""
    if command.words[0] == "undo":
        return taken_back(world)
    copy = world.folder / "copy"
    shutil.copytree(world.root, copy, ignore=shutil.ignore_patterns(".git"))
    ended = warm.run(command.words, str(copy), world.environ)
    world.seconds.setdefault(command.words[0], ended.seconds)
    world.counts["tracebacks"] += b"Traceback" in ended.err
    files = world.files(copy)
    shutil.rmtree(copy)
    return files


def taken_back(world: World) -> Files:
    """What the files will say when the last change is taken back; as now, if that is refused."""
    files = world.files()
    last = world.ask_git("log", "-1", "--format=%H", "--grep=^Cpdlog: change$").strip()
    names = world.ask_git("diff-tree", "-r", "--name-only", "--no-commit-id", last) if last else ""
    for name in names.split():
        old, new = (world.blob(f"{commit}:{name}") for commit in (f"{last}^", last))
        if files.get(name) not in (old, new):
            return world.files()
        if old is None:
            files.pop(name, None)
        else:
            files[name] = old
    return files


def look(
    world: World, command: Command, states: tuple[Files, Files, Files], ended: warm.Ended
) -> None:
    """Count what a killed command left."""
    before, wanted, there = states
    counts = world.counts
    counts["tracebacks"] += b"Traceback" in ended.err
    said = ended.code == 0 or ended.err.startswith((b"saved", b"removed", b"taken back"))
    if there == wanted:
        counts["after"] += 1
    elif there == before:
        counts["before"] += 1
        counts["lost"] += said
    elif between(command, states):
        counts["between"] += 1
        counts["lost"] += said
    else:
        counts["half"] += 1
        changed = sorted(it for it in there if there[it] != before.get(it))
        gone = sorted(set(before) - set(there))
        print(f"{command.words[:3]}: changed {changed}, gone {gone}", file=sys.stderr)


def between(command: Command, states: tuple[Files, Files, Files]) -> bool:
    """Whether some files of a command are as before and the others as after, and none is gone.

    A renamed file may have its new words under its old name.
    """
    before, wanted, there = states
    gone, new = set(before) - set(wanted), set(wanted) - set(before)
    if len(gone) == len(new) == 1 and not command.steps:
        return there == before | {gone.pop(): wanted[new.pop()]}
    paths = set(before) | set(wanted) | set(there)
    whole = all(there.get(path) in (before.get(path), wanted.get(path)) for path in paths)
    return command.steps and whole


def go_on(world: World, command: Command, wanted: Files, there: Files) -> None:
    """Run what a user would now: the same command, or another one; it must go through."""
    repeats = there != wanted
    again = command.words if repeats else other(world)
    ended = warm.run(again, str(world.root), world.environ)
    counts = world.counts
    counts["tracebacks"] += b"Traceback" in ended.err
    if ended.code or (repeats and world.files() != wanted):
        counts["repeat_failed"] += 1
        print(f"{again[:3]}: {ended.code} {ended.err.decode()}", file=sys.stderr)
    if world.git:
        unlock(world, ended.err.decode())


def unlock(world: World, said: str) -> None:
    """Do what the next cpdlog says about a lock that a killed git left."""
    counts = world.counts
    counts["uncommitted"] += "saved, not committed" in said
    locks = sorted((world.root / ".git").rglob("*.lock"))
    counts["locks"] += len(locks)
    for _ in range(5):
        named = LOCK.search(said)
        if not named:
            break
        os.unlink(named[1])
        words = ["set", world.entries()[0], f"partner={world.word()}"]
        said = warm.run(words, str(world.root), world.environ).err.decode()
    if "not committed" in said and "nothing new" not in said:
        counts["locks_untold"] += 1
        print(said, locks, file=sys.stderr)
    for lock in locks:
        lock.unlink(missing_ok=True)


def told_whole(world: World, path: str) -> bool:
    """Whether a file of the journal says everything from its first word to its last."""
    if not path.startswith(("entries/", "goals/")):
        return True
    data = (world.root / path).read_bytes()
    return data.startswith(b"---\n") and b"\n---\n" in data and data.endswith(b"\n")


def at_last(world: World) -> None:
    """Count what is wrong with the repository after all kills."""
    if not world.git:
        return
    status = world.ask_git("status", "--porcelain").splitlines()
    wrong = {"?? notes.txt", " M draft.md", "A  staged.txt"} - set(status)
    ours = ("entries/", "goals/", "cpdlog.yaml")
    log = world.ask_git("log", "--name-only", "--format=").split()
    committed = {name for name in log if not name.startswith(ours)} - {"draft.md"}
    drafts = world.ask_git("log", "--format=%s", "--", "draft.md").split()
    foreign = len(wrong) + len(committed) + len(drafts) - 1
    if foreign:
        world.counts["foreign"] += foreign
        print(f"foreign: {wrong} {committed} {drafts} in {status}", file=sys.stderr)
    try:
        world.ask_git("fsck", "--strict", "--no-dangling")
    except subprocess.CalledProcessError:
        world.counts["git_faults"] += 1


def main() -> int:
    """Kill as often as asked, print the counts, and fail if anything is wrong."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = options.parse_args()
    commits.PATIENCE = 1
    warm.warm_up()
    total = dict.fromkeys(COUNTED.split(), 0)
    for git in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder), random.Random(given.seed + git), git=git)
            for _ in range(given.kills // 2):
                play(world)
            at_last(world)
        total = {name: total[name] + world.counts[name] for name in total}
    print(json.dumps(total | {"seed": given.seed}))
    return int(any(total[name] for name in BAD))


if __name__ == "__main__":
    sys.exit(main())
