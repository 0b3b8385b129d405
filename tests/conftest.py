import os
import shutil

import pytest


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes whose coverage is not measured, because they may write nothing, or are measured."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            if shutil.which(program) is None:
                if os.environ.get("CPDLOG_NEEDS_ALL"):
                    pytest.fail(f"{program} is not installed, and nothing may be skipped here")
                pytest.skip(f"{program} is not installed")
