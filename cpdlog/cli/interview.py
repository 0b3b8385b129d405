"""A template's questions, put one at a time on a terminal."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

import click

from cpdlog.model.reflection import words_said
from cpdlog.model.template import Section
from cpdlog.model.visible import visible

PROMPT = "> "
END, SKIP, BACK, STOP = ".", ".skip", ".back", ".stop"
HOW = f"End an answer with a line that is a single dot, or Ctrl-D. {SKIP}, {BACK} or {STOP} alone."


class Heard(NamedTuple):
    """What was answered, one text a section, and whether all sections were gone through."""

    answers: tuple[str, ...]
    whole: bool


def interview(
    sections: Sequence[Section], known: Sequence[str], keep: Callable[[Sequence[str]], None]
) -> Heard:
    """Ask about each section in turn, from the first on that has no answer.

    Args:
        sections: Headings with their prompts.
        known: The answers of an earlier time, one for each section, empty where there is none.
        keep: Puts the answers so far where no kill can lose them.
    """
    given = list(known)
    place = next((number for number, text in enumerate(given) if not text), len(given) - 1)
    click.echo(f"{HOW}\n", err=True)
    while place < len(sections):
        lines: list[str] = []
        command = STOP
        try:
            put(sections[place], f"{place + 1} of {len(sections)}", given[place])
            command = heard(lines)
            tell_length(sections[place], lines)
        finally:  # the lines before an interrupt are kept too
            if command != SKIP and joined(lines):
                given[place] = joined(lines)
                keep(given)
        if command == STOP:
            return Heard(tuple(given), whole=False)
        place = max(0, place - 1) if command == BACK else place + 1
    return Heard(tuple(given), whole=True)


def put(section: Section, place: str, before: str) -> None:
    """Ask about one section.

    Args:
        section: Its heading and prompt.
        place: Which of how many it is.
        before: What was answered before one went back.
    """
    click.echo(f"{place}  {click.style(visible(section.heading), bold=True)}", err=True)
    for line in section.prompt.split("\n"):
        click.echo(f"  {visible(line)}", err=True)
    if before:
        click.echo(f"  So far, and kept with {SKIP}:\n{visible(before, newlines=True)}", err=True)


def heard(lines: list[str]) -> str:
    """Hear an answer, line by line, into `lines`; what ended it."""
    while True:
        try:
            line = input(PROMPT)
        except EOFError:
            return END
        if line.strip() in (END, SKIP, BACK, STOP):
            return line.strip()
        lines.append(line)


def tell_length(section: Section, lines: list[str]) -> None:
    """Tell where an answer has more words than its section may have."""
    words = words_said(joined(lines))
    if section.max_words and words > section.max_words:
        click.echo(f"  {words} words; {section.max_words} are allowed.", err=True)
    click.echo(err=True)


def joined(lines: list[str]) -> str:
    """An answer without the blank lines around it."""
    return "\n".join(lines).strip("\n")


def prepare() -> None:
    """Let lines be edited with the arrow keys, and no slip of a terminal end the program."""
    with suppress(ImportError):
        import_module("readline")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
