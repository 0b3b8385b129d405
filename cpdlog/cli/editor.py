"""The user's editor, opened on a file of the journal itself, so that what it saves is saved."""

import os
import shlex
import sys
from collections.abc import Mapping
from shutil import which

from cpdlog.errors import CpdlogError, UsageFault

USUAL = ("sensible-editor", "nano", "vi")


def command(environ: Mapping[str, str]) -> list[str]:
    """The editor's program and its options: `$VISUAL`, `$EDITOR`, or the first usual one there is.

    Raises:
        UsageFault: What the variable says cannot be run.
    """
    for name in ("VISUAL", "EDITOR"):
        if said := environ.get(name, "").strip():
            return named(name, said)
    for program in USUAL:
        if found := which(program):
            return [found]
    raise UsageFault("There is no editor.", "Name yours: export EDITOR=nano")


def named(variable: str, said: str) -> list[str]:
    """The program and options in a variable, split as a shell would."""
    try:
        words = [os.path.expanduser(word) for word in shlex.split(said)]
    except ValueError as error:
        raise UsageFault(
            f"${variable} is '{said}', which has an open quote.", f"Mend it: export {variable}=nano"
        ) from error
    if not words or which(words[0]) is None:
        raise UsageFault(
            f"${variable} is '{said}', and there is no such program.",
            f"Name another: export {variable}=nano",
        )
    return words


def require_terminal(otherwise: str) -> None:
    """Refuse to open an editor that nobody could use; `otherwise` is what can be done."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault("An editor needs a terminal.", otherwise)


def run(words: list[str], path: str) -> None:
    """Open the editor on a file and wait for it.

    Raises:
        CpdlogError: It could not be started, or ended with an error; the file is as it left it.
    """
    import subprocess

    try:
        ended = subprocess.run([*words, path], check=False).returncode
    except OSError as error:
        raise CpdlogError(f"The editor could not be started: {error.strerror}.") from error
    if ended:
        raise CpdlogError(f"The editor ended with status {ended}.", f"What it saved is in {path}.")
