"""Every answer is the same with the index and without it."""

from pathlib import Path

import pytest

from cpdlog.index.index import Index
from cpdlog.index.place import index_folder
from cpdlog.store.catalog import Catalog
from tests.bench.journals import journal
from tests.cli.shell import Shell
from tests.index.journals import later

COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("report",),
    ("report", "--json"),
    ("goal", "list"),
    ("next",),
    ("search", "library", "or", "stat*"),
    ("check",),
)


@pytest.fixture
def kept(tmp_path: Path) -> Shell:
    journal(tmp_path / "journal", 60)
    (tmp_path / "journal/entries/2026/bad.md").write_text("no front matter")
    return Shell(tmp_path / "journal")


def index(shell: Shell) -> Path:
    """The folder of its index."""
    return Path(index_folder(str(shell.home / ".cache"), str(shell.folder)))


def warm(shell: Shell) -> None:
    """Index also what was written just now."""
    remembering = Index(str(index(shell)), str(shell.folder), later())
    Catalog(str(shell.folder), remembering).passing_texts(lambda _entry, _body: None)
    remembering.close()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_an_answer_is_the_same_whatever_becomes_of_the_index(
    kept: Shell, words: tuple[str, ...]
) -> None:
    truth = kept.run("--no-cache", *words)
    assert not index(kept).exists()
    cold = kept.run(*words)
    warm(kept)
    before = (index(kept) / "index.db").read_bytes()
    answers = [cold, kept.run(*words)]
    assert (index(kept) / "index.db").read_bytes() == before
    (index(kept) / "index.db").write_bytes(b"no database" * 5000)
    answers += [kept.run(*words), kept.run(*words, XDG_CACHE_HOME="/dev/null")]
    assert answers == [truth] * 4


def test_a_first_read_of_many_files_shows_what_it_reads_where_a_person_waits(
    tmp_path: Path,
) -> None:
    journal(tmp_path / "journal", 400)
    shell = Shell(tmp_path / "journal")
    place = tmp_path / "journal/entries/2026"
    for path in sorted(place.glob("*.md")):
        (place / f"{path.stem}-again.md").write_text(path.read_text())
    count = len(list(place.glob("*.md")))
    shown = f"\x1b[Kreading {count} files of entries/2026\r\x1b[K\r"
    assert shown in shell.terminal("list", "--limit", "1").out
    assert "\x1b" not in shell.terminal("list", "--limit", "1", "--plain").out
    assert "\x1b" not in shell.terminal("list", "--limit", "1", TERM="dumb").out
    assert shell.run("--no-cache", "list", "--limit", "1").err == ""
