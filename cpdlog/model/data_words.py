"""How the small words of a data file are written: ids, addresses, whole numbers."""

import re

from cpdlog.model.amount import read_amount
from cpdlog.model.grammar import NotUnderstood, quoted

ID = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
URL = re.compile(r"https?://[^\s/]\S*")


def an_id(text: str) -> str:
    """Small letters, digits and hyphens, as in the name of a file."""
    return matching(ID, text, "an id", "Write small letters, digits and hyphens.")


def a_url(text: str) -> str:
    """The address of a page."""
    return matching(URL, text, "an address", "Write https://…, or a citation instead.")


def matching(pattern: re.Pattern[str], text: str, what: str, hint: str) -> str:
    """A text that has a form.

    Raises:
        NotUnderstood: It has not.
    """
    if not pattern.fullmatch(text):
        raise NotUnderstood(f"{quoted(text)} is not {what}.", hint)
    return text


def whole(text: str) -> int:
    """The whole number from 0 that is written.

    Raises:
        NotUnderstood: It is anything else.
    """
    amount = read_amount(text)
    if amount % 1:
        raise NotUnderstood(f"{quoted(text)} is not a whole number.")
    return int(amount)
