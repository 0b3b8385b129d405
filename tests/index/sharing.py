"""One of several cpdlogs that read a journal through one index while all of them write to it.

Each entry's minutes only ever grow. So what comes through the index must lie between what the
files say before and what they say after.
"""

import os
import sys
from pathlib import Path

from cpdlog.model.record import Record
from tests.index.journals import indexed, read, soon

MINE = 3  # entries of each process


def replace(root: Path, number: int, minutes: int) -> None:
    """Write one entry whole, at one stroke."""
    path = root / "entries/2026" / f"2026-03-01-shared-{number}.md"
    between = path.with_name(f".{path.name}")
    between.write_text(f"---\ntitle: E {number}\ndate: 2026-03-01\nhours: {minutes}m\n---\nYes.\n")
    os.replace(between, path)


def minutes(record: Record) -> dict[str, int]:
    """The minutes of each entry."""
    return {entry.id: entry.minutes or 0 for entry in record.entries}


def work(root: Path, folder: Path, number: int, times: int) -> None:
    """Write and read so many times."""
    for turn in range(times):
        replace(root, number * MINE + turn % MINE, 100 + turn)
        before = minutes(read(root))
        found = minutes(indexed(root, folder, soon()))
        after = minutes(read(root))
        assert before.keys() <= found.keys() <= after.keys()
        for name, least in before.items():
            assert least <= found[name] <= after[name], name


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
