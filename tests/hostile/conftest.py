from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.faults.warm import Warm
from tests.hostile.world import World


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    warm = Warm()
    yield warm
    warm.close()


@pytest.fixture
def world(tmp_path: Path, warm: Warm) -> World:
    return World(tmp_path, warm)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.ok("init", "--no-git")
    return shell
