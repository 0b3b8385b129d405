"""Spans of time: the window that is judged, and the pieces of it that rules may ask for."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from cpdlog.model.civil import Length, add_months, plus_length
from cpdlog.model.period import cpd_year

ONE_DAY = timedelta(days=1)
ONE_YEAR = Length(1, "Y")
MONTHS = {"Y": 12, "M": 1}
DAYS = {"W": 7, "D": 1}
ABOUT = {"Y": 365, "M": 30, "W": 7, "D": 1}


class Span(NamedTuple):
    """Days from `start` to `end`, which is the first day that does not belong to them."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day belongs to it."""
        return self.start <= day < self.end

    @property
    def last_day(self) -> date:
        """The last day that belongs to it."""
        return self.end - ONE_DAY


@dataclass(frozen=True, slots=True)
class Window:
    """The span of time that a body judges.

    Attributes:
        kind: `calendar`, `cycle` or `rolling`.
        length: How long it is.
        starts: Month and day on which a calendar window begins.
        anchor: A day on which a cycle begins; None where the member says which.
        anchor_param: The parameter that says it; empty where there is none.
        record_by: How long after its end things may still be written down.
    """

    kind: str
    length: Length
    starts: tuple[int, int] = (1, 1)
    anchor: date | None = None
    anchor_param: str = ""
    record_by: Length | None = None

    @property
    def rolling(self) -> bool:
        """Whether it ends with the day of the question."""
        return self.kind == "rolling"

    def holding(self, day: date, anchor: date) -> Span:
        """The window that holds a day; a rolling one ends with it.

        Args:
            day: The day.
            anchor: A day on which a cycle begins; other windows do not look at it.
        """
        match self.kind:
            case "calendar":
                year = cpd_year(day, self.starts)
                return Span(year.first, year.last + ONE_DAY)
            case "cycle":
                return turn(anchor, self.length, day)
            case _:
                return rolled(day, self.length)

    def closes(self, span: Span) -> date:
        """The first day on which what was done in a window can no longer be written down."""
        return plus_length(span.end, self.record_by) if self.record_by else span.end


def turn(anchor: date, length: Length, day: date) -> Span:
    """The turn of a cycle that holds a day, which may lie before the anchor."""
    number = (day - anchor).days // (ABOUT[length.unit] * length.number)
    while plus_length(anchor, length, number) > day:
        number -= 1
    while plus_length(anchor, length, number + 1) <= day:
        number += 1
    return Span(plus_length(anchor, length, number), plus_length(anchor, length, number + 1))


def rolled(day: date, length: Length) -> Span:
    """The span of a length that ends with a day."""
    end = day + ONE_DAY
    return Span(plus_length(end, length, -1), end)


def leaves_on(day: date, length: Length) -> date:
    """The first day whose rolling span of a length no longer holds `day`.

    Taking months away shortens a day (31 to 28), so it may lie past `day` and the length.
    """
    first = plus_length(day + ONE_DAY, length) - ONE_DAY
    while rolled(first, length).start <= day:
        first += ONE_DAY
    return first


class Within(NamedTuple):
    """Other spans than the window: its pieces, or one that ends with it.

    Attributes:
        kind: `each`, `any` or `last`.
        length: How long they are.
    """

    kind: str
    length: Length

    def spans(self, window: Span, whole: Length) -> tuple[Span, ...]:
        """The spans, in order.

        Args:
            window: The window.
            whole: How long it is meant to be; months differ, so its days do not say.
        """
        match self.kind:
            case "each":
                return pieces(window, whole, self.length)
            case "any":
                return sliding(window, whole, self.length)
            case _:
                return (Span(plus_length(window.end, self.length, -1), window.end),)


def pieces(window: Span, whole: Length, piece: Length) -> tuple[Span, ...]:
    """A window cut from its first day on; the last piece ends with it."""
    starts = [window.start]
    while not fill(whole, piece, len(starts)):
        start = plus_length(window.start, piece, len(starts))
        if start >= window.end:
            break
        starts.append(start)
    return tuple(Span(*ends) for ends in pairwise([*starts, window.end]))


def fill(whole: Length, piece: Length, number: int) -> bool:
    """Whether so many pieces are as long as the whole, by the calendar's own units.

    Dates alone do not say: from 28 February 2027 to 29 February 2028 is one year of a cycle
    that began on a 29th, and not a year and a day.
    """
    return 0 < months(whole) <= months(piece) * number or 0 < days(whole) <= days(piece) * number


def months(length: Length) -> int:
    """A length in months; 0 where it is in weeks or days."""
    return length.number * MONTHS.get(length.unit, 0)


def days(length: Length) -> int:
    """A length in days; 0 where it is in months or years."""
    return length.number * DAYS.get(length.unit, 0)


def sliding(window: Span, whole: Length, length: Length) -> tuple[Span, ...]:
    """Spans that begin on a window's first day and every year after, and end inside it."""
    found: list[Span] = []
    while (span := slid(window, whole, length, len(found))).end <= window.end:
        found.append(span)
    return tuple(found)


def slid(window: Span, whole: Length, length: Length, years: int) -> Span:
    """The span of a length that begins so many years after a window's first day."""
    start = add_months(window.start, 12 * years)
    if not months(length):
        return Span(start, plus_length(start, length))
    reach = 12 * years + months(length)
    return Span(start, window.end if reach == months(whole) else add_months(window.start, reach))
