import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("unmeasured")

HERE = Path(__file__).parent
MEMORY = Path("/dev/shm")  # what dies is a program and not a disk, which one need not wait for


def counts(script: str, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(HERE / script), *options]
    quick = {"TMPDIR": str(MEMORY)} if os.access(MEMORY, os.W_OK) else {}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, env=os.environ | quick
    )
    assert done.stderr == ""
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_killed_writer_loses_nothing_and_leaves_nothing_half_written() -> None:
    counted = counts("kill_writers.py", "--kills", "100")
    assert counted["kills"] == 100
    assert counted["under_way"] > 0
    assert counted["failed"] == counted["lost"] == counted["damaged"] == 0
    assert counted["left_after_clearing"] == 0


def test_whichever_call_fails_a_file_says_the_old_or_the_new_and_the_user_is_told() -> None:
    counted = counts("fault_points.py", "exit", "short", "ENOSPC", "EIO", "EACCES")
    assert counted["points"] > 500
    assert counted["found"] == []


def test_a_killed_command_leaves_the_journal_as_before_or_as_after() -> None:
    counted = counts("kill_commands.py", "--kills", "24")
    assert counted["kills"] == 24
    assert counted["hit"] > 5
    assert counted["before"] + counted["after"] + counted["between"] == 24
    for name in ("lost", "half", "damaged", "foreign", "tracebacks", "temporary_left"):
        assert counted[name] == 0, name
    assert counted["locks_untold"] == counted["repeat_failed"] == counted["git_faults"] == 0


def test_many_writers_at_once_lose_nothing_and_a_loser_is_told_and_can_repeat() -> None:
    for counted in counts("parallel.py", "--writers", "15").values():
        assert counted["entries"] == counted["whole"] == counted["changed"] == 15
        for name in ("lost", "failed", "tracebacks", "untold", "unnamed", "foreign", "left"):
            assert counted[name] == 0, name
