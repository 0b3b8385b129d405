"""Kills a sync of two clones that have moved apart, at random moments, and lets it run again.

The kill is of cpdlog and of every git that it started. Where git left a lock, the error says which
file to remove; that is done, and the sync is run again until it goes through. Then everything is
looked at as in `clones.py`. A sync that ended before its kill is not counted among the kills.

    python tests/faults/kill_sync.py --kills 100
"""

import argparse
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from cpdlog.errors import GitFailed
from cpdlog.store.git import commits
from cpdlog.store.git.repository import Repository
from cpdlog.store.git.sync import sync
from tests.faults.clones import COUNTED, World, check, join
from tests.faults.warm import lead_group

STEPS = 8
CROWD = 150  # entries
LONGEST = 0.2  # seconds after which a sync is done
LOCK = re.compile("rm '([^']+)'")
BAD = ("lost", "forgotten", "unequal", "markers", "faulty", "left", "stuck")


def killed(repository: Repository, delay: float) -> bool:
    """Start a sync and kill it after a while; whether it was still running."""
    child = os.fork()
    if child == 0:
        ended = 1
        lead_group(0)
        try:
            sync(repository)
            ended = 0
        finally:
            os._exit(ended)
    lead_group(child)
    time.sleep(delay)
    os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def run_again(world: World, repository: Repository) -> int:
    """Sync until it goes through, doing what the errors say; how often it took a hint."""
    for hints in range(10):
        try:
            sync(repository)
        except GitFailed as error:
            lock = LOCK.search(error.hint)
            if lock is None:
                raise
            os.unlink(lock[1])
        else:
            return hints
    return 10


def crowd(world: World, repository: Repository) -> None:
    """Write so many entries that to receive them takes a while."""
    names = [f"entries/2025/{number}.md" for number in range(CROWD)]
    for name in names:
        path = Path(repository.root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(world.text("crowd") + "words " * 2000)
    assert commits.commit(repository, names, "import: many", new=names) == commits.Committed()


def play(seed: int, counts: dict[str, int]) -> None:
    """Let two clones move apart, kill the sync of one, and finish."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder), 2, chance)
        for _ in range(STEPS):
            world.step()
        crowd(world, world.clones[0])
        join(world, world.clones[0])
        repository = world.clones[1]
        world.git(Path(repository.root), "add", "-A")
        world.git(Path(repository.root), "commit", "-q", "--allow-empty", "-m", "what was left")
        counts["kills"] += killed(repository, chance.uniform(0, LONGEST))
        hints = run_again(world, repository)
        counts["hints"] += hints
        counts["stuck"] += hints == 10
        check(world)
        for name in COUNTED.split():
            counts[name] += world.counts[name]


def main() -> int:
    """Kill as often as asked, print the counts, and fail if anything is wrong."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = options.parse_args()
    commits.PATIENCE = 1
    counts = dict.fromkeys(["kills", "hints", "stuck", *COUNTED.split()], 0)
    for seed in count(given.seed):
        if counts["kills"] == given.kills:
            break
        before = dict(counts)
        play(seed, counts)
        if any(counts[name] != before[name] for name in BAD):
            print(f"seed {seed}: {counts}", file=sys.stderr)
    print(json.dumps(counts | {"seed": given.seed}))
    return int(any(counts[name] for name in BAD))


if __name__ == "__main__":
    sys.exit(main())
