"""Every hostile kind of file, alone and all together: it is named, and the others are counted."""

import json
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import commands
from tests.hostile.corpus import (
    ESCAPES,
    GOOD_MINUTES,
    contents,
    escaped,
    fronts,
    raw_files,
    write_hostile,
)
from tests.hostile.world import World, snapshot, wrong

SAMPLE = 25
SMALL = 200_000  # bytes of a file that is no burden to a short test
IN_ALL = [["list", "--json"], ["check", "--json"], ["report"], ["next"], ["search", "words"]]


def minutes(said: bytes) -> int:
    """The sum over all entries that a list has."""
    return sum(it["minutes"] or 0 for it in json.loads(said)["entries"])


def test_one_bad_file_alone_costs_no_answer(world: World) -> None:
    """A bounded part of `everything.py kinds`, which tries every command on every kind."""
    found: list[str] = []
    kinds = list(contents())
    for name, data in random.Random(1).sample(kinds, SAMPLE):
        path = world.journal / f"entries/2026/{name}.md"
        path.write_bytes(data)
        for words in (["check", "--json"], ["list", "--json"], ["show", name, "--format", "table"]):
            ended = world.run(*words)
            found += wrong(words, ended)
        listed = world.run("list", "--json")
        if minutes(listed.out) != GOOD_MINUTES:
            found.append(f"{name}: the others are not counted")
        if path.read_bytes() != data:
            found.append(f"{name}: was changed")
        path.unlink()
    assert found == []
    assert world.touched() == []


def test_all_of_them_at_once_are_named_and_leave_every_good_entry_counted(world: World) -> None:
    write_hostile(world.journal, SMALL)
    before = snapshot_of_files(world.journal)
    ended = {" ".join(words): world.run(*words) for words in IN_ALL}
    found = [it for words, run in ended.items() for it in wrong([words], run, work=10, memory=300)]
    assert found == []
    entries = json.loads(ended["list --json"].out)["entries"]
    good = [it for it in entries if it["id"].startswith("2026-11-0")]
    assert sum(it["minutes"] for it in good) == GOOD_MINUTES
    problems = json.loads(ended["check --json"].out)["problems"]
    errors = {it["path"] for it in problems if it["severity"] == "error"}
    assert set(expected_errors()) - errors == set()
    assert snapshot_of_files(world.journal) == before
    assert world.touched() == []


def expected_errors() -> Iterator[str]:
    """Paths that must be named."""
    for name in ("laughs", "deep-flow", "python-tag", "huge-hours", "huge-points", "date-zero"):
        yield f"entries/2026/front-{name}.md"
    for name, data in raw_files():
        if len(data) <= SMALL and name not in ("mark", "utf-7"):
            yield f"entries/2026/raw-{name}.md"
    for name in ("loop", "secret.md", "circle-1.md", "endless.md", "pipe.md", "sparse.md"):
        yield f"entries/2026/{name}"
    yield from ("entries/up", "entries/2027", "goals/pipe.md", "requirements/secret.yaml")
    yield r"entries/2026/caf\xe9.md"


def snapshot_of_files(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of everything in a folder."""
    return {
        os.path.join(place, name): (kind.st_mtime_ns, kind.st_size)
        for place, folders, names in os.walk(folder)
        for name in [*folders, *names]
        for kind in [os.lstat(os.path.join(place, name))]
    }


@pytest.mark.parametrize("kind", ["fronts", "raw files"])
def test_settings_of_any_kind_leave_the_journal_readable(world: World, kind: str) -> None:
    settings = world.journal / "cpdlog.yaml"
    texts = [(name, front.encode()) for name, front in fronts()]
    kinds = texts if kind == "fronts" else list(raw_files())
    found: list[str] = []
    for name, data in random.Random(3).sample(kinds, min(SAMPLE, len(kinds))):
        settings.write_bytes(data)
        for words in (["check", "--json"], ["report"], ["list", "--json"]):
            ended = world.run(*words)
            found += (f"{name}: {it}" for it in wrong(words, ended))
        if minutes(ended.out) != GOOD_MINUTES:
            found.append(f"{name}: the entries are not counted")
        if settings.read_bytes() != data:
            found.append(f"{name}: was changed")
    assert found == []
    assert world.touched() == []


@pytest.mark.parametrize(
    "name",
    [
        *("entries", "entries/2026", "goals", "templates", "requirements", "programmes"),
        *("frameworks", "skills", "goals/visits.md", "cpdlog.yaml"),
    ],
)
def test_a_link_that_leads_outside_is_named_and_never_followed(world: World, name: str) -> None:
    place = world.journal / name
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    target = "secret.yaml" if place.suffix else "."
    place.symlink_to(os.path.relpath(world.outside / target, place.parent))
    found: list[str] = []
    for words in (
        *(["list"], ["report"], ["goal", "list"], ["template", "list"], ["requirement", "list"]),
        *(["programme", "list"], ["new", "Talk", "-m", "x"], ["goal", "add", "Law"]),
        *(["set", "@1", "outcome=x"], ["tick", "visits.1"], ["remove", "@1", "--yes"]),
    ):
        found += wrong(words, world.run(*words))
    problems = json.loads(world.run("check", "--json").out)["problems"]
    assert found == []
    assert [it["message"] for it in problems if it["path"] == name] == [
        "This is a symbolic link; links are not followed."
    ]
    assert world.touched() == []


def test_no_sign_that_acts_on_a_terminal_is_said_by_any_command_in_any_form(world: World) -> None:
    write_escapes(world.journal)
    found = [it for words in commands.reading() for it in wrong(words, world.run(*words))]
    found += [it for words in commands.writing() for it in wrong(words, world.run(*words))]
    assert found == []


def write_escapes(journal: Path) -> None:
    """Signs that act, in every place in which a word can stand."""
    everything = "".join(ESCAPES.values())
    word = escaped(everything)
    (journal / "cpdlog.yaml").write_text(
        f"name: {word}\nroles: {{law: {{title: {word}}}, {word}: {{title: x}}}}\n"
        f"types: [{word}]\nprivacy: {{allow: [{word}]}}\n"
    )
    entry = (
        f"title: {word}\ndate: 2026-11-10\nhours: 1h\ngoals: {{visits: 2, {word}: 1}}\n"
        f"tags: [{word}, 'cilip:criterion/1']\nrole: {word}\ntype: {word}\noutcome: {word}\n"
        f"programme: {word}\ntemplate: {word}\npartner: {word}\nshare: [{word}]\n"
        f"evidence: [{{path: {word}, title: {word}}}, 'https://example.org/\x7f']\n{word}: {word}\n"
    )
    body = "\n".join(f"## {text}\n\n- [ ] {text} (due 2026-12-01)\n" for text in ESCAPES.values())
    name = everything.replace("/", "").replace("\n", "")[:60]
    for stem in (name, "2026-11-10-says"):
        (journal / f"entries/2026/{stem}.md").write_text(f"---\n{entry}---\n\n{body}")
        for folder in ("goals", "templates"):
            (journal / folder).mkdir(exist_ok=True)
            goal = f"title: {word}\ndue: 2026-12-31\ntarget: 3 visits\narea: {word}\nrole: {word}\n"
            (journal / folder / f"{stem}.md").write_text(f"---\n{goal}---\n\n{body}")
        for folder in ("requirements", "programmes", "frameworks", "skills"):
            (journal / folder).mkdir(exist_ok=True)
            (journal / folder / f"{stem}.yaml").write_text(f"title: {word}\n{word}: {word}\n")


def test_what_is_typed_cannot_act_or_lead_out_of_the_journal(world: World) -> None:
    """A bounded part of `everything.py typed`, which tries every value in every place."""
    found: list[str] = []
    for words in random.Random(2).sample(list(commands.typed(world.outside)), 300):
        found += wrong(words, world.run(*words))
    assert found == []
    assert world.touched() == []


def test_snapshots_see_a_change(world: World) -> None:
    (world.outside / "new.md").write_text("x")
    assert world.touched() == [str(world.outside), str(world.outside / "new.md")]
    assert snapshot(world.outside) != world.before
