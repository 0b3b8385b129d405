"""Where words come from: the command line, a pipe, or a question on a terminal."""

import os
import re
import stat
import sys

import click

from cpdlog.cli.app import App
from cpdlog.cli.drafting import kept_if_refused
from cpdlog.errors import UsageFault
from cpdlog.text.slug import NO_NAME

PIPE = "-"
LONGEST = 200  # characters of a title; more is a text
CONTROLS = "[\0-\x1f\x7f-\x9f]"


def title_and_text(app: App, title: str | None, text: str | None) -> tuple[str, str | None]:
    """The title and the text of a new entry; a text of None is still to be written.

    Args:
        app: The run.
        title: What was typed; `-` takes the pipe's first line.
        text: What was typed; `-` takes the pipe.

    Raises:
        UsageFault: There is no title and nobody to ask.
    """
    piped = PIPE in (title, text)
    whole = from_pipe(app) if piped else text
    if whole is None and waits_in_pipe():
        app.tell("What came through the pipe was not read: put '-' after the title.")
    with kept_if_refused(app, NO_NAME, whole, piped=piped):
        if title == PIPE:
            first, _, whole = (whole or "").lstrip().partition("\n")
            title = first.lstrip("# ")
        return titled(app, title, "cpdlog new TITLE"), ended(whole)


def waits_in_pipe() -> bool:
    """Whether standard input is a pipe or file that holds something, which nobody asked for."""
    if not sys.stdin or sys.stdin.isatty():
        return False
    from select import select

    kind = os.fstat(0)
    if stat.S_ISREG(kind.st_mode):
        return kind.st_size > 0
    return stat.S_ISFIFO(kind.st_mode) and bool(select([0], [], [], 0)[0]) and bool(os.read(0, 1))


def titled(app: App, title: str | None, otherwise: str) -> str:
    """A title that was typed or is asked for; `otherwise` is the command to type.

    Raises:
        UsageFault: It cannot be read by anybody, or it is a text.
    """
    found = said(app, title, "Title", otherwise).strip()
    if not found:
        raise UsageFault("A title needs at least one character.", f"Type: {otherwise}")
    if re.search(CONTROLS, found):
        raise UsageFault("A title is one line without control characters.", f"Type: {otherwise}")
    if len(found) > LONGEST:
        raise UsageFault(
            f"A title has at most {LONGEST} characters, and this has {len(found)}.",
            "The rest is for the text.",
        )
    return found


def said(app: App, text: str | None, question: str, otherwise: str) -> str:
    """What was typed, or else the answer to a question on a terminal.

    Raises:
        UsageFault: There is no terminal to ask on; `otherwise` is the command to type.
    """
    if text is not None:
        return text
    if not app.interactive:
        raise UsageFault(f"{question} is missing.", f"Type: {otherwise}")
    answer: str = click.prompt(question, err=True)
    return answer


def from_pipe(app: App) -> str:
    """All of standard input; bytes that are not UTF-8 are replaced, and that is said."""
    data = sys.stdin.buffer.read() if sys.stdin else b""
    text = data.decode(errors="replace").replace("\0", "\ufffd")
    if "\ufffd" in text:
        app.tell("Some bytes were not UTF-8 and were replaced by '\ufffd'.")
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def ended(text: str | None) -> str | None:
    """A text with one line end after it; empty where it says nothing, None where there is none."""
    if text is None:
        return None
    said = text.rstrip().lstrip("\n")
    return f"{said}\n" if said else ""


def confirmed(app: App, question: str, *, yes: bool) -> bool:
    """Whether the user agrees to what cannot be seen coming; without a terminal only by `--yes`."""
    if yes:
        return True
    if not app.interactive:
        raise UsageFault(f"{question} Nobody can be asked here.", "Say so beforehand: --yes")
    return click.confirm(question, err=True)
