"""Runs the real program without starting Python each time: forks from a process that is warm.

`cpdlog.cli.run.run` does everything in the child that it does in a process of its own, from the
reading of what was typed to the exit code, so that a kill may hit any moment of it.

As a script it runs what it is told to, line by line; `Warm` is the other end.
"""

import gc
import json
import os
import pkgutil
import resource
import signal
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from ctypes import CDLL
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import cpdlog

DEAR = ("yaml", "frontmatter", "rich.console", "rich.markdown", "sqlite3", "json", "hashlib")
CHEAP = ("csv", "difflib", "fcntl", "marshal", "subprocess", "tempfile", "shutil", "unicodedata")
PR_SET_CHILD_SUBREAPER = 36
TOO_LONG = 60  # seconds after which a run is ended by SIGALRM
TOO_MUCH = 2 << 30  # bytes, of which it gets no more


class Ended(NamedTuple):
    """How a run ended.

    Attributes:
        code: Its exit code; negative for the signal that killed it.
        out: What it said on standard output.
        err: And on standard error.
        seconds: How long it took.
        work: Seconds for which it, and programs that it started, had a processor.
        memory: The most it had at a time, in MiB.
    """

    code: int
    out: bytes
    err: bytes
    seconds: float
    work: float
    memory: int


class Running(NamedTuple):
    """A run under way: its process, which leads a group of its own, and where its words go."""

    child: int
    out: int
    err: int
    began: float

    def kill(self, *, group: bool) -> None:
        """Kill it, and with `group` all programs that it started."""
        (os.killpg if group else os.kill)(self.child, signal.SIGKILL)

    def ended(self) -> Ended:
        """Wait for its end, and for that of the programs that it started."""
        _, status, used = os.wait4(self.child, 0)
        seconds = time.monotonic() - self.began
        wait_for_group(self.child)
        code = os.waitstatus_to_exitcode(status)
        work = used.ru_utime + used.ru_stime
        return Ended(code, said(self.out), said(self.err), seconds, work, used.ru_maxrss // 1024)


class Warm:
    """A process that runs cpdlog as it is told; its coverage is not measured."""

    def __init__(self) -> None:
        command = [sys.executable, __file__]
        environ = {name: it for name, it in os.environ.items() if not name.startswith("COVERAGE_")}
        self.process = Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environ)

    def run(
        self, words: Sequence[str], folder: str, environ: Mapping[str, str], typed: bytes = b""
    ) -> Ended:
        """Run cpdlog to its end; arguments as for `start`."""
        assert self.process.stdin
        assert self.process.stdout
        order = [list(words), folder, dict(environ), typed.decode("latin-1")]
        self.process.stdin.write(f"{json.dumps(order)}\n")
        self.process.stdin.flush()
        code, out, err, *figures = json.loads(self.process.stdout.readline())
        return Ended(code, out.encode("latin-1"), err.encode("latin-1"), *figures)

    def close(self) -> None:
        """Let it end."""
        self.process.communicate()


def serve() -> None:
    """Run what is asked for on standard input, one run a line."""
    warm_up()
    for line in sys.stdin:
        words, folder, environ, typed = json.loads(line)
        ended = run(words, folder, environ, typed.encode("latin-1"))
        texts = ended.out.decode("latin-1"), ended.err.decode("latin-1")
        print(json.dumps([ended.code, *texts, *ended[3:]]), flush=True)


def warm_up() -> None:
    """Import all that any command imports."""
    found = pkgutil.walk_packages(cpdlog.__path__, "cpdlog.", onerror=lambda _: None)
    names = [it.name for it in found if not it.name.endswith("__main__")]
    for name in [*names, *DEAR, *CHEAP]:
        with suppress(ImportError):  # of a part that is not installed
            import_module(name)
    adopt_orphans()
    gc.collect()
    gc.freeze()


def start(
    words: Sequence[str],
    folder: str,
    environ: Mapping[str, str],
    typed: bytes = b"",
) -> Running:
    """Start a run of cpdlog.

    Args:
        words: What was typed after `cpdlog`.
        folder: The folder that the user stands in.
        environ: The user's environment.
        typed: What it reads from standard input.
    """
    given, out, err = (os.memfd_create(name) for name in ("in", "out", "err"))
    os.write(given, typed)
    os.lseek(given, 0, os.SEEK_SET)
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        act(words, folder, environ, (given, out, err))
    lead_group(child)
    os.close(given)
    return Running(child, out, err, began)


def run(words: Sequence[str], folder: str, environ: Mapping[str, str], typed: bytes = b"") -> Ended:
    """Run cpdlog to its end."""
    return start(words, folder, environ, typed).ended()


def act(
    words: Sequence[str],
    folder: str,
    environ: Mapping[str, str],
    streams: tuple[int, int, int],
) -> None:
    """Be that run; does not return."""
    code = 70
    try:
        lead_group(0)
        signal.alarm(TOO_LONG)
        resource.setrlimit(resource.RLIMIT_AS, (TOO_MUCH, TOO_MUCH))
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environ)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin = os.fdopen(0, "r", encoding="utf-8", errors="surrogateescape", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", closefd=False)
        sys.argv = ["cpdlog", *words]
        from cpdlog.cli.run import run as run_cpdlog

        code = run_cpdlog()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        if sys.exc_info()[0]:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def said(stream: int) -> bytes:
    """All that was written to a file in memory, which is closed."""
    data = os.pread(stream, os.fstat(stream).st_size, 0)
    os.close(stream)
    return data


def lead_group(child: int) -> None:
    """Let a child lead a group of its own; done on both sides, because either may be first."""
    with suppress(OSError):
        os.setpgid(child, child)


def adopt_orphans() -> None:
    """Let a git whose cpdlog was killed become a child of this process (prctl(2))."""
    with suppress(AttributeError):
        CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for_group(leader: int) -> None:
    """Wait until no program of a group is left; a git that lost its cpdlog still ends its work."""
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-leader, 0)


if __name__ == "__main__":
    serve()
