from pathlib import Path

from cpdlog.index.index import Index
from cpdlog.store.cache import Cache, NoCache
from cpdlog.store.catalog import Catalog
from tests.index.journals import journal, later, write


def bodies(root: Path, cache: Cache) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    Catalog(str(root), cache).passing_texts(lambda entry, body: found.append((entry.id, body)))
    cache.close()
    return found


def test_bodies_are_the_same_with_the_index_and_without(tmp_path: Path) -> None:
    root = journal(tmp_path / "journal")
    write(root, 3, 30).write_text("---\ntitle: É\ndate: 2023-02-04\n---\nÀ la carte\n")
    truth = bodies(root, NoCache())
    assert ("2023-02-04-entry-3", "a la carte\n") in truth
    assert len(truth) == 12
    for _ in range(2):
        assert bodies(root, Index(str(tmp_path / "cache"), str(root), later())) == truth


def test_a_body_that_changed_is_read_again(tmp_path: Path) -> None:
    root = journal(tmp_path / "journal")
    bodies(root, Index(str(tmp_path / "cache"), str(root), later()))
    write(root, 3, 30, more="role: law\n")
    assert bodies(root, Index(str(tmp_path / "cache"), str(root), later())) == bodies(
        root, NoCache()
    )
