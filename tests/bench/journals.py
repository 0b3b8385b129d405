"""Journals of any size, seeded."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from tests.bench.content import GOALS, LAST, ROLES, SEED, Item, items

SETTINGS = "name: Made for measuring\nroles:\n" + "".join(
    f"  {role}: {{title: Librarian at the {role}}}\n" for role in ROLES
)


def journal(folder: Path, count: int, seed: int = SEED) -> None:
    """Make a journal of so many entries and twelve goals in a folder that is not there yet."""
    (folder / "goals").mkdir(parents=True)
    (folder / "cpdlog.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, target, years in GOALS:
        (folder / "goals" / f"{name}.md").write_text(goal(name, target, years), encoding="utf-8")
    write_entries(folder, items(count, seed))


def write_entries(folder: Path, given: Iterable[Item]) -> None:
    """Write one file an item."""
    for it in given:
        place = folder / "entries" / str(it.day.year)
        place.mkdir(parents=True, exist_ok=True)
        words = "-".join(it.title.lower().replace("'", "").split()[:4])
        (place / f"{it.day}-{words}-{it.number}.md").write_text(entry(it), encoding="utf-8")


def entry(it: Item) -> str:
    """The file of one item: about 1.9 kB, of which 220 bytes are front matter."""
    hours = "" if it.minutes is None else f"hours: {it.minutes // 60}h{it.minutes % 60:02}\n"
    goals = f"goals: [{', '.join(it.goals)}]\n" if it.goals else ""
    return (
        f'---\ntitle: "{it.title}"\ndate: {it.day}\ntype: {it.kind}\n{hours}{goals}'
        f"role: {it.role}\ntags: [{', '.join(it.tags)}]\noutcome: {it.outcome}\n"
        f"template: what\n---\n\n{it.body}"
    )


def goal(name: str, target: str, years: int) -> str:
    """The file of one goal, measured or with action points."""
    aim = f"target: {target}\n" if target else ""
    start, due = LAST - timedelta(365 * max(years, 1)), LAST + timedelta(200)
    actions = "".join(f"- [{'x' if n < 5 else ' '}] Step {n} (due {due})\n" for n in range(1, 9))
    return (
        f"---\ntitle: The goal of {name}\nstart: {start}\ndue: {due}\n{aim}area: job\n---\n\n"
        f"Why I want this.\n\n{actions}"
    )
