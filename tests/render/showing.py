"""Answers as the screen shows them: in a pipe, on a terminal of a given width, as data."""

import re
from collections.abc import Iterator
from io import StringIO

from cpdlog.model.visible import width
from cpdlog.render.screen import Screen

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(StringIO):
    """A terminal that shows any letter."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Pipe(StringIO):
    """A pipe that takes any letter."""

    encoding = "utf-8"


def piped(answer: object, **given: object) -> str:
    """What goes into a pipe."""
    out = Pipe()
    Screen(out, {}, given).show(answer)
    return out.getvalue()


def on_terminal(answer: object, columns: int = 80, **environ: str) -> str:
    """What a terminal is sent."""
    out = Terminal()
    surroundings = {"LANG": "en_GB.UTF-8", "COLUMNS": str(columns)} | environ
    Screen(out, surroundings, {"no_pager": True}).show(answer)
    return out.getvalue()


def seen(answer: object, columns: int = 80, **environ: str) -> str:
    """What people see of it: without the codes for colour."""
    return ESCAPES.sub("", on_terminal(answer, columns, **environ))


def too_wide(text: str, columns: int) -> Iterator[str]:
    """The lines that a terminal would break, but for commands to paste, and for single words."""
    for line in text.split("\n"):
        if width(line) > columns and " " in line.strip() and not line.startswith("    cpdlog "):
            yield line
