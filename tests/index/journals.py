"""A small journal, read with the index and without."""

import time
from pathlib import Path

from cpdlog.index.index import MOMENT, Index
from cpdlog.model.record import Record
from cpdlog.store.cache import NoCache
from cpdlog.store.catalog import Catalog

TICK = 50_000_000  # nanoseconds: file systems of computers count at least every 10 ms


def journal(root: Path, entries: int = 12) -> Path:
    """Make a journal with a goal, settings, a warning and a file that cannot be read."""
    (root / "goals").mkdir(parents=True)
    (root / "cpdlog.yaml").write_text("name: Sam\nstale_after: 30\n")
    (root / "goals/law.md").write_text("---\ntitle: Law\ntarget: 20 hours\n---\n- [ ] Ask\n")
    for number in range(entries):
        write(root, number, minutes=10 + number)
    (root / "entries/2026/bad.md").write_text("no front matter")
    return root


def write(root: Path, number: int, minutes: int, more: str = "") -> Path:
    """Write one entry; those with two figures of minutes are of the same size."""
    place = root / "entries" / str(2020 + number % 7)
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{2020 + number % 7}-02-0{1 + number % 9}-entry-{number}.md"
    front = f"title: Entry {number}\ndate: {path.name[:10]}\nhours: {minutes}m\ngoals: [law]\n"
    path.write_text(f"---\n{front}{more}---\nI said so.\n")
    return path


def soon() -> int:
    """A moment so late that what was written more than a tick ago has settled."""
    return time.time_ns() + MOMENT - TICK


def later() -> int:
    """A moment so late that everything has settled."""
    return time.time_ns() + 2 * MOMENT


def indexed(root: Path, folder: Path, now: int | None = None) -> Record:
    """What the journal says, with an index in `folder`."""
    index = Index(str(folder), str(root), later() if now is None else now)
    record = Catalog(str(root), index).record()
    index.close()
    return record


def read(root: Path) -> Record:
    """What the journal says, from its files."""
    return Catalog(str(root), NoCache()).record()
