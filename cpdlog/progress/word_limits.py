"""Entries that are longer than the form that they were written by allows."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cpdlog.model.entry import Entry
from cpdlog.model.problem import Problem
from cpdlog.model.reflection import words_said
from cpdlog.model.template import Section, Template, pieces, section


def over(entry: Entry, template: Template, body: str) -> Iterator[Problem]:
    """Where an entry has more words than its template allows; limits are inclusive.

    Args:
        entry: The entry.
        template: What it was written by.
        body: What its file says below the front matter.
    """
    if template.max_words is not None and entry.words > template.max_words:
        yield too_long(entry, "It", entry.words, template.max_words, template)
    limits = {it.heading: it.max_words for it in template.sections if it.max_words is not None}
    parts = [(section(lines), words_said("\n".join(lines[1:]))) for lines in pieces(body)[1:]]
    for place, (head, _) in enumerate(parts):
        most, number = limits.get(head.heading), with_those_below(parts[place:])
        if most is not None and number > most:
            yield too_long(entry, f"'{head.heading}'", number, most, template)


def with_those_below(parts: Sequence[tuple[Section, int]]) -> int:
    """The words under the first of some headings, and under those that are deeper than it."""
    (first, words), *others = parts
    return words + sum(more for _, more in takewhile(lambda it: it[0].level > first.level, others))


def too_long(entry: Entry, what: str, words: int, most: int, template: Template) -> Problem:
    """One text that is too long."""
    message = f"{what} has {words} words; {template.title} allows {most}."
    return Problem(entry.path, 0, "template", message, f"Leave out {words - most}.", "warning")
