"""Days and lengths of time in words, for the eye and to be read aloud."""

from datetime import date

from cpdlog.model import civil


def near(day: date, as_of: date) -> str:
    """`23 Nov`; with its year where that is not the one of the question."""
    return civil.short(day) if day.year == as_of.year else f"{civil.short(day)} {day.year}"


def spoken(day: date) -> str:
    """`Monday 23 November 2026`."""
    return f"{civil.WEEKDAYS[day.weekday()]} {day.day} {civil.MONTHS[day.month - 1]} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 entry`, `2 entries`; the plural is `one` and an s as a rule."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def sentence(text: str) -> str:
    """A text as a sentence: a capital first, and an end."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in (".", "!", "?") else ".")
