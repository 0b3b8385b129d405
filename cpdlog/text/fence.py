"""Where front matter opens and closes, and where git left a merge unfinished.

Front matter opens with `---` on the first line that is not blank and closes at the next line that
is `---` or `...`; blanks may follow either. A `---` further down is Markdown.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cpdlog.model.checklist import visible_lines
from cpdlog.model.problem import Problem

# Blank lines are not counted one by one: the memory for two million of them is 300 MB.
OPENING = re.compile(r"(?:[ \t\r\n]*\n)?---[ \t]*(?:\r?\n|\Z)")
CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
EXAMPLE = "Begin the file with '---', then lines like 'title: …', then '---' again."


class Frame(NamedTuple):
    """A text taken apart.

    Attributes:
        front: What stands between the two fences, with its last newline.
        front_line: Its first line, from 1.
        body: What stands after the closing fence, unchanged.
        body_line: Its first line.
        start: Where `front` begins in the text; it ends where the closing fence begins.
    """

    front: str
    front_line: int
    body: str
    body_line: int
    start: int


def framed(text: str, path: str) -> Frame | Problem:
    """`text` taken apart at the fences of its front matter, or why it cannot be."""
    opening = OPENING.match(text)
    if not opening:
        return Problem(path, 1, "", "The file has no front matter.", EXAMPLE)
    start = opening.end()
    first = text.count("\n", 0, start)
    closing = CLOSING.search(text, start - 1) if text[start - 1] == "\n" else None
    if not closing:
        message = "The front matter is opened here and never closed."
        hint = "Put a line '---' after the last of its keys."
        return Problem(path, max(first, 1), "", message, hint)
    front = text[start : closing.start() + 1]
    end = closing.end()
    return Frame(front, first + 1, text[end:], text.count("\n", 0, end) + 1, start)


def unfinished_merges(text: str, body_line: int, path: str) -> Iterator[Problem]:
    """A problem for each conflict that a merge left in the text.

    An example that stands whole in a block of code of the body is none.

    Args:
        text: The whole text.
        body_line: The first line of its body; past the end where it has none.
        path: For the problems.
    """
    if "<<<<<<<" not in text:
        return
    lines = text.split("\n")
    shown = {number for number, _ in visible_lines("\n".join(lines[body_line - 1 :]))}
    start = middle = 0
    for number, line in enumerate(lines, 1):
        if is_mark(line, "<") and (number < body_line or number - body_line + 1 in shown):
            start, middle = number, 0
        elif start and is_mark(line, "="):
            middle = number
        elif middle and is_mark(line, ">"):
            message = f"An unfinished merge, lines {start} to {number}."
            hint = "Keep what is right, and remove the lines of '<<<<<<<', '=======' and '>>>>>>>'."
            yield Problem(path, start, "", message, hint)
            start = middle = 0


def is_mark(line: str, sign: str) -> bool:
    """Whether git wrote this line between the sides of a conflict."""
    mark = line.rstrip("\r").partition(" ")[0]
    return mark == sign * 7
