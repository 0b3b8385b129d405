import os
import subprocess
from pathlib import Path

import pytest

HOOK = Path(__file__).parents[3] / "cpdlog" / "data" / "hooks" / "pre-commit"


def run(path: str) -> subprocess.CompletedProcess[str]:
    """The hook, as git runs it, with these folders to find programs in."""
    return subprocess.run(
        ["/bin/sh", str(HOOK)],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_lets_a_commit_pass_in_silence_where_there_is_no_cpdlog(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("answer", [0, 3])
def test_the_hook_asks_cpdlog_about_what_is_staged_and_ends_as_it_does(
    answer: int, tmp_path: Path
) -> None:
    program = tmp_path / "cpdlog"
    program.write_text(f'#!/bin/sh\necho "$@"\nexit {answer}\n')
    program.chmod(0o755)
    done = run(str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (answer, "check --privacy --staged\n", "")
