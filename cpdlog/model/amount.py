"""Amounts and targets as people type them; exact decimals, so that sums never drift."""

import re
from decimal import Decimal

from cpdlog.model.goal import Target
from cpdlog.model.grammar import NotUnderstood, quoted

NUMBER = r"(?a)\d{1,9}(?:\.\d{1,6})?"
TARGET = r"(\S+) +(\S.*)"
UNIT = r"[^\W\d_][\w-]*"
EXAMPLE = "Write a number and what it counts, such as '20 hours' or '6 entries'."

# Units that mean something, by what people write for one of them; other words stay as they are.
SINGULAR = {
    "hour": "hours",
    "h": "hours",
    "point": "points",
    "entry": "entries",
    "week": "weeks",
    "action": "actions",
}


def read_amount(text: str) -> Decimal:
    """A number from 0, in figures with a decimal point: `3`, `2.5`.

    Raises:
        NotUnderstood: It is anything else, or longer than nine figures and six decimals.
    """
    typed = text.strip()
    if re.fullmatch(NUMBER, typed):
        return Decimal(typed)
    if re.fullmatch(NUMBER, typed.replace(",", ".")):
        raise NotUnderstood(f"{quoted(typed)} has a comma.", f"Write {typed.replace(',', '.')}.")
    if typed.startswith("-") and re.fullmatch(NUMBER, typed[1:]):
        raise NotUnderstood(f"{quoted(typed)} is less than nothing.", "Write a number from 0.")
    raise NotUnderstood(f"{quoted(typed)} is not a number.", "Write figures, such as 3 or 2.5.")


def read_whole(text: str) -> int:
    """A whole number from 1.

    Raises:
        NotUnderstood: It is anything else, or longer than nine figures.
    """
    number = read_amount(text)
    if number % 1 or not number:
        raise NotUnderstood(f"{quoted(text)} is not a whole number from 1.")
    return int(number)


def read_target(text: str) -> Target:
    """What reaching a goal takes: `20 hours`, `1 entry`, `23 things`.

    The unit is one word, in small letters; one of something that cpdlog counts by itself is read
    as its plural (`1 hour` is hours).

    Raises:
        NotUnderstood: It is anything else, or nothing is to be done (`0 hours`).
    """
    typed = text.strip()
    found = re.fullmatch(TARGET, typed)
    if not found or not re.fullmatch(UNIT, found[2]):
        raise NotUnderstood(f"{quoted(typed)} is not a target.", EXAMPLE)
    amount = read_amount(found[1])
    if not amount:
        raise NotUnderstood(f"{quoted(typed)} is reached before anything is done.", EXAMPLE)
    unit = found[2].lower()
    return Target(amount, SINGULAR.get(unit, unit))
