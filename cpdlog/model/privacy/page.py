"""A Markdown file made ready to be searched: same length, one block of text after the other.

A paragraph's line ends become blanks, so that `NHS` at the end of a line still stands beside the
number on the next; a line end that is left is the border of a block, which no pattern crosses.
Code and comments stay: what is in the file is in its history.
"""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from cpdlog.model.pieces import pieces

# A blank line, a list item, a heading, a quotation or a table's row begins a new block.
BORDER = re.compile(r"\n(?=[ \t\r]*+(?:\n|[-+*] |[0-9]{1,3}[.)] |[#>|]))")
# Compiled where the first text asks for them; few texts do.
ADDRESS = r"https?://[^\s<>\"]{1,2000}"
PARTNER = r"(?m)^partner:[^\n]{1,400}"
NUMBER = re.compile("[0-9]+")
# As long as the longest that is looked for; a calendar date is none.
RUN = re.compile("(?!(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])[0-9](?:[ -]?[0-9]){0,20}")
TO_BLANKS = str.maketrans({code: " " for code in range(128) if not chr(code).isalpha()})

# One character for each, so that places stay what they are.
PLAIN = (("\r", " "), ("\t", " "), ("*", " "), ("`", " "))
PLAIN_NOT_ASCII = (
    *(("\xa0", " "), ("\u202f", " "), ("\u2009", " ")),
    *(("’", "'"), ("‘", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"')),
    *(("–", "-"), ("‑", "-"), ("‐", "-"), ("—", "-")),
)


class Page(NamedTuple):
    """A text in the forms that are looked at, all of one length, and what is in it.

    Attributes:
        words: In blocks, in lower case, with plain blanks, quotes and dashes.
        flat: The same as it was capitalised, without the addresses of pages and the partner.
        lowered: `flat` in lower case.
        vocabulary: Every word of `lowered`, without digits, dashes and apostrophes.
        numbers: Where each number begins.
        digits: How many digits stand in a row, at most, with single blanks and dashes between.
    """

    words: str
    flat: str
    lowered: str
    vocabulary: frozenset[str]
    numbers: tuple[int, ...]
    digits: int


def page(text: str, hidden: Iterable[tuple[int, int]] = ()) -> Page:
    """Make a text ready to be searched.

    Args:
        text: A whole file, a body or a title.
        hidden: Spans of it that are not to be looked at.
    """
    words = plain(in_blocks(blanked(text, hidden)))
    flat = masked(words)
    lowered = in_lower_case(flat)
    numbers = tuple(match.start() for match in NUMBER.finditer(flat))
    return Page(
        lowered if flat is words else in_lower_case(words),
        flat,
        lowered,
        frozenset(chain.from_iterable(map(words_of, pieces(lowered)))),
        numbers,
        longest_number(flat, numbers),
    )


def blanked(text: str, hidden: Iterable[tuple[int, int]]) -> str:
    """`text` with the spans of `hidden` made of slashes."""
    for start, end in hidden:
        text = text[:start] + "/" * (end - start) + text[end:]
    return text


def in_blocks(text: str) -> str:
    """`text` with a line end only where a block ends; front matter keeps all its lines."""
    head = front_matter_end(text)
    body = BORDER.sub("\0", text[head:]).replace("\n", " ").replace("\0", "\n")
    return text[:head] + body


def masked(text: str) -> str:
    """`text` with slashes for what is no prose: addresses of pages, and a discussion's partner.

    Addresses hold the numbers of books and articles; the form of a reflective discussion asks for
    the partner's name.
    """
    if "://" in text:
        text = re.sub(ADDRESS, slashes, text)
    head = front_matter_end(text)
    if "partner:" not in text[:head]:
        return text
    return re.sub(PARTNER, slashes, text[:head]) + text[head:]


def slashes(match: re.Match[str]) -> str:
    """As many slashes as the match is long: no letter, no digit and no blank."""
    return "/" * len(match[0])


def front_matter_end(text: str) -> int:
    """Where the closing line of the front matter begins, or 0 where there is none."""
    if not text.lstrip("\ufeff\r\n ").startswith("---"):
        return 0
    return text.find("\n---", text.find("---") + 3) + 1


def plain(text: str) -> str:
    """`text` with plain blanks, quotes and dashes, and without marks of emphasis."""
    for char, replacement in PLAIN if text.isascii() else PLAIN + PLAIN_NOT_ASCII:
        text = text.replace(char, replacement)
    return text


def in_lower_case(text: str) -> str:
    """`text` in lower case; a letter whose small form is two letters stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def words_of(lowered: str) -> list[str]:
    """The runs of letters in a text in lower case."""
    if lowered.isascii():
        return lowered.translate(TO_BLANKS).split()
    return re.findall(r"[^\W\d_]+", lowered)


def longest_number(text: str, starts: Iterable[int]) -> int:
    """How many digits stand in a row, with single blanks and dashes between; no calendar dates."""
    runs = (run[0] for start in starts if (run := RUN.match(text, start)))
    return max((len(run) - run.count(" ") - run.count("-") for run in runs), default=0)
