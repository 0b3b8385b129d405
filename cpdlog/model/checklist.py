"""Task-list items in Markdown: a goal's action points and an entry's follow-ups.

The syntax is that of GitHub Flavored Markdown (github.github.com/gfm, section 5.3), with the dates
in brackets at the end: `- [x] make a screencast (due 2026-12-01, done 2026-11-30)`.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cpdlog.model.task import Task


class Fault(NamedTuple):
    """A date in an item's brackets that no calendar has."""

    line: int
    message: str


FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Compiled where the first item asks for them.
ITEM = r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(?P<mark>[ xX])\][ \t]+(?P<text>\S(?:.*[^ \t])?)[ \t]*$"
DATES = r"(?<![ \t])[ \t]*\((?P<inside>(?:due|done)[ \t][^()]*)\)$"
DATE = r"(?a)(?P<what>due|done)[ \t]+(?P<day>\d{4}-\d{2}-\d{2})"


def visible_lines(body: str) -> Iterator[tuple[int, str]]:
    """The lines of a Markdown body that are neither code nor inside an HTML comment.

    Yields:
        The line's number from 1, and its text without comments and line ending.
    """
    fence = ""
    in_comment = False
    for number, line in enumerate(body.split("\n"), 1):
        text = line.rstrip("\r")
        if fence:
            if closes(fence, text):
                fence = ""
            continue
        if not in_comment and (opening := FENCE.match(text)):
            fence = opening[1]
            continue
        text, in_comment = without_comments(text, inside=in_comment)
        yield number, text


def closes(fence: str, line: str) -> bool:
    """Whether `line` ends a block of code that was opened with `fence`."""
    mark = line.strip()
    return len(mark) >= len(fence) and not mark.strip(fence[0])


def without_comments(line: str, *, inside: bool) -> tuple[str, bool]:
    """`line` without its HTML comments, and whether one is still open at its end."""
    kept = []
    while line:
        if inside:
            _, closed, line = line.partition("-->")
            inside = not closed
        else:
            before, opened, line = line.partition("<!--")
            kept.append(before)
            inside = bool(opened)
    return "".join(kept), inside


def tasks(body: str, first_line: int = 1) -> tuple[tuple[Task, ...], tuple[Fault, ...]]:
    """The task-list items of a Markdown body, in order, and what is wrong with their dates.

    Args:
        body: Markdown without its front matter.
        first_line: The body's first line in its file.
    """
    if "[" not in body:
        return (), ()
    found: list[Task] = []
    faults: list[Fault] = []
    as_item = re.compile(ITEM).match
    for number, text in visible_lines(body):
        item = as_item(text)
        if item:
            line = number + first_line - 1
            found.append(task(len(found) + 1, item, line, faults))
    return tuple(found), tuple(faults)


def task(number: int, item: re.Match[str], line: int, faults: list[Fault]) -> Task:
    """The value of one item; a date that does not exist is added to `faults`."""
    text = item["text"]
    dates: dict[str, date] = {}
    brackets = re.search(DATES, text)
    if brackets:
        text = text[: brackets.start()]
        for part in brackets["inside"].split(","):
            read_date(part.strip(), line, dates, faults)
    return Task(number, text, item["mark"] != " ", dates.get("due"), dates.get("done"), line)


def read_date(part: str, line: int, dates: dict[str, date], faults: list[Fault]) -> None:
    """Put the date of `due 2026-12-01` into `dates`, or what is wrong with it into `faults`."""
    match = re.fullmatch(DATE, part)
    if not match:
        message = f"'({part})' is not a date; write '(due YYYY-MM-DD)' or '(done YYYY-MM-DD)'."
        faults.append(Fault(line, message))
        return
    try:
        dates[match["what"]] = date.fromisoformat(match["day"])
    except ValueError:
        faults.append(Fault(line, f"{match['day']} in '({part})' does not exist."))
