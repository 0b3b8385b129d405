"""Files that nobody wrote: whatever is read, nothing is raised but our own errors.

Good files are taken, cut, doubled and filled with what has a meaning somewhere; then they are
read, edited, checked, and asked about through the whole program.

    python tests/hostile/fuzz.py --seconds 600 [TARGET ...]
"""

import argparse
import contextlib
import io
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import click
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cpdlog.cli import cli
from cpdlog.cli.app import App
from cpdlog.errors import CannotEdit, CpdlogError, UsageFault
from cpdlog.model.amount import read_amount, read_target
from cpdlog.model.day import read_day
from cpdlog.model.duration import read_duration
from cpdlog.model.entry_fields import ENTRY
from cpdlog.model.goal_fields import GOAL
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.period_words import read_period
from cpdlog.model.privacy.search import PROFILES, findings
from cpdlog.model.programme_fields import read_programme
from cpdlog.model.requirement.reading import read_definition
from cpdlog.model.schema import read_settings
from cpdlog.model.skills_fields import read_framework, read_snapshot
from cpdlog.model.visible import visible
from cpdlog.store import meaning
from cpdlog.store.cache import NoCache
from cpdlog.store.catalog import Catalog
from cpdlog.store.library import Library
from cpdlog.text import edit, frontmatter, template
from cpdlog.text.conflict import settled
from cpdlog.text.slug import is_safe_id, slug
from tests.hostile.commands import arguments, every_command, is_reading
from tests.hostile.corpus import ESCAPES, fronts
from tests.hostile.world import ACTING

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
SLOW = 1.0  # seconds for one example; more is a fault in a long run, where nothing else runs
MOST = 4000  # bytes of a file that is taken to pieces

# What has a meaning somewhere in a file.
PIECES = [
    *("---\n", "...\n", "\n", "\r\n", "\r", ": ", "- ", "[", "]", "{", "}", ",", "#", " #", "'"),
    *('"', "\\", "|\n", ">\n", "&a ", "*a", "!!str ", "!x ", "<<: ", "? ", "%YAML 1.2\n", "@", "`"),
    *("\t", "  ", "\0", "\ufeff", "\u2028", "\x85", "\x1b[31m", "\u202e", "é", "漢", "👩\u200d🚀"),
    *("2026-02-30", "2026-11-23", "0000-00-00", "1:30", "010", "1e999", ".nan", "-1", "1,5", "no"),
    *("- [ ] ", "- [x] do (due 2026-12-01, done )\n", "(due ", "(done 2026-13-01)", "<!--", "-->"),
    *(
        "```\n",
        "~~~",
        "## ",
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> x\n",
        "conflict:\n  due: [x]\n",
    ),
    *("goals: {a: 2}\n", "evidence: [{path: ../x}]\n", "target: 20 hours\n", "hours: 1h30\n"),
    *(f"{field.key}: " for field in (*ENTRY.fields, *GOAL.fields)),
    *ESCAPES.values(),
]


@cache
def good_files() -> tuple[tuple[str, bytes], ...]:
    """Files that are right: the sample journal's, and those that come with cpdlog."""
    found = [*ROOT.glob("entries/*/*.md"), *ROOT.glob("goals/*.md"), ROOT / "cpdlog.yaml"]
    found += [*ROOT.glob("cpdlog/data/*/*.yaml"), *ROOT.glob("cpdlog/data/templates/*.md")]
    hostile = [(name, front.encode()) for name, front in fronts() if len(front) <= MOST]
    return tuple((path.name, path.read_bytes()[:MOST]) for path in sorted(found)) + tuple(hostile)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good file after a few changes."""
    data = draw(st.sampled_from(good_files()))[1]
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 60))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=4)).encode(errors="replace")
        match draw(st.integers(0, 3)):
            case 0:
                data = data[:at] + piece + data[at:]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] * 2 + data[at + length :]
            case _:
                data = data[:at] + piece + data[at + length :]
    return data


FILES = (
    mutated()
    | st.binary(max_size=300)
    | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda it: "".join(it).encode())
    | st.lists(st.sampled_from(PIECES), max_size=20).map(
        lambda it: f"---\n{''.join(it)}\n---\n{''.join(reversed(it))}".encode()
    )
)
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
# Files in which most edits are possible, and what some of them hold.
ENTRIES = st.builds(
    lambda front, body: f"---\n{front}---\n{body}".encode(errors="replace"),
    st.sampled_from(
        [data.decode()[4:].partition("\n---\n")[0] + "\n" for name, data in good_files()[:70]]
        + ["title: x\ndate: 2026-11-01\ngoals: {law: 2, 'a b': 1} # both\ntags:\n  - a\n  - 'b'\n"]
    ),
    st.lists(
        st.sampled_from(["\n- [ ] one\n", "\n1. [x] two (due 2026-12-01)\n", "\n## Reviews\n"])
        | st.sampled_from(PIECES),
        max_size=10,
    ).map("".join),
)
ITEMS = st.sampled_from(["law", "chartership", "a", "b", "a b", "cilip:criterion/1"])
KEYS = (
    st.sampled_from(["goals", "tags"])
    | st.sampled_from([field.key for field in (*ENTRY.fields, *GOAL.fields)])
    | TEXTS
)
VALUES = TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS, max_size=3)


def reading(data: bytes) -> None:
    """Every reader of a file makes problems of what is wrong."""
    for path in ("entries/2026/a.md", "goals/a.md", "templates/a.md", "programmes/a.yaml"):
        for problem in meaning.read(data, path)[1]:
            assert str(problem).startswith(path)
    template.read(data, "templates/a.md")
    settled(data)
    tree, _ = frontmatter.read_yaml(data, "a.yaml")
    if tree is not None:
        read_settings(tree, "cpdlog.yaml")
        read_definition(tree, "requirements/a.yaml")
        read_programme(tree, "programmes/a.yaml")
        framework, _ = read_framework(tree, "frameworks/a.yaml")
        read_snapshot(tree, "skills/a.yaml", {framework.id: framework} if framework else {})


def editing(data: bytes, key: str, value: object, text: str, number: int) -> None:
    """An edit is made and can be read again, or it is refused."""
    for path in ("entries/2026/a.md", "goals/a.md", "cpdlog.yaml"):
        before = said(data, path)
        for name, act in EDITS.items():
            if path.endswith(".yaml") and name in BODIES:
                continue
            try:
                after = act(data, path, key, value, text, number)
            except (CannotEdit, UsageFault):
                continue
            assert before is not None, f"{name} edits what cannot be read"
            now = said(after, path)
            assert now is not None, f"{name} leaves what cannot be read"
            kept = {it: text for it, text in before.items() if it not in (key, "reviewed")}
            assert {it: now.get(it) for it in kept} == kept, f"{name} changes other keys"


EDITS: dict[str, Callable[..., bytes]] = {
    "set_key": lambda data, path, key, value, *_: edit.set_key(data, path, key, value),
    "remove_key": lambda data, path, key, *_: edit.remove_key(data, path, key),
    "add_item": lambda data, path, key, _, text, *__: edit.add_item(data, path, key, text),
    "set_item": lambda data, path, key, _, text, *__: edit.set_item(data, path, key, text, "2"),
    "remove_item": lambda data, path, key, _, text, *__: edit.remove_item(data, path, key, text),
    "rename_item": lambda data, path, key, _, text, *__: edit.rename_item(
        data, path, key, text, "new"
    ),
    "tick": lambda data, path, _, __, ___, number: edit.tick(data, path, number, TODAY),
    "untick": lambda data, path, _, __, ___, number: edit.tick(
        data, path, number, None, ticked=False
    ),
    "add_task": lambda data, path, _, __, text, *___: edit.add_task(data, path, text),
    "append": lambda data, path, _, __, text, *___: edit.append(data, path, "Reviews", text),
    "set_body": lambda data, path, _, __, text, *___: edit.set_body(data, path, text),
}
BODIES = ("tick", "untick", "add_task", "append", "set_body")


def said(data: bytes, path: str) -> dict[str, str] | None:
    """Each key of a file with what stands there; None where it cannot be read."""
    if path.endswith(".yaml"):
        tree, problems = frontmatter.read_yaml(data, path)
    else:
        document = frontmatter.read(data, path)
        tree, problems = document.fields, document.problems
    if tree is None or any(it.severity == "error" for it in problems):
        return None
    return {key.text: re.sub(r"line=\d+|plain=\w+", "", repr(value)) for key, value in tree.pairs}


def typing(text: str) -> None:
    """What is typed is understood, or refused in a sentence."""
    readers: tuple[Callable[[], object], ...] = (
        lambda: read_day(text, TODAY),
        lambda: read_day(text, TODAY, prefer="future", order="dmy"),
        lambda: read_duration(text),
        lambda: read_amount(text),
        lambda: read_target(text),
        lambda: read_period(text, TODAY, year_starts=(4, 1), order=""),
    )
    for reader in readers:
        with contextlib.suppress(NotUnderstood):
            reader()
    assert not ACTING.search(visible(text))
    assert is_safe_id(slug(text))
    findings(text, PROFILES, [text[:5]], [text[-5:]])


class Folder(NamedTuple):
    """A journal's files by their paths, and what is typed in it."""

    files: list[tuple[str, bytes]]
    words: list[str]


PLACES = [
    *("entries/2026/a.md", "entries/b.md", "goals/a.md", "goals/visits.md", "templates/what.md"),
    *("cpdlog.yaml", "requirements/cilip-revalidation.yaml", "requirements/a.yaml"),
    *("programmes/cpd23-2011.yaml", "programmes/a.yaml", "frameworks/a.yaml", "skills/a.yaml"),
]


@cache
def questions() -> tuple[tuple[str, ...], ...]:
    """Every command that answers, in a few forms."""
    found = [
        (*words, *arguments(command), *form)
        for words, command in every_command()
        if is_reading(command) and words[0] not in ("history", "doctor", "review")
        for form in ([], ["--json"], ["--format", "table"], ["--plain"])
    ]
    return tuple(found)


def answering(folder: Folder) -> None:
    """A journal of such files is read, checked and asked about."""
    with tempfile.TemporaryDirectory(dir=memory()) as place:
        for path, data in [("cpdlog.yaml", b"name: Ada\n"), *folder.files]:
            Path(place, path).parent.mkdir(parents=True, exist_ok=True)
            Path(place, path).write_bytes(data)
        Catalog(place, NoCache()).record()
        Library(place, NoCache()).faults()
        said = io.StringIO()
        app = App({"HOME": place, "CPDLOG_TODAY": "2026-11-23"}, lambda: place)
        typed = ["--no-cache", "--journal", place, *folder.words]
        with (
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
            contextlib.suppress(CpdlogError, click.ClickException),
        ):
            cli.main(typed, prog_name="cpdlog", standalone_mode=False, obj=app)
        assert ACTING.findall(said.getvalue()) == []


def memory() -> str | None:
    """A folder that is quick to write to, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


FOLDERS = st.builds(
    Folder,
    st.lists(st.tuples(st.sampled_from(PLACES), FILES), min_size=1, max_size=4),
    st.sampled_from(questions()).map(list),
)
Target = Callable[[int], int]


def tried(count: int, act: Callable[..., None], *given_to: st.SearchStrategy[object]) -> int:
    """Try an act on so many examples; how many there were."""
    ran = 0
    slow = count > 1000

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*given_to))
    def once(values: tuple[object, ...]) -> None:
        nonlocal ran
        ran += 1
        began = time.process_time()
        act(*values)
        assert not slow or time.process_time() - began < SLOW, "it takes too long"

    once()
    return ran


TARGETS: dict[str, Target] = {
    "reading": lambda count: tried(count, reading, FILES),
    "editing": lambda count: tried(
        count, editing, FILES | ENTRIES, KEYS, VALUES, TEXTS | ITEMS, st.integers(0, 4)
    ),
    "typing": lambda count: tried(count, typing, TEXTS),
    "answering": lambda count: tried(count, answering, FOLDERS),
}


def rounds(names: list[str], seconds: float) -> Iterator[tuple[str, int]]:
    """Try the targets in turn until the time is up."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        for name in names:
            yield name, TARGETS[name](1500)


def main() -> int:
    """Fuzz for as long as asked, and print how many examples there were."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    asked = options.parse_args()
    counts = dict.fromkeys(asked.targets or TARGETS, 0)
    for name, count in rounds(list(counts), asked.seconds):
        counts[name] += count
    print(json.dumps(counts | {"all": sum(counts.values())}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
