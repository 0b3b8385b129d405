"""Kills writers at random moments, and counts what was lost, damaged or left over.

A child creates, replaces, renames and removes files in a loop and reports each step through a
pipe, before and after. It is killed with SIGKILL at some moment; then the folder is compared with
what was reported. A step that was under way may have happened or not, and nothing else.

    python tests/faults/kill_writers.py --kills 10000
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from cpdlog.store import files, walk

MOST = 12  # files at a time, so that a round is looked through quickly
LONGEST_RUN = 0.02  # seconds


class Step(NamedTuple):
    """What a child is about to do: `before` at `old` becomes `after` at a name from `stem` on."""

    doing: str
    old: str
    stem: str
    before: str
    after: str


COUNTED = "kills steps under_way failed lost damaged left_over left_after_clearing"


class Tally:
    """What was counted over all kills."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(COUNTED.split(), 0)


def content(mark: str) -> bytes:
    """A text that is told from its part: its length and its mark are at both ends."""
    length = 1 + int(mark) % 40 * 700
    return b"<%s %d>" % (mark.encode(), length) + b"x" * length + b"</%s>" % mark.encode()


def write_until_killed(root: str, there: dict[str, str], seed: int, report: int) -> None:
    """Change files of `root` for ever; each step is told before, and its path after."""
    chance = random.Random(seed)
    while True:
        step = choose(chance, there)
        os.write(report, json.dumps(step).encode() + b"\n")
        path = do(root, step)
        there.pop(step.old, None)
        if path:
            there[path] = step.after
        os.write(report, json.dumps(path).encode() + b"\n")


def choose(chance: random.Random, there: dict[str, str]) -> Step:
    """A step that can be done with the files there are."""
    mark, stem = str(chance.randrange(10**9)), f"title-{chance.randrange(4)}"
    if len(there) < 2:
        return Step("create", "", stem, "", mark)
    doing = chance.choice(["create", "replace", "rename", "move", "remove"])
    if len(there) > MOST:
        doing = "remove"
    if doing == "create":
        return Step(doing, "", stem, "", mark)
    old = chance.choice(sorted(there))
    before = there[old]
    return Step(doing, old, stem, before, before if doing == "move" else mark)


def do(root: str, step: Step) -> str:
    """Do it; the path where the new text is, empty for none."""
    new, expected = content(step.after), content(step.before or "0")
    if step.doing == "create":
        return files.create(root, "entries", step.stem, ".md", new)
    if step.doing == "remove":
        files.remove(root, step.old, expected)
        return ""
    if step.doing == "replace":
        files.replace(root, step.old, new, expected)
        return step.old
    data = None if step.doing == "move" else new
    return files.rename(root, step.old, "entries", step.stem, ".md", data=data, expected=expected)


def kill_once(root: str, there: dict[str, str], seed: int, tally: Tally) -> dict[str, str]:
    """Start a writer, kill it, and compare; returns the files there are then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_until_killed(root, there, seed, writing)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(random.Random(seed).uniform(0, LONGEST_RUN))
    os.kill(child, signal.SIGKILL)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    tally.counts["failed"] += ended != -signal.SIGKILL
    with os.fdopen(reading, "rb") as told:
        lines = told.read().split(b"\n")[:-1]
    return compare(root, there, [json.loads(line) for line in lines], tally)


def compare(
    root: str, there: dict[str, str], told: list[list[str] | str], tally: Tally
) -> dict[str, str]:
    """Count what differs between what was told and what is on the disk."""
    truth, counts = dict(there), tally.counts
    steps = [Step(*step) for step in told[::2]]
    for step, path in zip(steps, told[1::2], strict=False):
        truth.pop(step.old, None)
        if path:
            truth[str(path)] = step.after
    under_way = steps[-1] if len(told) % 2 else None
    found = on_disk(root)
    counts["kills"] += 1
    counts["steps"] += len(told) // 2
    counts["under_way"] += under_way is not None
    counts["left_over"] += count_temporary(root)
    files.clear(f"{root}/entries")
    counts["left_after_clearing"] += count_temporary(root)
    known = {content(mark): mark for mark in truth.values()}
    if under_way and under_way.after:
        known[content(under_way.after)] = under_way.after
    counts["damaged"] += sum(data not in known for data in found.values())
    now = {path: known.get(data, "0") for path, data in found.items()}
    counts["lost"] += lost(truth, now, under_way)
    return now


def lost(truth: dict[str, str], now: dict[str, str], under_way: Step | None) -> int:
    """How many texts that were reported saved are not where they should be."""
    astray = [path for path, mark in truth.items() if now.get(path) != mark]
    return sum(not explained(path, now, under_way) for path in astray)


def explained(path: str, now: dict[str, str], under_way: Step | None) -> bool:
    """Whether the step that was under way removed that text, or put another in its place."""
    if under_way is None or path != under_way.old:
        return False
    return under_way.doing == "remove" or under_way.after in now.values()


def on_disk(root: str) -> dict[str, bytes]:
    """What every file says."""
    paths, problems = walk.walk(root, "entries", ".md")
    assert not problems
    return {path: files.read_bytes(root, path) for path in paths}


def count_temporary(root: str) -> int:
    """How many temporary files there are."""
    return sum(it.name.startswith(".") for it in Path(root, "entries").iterdir())


def main() -> int:
    """Kill as often as asked, print the counts, and fail if anything was lost."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = options.parse_args()
    tally, there = Tally(), dict[str, str]()
    with tempfile.TemporaryDirectory() as root:
        Path(root, "entries").mkdir()
        for kill in range(given.kills):
            there = kill_once(root, there, given.seed + kill, tally)
    print(json.dumps(tally.counts | {"seed": given.seed}))
    bad = ("failed", "lost", "damaged", "left_after_clearing")
    return int(any(tally.counts[name] for name in bad))


if __name__ == "__main__":
    sys.exit(main())
