"""What a command imports is what it needs: start-up is what users feel."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpdlog.index.index import Index
from cpdlog.index.place import index_folder
from cpdlog.store.catalog import Catalog
from tests.bench.journals import journal
from tests.index.journals import later

pytestmark = pytest.mark.usefixtures("unmeasured")

DEAR = {"rich", "yaml", "frontmatter", "sqlite3", "json", "subprocess", "difflib"}
RUN = """
import sys
from cpdlog.__main__ import exit_code

sys.argv[0] = "cpdlog"
try:
    exit_code()
finally:
    sys.stdout.flush()
    print(*sorted(sys.modules), file=sys.__stderr__)
"""
HELP = """
import sys
import click
from cpdlog.cli import cli
from cpdlog.cli.tree import Lazy, loaded

def walk(command, context):
    command.get_help(context)
    print(context.command_path, *sorted(sys.modules), sep=" | ")
    for name, it in getattr(command, "table", {}).items():
        inner = loaded(it) if isinstance(it, Lazy) else it
        walk(inner, click.Context(inner, info_name=name, parent=context))

walk(cli, click.Context(cli, info_name="cpdlog"))
"""


class Start:
    """Starts of the program in one journal whose index is warm, each in a process of its own."""

    def __init__(self, home: Path) -> None:
        self.root = home / "journal"
        self.environ = {"PATH": os.environ["PATH"], "HOME": str(home), "CPDLOG_TODAY": "2026-11-23"}
        journal(self.root, 20)
        self.warm()

    def warm(self) -> None:
        """Bring the index up to date, also for what was written just now."""
        caches = str(self.root.parent / ".cache")
        index = Index(index_folder(caches, str(self.root)), str(self.root), later())
        Catalog(str(self.root), index).passing_texts(lambda _entry, _body: None)
        index.close()

    def run(self, *words: str, **environ: str) -> tuple[str, set[str]]:
        """What a command says in a pipe, and what is loaded when it is done."""
        done = subprocess.run(
            [sys.executable, "-c", RUN, *words],
            env=self.environ | environ,
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        *said, names = done.stderr.splitlines()
        assert not [line for line in said if not line.startswith(("saved ", "look: "))]
        return done.stdout, set(names.split())

    def tab(self, *words: str) -> tuple[list[str], set[str]]:
        """What the tab key offers after some words, and what is loaded then."""
        typed = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        said, names = self.run(_CPDLOG_COMPLETE="bash_complete", **typed)
        return [line.partition(",")[2] for line in said.splitlines() if line], names


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    return Start(tmp_path_factory.mktemp("home"))


def test_the_version_loads_no_more_than_it_says(start: Start) -> None:
    said, names = start.run("--version")
    assert said.startswith("cpdlog ")
    assert not names & {*DEAR, "click", "cpdlog.cli"}


def test_help_loads_no_command_but_its_own(start: Start) -> None:
    _, names = start.run("--help")
    assert not names & {*DEAR, "decimal", "shutil", "signal", "cpdlog.store", "cpdlog.render"}
    assert {name for name in names if name.startswith("cpdlog.cli.")} == {
        *("cpdlog.cli.app", "cpdlog.cli.complete", "cpdlog.cli.everywhere", "cpdlog.cli.params"),
        *("cpdlog.cli.run", "cpdlog.cli.tree"),
    }


def test_no_help_loads_anything_dear() -> None:
    done = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True)
    lines = [line.split(" | ") for line in done.stdout.splitlines()]
    assert len(lines) > 30
    assert [(path, DEAR.intersection(names)) for path, *names in lines if DEAR & {*names}] == []


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "--goal", "law", "--period", "2026", "--limit", "5"),
        ("search", "library"),
        ("report",),
        ("next",),
    ],
    ids=" ".join,
)
def test_an_answer_in_a_pipe_loads_the_index_and_neither_yaml_nor_rich(
    start: Start, words: tuple[str, ...]
) -> None:
    said, names = start.run(*words)
    assert said
    assert "sqlite3" in names
    assert not names & {*(DEAR - {"sqlite3"}), "dataclasses", "shutil"}
    if words[0] != "search":  # which reads what it shows
        assert not names & {"cpdlog.text", "cpdlog.store.files", "cpdlog.store.trees"}
        assert not names & {"cpdlog.store.reading", "cpdlog.model.raw"}


def test_a_new_entry_is_written_without_reading_or_loading_what_a_report_needs(
    start: Start,
) -> None:
    said, names = start.run("new", "Law library visit", "--message", "Quiet.", "--hours", "2h")
    assert said == "entries/2026/2026-11-23-law-library-visit.md\n"
    assert not names & {*DEAR, "dataclasses", "decimal", "shutil"}
    assert not names & {"cpdlog.index", "cpdlog.model.entry", "cpdlog.model.settings"}
    assert not names & {"cpdlog.model.privacy.health", "cpdlog.store.git.program"}
    assert not names & {"cpdlog.store.catalog", "cpdlog.store.walk"}
    (start.root / said.strip()).unlink()


def test_what_may_identify_somebody_is_looked_up_in_settings_without_yaml(start: Start) -> None:
    said, names = start.run("new", "Visit", "--message", "Ask jo@example.org.")
    assert not names & (DEAR - {"sqlite3"})
    assert "cpdlog.model.settings" in names
    (start.root / said.strip()).unlink()


def test_the_tab_key_offers_commands_without_reading_anything(start: Start) -> None:
    offers, names = start.tab("cpdlog", "li")
    assert offers == ["list"]
    assert not names & {*DEAR, "shutil", "signal", "cpdlog.store", "cpdlog.render"}


def test_the_tab_key_offers_what_is_in_the_journal_without_yaml_and_rich(start: Start) -> None:
    offers, names = start.tab("cpdlog", "list", "--goal", "m")
    assert offers == ["mentoring", "metadata"]
    assert "sqlite3" in names
    assert not names & {*(DEAR - {"sqlite3"}), "shutil", "signal"}
    assert not names & {"cpdlog.progress", "cpdlog.store.files", "cpdlog.model.raw"}
    for words in (("list", "--tag", "cil"), ("list", "--role", ""), ("show", "2026"), ("tick", "")):
        offers, names = start.tab("cpdlog", *words)
        assert offers
        assert not names & (DEAR - {"sqlite3"})


def test_the_tab_key_is_silent_where_the_journal_is_broken(start: Start) -> None:
    settings = start.root / "cpdlog.yaml"
    before = settings.read_text()
    settings.write_text("{ not: [yaml")
    (start.root / "entries/2026/bad.md").write_bytes(b"\xff\xfe\x00")
    assert start.tab("cpdlog", "list", "--goal", "m")[0] == ["mentoring", "metadata"]
    (start.root / "entries/2026/bad.md").unlink()
    settings.unlink()
    assert start.tab("cpdlog", "list", "--goal", "m")[0] == []
    settings.write_text(before)
    start.warm()
