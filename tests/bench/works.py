"""What is measured: the same work by cpdlog, by other programs, and by the least that can do it.

Each size has two journals: one that nothing changes, and one that is written to.
"""

import compileall
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench.content import RARE, items
from tests.bench.journals import journal
from tests.bench.measuring import Work
from tests.bench.peers import PEERS, Peer

PACKAGE = Path(__file__).parents[2] / "cpdlog"
INSTALLED = Path(sys.executable).parent / "cpdlog"
LARGEST_FOR_PEERS = 10_000
SLOW = 5  # turns of what takes a second and more
CLICK = "import click"
NOTHING_MORE: Mapping[str, str] = {}
TAB = {"_CPDLOG_COMPLETE": "bash_complete", "COMP_WORDS": "cpdlog list --goal m", "COMP_CWORD": "3"}


def program(cache: Path) -> None:
    """Copy cpdlog, compiled, and the script that starts it: nobody edits what is measured."""
    place = cache / "program"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(PACKAGE, place / "cpdlog", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(place, quiet=1)
    script = INSTALLED.read_text(encoding="utf-8")
    found = f"import sys\nsys.path.insert(0, {str(place)!r})\n"
    (place / "run").write_text(script.replace("import sys\n", found, 1), encoding="utf-8")
    (place / "run").chmod(0o755)


class Bench:
    """The content of one size, and what is done with it.

    Args:
        cache: Where journals, other programs and their data are kept between runs.
        size: How many entries.
        path: The folders of programs.
    """

    def __init__(self, cache: Path, size: int, path: str) -> None:
        self.cache = cache
        self.size = size
        self.path = path
        self.program = str(cache / "program" / "run")
        self.still, self.moving = cache / f"journal-{size}", cache / f"written-{size}"
        self.warm, self.cold = cache / "caches", cache / "cold"

    def make(self) -> None:
        """Make the journals that are not there yet."""
        if not self.still.exists():
            journal(self.still, self.size)
        shutil.rmtree(self.moving, ignore_errors=True)
        shutil.copytree(self.still, self.moving)
        os.sync()  # or else the first entry that is written waits until all of it is on the disk

    def environ(self, **more: str) -> dict[str, str]:
        """An environment in which nothing of the user's is set."""
        return {
            "PATH": f"{self.path}:/usr/bin:/bin",
            "HOME": str(self.cache / "home"),
            "LC_ALL": "C.UTF-8",
            "CPDLOG_TODAY": "2026-11-23",
            "CPDLOG_JOURNAL": str(self.still),
            "XDG_CACHE_HOME": str(self.warm),
            **more,
        }

    def cpdlog(
        self,
        name: str,
        *words: str,
        before: Callable[[], object] | None = None,
        rounds: int = 0,
        environ: Mapping[str, str] = NOTHING_MORE,
    ) -> Work:
        """A command of cpdlog."""
        return Work(
            name, self.size, (self.program, *words), self.environ(**environ), before, rounds
        )

    def other(self, name: str, *words: str) -> Work:
        """A command of something else."""
        return Work(name, self.size, words, self.environ())

    def works(self) -> Iterator[Work]:
        """Everything that is measured at this size."""
        yield self.other("pass", sys.executable, "-c", "pass")
        yield self.other(CLICK, sys.executable, "-c", "import click")
        yield self.other("find -printf", "find", str(self.still), "-printf", r"%T@ %s %p\n")
        yield from self.starts()
        yield from self.reading()
        yield from self.writing()
        if self.size <= LARGEST_FOR_PEERS:
            yield self.other(f"rg -l {RARE}", "rg", "-l", RARE, str(self.still / "entries"))
            yield from self.others()

    def starts(self) -> Iterator[Work]:
        """What reads no entry."""
        yield self.cpdlog("--version", "--version")
        yield self.cpdlog("--help", "--help")
        yield self.cpdlog("tab key", environ=TAB)

    def reading(self) -> Iterator[Work]:
        """What reads entries, with the index up to date and without one."""
        slow = SLOW if self.size >= LARGEST_FOR_PEERS else 0
        yield self.cpdlog("list --limit 10", "list", "--limit", "10")
        yield self.cpdlog("list", "list")
        yield self.cpdlog("list --json", "list", "--json", rounds=slow)
        yield self.cpdlog("report", "report")
        words = ("report", "--format", "table")
        yield self.cpdlog("report --format table", *words, environ={"FORCE_COLOR": "1"})
        yield self.cpdlog(f"search {RARE}", "search", RARE)
        cold = {"XDG_CACHE_HOME": str(self.cold)}
        yield self.cpdlog("first report", "report", before=self.forget, rounds=slow, environ=cold)

    def writing(self) -> Iterator[Work]:
        """What changes the journal, or reads it after a change."""
        moving = {"CPDLOG_JOURNAL": str(self.moving)}
        new = ("new", "Visit {turn}", "--message", "Quiet.", "--hours", "2h")
        yield self.cpdlog("new", *new, environ=moving)
        yield self.cpdlog("new --goal", *new, "--goal", "law", environ=moving)
        yield self.cpdlog("report after a change", "report", before=self.change, environ=moving)

    def forget(self) -> None:
        """Delete an index."""
        shutil.rmtree(self.cold, ignore_errors=True)

    def change(self) -> None:
        """Change one entry."""
        path = min((self.moving / "entries").rglob("*.md"))
        text = path.read_text(encoding="utf-8")
        path.write_text(text + "One word more.\n", encoding="utf-8")
        os.utime(path)

    def others(self) -> Iterator[Work]:
        """The same work by other programs."""
        for peer in PEERS:
            if not shutil.which(peer.program, path=self.path):
                continue
            place = self.cache / f"{peer.program}-{self.size}"
            if not place.exists():
                place.mkdir(parents=True)
                peer.write(place, items(self.size))
            environ = self.environ(**peer.environ(place))
            for what, line in peer.commands(place).items():
                before = forgetting(peer, place) if what == "first" else None
                rounds = SLOW if self.size >= LARGEST_FOR_PEERS else 0
                name = f"{peer.program}: {what}"
                yield Work(name, self.size, tuple(shlex.split(line)), environ, before, rounds)


def forgetting(peer: Peer, place: Path) -> Callable[[], None]:
    """Deletes a program's cache."""

    def forget() -> None:
        for path in place.glob(peer.forget):
            if path.is_file():
                path.unlink()

    return forget
