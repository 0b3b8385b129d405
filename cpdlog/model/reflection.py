"""Whether an entry reflects: how many words its body says.

A word is what stands between blanks and has a letter or a digit in it. Headings, HTML comments
(in which a template's prompts stand) and blocks of code say nothing. A task-list item is a plan and
no reflection: a body that has nothing else says nothing yet, whether its items are ticked or not.
Where more is said, an item's words count too, without its box and its dates.
"""

import re

from cpdlog.model.pieces import pieces

WORD = re.compile(r"[^\W_]")
HEADING = re.compile(r" {0,3}#{1,6}(?:\s|\Z)")
# Compiled where the first body asks for them.
COMMENT = r"(?s)<!--.*?(?:-->|\Z)"
# A block of code, or a comment, whichever opens first: as `checklist.visible_lines` sees them.
HIDDEN = r"(?sm)^ {0,3}((`|~)\2{2,})[^\n]*(?:\n.*?^[^\S\n]*\1\2*[^\S\n]*$|.*)|<!--.*?(?:-->|\Z)"


def words_said(body: str) -> int:
    """How many words a Markdown body says; none is an entry that is still to be reflected on."""
    if "```" in body or "~~~" in body:
        body = re.sub(HIDDEN, "", body)
    elif "<!--" in body:
        body = re.sub(COMMENT, "", body)
    if "#" in body:
        lines = body.split("\n")
        body = "\n".join([line for line in lines if "#" not in line or not HEADING.match(line)])
    words = count(body)
    return words if "[" not in body else words_beside_tasks(body, words)


def without_comments(body: str) -> str:
    """A Markdown body without its HTML comments; blocks of code keep their text."""
    if "<!--" not in body:
        return body
    return re.sub(HIDDEN, lambda found: found[0] if found[1] else "", body)


def words_beside_tasks(text: str, words: int) -> int:
    """The words of a text that has so many, and in which there may be task-list items."""
    from cpdlog.model.checklist import DATES, ITEM

    as_item = re.compile(ITEM).match
    items = [it for line in text.split("\n") if "[" in line and (it := as_item(line.rstrip()))]
    said = words - sum(count(item.string) for item in items)
    return said and said + sum(count(re.sub(DATES, "", item["text"])) for item in items)


def count(text: str) -> int:
    """The words of a text in which nothing is left out."""
    return sum(
        len([word for word in piece.split() if word[0].isalnum() or WORD.search(word)])
        for piece in pieces(text)
    )
