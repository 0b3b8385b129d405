"""A folder that belongs to a user without special rights, and a way to act as that user."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NOBODY = 65534

AS_NOBODY = """
import os, sys
import fcntl, time, unicodedata
from cpdlog.errors import CpdlogError
from cpdlog.store import files, walk
root = sys.argv[1]
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    exec(sys.argv[2])
except CpdlogError as error:
    print(type(error).__name__, error.message)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a user without special rights can reach and owns."""
    place = Path(tempfile.mkdtemp(prefix="cpdlog-test-"))
    yield place
    subprocess.run(["chmod", "-R", "u+rwx", str(place)], check=True)
    shutil.rmtree(place)


@pytest.fixture
def as_nobody() -> Callable[[Path, str], str]:
    """Runs code on a folder as a user without special rights; gives what it prints."""

    def run(root: Path, code: str) -> str:
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", str(NOBODY), str(root)], check=True)
        command = [sys.executable, "-c", AS_NOBODY, str(root), code]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.stderr == ""
        return done.stdout

    return run
