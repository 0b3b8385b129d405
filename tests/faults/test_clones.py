import pytest

from tests.faults.test_faults import counts

pytestmark = pytest.mark.usefixtures("unmeasured")

WRONG = ("lost", "forgotten", "unequal", "markers", "faulty", "left")


def test_clones_that_write_at_random_lose_nothing_and_end_equal() -> None:
    counted = counts("clones.py", "--rounds", "5", "--steps", "16", "--seed", "2026")
    assert counted["rounds"] == 5
    assert counted["conflicts"] + counted["moved"] + counted["kept"] > 0
    assert {name: counted[name] for name in WRONG} == dict.fromkeys(WRONG, 0)


def test_a_sync_that_is_killed_finishes_when_it_is_run_again() -> None:
    counted = counts("kill_sync.py", "--kills", "2", "--seed", "2026")
    assert counted["kills"] == 2
    assert counted["stuck"] == 0
    assert {name: counted[name] for name in WRONG} == dict.fromkeys(WRONG, 0)
