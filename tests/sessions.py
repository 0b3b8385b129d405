"""Runs the terminal sessions in a Markdown file, and says what they print.

A session is a fenced block marked `console`: lines that begin with `$ ` are typed into a shell, the
others are what it prints, on standard output and standard error. All blocks of a file go on in one
folder. Where a command ends with another code than 0, the next line says so: `(exit code 2)`.

    python tests/sessions.py FILE ...      writes what is printed now into the files
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.people import PEOPLE

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```console\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
TODAY = "2026-11-23"


class Command(NamedTuple):
    """One command, as typed, and what a file says that it prints."""

    typed: str
    expected: str


def commands(block: str) -> Iterator[Command]:
    """The commands of one block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, _, rest = part.partition("\n")
        while typed.endswith("\\"):
            more, _, rest = rest.partition("\n")
            typed += "\n" + more
        yield Command(typed, rest)


def environment(home: Path) -> dict[str, str]:
    """A machine on which nothing is set but where the program is and what day it is."""
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "CPDLOG_TODAY": TODAY,
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "GIT_AUTHOR_DATE": f"{TODAY}T12:00:00Z",
        "GIT_COMMITTER_DATE": f"{TODAY}T12:00:00Z",
        **{name: said for name, said in os.environ.items() if name.startswith("COVERAGE_")},
    }


def prepare(home: Path) -> None:
    """A home with a name for git, and the sample journal beside it."""
    (home / ".gitconfig").write_text("[user]\nname = Sample\nemail = sample@example.org\n")
    sample = home / "sample"
    sample.mkdir()
    for name in ("entries", "goals", "evidence", "requirements", "programmes", "cpdlog.yaml"):
        if (ROOT / name).exists():
            subprocess.run(["cp", "-R", str(ROOT / name), str(sample)], check=True)


def printed(typed: str, home: Path, folder: Path) -> tuple[str, Path]:
    """What a command prints, and the folder that the shell is in afterwards."""
    after = home / ".folder"
    script = f"{typed}\ncode=$?\npwd > {after}\nexit $code\n"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=60,
    )
    text = done.stdout.replace(str(home), "~")
    if text and not text.endswith("\n"):
        text += "\n"
    if done.returncode:
        text += f"(exit code {done.returncode})\n"
    return text, Path(after.read_text().rstrip("\n"))


def replayed(text: str, home: Path) -> str:
    """A Markdown file with its sessions as they run now."""
    prepare(home)
    for name, write in PEOPLE.items():
        if f"cd ~/{name}" in text:
            write(home / name)
    folder = home

    def replay(block: re.Match[str]) -> str:
        nonlocal folder
        lines = []
        for command in commands(block["lines"]):
            told, folder = printed(command.typed, home, folder)
            lines.append(f"$ {command.typed}\n{told}")
        return f"```console\n{''.join(lines)}```"

    return BLOCK.sub(replay, text)


def main() -> None:
    """Write the sessions of the named files anew."""
    from tempfile import TemporaryDirectory

    for name in sys.argv[1:]:
        with TemporaryDirectory() as home:
            path = Path(name)
            path.write_text(replayed(path.read_text(), Path(home)))


if __name__ == "__main__":
    main()
