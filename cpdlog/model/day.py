"""A day as people type it: a closed grammar, because a library that guesses is wrong in silence.

`2026-11-23`, `23 nov`, `23 nov 2026`, `today`, `yesterday`, `tomorrow`, `mon` to `sunday`, `-3d`,
`+2w`, `-1mo`, `+1y`, `3 days ago`, and the ends `eow`, `eom`, `eoq`, `eoy` of the week, the month,
the quarter and the calendar year. Capitals and blanks do not matter.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cpdlog.model import civil
from cpdlog.model.civil import Length
from cpdlog.model.grammar import NotUnderstood, quoted

Prefer = Literal["past", "future"]
FORMS = "Write YYYY-MM-DD, '23 nov', 'yesterday', 'mon' or '-3d'."

MONTHS = {name.lower(): number for number, name in enumerate(civil.MONTHS, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(civil.WEEKDAYS)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}
UNITS = {
    "d": "D",
    "day": "D",
    "w": "W",
    "week": "W",
    "mo": "M",
    "month": "M",
    "y": "Y",
    "year": "Y",
}

OFFSET = re.compile(r"([+-]) ?(\d{1,5}) ?(d|w|mo|y)", re.ASCII)
AGO = re.compile(r"(\d{1,5}) (day|week|month|year)s? ago", re.ASCII)
NAMED = re.compile(r"(\d{1,2}) ([a-z]+)(?: (\d{4}))?", re.ASCII)
MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:,? (\d{4}))?", re.ASCII)
WHICH = re.compile(r"(?:next|last|this) ([a-z]+)", re.ASCII)


class Asked(NamedTuple):
    """What a day that is not written in full depends on."""

    today: date
    prefer: Prefer
    order: str


def read_day(text: str, today: date, *, prefer: Prefer = "past", order: str = "") -> date:
    """The day that `text` names.

    Args:
        text: What was typed.
        today: The day that `today` and offsets are counted from.
        prefer: Where a weekday, or a date without its year, lies: the latest such day that is not
            after today, or the next one that is not before it.
        order: How `01/11/2026` is read: `dmy`, `mdy`, or empty, which refuses it.

    Raises:
        NotUnderstood: It is no such day, or one that is not from 1950 to 2100.
    """
    day = find_day(text, Asked(today, prefer, order))
    if not day:
        raise NotUnderstood(f"{quoted(text.strip())} is not a date.", FORMS)
    return day


def find_day(text: str, asked: Asked) -> date | None:
    """The day that `text` names, or None where it is in no form that is known.

    Raises:
        NotUnderstood: It looks like a day, and there is a reason why it is none.
    """
    typed = " ".join(text.split()).lower()
    for reader in READERS:
        day = reader(typed, asked)
        if day:
            return civil.allowed(day)
    for reason in REASONS:
        refusal = reason(typed, asked)
        if refusal:
            raise refusal
    return None


def a_date(typed: str, asked: Asked) -> date | None:
    """`2026-11-23`, or `23/11/2026` where the order of its numbers is known."""
    if civil.ISO.fullmatch(typed):
        return civil.iso(typed)
    found = re.fullmatch(civil.SLASHED, typed)
    if not found or not asked.order:
        return None
    day, month = (found[1], found[3]) if asked.order == "dmy" else (found[3], found[1])
    return civil.exact(int(found[4]), int(month), int(day))


def a_word(typed: str, asked: Asked) -> date | None:
    """`today`, its neighbours, and the ends of what it lies in."""
    today = asked.today
    words = {
        "today": today,
        "yesterday": today - timedelta(days=1),
        "tomorrow": today + timedelta(days=1),
        "eow": today + timedelta(days=6 - today.weekday()),
        "eom": end_of_month(today.year, today.month),
        "eoq": end_of_month(today.year, (today.month + 2) // 3 * 3),
        "eoy": date(today.year, 12, 31),
    }
    return words.get(typed)


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, civil.days_in(year, month))


def a_weekday(typed: str, asked: Asked) -> date | None:
    """`mon` to `sunday`."""
    if typed not in WEEKDAYS:
        return None
    ahead = (WEEKDAYS[typed] - asked.today.weekday()) % 7
    if asked.prefer == "past" and ahead:
        ahead -= 7
    return asked.today + timedelta(days=ahead)


def an_offset(typed: str, asked: Asked) -> date | None:
    """`-3d`, `+2w`, `3 days ago`: a day counted from today."""
    if found := OFFSET.fullmatch(typed):
        number, unit, times = found[2], found[3], -1 if found[1] == "-" else 1
    elif found := AGO.fullmatch(typed):
        number, unit, times = found[1], found[2], -1
    else:
        return None
    try:
        return civil.plus_length(asked.today, Length(int(number), UNITS[unit]), times)
    except (ValueError, OverflowError):
        raise civil.outside(quoted(typed)) from None


def a_named_month(typed: str, asked: Asked) -> date | None:
    """`23 nov 2026`, or `23 nov` of the year that is nearest on the side that was asked for."""
    found = NAMED.fullmatch(typed)
    if not found or found[2] not in MONTHS:
        return None
    day, month = int(found[1]), MONTHS[found[2]]
    year = int(found[3]) if found[3] else likely_year(month, day, asked)
    return civil.exact(year, month, day)


def likely_year(month: int, day: int, asked: Asked) -> int:
    """The year of a date that was typed without one."""
    today = asked.today
    if asked.prefer == "past":
        return today.year - ((month, day) > (today.month, today.day))
    return today.year + ((month, day) < (today.month, today.day))


def numbers_alone(typed: str, _: Asked) -> NotUnderstood | None:
    """Why `01/11/2026`, `2026-1-2` and `20260102` are refused."""
    return NotUnderstood(*civil.not_iso(typed)) if civil.readings(typed) else None


def month_alone(typed: str, _: Asked) -> NotUnderstood | None:
    """Why `may` is refused."""
    if typed not in MONTHS:
        return None
    return NotUnderstood(f"'{typed}' is a month and not a day.", f"Write '1 {typed}'.")


def month_first(typed: str, _: Asked) -> NotUnderstood | None:
    """Why `nov 23` is refused: it is also November 2023."""
    found = MONTH_FIRST.fullmatch(typed)
    if not found or found[1] not in MONTHS:
        return None
    year = f" {found[3]}" if found[3] else ""
    return NotUnderstood(f"'{typed}' has the month first.", f"Write '{found[2]} {found[1]}{year}'.")


def which_weekday(typed: str, asked: Asked) -> NotUnderstood | None:
    """Why `next tuesday` is refused: people do not agree on which one it is."""
    found = WHICH.fullmatch(typed)
    day = a_weekday(found[1], asked) if found else None
    if not day:
        return None
    name = civil.WEEKDAYS[day.weekday()][:3].lower()
    return NotUnderstood(
        f"'{typed}' means different days to different people.",
        f"Write '{name}', which is {civil.in_words(day)}, or the date as YYYY-MM-DD.",
    )


READERS: tuple[Callable[[str, Asked], date | None], ...] = (
    *(a_date, a_word, a_weekday, an_offset, a_named_month),
)
REASONS: tuple[Callable[[str, Asked], NotUnderstood | None], ...] = (
    *(numbers_alone, month_alone, month_first, which_weekday),
)
