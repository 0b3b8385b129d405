"""Measures cpdlog, and programs that people keep such things with, on the same content.

    python -m tests.bench                       everything; takes a quarter of an hour
    python -m tests.bench --quick               a few minutes, without other programs

The figures go to docs/performance.md. A goal is a ratio held in one run, so a busy machine does
little harm; a quiet one is better.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import page
from tests.bench.measuring import Work, instructions, measured, medians, peak
from tests.bench.modules import loaded
from tests.bench.peers import install
from tests.bench.works import CLICK, Bench, program

SIZES = (100, 1000, 10_000, 100_000)
TURNS = {100: 21, 1000: 21, 10_000: 11, 100_000: 5}
STARTS_AT = 1000  # the size at which starts are looked at
COUNTED = ("--version", "--help", "tab key", "new", "list --limit 10", "report", "search statute")
REMEMBERED = ("report", "list --limit 10", "first report", "search statute", "jrnl: report", CLICK)


def tell(text: str) -> None:
    """Say how far it has come."""
    sys.stderr.write(f"{text}\n")


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of entries")
    parser.add_argument("--rounds", type=int, help="turns of each command at every size")
    parser.add_argument("--quick", action="store_true", help="100 and 1,000 entries, three turns")
    parser.add_argument("--cache", type=Path, default=Path(home) / "cpdlog-bench")
    parser.add_argument("--no-peers", action="store_true", help="without other programs")
    parser.add_argument("--print", action="store_true", dest="prints", help="do not write the page")
    given = parser.parse_args()
    if given.quick:
        given.sizes, given.rounds, given.no_peers = "100,1000", given.rounds or 3, True
    given.sizes = [int(size) for size in given.sizes.split(",")]
    return given


class Run:
    """One run: its figures, in C and in MB."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.given = given
        self.cache: Path = given.cache
        self.sizes: list[int] = given.sizes
        self.times: dict[tuple[str, int], float] = {}
        self.memory: dict[tuple[str, int], float] = {}
        self.c: dict[int, float] = {}
        self.turns: dict[int, int] = {}
        self.starts: list[tuple[str, ...]] = []
        self.path = os.environ["PATH"]

    def prepare(self) -> None:
        """Bring together what is measured, and what it is measured against."""
        self.cache.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self.cache / "caches", ignore_errors=True)
        program(self.cache)
        if not self.given.no_peers:
            self.path = f"{install(self.cache, tell)}:{self.path}"

    def measure(self, size: int) -> None:
        """Everything at one size."""
        tell(f"{size:,} entries")
        bench = Bench(self.cache, size, self.path)
        bench.make()
        works = list(bench.works())
        turns = self.given.rounds or TURNS.get(size, 11)
        found = medians(measured(works, turns, tell))
        self.turns[size], self.c[size] = turns, found[f"{CLICK} @{size}"]
        for work in works:
            if work.key in found:
                self.times[work.name, size] = found[work.key] / self.c[size]
                if work.name in REMEMBERED:
                    self.memory[work.name, size] = peak(work)
        if size == STARTS_AT:
            self.starts = list(self.look_at_starts(works))

    def look_at_starts(self, works: list[Work]) -> Iterator[tuple[str, ...]]:
        """Modules and instructions of commands that should start quickly."""
        valgrind = shutil.which("valgrind")
        by_name = {work.name: work for work in works}
        base = instructions(by_name[CLICK], valgrind) if valgrind else 0.0
        if not valgrind:
            tell("skipped: instructions, for want of valgrind")
        for name in COUNTED:
            every, own = loaded(by_name[name])
            counted = instructions(by_name[name], valgrind) if valgrind else 0.0
            ratio = (f"{counted:.0f}", f"{counted / base:.2f}") if valgrind else ("", "")
            yield (f"`{name}`", str(every), str(own), *ratio)

    def lines(self) -> Iterator[str]:
        """The page."""
        yield from page.machine(self.path, self.turns, self.c)
        yield from page.goals(self.times, self.memory)
        note = "Medians of whole processes, in C: the time of `python -c 'import click'` in turn."
        yield from page.by_size("Times", self.times, self.sizes, ".2f", note=note)
        note = "The most memory a process takes, in MB."
        yield from page.by_size("Memory", self.memory, self.sizes, ".1f", note=note)
        if self.starts:
            yield from ("## Starts", "", f"At {STARTS_AT:,} entries.", "")
            heads = ("", "modules", "of cpdlog", "million instructions", "over `import click`")
            yield from page.table(heads, self.starts)


def main() -> None:
    """Run everything that was asked for."""
    run = Run(options())
    run.prepare()
    for size in run.sizes:
        run.measure(size)
    if run.given.prints:
        sys.stdout.write("\n".join(run.lines()) + "\n")
    else:
        page.write(run.lines())


if __name__ == "__main__":
    main()
