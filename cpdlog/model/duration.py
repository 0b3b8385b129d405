"""Time spent: what people type, as whole minutes, and back.

Minutes are integers, so that sums are exact and no report depends on the order of entries.
"""

import re
from functools import cache

from cpdlog.model.grammar import NotUnderstood, quoted

MOST = 744 * 60  # a month of 31 days, in minutes; more is a slip of the keyboard
FORMS = "Write 90m, 1h30, 1:30 or 1.5 (hours)."

# Compiled where the first text asks for them: reports only write durations.
HOURS = r"(?a)(\d{1,4})(?:\.(\d{1,6}))?(?: ?h)?"
MINUTES = r"(?a)(\d{1,6}) ?m"
BOTH = r"(?a)(\d{1,4})(?: ?h ?([0-5]?\d)(?: ?m)?|:([0-5]\d))"


def read_duration(text: str) -> int:
    """Whole minutes of `90m`, `1h30`, `1h30m`, `1:30`, `1.5h` or `1.5`; a bare number is hours.

    A decimal that is no whole number of minutes is rounded, half up: `1.33` is 80. Nothing (`0`)
    is a duration too.

    Raises:
        NotUnderstood: It is anything else, or more than 744 hours.
    """
    typed = text.strip().lower()
    minutes = plain(typed)
    if minutes is None:
        raise refusal(text.strip())
    if minutes > MOST:
        raise NotUnderstood(
            f"{quoted(text.strip())} is more than 744 hours.", "Spread it over several entries."
        )
    return minutes


@cache
def plain(typed: str) -> int | None:
    """The minutes of text in small letters, or None where it is in no known form."""
    if found := re.fullmatch(HOURS, typed):
        return rounded(found[1], found[2] or "")
    if found := re.fullmatch(MINUTES, typed):
        return int(found[1])
    found = re.fullmatch(BOTH, typed)
    return int(found[1]) * 60 + int(found[2] or found[3]) if found else None


def rounded(hours: str, decimals: str) -> int:
    """The minutes in `hours` and the figures after its point, half up."""
    millionths = int(decimals.ljust(6, "0"))
    return int(hours) * 60 + (millionths * 60 + 500_000) // 1_000_000


def refusal(text: str) -> NotUnderstood:
    """Why `text` is no duration, and what to write."""
    pointed = text.replace(",", ".")
    if pointed != text and plain(pointed.lower()) is not None:
        return NotUnderstood(f"{quoted(text)} has a comma.", f"Write {pointed}.")
    if text.startswith("-") and plain(text[1:].lstrip().lower()) is not None:
        return NotUnderstood(f"{quoted(text)} is less than nothing.", FORMS)
    return NotUnderstood(f"{quoted(text)} is not a duration.", FORMS)


def short(minutes: int) -> str:
    """`1h30`, `45m`, `2h`; read again it gives the same minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


def hours(minutes: int) -> str:
    """`14.5`: hours with one decimal, half up and away from zero; the minutes may be negative."""
    tenths = (abs(minutes) + 3) // 6
    sign = "-" if minutes < 0 and tenths else ""
    return f"{sign}{tenths // 10}.{tenths % 10}"
