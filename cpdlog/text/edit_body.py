"""Edits of a body: a box ticked, a task more, a note more; part of `cpdlog.text.edit`."""

import re
from datetime import date

from cpdlog.errors import CannotEdit
from cpdlog.model.checklist import DATES, tasks, visible_lines
from cpdlog.model.task import Task
from cpdlog.text.compose import unicode_only
from cpdlog.text.page import BY_HAND, Page, opened
from cpdlog.text.spans import end_of_line

BOX = re.compile(r"(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)[ xX](\][ \t]+)")
HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
LIST_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)")
# What ends the paragraph of an item though no blank line does (spec.commonmark.org, section 4).
NEW_BLOCK = re.compile(r" {0,3}(?:#|>|<|```|~~~|(?:[-*+]|\d{1,9}[.)])[ \t])")
DONE = re.compile(r"done[ \t]+[^,()]*")


def tick(data: bytes, path: str, number: int, done: date | None, *, ticked: bool = True) -> bytes:
    """The file with one task-list item of its body ticked, or unticked.

    Args:
        data: The whole file.
        path: Relative to the journal.
        number: The item's place among those of the body, from 1.
        done: The day for its brackets; None leaves the one that is there. Unticking takes it out.
        ticked: False to untick.
    """
    page = opened(data, path)
    body = page.document.body
    old = tasks(body)[0]
    if not 0 < number <= len(old):
        raise CannotEdit(f"{path} has no task-list item {number}.", BY_HAND)
    task = old[number - 1]
    day = (done or task.done) if ticked else None
    wanted = [*old[: number - 1], task._replace(ticked=ticked, done=day), *old[number:]]
    start = start_of(body, task.line)
    end = end_of_line(body, start)
    line = with_box(body[start:end], day, ticked=ticked)
    return with_tasks(page, body[:start] + line + body[end:], wanted)


def with_box(line: str, day: date | None, *, ticked: bool) -> str:
    """A line with its box ticked or not, and the day in its brackets or not."""
    said, comment, rest = line.partition("<!--")
    box = BOX.match(said)
    if not box:
        return line  # the box stands behind a comment
    text = said[box.end() :].rstrip(" \t")
    after = said[box.end() + len(text) :] + comment + rest
    return f"{box[1]}{'x' if ticked else ' '}{box[2]}{with_day(text, day)}{after}"


def with_day(text: str, day: date | None) -> str:
    """An item's text with `done` and the day in its brackets, or without."""
    brackets = re.search(DATES, text)
    if not brackets:
        return f"{text} (done {day})" if day else text
    before, inside = text[: brackets.start()], brackets["inside"]
    blanks = text[brackets.start() : brackets.start("inside")]
    if not day:
        left = [part for part in inside.split(",") if not DONE.fullmatch(part.strip())]
        return f"{before}{blanks}{','.join(left).strip()})" if left else before
    if DONE.search(inside):
        return f"{before}{blanks}{DONE.sub(f'done {day}', inside)})"
    return f"{before}{blanks}{inside}, done {day})"


def set_body(data: bytes, path: str, body: str) -> bytes:
    """The file with another body under the front matter that it has.

    Args:
        data: The whole file.
        path: Relative to the journal.
        body: Everything after the closing fence; its lines end as the file's do.
    """
    page = opened(data, path)
    text = unicode_only(body).replace("\r\n", "\n")
    return page.with_body(text.replace("\n", page.newline))


def add_task(data: bytes, path: str, text: str) -> bytes:
    """The file with `- [ ] text` after the last task-list item of its body, or at its end.

    Args:
        data: The whole file.
        path: Relative to the journal.
        text: What is to be done, with its `(due 2026-12-01)`; ends of lines become blanks.
    """
    page = opened(data, path)
    body = page.document.body
    said = f"[ ] {' '.join(unicode_only(text).split())}"
    old = tasks(body)[0]
    if not old:
        return with_lines(page, *end_of_part(body, 1, f"- {said}"))
    lines = body.split("\n")
    last = old[-1].line
    item = LIST_ITEM.match(lines[last - 1])
    if not item:
        raise refused(page, "a comment stands before its last task")
    while last < len(lines) and goes_on(lines[last], len(item[1])):
        last += 1
    return with_lines(page, last, [next_marker(item) + said])


def goes_on(line: str, margin: int) -> bool:
    """Whether a line belongs to the list item above it, which has this margin."""
    deeper = len(line) - len(line.lstrip(" \t")) > margin
    return bool(line.strip()) and (deeper or not NEW_BLOCK.match(line))


def next_marker(item: re.Match[str]) -> str:
    """The marker of the item that follows `item`: the same sign, or the next number."""
    margin, sign, number, dot, blanks = item.groups()
    return f"{margin}{sign or f'{int(number) + 1}{dot}'}{blanks}"


def append(data: bytes, path: str, heading: str, text: str) -> bytes:
    """The file with a paragraph or list item at the end of a section of its body.

    Args:
        data: The whole file.
        path: Relative to the journal.
        heading: The section's heading without its signs; made at the end where it is not there.
        text: Markdown of one line or more.
    """
    page = opened(data, path)
    body = page.document.body
    text = unicode_only(text).strip().replace("\r\n", "\n")
    levels = {number: head for number, line in visible_lines(body) if (head := HEADING.match(line))}
    named = [it for it, head in levels.items() if title(head) == heading.casefold()]
    if not named:
        return with_lines(page, *end_of_part(body, 1, f"## {heading}\n\n{text}"))
    first = named[0]
    level = len(levels[first][1])
    nexts = (it for it, head in levels.items() if it > first and len(head[1]) <= level)
    return with_lines(page, *end_of_part(body, first, text, next(nexts, None)))


def title(heading: re.Match[str]) -> str:
    """What a heading says, in small letters and without the signs that may close it."""
    return heading[2].strip().rstrip("#").rstrip().casefold()


def end_of_part(body: str, first: int, text: str, stop: int | None = None) -> tuple[int, list[str]]:
    """Where a text goes at the end of some lines of a body, and with what before it.

    Args:
        body: The whole body.
        first: The first of the lines, from 1.
        text: What is added; a blank line comes before it, except from list item to list item.
        stop: The line after the last one; None for all.

    Returns:
        The line after which it goes, and its lines.
    """
    lines = body.split("\n")[: stop - 1 if stop else None]
    filled = [number for number, line in enumerate(lines, 1) if number >= first and line.strip()]
    new = text.split("\n")
    if not filled:
        return 1, new
    before = lines[filled[-1] - 1]
    in_list = LIST_ITEM.match(before) and LIST_ITEM.match(text)
    return filled[-1], new if in_list else ["", *new]


def with_lines(page: Page, number: int, new: list[str]) -> bytes:
    """The file with lines after one of its body's, where they are read as they are meant."""
    body = page.document.body or page.newline
    place = end_of_line(body, start_of(body, number))
    whole = body[:place] + "".join(page.newline + line for line in new) + body[place:]
    old = list(visible_lines(body))
    wanted = [line for at, line in old if at <= number]
    wanted += [line for _, line in visible_lines("\n".join(new))]
    wanted += [line for at, line in old if at > number]
    if [line for _, line in visible_lines(whole)] != wanted:
        raise refused(page, "the place is in a block of code or a comment")
    return page.with_body(whole)


def with_tasks(page: Page, body: str, wanted: list[Task]) -> bytes:
    """The file with another body, where that has these tasks."""
    if list(tasks(body)[0]) != wanted:
        raise refused(page, "the item stands around a comment")
    return page.with_body(body)


def refused(page: Page, why: str) -> CannotEdit:
    """The error for a body that is left to the user."""
    return CannotEdit(f"{page.document.path} cannot be edited in place: {why}.", BY_HAND)


def start_of(body: str, number: int) -> int:
    """Where a line of a body begins; lines are numbered from 1."""
    place = 0
    for _ in range(number - 1):
        place = body.index("\n", place) + 1
    return place
