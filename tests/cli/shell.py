"""The real program: in this process, in one of its own, or in a terminal of a given size."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import NamedTuple

from tests.cli import within

PROGRAM = Path(sys.executable).parent / "cpdlog"
TODAY = "2026-11-23"


def measured() -> dict[str, str]:
    """What tells a process that its coverage is measured."""
    return {name: said for name, said in os.environ.items() if name.startswith("COVERAGE_")}


class Done(NamedTuple):
    """How a command ended, and what it said on both channels."""

    code: int
    out: str
    err: str


class Shell:
    """A user in a folder, with nothing set but what a test sets."""

    def __init__(self, folder: Path, **environ: str) -> None:
        self.folder = folder
        self.home = folder / ".home"
        self.home.mkdir(exist_ok=True)
        self.environ = {
            "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "CPDLOG_TODAY": TODAY,
            "LC_ALL": "C.UTF-8",
            **environ,
        }

    def run(self, *words: str, typed: str | bytes | None = None, **environ: str) -> Done:
        """Run cpdlog with its output in files; without `typed` it has no input."""
        data = typed.encode() if isinstance(typed, str) else typed or b""
        code, out, err = within.run(words, str(self.folder), self.environ | environ, data)
        return Done(code, out.decode(), err.decode())

    def process(self, *words: str, **environ: str) -> Done:
        """The same in a process of its own, with its output in pipes."""
        return self.start([str(PROGRAM), *words], environ)

    def ok(self, *words: str, typed: str | bytes | None = None, **environ: str) -> str:
        """The same for what must succeed: what it says on standard output."""
        done = self.run(*words, typed=typed, **environ)
        assert done.code == 0, done
        return done.out

    def bash(self, script: str, **environ: str) -> Done:
        """Run a line of shell."""
        return self.start(["bash", "-c", script], environ)

    def start(self, command: list[str], environ: dict[str, str]) -> Done:
        """Run a program that has no input."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environ | measured() | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def terminal(self, *words: str, typed: str = "", columns: int = 80, **environ: str) -> Done:
        """Run cpdlog on a terminal, where both channels come as one; `typed` waits to be read."""
        child, master = pty.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a job in the background has it ignored
            os.chdir(self.folder)
            os.execve(str(PROGRAM), [str(PROGRAM), *words], self.terminal_environ(environ))
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 200, columns, 0, 0))
        os.write(master, typed.encode())
        said = read_all(master)
        return Done(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said, "")

    def terminal_environ(self, environ: dict[str, str]) -> dict[str, str]:
        """The environment on a terminal."""
        return self.environ | measured() | {"TERM": "xterm-256color"} | environ


def read_all(master: int) -> str:
    """What is printed on a terminal until its program ends."""
    said = b""
    while select.select([master], [], [], 60)[0]:
        try:
            block = os.read(master, 65536)
        except OSError:
            break
        if not block:
            break
        said += block
    os.close(master)
    return said.decode(errors="replace").replace("\r\n", "\n")


def editor(folder: Path, script: str) -> str:
    """An editor that does what a shell script says with the file, `$1`."""
    program = folder / "editor.sh"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)
