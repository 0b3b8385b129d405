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


def interview(sections: Sequence[Section], keep: Callable[[Sequence[str]], None]) -> Heard:
    """Ask about each section in turn.

    Args:
        sections: Headings with their prompts.
        keep: Puts the answers so far where no kill can lose them.
    """
    given = [""] * len(sections)
    place = 0
    click.echo(f"{HOW}\n", err=True)
    while place < len(sections):
        said, command = asked(sections[place], f"{place + 1} of {len(sections)}", given[place])
        if said:
            given[place] = said
            keep(given)
        if command == STOP:
            return Heard(tuple(given), whole=False)
        place = max(0, place - 1) if command == BACK else place + 1
    return Heard(tuple(given), whole=True)


def asked(section: Section, place: str, before: str) -> tuple[str, str]:
    """What was answered about one section, and what ended the answer.

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
    lines, command = heard()
    said = "\n".join(lines).strip("\n")
    if section.max_words and words_said(said) > section.max_words:
        click.echo(f"  {words_said(said)} words; {section.max_words} are allowed.", err=True)
    click.echo(err=True)
    return ("" if command == SKIP else said), command


def heard() -> tuple[list[str], str]:
    """The lines that were typed, up to one that ends the answer, and that one."""
    lines: list[str] = []
    while True:
        try:
            line = input(PROMPT)
        except EOFError:
            return lines, END
        if line.strip() in (END, SKIP, BACK, STOP):
            return lines, line.strip()
        lines.append(line)


def prepare() -> None:
    """Let lines be edited with the arrow keys, and no slip of a terminal end the program."""
    with suppress(ImportError):
        import_module("readline")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
