"""Tries every hostile kind of file in every place, and every hostile value for every parameter.

    python tests/hostile/everything.py [kinds] [typed] [together]

Prints how many runs there were, the most that one worked and needed, and what was wrong.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults.warm import Warm
from tests.hostile import commands
from tests.hostile.corpus import (
    GOOD_MINUTES,
    contents,
    fronts,
    raw_files,
    write_good,
    write_hostile,
)
from tests.hostile.world import World, wrong

ENTRY = [
    *(["check", "--json"], ["check"], ["check", "--privacy"], ["list"], ["report"], ["next"]),
    *(["report", "--format", "table"], ["next", "--format", "table"], ["search", "words"]),
    *(["list", "--text", "words"], ["report", "gaps"], ["report", "criteria"], ["plan"]),
    *(["show", "KIND"], ["show", "KIND", "--format", "table"], ["show", "KIND", "--json"]),
    *(["show", "KIND", "--format", "markdown"], ["set", "KIND", "outcome=x", "tags+=y"]),
    *(["tick", "KIND.1"], ["rename", "KIND", "Other"], ["reflect", "KIND", "-m", "words"]),
    *(["new", "Talk", "-m", "x", "-g", "visits"], ["list", "--json"]),
]
OTHER = [
    *(["check", "--json"], ["report"], ["next"], ["plan"], ["goal", "list"], ["goal", "check"]),
    *(["goal", "show", "KIND"], ["goal", "set", "KIND", "outcome=x"], ["template", "list"]),
    *(["template", "show", "KIND"], ["requirement", "list"], ["requirement", "show", "KIND"]),
    *(["requirement", "status"], ["requirement", "use", "KIND"], ["programme", "list"]),
    *(["programme", "show", "KIND"], ["programme", "status"], ["programme", "start", "KIND"]),
    *(["framework", "list"], ["framework", "show", "KIND"], ["skills", "show"], ["skills", "gaps"]),
    *(["new", "Talk", "--template", "KIND", "-m", "x"], ["list", "--json"]),
]
PLACES = [
    *("goals/KIND.md", "templates/KIND.md", "requirements/KIND.yaml", "programmes/KIND.yaml"),
    *("frameworks/KIND.yaml", "skills/KIND.yaml", "cpdlog.yaml"),
]


class Tally:
    """What was counted, and what was found to be wrong."""

    def __init__(self) -> None:
        self.runs = 0
        self.work = 0.0
        self.memory = 0
        self.found: list[str] = []

    def look(self, world: World, label: str, words: Sequence[str], **limits: int) -> bytes:
        """Run a command, and note how it went; what it said."""
        ended = world.run(*words)
        self.runs += 1
        self.work = max(self.work, ended.work)
        self.memory = max(self.memory, ended.memory)
        for it in wrong(words, ended, **limits):
            self.found.append(f"{label}: {it}")
            print(self.found[-1], file=sys.stderr)
        return ended.out


def kinds(world: World, tally: Tally) -> None:
    """Every kind alone, as an entry and in every other place."""
    for name, data in contents():
        alone(world, tally, f"entries/2026/{name}.md", data, ENTRY)
    for name, front in fronts():
        for place in PLACES:
            text = front if place.endswith(".yaml") else f"---\n{front}---\n\n- [ ] x\n"
            alone(world, tally, place.replace("KIND", name), text.encode(), OTHER)
    for name, data in raw_files():
        for place in PLACES:
            alone(world, tally, place.replace("KIND", name), data, OTHER)


def alone(world: World, tally: Tally, path: str, data: bytes, tried: list[list[str]]) -> None:
    """Put one file into a journal of good ones, and try commands on it."""
    start_anew(world)
    place = world.journal / path
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)
    for words in tried:
        typed = [word.replace("KIND", place.stem) for word in words]
        said = tally.look(world, path, typed)
        if words[0] == "check" and place.read_bytes() != data:
            tally.found.append(f"{path}: was changed")
    entries = json.loads(said)["entries"]
    good = sum(it["minutes"] or 0 for it in entries if "-good-" in it["id"])
    if good != GOOD_MINUTES:
        tally.found.append(f"{path}: the others are not counted")


def typed(world: World, tally: Tally) -> None:
    """Every value for every parameter."""
    for number, words in enumerate(commands.typed(world.outside)):
        if number % 20 == 0:
            start_anew(world)
        tally.look(world, "typed", words)


def together(world: World, tally: Tally) -> None:
    """Everything at once, and every command that reads, in every form."""
    start_anew(world)
    write_hostile(world.journal)
    for words in commands.reading():
        tally.look(world, "together", words, work=10, memory=500)


def start_anew(world: World) -> None:
    """Make the journal what it was."""
    shutil.rmtree(world.journal)
    world.journal.mkdir()
    write_good(world.journal)


PARTS = {"kinds": kinds, "typed": typed, "together": together}


def asked() -> Iterator[str]:
    """The parts that were asked for; all where none was."""
    yield from sys.argv[1:] or PARTS


def main() -> int:
    """Try everything, print the figures, and fail if anything was wrong."""
    bad = 0
    for part in asked():
        tally = Tally()
        with tempfile.TemporaryDirectory() as folder:
            warm = Warm()
            world = World(Path(folder), warm)
            PARTS[part](world, tally)
            tally.found += world.touched()
            warm.close()
        figures = {"runs": tally.runs, "work": round(tally.work, 1), "memory": tally.memory}
        print(json.dumps({"part": part} | figures | {"wrong": len(tally.found)}), flush=True)
        bad += len(tally.found)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
