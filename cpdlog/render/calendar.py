"""A year of days."""

from collections.abc import Iterator
from functools import partial

from cpdlog.model.duration import hours
from cpdlog.model.period import DAY, Period
from cpdlog.progress.calendar import Calendar, Day
from cpdlog.progress.rhythm import Gap as TimeGap
from cpdlog.render import days, documents, grid
from cpdlog.render.blocks import (
    FAINT,
    Block,
    Chart,
    Gap,
    Heading,
    Line,
    Paper,
    Span,
    Steps,
    paragraph,
)
from cpdlog.render.grid import Signs
from cpdlog.render.hours import FIRST
from cpdlog.render.layout import flowing, left_out

LISTED = False
NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
WIDE = 3
WEEK = 7


def blocks(answer: Calendar) -> Iterator[Block]:
    """A heat map, and what it shows in words."""
    yield Heading(*heading(answer))
    yield Gap()
    if not answer.active:
        yield paragraph("No entries on these days. Write one:")
        yield Steps((FIRST,))
        return
    yield Chart(partial(chart, answer))
    yield Gap()
    for line in summary(answer):
        yield paragraph(line)


def heading(answer: Calendar) -> tuple[str, str]:
    """What is shown, and how much there is."""
    amount = f"{hours(answer.minutes)} h on {days.counted(answer.active, 'day')}"
    if not answer.days:
        return "CPD by day", amount
    first, last = answer.days[0].day, answer.days[-1].day
    return (
        f"CPD by day, {days.near(first, answer.as_of)} to {days.near(last, answer.as_of)}",
        amount,
    )


def span(answer: Calendar) -> Period | None:
    """The days that are shown."""
    return Period(answer.days[0].day, answer.days[-1].day) if answer.days else None


def chart(answer: Calendar, paper: Paper) -> Iterator[Line]:
    """A row a weekday, a column a week; the latest weeks where not all of them fit."""
    signs = grid.FINE if paper.fine else grid.ASCII
    room = paper.room - WIDE - 2
    first = answer.days[0].day - DAY * answer.days[0].day.weekday()
    count = (answer.days[-1].day - first).days // WEEK + 1
    mondays = [first + DAY * WEEK * number for number in range(count)][-room:]
    known = {it.day: it for it in answer.days}
    yield (Span(" " * (WIDE + 2) + grid.months(mondays, room), FAINT),)
    for weekday, label in enumerate(NAMES):
        cells = (mark(known.get(monday + DAY * weekday), signs) for monday in mondays)
        yield grid.labelled(label, WIDE, cells)
    yield ()
    yield from flowing(legend(signs), paper)
    if hidden := count - len(mondays):
        yield from left_out(days.counted(hidden, "earlier week"), paper)


def mark(day: Day | None, signs: Signs) -> Span:
    """The mark of a day; a blank for one that is not asked about."""
    return grid.cell(day.level, signs, leave=day.leave) if day else Span(" ", FAINT)


def legend(signs: Signs) -> Iterator[str]:
    """What the marks mean."""
    none, little, some, much = tuple(signs.levels)
    yield f"{none} none"
    yield f"{little} under 30 min"
    yield f"{some} 30 to 90 min"
    yield f"{much} over 90 min"
    yield f"{signs.leave} leave"


def summary(answer: Calendar) -> Iterator[str]:
    """The longest gap, and how many weeks had CPD."""
    kept = answer.rhythm
    if kept.gaps:
        yield f"Longest gap: {gap_words(kept.gaps[0], answer)}."
    yield f"Weeks with CPD: {kept.active} of {kept.weeks}."


def gap_words(gap: TimeGap, answer: Calendar) -> str:
    """`39 days, 30 Jul to 6 Sep, and 21 days of leave`."""
    first, last = days.near(gap.first, answer.as_of), days.near(gap.last, answer.as_of)
    off = f", besides {days.counted(gap.leave, 'day')} of leave" if gap.leave else ""
    return f"{days.counted(gap.days, 'day')}, {first} to {last}{off}"


def sentences(answer: Calendar) -> Iterator[str]:
    """The same in sentences."""
    yield ": ".join(heading(answer)).replace(" h ", " hours ") + "."
    if answer.active:
        yield from summary(answer)


def document(answer: Calendar) -> documents.Document:
    """Each day that has an entry, and the gaps."""
    return {
        "schema": "cpdlog/calendar@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(span(answer)),
        "minutes": answer.minutes,
        "active": answer.active,
        "days": [
            {"date": documents.iso(it.day), "minutes": it.minutes, "entries": it.entries}
            for it in answer.days
            if it.entries
        ],
        "gaps": [documents.gap(it) for it in answer.rhythm.gaps],
        "weeks": {"total": answer.rhythm.weeks, "active": answer.rhythm.active},
    }


def rows(answer: Calendar) -> Iterator[tuple[str, ...]]:
    """The days that have an entry."""
    yield ("date", "entries", "minutes")
    for it in answer.days:
        if it.entries:
            yield (it.day.isoformat(), str(it.entries), str(it.minutes))
