"""Disks for tests: small ones, full ones, read-only ones; only the superuser can make them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def disk(place: Path) -> Iterator[Path]:
    """A small disk mounted at a place; the test is skipped where none can be."""
    place.mkdir(exist_ok=True)
    if not mounted(place, "-t", "tmpfs", "-o", "size=512k", "tmpfs"):
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def mounted(place: Path, *how: str) -> bool:
    """Mount something at a place; whether that was possible."""
    command = ["mount", *how, str(place)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def make_read_only(place: Path) -> None:
    """Let nothing be written to a disk any more."""
    assert mounted(place, "-o", "remount,ro")


def fill(place: Path) -> Path:
    """Leave no room on a disk; the file that takes it."""
    filling = place / "filling"
    handle = os.open(filling, os.O_WRONLY | os.O_CREAT)
    for size in (4096, 1):
        with suppress(OSError):
            while True:
                os.write(handle, b"x" * size)
    os.close(handle)
    return filling
