"""The real program within this process, from the reading of what was typed to the exit code.

Starting Python and measuring its coverage takes ten times as long as most commands. What a process
has to itself is that of the run while it lasts: the folder, the environment, the three channels, to
which programs that it starts write too, and the signals that it hears.
"""

import gc
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType

import pytest

from cpdlog.cli.run import run as run_cpdlog

CHANNELS = {"stdin": "r", "stdout": "w", "stderr": "w"}
HEARD = (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
TOO_LONG = 60  # seconds


def run(
    words: Sequence[str], folder: str, environ: Mapping[str, str], typed: bytes
) -> tuple[int, bytes, bytes]:
    """Run cpdlog: its exit code, and what it said on standard output and standard error."""
    given, out, err = (os.memfd_create(name) for name in CHANNELS)
    os.write(given, typed)
    os.lseek(given, 0, os.SEEK_SET)
    with ExitStack() as stack:
        stack.enter_context(environment(environ))
        stack.enter_context(place(folder))
        stack.enter_context(channels(given, out, err))
        stack.enter_context(heard())
        sys.argv = ["cpdlog", *words]
        code = ended()
    os.close(given)
    return code, said(out), said(err)


def ended() -> int:
    """Run what was typed; its exit code."""
    try:
        return run_cpdlog()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        gc.enable()


@contextmanager
def environment(environ: Mapping[str, str]) -> Iterator[None]:
    """Nothing set but this, for a while."""
    kept = dict(os.environ)
    replace(environ)
    try:
        yield
    finally:
        replace(kept)


def replace(environ: Mapping[str, str]) -> None:
    """Set this and nothing else."""
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()


@contextmanager
def place(folder: str) -> Iterator[None]:
    """Standing in a folder for a while."""
    kept = os.open(".", os.O_PATH)
    os.chdir(folder)
    try:
        yield
    finally:
        os.fchdir(kept)
        os.close(kept)


@contextmanager
def channels(*files: int) -> Iterator[None]:
    """Reading from, and writing to, these files for a while."""
    streams = [getattr(sys, name) for name in CHANNELS]
    kept = [os.dup(number) for number in range(3)]
    for number, (name, mode) in enumerate(CHANNELS.items()):
        os.dup2(files[number], number)
        setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    try:
        yield
    finally:
        for number, (name, stream) in enumerate(zip(CHANNELS, streams, strict=True)):
            setattr(sys, name, stream)
            os.dup2(kept[number], number)
            os.close(kept[number])


@contextmanager
def heard() -> Iterator[None]:
    """The signals, and what was typed, as they were after a while, which is not too long."""
    kept, typed = [signal.getsignal(number) for number in HEARD], sys.argv
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(TOO_LONG)
    try:
        yield
    finally:
        signal.alarm(0)
        sys.argv = typed
        for number, handler in zip(HEARD, kept, strict=True):
            signal.signal(number, handler)


def give_up(_number: int, _frame: FrameType | None) -> None:
    """End a run that does not end by itself."""
    pytest.fail(f"It runs for more than {TOO_LONG} seconds.")


def said(file: int) -> bytes:
    """All that was written to a file in memory, which is closed."""
    data = os.pread(file, os.fstat(file).st_size, 0)
    os.close(file)
    return data
