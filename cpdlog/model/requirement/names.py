"""How the small words of a file of rules are written: parameters, countries, lengths."""

import re
from datetime import date

from cpdlog.model.civil import Length, plus_length, read_length
from cpdlog.model.data_words import matching
from cpdlog.model.grammar import NotUnderstood, quoted

NAME = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{2}|INT", re.ASCII)
MILLENNIUM = date(2000, 1, 1)
LONGEST = date(2100, 1, 1)  # a hundred years, so that no window leaves the calendar


def a_name(text: str) -> str:
    """The name of a parameter or of a variant."""
    return matching(NAME, text, "a name", "Write small letters, digits, hyphens and underlines.")


def a_country(text: str) -> str:
    """Two capital letters, or `INT` for more than one country."""
    return matching(COUNTRY, text, "a country", "Write its two letters (GB), or INT.")


def a_length(text: str) -> Length:
    """A length of time of at most a hundred years."""
    length = read_length(text)
    if plus_length(MILLENNIUM, length) > LONGEST:
        raise NotUnderstood(f"{quoted(text)} is longer than a hundred years.")
    return length
