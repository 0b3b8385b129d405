import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from cpdlog.model.goal import Target
from cpdlog.store.cache import Kept, NoCache
from cpdlog.store.catalog import Catalog
from cpdlog.store.kinds import (
    read_entry_file,
    read_goal_file,
    read_settings_file,
    read_yaml_file,
)
from cpdlog.store.reading import MANY

LONG_AGO = 1 << 62
TOLD = """
import sys
from cpdlog.store.cache import NoCache
from cpdlog.store.catalog import Catalog

told = lambda folder, count: print(folder, count, flush=True)
Catalog(sys.argv[1], NoCache(), told).passing_texts(lambda entry, body: None)
"""


class InMemory(NoCache):
    """A cache that keeps everything, and tells which folders it was given."""

    settled = LONG_AGO

    def __init__(self) -> None:
        self.folders: dict[str, Kept] = {}
        self.told: list[str] = []

    def known(self, folder: str, /) -> Kept:
        return self.folders.get(folder) or super().known(folder)

    def keep(self, folder: str, kept: Kept, /) -> None:
        self.folders[folder] = kept
        self.told.append(folder)


def journal(root: Path) -> Path:
    for name in ("entries/2026", "goals", "requirements"):
        (root / name).mkdir(parents=True)
    (root / "cpdlog.yaml").write_text("name: Sam\n")
    write(root, "2026-02-01-b", "hours: 1h30\n")
    write(root, "2026-01-31-a", "goals: [law]\n")
    for name in ("law", "art"):
        front = f"title: {name}\ntarget: 5 visits\norder: {len(name)}\n"
        (root / f"goals/{name}.md").write_text(f"---\n{front}---\n")
    (root / "goals/art.md").write_text("---\ntitle: Art\norder: 1\n---\n- [ ] Look\n")
    (root / "requirements/x.yaml").write_text("title: X\n")
    return root


def write(root: Path, name: str, more: str = "") -> None:
    text = f"---\ntitle: {name}\ndate: {name[:10]}\n{more}---\nI said so.\n"
    (root / f"entries/2026/{name}.md").write_text(text)


def test_a_record_is_what_all_files_say(tmp_path: Path) -> None:
    record = Catalog(str(journal(tmp_path)), NoCache()).record()
    assert record.settings.name == "Sam"
    assert [entry.id for entry in record.entries] == ["2026-01-31-a", "2026-02-01-b"]
    second = record.entries[1]
    assert (second.day, second.minutes, second.words) == (date(2026, 2, 1), 90, 3)
    assert [goal.id for goal in record.goals] == ["art", "law"]
    assert record.goals[1].target == Target(Decimal(5), "visits")
    assert [it.text for it in record.goals[0].actions] == ["Look"]
    assert (record.problems, record.files) == ((), 5)


def test_definitions_are_read_with_their_paths(tmp_path: Path) -> None:
    catalog = Catalog(str(journal(tmp_path)), NoCache())
    ((path, tree),) = catalog.definitions("requirements")
    assert (path, tree.pairs[0][1].line) == ("requirements/x.yaml", 1)


def test_a_file_that_cannot_be_read_is_told_and_nothing_else_suffers(tmp_path: Path) -> None:
    journal(tmp_path)
    (tmp_path / "entries/2026/bad.md").write_text("no front matter")
    (tmp_path / "goals/bad.md").write_text("")
    (tmp_path / "requirements/bad.yaml").write_text("a: [")
    (tmp_path / "cpdlog.yaml").write_text("[]\n")
    catalog = Catalog(str(tmp_path), NoCache())
    catalog.definitions("requirements")
    record = catalog.record()
    assert (len(record.entries), len(record.goals), record.settings.name) == (2, 2, "")
    assert sorted({it.path for it in record.problems}) == [
        *("cpdlog.yaml", "entries/2026/bad.md", "goals/bad.md", "requirements/bad.yaml"),
    ]


def test_a_file_that_vanishes_before_it_is_read_is_told(tmp_path: Path) -> None:
    journal(tmp_path)
    for read in (read_entry_file, read_goal_file, read_settings_file, read_yaml_file):
        value, problems = read(str(tmp_path), "entries/gone.md")
        assert value is None
        assert [str(it) for it in problems] == [
            "entries/gone.md: There is no file 'entries/gone.md'."
        ]


def test_a_journal_without_settings_has_the_default_ones(tmp_path: Path) -> None:
    record = Catalog(str(tmp_path), NoCache()).record()
    assert (record.settings.name, record.settings.template, record.files) == ("", "what", 0)


def test_settings_that_are_a_link_are_not_read_and_that_is_told(tmp_path: Path) -> None:
    root = journal(tmp_path / "journal")
    (root / "cpdlog.yaml").rename(tmp_path / "elsewhere.yaml")
    (root / "cpdlog.yaml").symlink_to("../elsewhere.yaml")
    record = Catalog(str(root), NoCache()).record()
    assert record.settings.name == ""
    assert [str(it) for it in record.problems if it.path == "cpdlog.yaml"] == [
        "cpdlog.yaml: This is a symbolic link; links are not followed. Put the file itself there."
    ]


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    cache = InMemory()
    before = Catalog(str(journal(tmp_path)), cache).record()
    assert cache.told == ["entries/2026", "", "goals"]
    assert Catalog(str(tmp_path), cache).record() == before
    assert len(cache.told) == 3


def test_what_changed_came_or_went_is_made_again_and_nothing_else(tmp_path: Path) -> None:
    cache = InMemory()
    Catalog(str(journal(tmp_path)), cache).record()
    made = cache.folders["entries/2026"].made
    write(tmp_path, "2026-02-01-b", "hours: 2h00\n")
    write(tmp_path, "2026-03-01-c")
    (tmp_path / "entries/2026/2026-01-31-a.md").unlink()
    record = Catalog(str(tmp_path), cache).record()
    assert [(it.id, it.minutes) for it in record.entries] == [
        ("2026-02-01-b", 120),
        ("2026-03-01-c", None),
    ]
    assert cache.told[3:] == ["entries/2026"]
    assert cache.folders["entries/2026"].made != made


def test_what_changed_just_now_is_not_kept(tmp_path: Path) -> None:
    cache = InMemory()
    cache.settled = 0
    before = Catalog(str(journal(tmp_path)), cache).record()
    assert cache.told == []
    assert Catalog(str(tmp_path), cache).record() == before


def test_problems_are_told_again_from_the_cache(tmp_path: Path) -> None:
    cache = InMemory()
    write(journal(tmp_path), "2026-04-01-d", "hour: 3\n")
    (tmp_path / "entries/2026/bad.md").write_text("no front matter")
    before = Catalog(str(tmp_path), cache).record()
    assert [it.severity for it in before.problems] == ["warning", "error"]
    assert Catalog(str(tmp_path), cache).record() == before


def test_it_is_told_before_and_after_many_files_are_read(tmp_path: Path) -> None:
    journal(tmp_path)
    for number in range(MANY):
        write(tmp_path, f"2026-05-01-{number}")
    command = [sys.executable, "-c", TOLD, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"entries/2026 {MANY + 2}\nentries/2026 0\n" * 2
    assert done.stderr == ""


def test_entries_are_shown_one_by_one_and_the_rest_is_that_of_the_record(tmp_path: Path) -> None:
    write(journal(tmp_path), "2026-04-01-d", "hour: 3\n")
    whole = Catalog(str(tmp_path), NoCache()).record()
    shown = {}
    rest = Catalog(str(tmp_path), NoCache()).passing(lambda entry: shown.update({entry.id: entry}))
    assert shown == {it.id: it for it in whole.entries}
    assert rest == whole._replace(entries=())
    bodies: dict[str, str] = {}
    rest = Catalog(str(tmp_path), NoCache()).passing_texts(
        lambda entry, body: bodies.update({entry.id: body})
    )
    assert bodies.keys() == {it.id for it in whole.entries}
    assert rest == whole._replace(entries=())
