"""One command as a whole process: how long, how much memory, how many instructions."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

DISCARD = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
# A process inherits the peak of the one that started it, so the starter has to be small.
PEAK = """
import os, resource, sys
nothing = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nothing)
os.waitpid(process, 0)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class Work(NamedTuple):
    """One command to be measured.

    Attributes:
        name: What tables call it.
        size: How many entries there are; 0 where that makes no difference.
        words: The command; `{turn}` in it is the number of the turn.
        environ: Its whole environment.
        before: Done before each turn, outside the time.
        rounds: The most turns; 0 for as many as all have.
    """

    name: str
    size: int
    words: tuple[str, ...]
    environ: dict[str, str]
    before: Callable[[], object] | None = None
    rounds: int = 0

    @property
    def key(self) -> str:
        """Its name with its size."""
        return f"{self.name} @{self.size}" if self.size else self.name

    def typed(self, turn: str) -> list[str]:
        """The command of a turn, with the whole path of its program."""
        words = [word.replace("{turn}", turn) for word in self.words]
        return [shutil.which(words[0], path=self.environ["PATH"]) or words[0], *words[1:]]


class Failed(Exception):
    """A command did not end well, and is not measured."""


def run(work: Work, turn: int) -> float:
    """The seconds that one turn takes.

    Raises:
        Failed: The command ends with an error.
    """
    if work.before:
        work.before()
    words = work.typed(str(turn))
    begun = time.perf_counter()
    process = os.posix_spawnp(words[0], words, work.environ, file_actions=DISCARD)
    _, status = os.waitpid(process, 0)
    taken = time.perf_counter() - begun
    if status:
        raise Failed(f"{work.key}: `{' '.join(words)}` ended with {status}")
    return taken


def measured(
    works: Sequence[Work], rounds: int, tell: Callable[[str], object]
) -> dict[str, list[float]]:
    """The seconds of every turn of each command; commands take turns, so that all meet the same.

    Args:
        works: What to measure.
        rounds: How many turns each has.
        tell: Told what fails.
    """
    found: dict[str, list[float]] = {}
    ready = []
    for work in works:
        try:
            run(work, 0)  # compiles, fills caches, and is not counted
        except (Failed, OSError) as error:
            tell(f"skipped: {error}")
        else:
            ready.append(work)
            found[work.key] = []
    for turn in range(1, rounds + 1):
        for work in ready:
            if not work.rounds or turn <= work.rounds:
                found[work.key].append(run(work, turn))
    return found


def medians(times: dict[str, list[float]]) -> dict[str, float]:
    """The median of each command in milliseconds."""
    return {key: statistics.median(taken) * 1000 for key, taken in times.items() if taken}


def peak(work: Work) -> float:
    """The most memory that a command takes, in MB of a million bytes."""
    if work.before:
        work.before()
    command = [sys.executable, "-S", "-I", "-c", PEAK, *work.typed("peak")]
    done = subprocess.run(command, env=work.environ, check=True, capture_output=True, text=True)
    return int(done.stdout) * 1024 / 1e6


def instructions(work: Work, valgrind: str) -> float:
    """The millions of instructions of a command, as callgrind counts them."""
    if work.before:
        work.before()
    words = work.typed("count")
    tool = [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    interpreter = [sys.executable] if Path(words[0]).read_bytes()[:2] == b"#!" else []
    done = subprocess.run(
        [*tool, *interpreter, *words],
        env=work.environ | {"PYTHONHASHSEED": "0"},
        check=True,
        capture_output=True,
        text=True,
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    return int(found[1]) / 1e6 if found else 0.0
