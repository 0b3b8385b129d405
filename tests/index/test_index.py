import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cpdlog.index.index import Index
from cpdlog.store.cache import NOTHING
from cpdlog.store.catalog import Catalog
from tests.index.damage import answers_wrong
from tests.index.journals import indexed, journal, later, read, write
from tests.index.rounds import Rounds

pytestmark = pytest.mark.usefixtures("unmeasured")

REPOSITORY = Path(__file__).parents[2]
AT_ONCE, TURNS = 8, 12


def stored(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "index.db") as file:
        found = [path for (path,) in file.execute("SELECT path FROM folder ORDER BY path")]
    file.close()
    return found


def execute(folder: Path, *statements: str) -> None:
    file = sqlite3.connect(folder / "index.db", isolation_level=None)
    for statement in statements:
        file.execute(statement)
    file.close()


def test_an_answer_is_the_same_without_an_index_with_a_new_one_and_with_an_old_one(
    tmp_path: Path,
) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    truth = read(root)
    assert truth.problems
    assert [indexed(root, folder) for _ in range(3)] == [truth] * 3
    assert stored(folder)[:3] == ["", "entries/2020", "entries/2021"]
    assert folder.stat().st_mode & 0o777 == 0o700


OPENED = """
import sys
from pathlib import Path
from tests.index.journals import indexed

def tell(event, given):
    if event == "open" and str(given[0]).endswith((".md", ".yaml")):
        print(given[0])

sys.addaudithook(tell)
print(len(indexed(Path(sys.argv[1]), Path(sys.argv[2])).entries))
"""


def test_a_warm_answer_opens_only_what_changed(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    indexed(root, folder)
    changed = write(root, 3, 55)
    command = [sys.executable, "-c", OPENED, str(root), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY)
    assert done.stdout.splitlines() == [str(changed), "12"]


def test_what_was_changed_just_now_is_read_again_the_next_time(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    assert indexed(root, folder, now=0) == read(root)
    index = Index(str(folder), str(root), later())
    assert index.known("entries/2026") == NOTHING
    index.close()
    indexed(root, folder)
    assert "entries/2026" in stored(folder)


def test_one_look_finds_what_an_earlier_one_of_the_same_run_read(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    index = Index(str(folder), str(root), later())
    first = Catalog(str(root), index).record()
    assert index.known("entries/2026").files
    assert Catalog(str(root), index).record() == first
    index.close()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda it: it.write_bytes(b""), id="empty"),
        pytest.param(lambda it: it.write_bytes(b"no database" * 400), id="garbage"),
        pytest.param(lambda it: it.write_bytes(it.read_bytes()[:5000]), id="cut"),
        pytest.param(lambda it: it.unlink(), id="gone"),
        pytest.param(lambda it: execute(it.parent, "DROP TABLE folder"), id="no table"),
        pytest.param(
            lambda it: execute(it.parent, "DROP TABLE folder", "CREATE TABLE folder (path)"),
            id="another table",
        ),
        pytest.param(lambda it: execute(it.parent, "PRAGMA user_version = 7"), id="version"),
        pytest.param(lambda it: execute(it.parent, "UPDATE folder SET data = 'x'"), id="no bytes"),
        pytest.param(
            lambda it: execute(it.parent, "UPDATE folder SET data = x'00', checksum = 5"),
            id="another row",
        ),
        pytest.param(
            lambda it: execute(it.parent, "UPDATE folder SET data = CAST(x'ff' AS TEXT)"),
            id="no text",
        ),
        pytest.param(
            lambda it: execute(
                it.parent,
                "UPDATE folder SET data = (SELECT data FROM folder WHERE path = 'entries/2020'),"
                " checksum = (SELECT checksum FROM folder WHERE path = 'entries/2020')",
            ),
            id="rows of another folder",
        ),
    ],
)
def test_a_damaged_index_changes_no_answer_and_is_made_anew(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    truth = indexed(root, folder)
    rows = stored(folder)
    damage(folder / "index.db")
    assert indexed(root, folder) == truth
    assert indexed(root, folder) == truth
    assert stored(folder) == rows


def test_the_index_of_another_journal_is_not_believed(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    indexed(root, folder)
    index = Index(str(folder), str(tmp_path / "other"), later())
    assert index.known("entries/2026") == NOTHING
    index.close()


def test_bytes_that_are_turned_over_or_lost_change_no_answer(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    indexed(root, folder)
    size = (folder / "index.db").stat().st_size
    places = random.Random(5).sample(range(2 * size), 150) + list(range(110))
    assert answers_wrong(root, folder, places, 5) == []


def test_an_index_that_is_deleted_half_way_changes_no_answer(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    truth = indexed(root, folder)
    write(root, 3, 55)
    deletions: list[Callable[[], object]] = [
        (folder / "index.db").unlink,
        lambda: shutil.rmtree(folder),
    ]
    for delete in deletions:
        index = Index(str(folder), str(root), later())
        assert index.known("entries/2020").files
        delete()
        record = Catalog(str(root), index).record()
        index.close()
        assert record == read(root) != truth
        assert indexed(root, folder) == record


def test_a_locked_index_is_done_without(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    indexed(root, folder)
    write(root, 3, 55)
    before = (folder / "index.db").read_bytes()
    other = sqlite3.connect(folder / "index.db", isolation_level=None)
    for lock in ("BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"):
        other.execute(lock)
        assert indexed(root, folder) == read(root)
        other.execute("ROLLBACK")
    other.close()
    assert (folder / "index.db").read_bytes() == before


def test_a_place_where_nothing_can_be_made_is_done_without(tmp_path: Path) -> None:
    root = journal(tmp_path / "journal")
    (tmp_path / "file").write_text("")
    (tmp_path / "folder/index.db").mkdir(parents=True)
    (tmp_path / "folder").chmod(0o700)
    assert indexed(root, tmp_path / "file/below") == read(root)
    assert indexed(root, tmp_path / "folder") == read(root)


READING = """
import os, sys
from pathlib import Path
import cpdlog.index.database
from tests.index.journals import indexed, read

root, folder = Path(sys.argv[1]), Path(sys.argv[2])
truth = read(root)
if os.geteuid() == 0 and sys.argv[3:] == ["nobody"]:
    for path in (folder, folder / "index.db"):
        os.chown(path, 65534, 65534)
    os.setgid(65534)
    os.setuid(65534)
print(indexed(root, folder) == truth)
"""


@pytest.mark.parametrize("damaged", [False, True])
def test_a_place_that_may_only_be_read_is_read_or_done_without(damaged: bool) -> None:
    place = Path(tempfile.mkdtemp(prefix="cpdlog-test-"))
    place.chmod(0o755)
    root, folder = journal(place / "journal"), place / "cache"
    indexed(root, folder)
    write(root, 3, 55)
    if damaged:
        (folder / "index.db").write_bytes(b"no database" * 400)
    (folder / "index.db").chmod(0o400)
    folder.chmod(0o500)
    before = (folder / "index.db").read_bytes()
    command = [sys.executable, "-c", READING, str(root), str(folder), "nobody"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
    assert (folder / "index.db").read_bytes() == before
    folder.chmod(0o700)
    shutil.rmtree(place)


def test_a_full_disk_is_done_without(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    done = subprocess.run(
        [sys.executable, "-B", "-c", READING, str(root), str(folder)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
    assert indexed(root, folder) == read(root)


def test_eight_that_read_while_all_write_see_nothing_stale(tmp_path: Path) -> None:
    root, folder = journal(tmp_path / "journal"), tmp_path / "cache"
    command = [sys.executable, "-m", "tests.index.sharing", str(root), str(folder)]
    running = [
        subprocess.Popen(
            [*command, str(number), str(TURNS)], cwd=REPOSITORY, stderr=subprocess.PIPE, text=True
        )
        for number in range(AT_ONCE)
    ]
    assert [process.communicate()[1] for process in running] == [""] * AT_ONCE
    assert indexed(root, folder) == read(root)


def test_no_change_leaves_a_stale_answer(tmp_path: Path) -> None:
    game = Rounds(tmp_path, seed=20261123)
    played = {game.play() for _ in range(120)}
    assert len(played) == 11
