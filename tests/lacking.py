"""What a test needs and a machine has not: skipped, or failed where nothing may be skipped."""

import os
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip the test, or fail it where `CPDLOG_NEEDS_ALL` is set, as .ci/run does."""
    if os.environ.get("CPDLOG_NEEDS_ALL"):
        pytest.fail(f"{what} is not installed, and nothing may be skipped here")
    pytest.skip(f"{what} is not installed")
