import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def counts(script: str, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(HERE / script), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
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
