"""Reflection templates: headings, the questions under them, and answers put in their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest
from typing import NamedTuple

from cpdlog.model.checklist import visible_lines
from cpdlog.model.reflection import COMMENT

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")


class Section(NamedTuple):
    """A heading and what is asked under it.

    Attributes:
        heading: Without its signs.
        prompt: The question in its comment, line by line; empty where there is none.
        level: From 1 to 6.
        max_words: How many words an answer may have; None where nobody says.
        optional: Whether it may stay without an answer.
    """

    heading: str
    prompt: str = ""
    level: int = 2
    max_words: int | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A model to reflect by.

    Attributes:
        id: Its file's stem.
        title: What it is called.
        about: When it is of use.
        sources: Where it comes from.
        body: What an entry by this model begins with.
        sections: The headings of the body.
        confidence: How sure the source is: `official`, `secondary` or `memory`; may be empty.
        checked: When the source was last looked at.
        type: The type of an entry by this model; empty where any will do.
        max_words: How many words the whole may have; None where nobody says.
    """

    id: str
    title: str
    about: str = ""
    sources: tuple[str, ...] = ()
    body: str = ""
    sections: tuple[Section, ...] = ()
    confidence: str = ""
    checked: date | None = None
    type: str = ""
    max_words: int | None = None


def sections(body: str) -> tuple[Section, ...]:
    """The headings of a body, in order, with the prompts that stand under them."""
    return tuple(section(lines) for lines in pieces(body)[1:])


def section(lines: list[str]) -> Section:
    """A heading, and the comments among the lines that follow it."""
    signs, _, heading = lines[0].strip().partition(" ")
    comments = re.findall(COMMENT, "\n".join(lines[1:]))
    asked = [comment.removeprefix("<!--").removesuffix("-->").strip() for comment in comments]
    prompt = "\n".join(line.strip() for text in asked for line in text.split("\n"))
    return Section(heading.strip().rstrip("#").rstrip(), prompt, len(signs))


def pieces(body: str) -> list[list[str]]:
    """The lines of a body before its first heading, and then from each heading to the next."""
    lines = body.split("\n")
    starts = [number - 1 for number, line in visible_lines(body) if HEADING.match(line)]
    return [lines[start:end] for start, end in pairwise([0, *starts, len(lines)])]


def filled(template: Template, answers: Sequence[str]) -> str:
    """A template's body with answers.

    Args:
        template: Whose body.
        answers: One for each section, in order; empty where there is none yet. A template without
            sections takes them one after the other.
    """
    return answered(template.body, answers)


def answered(body: str, answers: Sequence[str]) -> str:
    """A body with answers under its headings.

    A prompt goes when its answer comes; what is there already stays before it. Where the answer is
    empty nothing changes.

    Args:
        body: Of a template or an entry.
        answers: One for each of `sections(body)`, or fewer.
    """
    before, *under = pieces(body)
    if not under:
        said = [text for it in (body, *answers) if (text := it.strip())]
        return "\n\n".join(said) + "\n" if said else body
    pairs = zip_longest(under, answers[: len(under)], fillvalue="")
    lines = [line for piece, answer in pairs for line in with_answer(list(piece), str(answer))]
    return "\n".join([*before, *lines])


def with_answer(piece: list[str], answer: str) -> list[str]:
    """A heading's lines with an answer in the place of the prompt."""
    if not answer.strip():
        return piece
    text = "\n".join(piece[1:])
    said = re.sub(COMMENT, "", text).strip()
    blank = [""] * (len(text) - len(text.rstrip("\n")) or 1)
    return [piece[0], *([said, ""] if said else []), answer.strip(), *blank]
