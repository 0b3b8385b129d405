import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a user without special rights can reach."""
    with tempfile.TemporaryDirectory(prefix="cpdlog-test-") as place:
        subprocess.run(["chmod", "755", place], check=True)
        yield Path(place)
