"""A user's home, a journal, and the world outside it; and what no run of cpdlog may do to them."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.warm import Ended, Warm
from tests.hostile.corpus import SECRET, write_good, write_outside

MOST_WORK, MOST_MEMORY = 2, 200  # seconds of a processor; MiB
CODES = range(8)
ACTING = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)

Found = dict[str, object]


class World:
    """One folder with all three of them.

    Attributes:
        journal: The journal's folder.
        outside: A folder beside it that nobody is to touch or to read.
        environ: The user's environment.
    """

    def __init__(self, folder: Path, warm: Warm) -> None:
        self.folder = folder
        self.warm = warm
        self.journal = folder / "journal"
        self.outside = folder / "outside"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "CPDLOG_TODAY": "2026-11-23",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        (folder / "home").mkdir()
        self.journal.mkdir()
        write_outside(self.outside)
        write_good(self.journal)
        self.before = snapshot(self.outside)

    def run(self, *words: str, typed: bytes = b"", **environ: str) -> Ended:
        """Run cpdlog in the journal."""
        return self.warm.run(words, str(self.journal), self.environ | environ, typed)

    def touched(self) -> list[str]:
        """What is not in its place outside the journal."""
        now = snapshot(self.outside)
        changed = [path for path in {*now, *self.before} if now.get(path) != self.before.get(path)]
        others = {it.name for it in self.folder.iterdir()} - {"home", "journal", "outside"}
        ran = [str(path) for path in self.folder.rglob("ran")]
        return sorted([*changed, *others, *ran])


def snapshot(folder: Path) -> Found:
    """Everything in a folder, with its content and times."""
    return {
        str(path): (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
    }


def wrong(
    words: Sequence[str], ended: Ended, work: float = MOST_WORK, memory: int = MOST_MEMORY
) -> Iterator[str]:
    """What is wrong with how a run ended."""
    told = f"{[word[:60] for word in words]}: "
    if b"Traceback" in ended.err or ended.code not in CODES:
        yield told + f"ended with {ended.code}: {ended.err.decode(errors='replace')[-600:]}"
    if ended.work > work:
        yield told + f"worked for {ended.work:.1f} s"
    if ended.memory > memory:
        yield told + f"needed {ended.memory} MiB"
    for said in (ended.out, ended.err):
        text = said.decode(errors="surrogateescape")
        if acting := ACTING.search(text):
            yield told + f"said {text[max(0, acting.start() - 60) : acting.end() + 60]!r}"
        if SECRET in text:
            yield told + "told what is outside"
