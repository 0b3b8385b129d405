"""What is missing: in time, in what entries say of themselves, and in the plan."""

import shlex
from collections.abc import Iterator, Sequence

from cpdlog.model import civil
from cpdlog.model.entry import Entry
from cpdlog.progress.gaps import Gaps
from cpdlog.progress.goals import GoalReport
from cpdlog.render import days, documents, told
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    STRONG,
    WARN,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)

LISTED = False
SHOWN = 3  # entries of a kind; the figure tells of all
COLUMNS = (Column("missing"), Column("", right=True), Column("the latest", cut=True))
WEEKS_NAMED = 8


def blocks(answer: Gaps) -> Iterator[Block]:
    """The gaps in time, the entries that lack something, the goals that nothing serves."""
    yield Heading(f"Gaps, {told.name(answer.period)}", civil.in_words(answer.as_of))
    yield Gap()
    yield from time_blocks(answer)
    kinds = [it for it in entry_kinds(answer) if it[1]]
    if kinds:
        yield Gap()
        yield Table(COLUMNS, tuple(kind_row(*it) for it in kinds))
    yield Gap()
    yield from goal_blocks(answer)
    for note in told.outside(answer.outside, answer.period):
        yield paragraph(Span(note, FAINT))
    if found := tuple(steps(answer)):
        yield Gap()
        yield paragraph(Span("Next", STRONG))
        yield Steps(found)


def time_blocks(answer: Gaps) -> Iterator[Block]:
    """The weeks without an entry, and the longest times."""
    for line in time_lines(answer):
        yield paragraph(line)
    if answer.longest:
        yield Gap()
        yield Table(
            (Column("longest gaps", right=True), Column(""), Column("")),
            tuple(
                row(
                    Span(days.counted(gap.days, "day"), STRONG),
                    f"{days.near(gap.first, answer.as_of)} to {days.near(gap.last, answer.as_of)}",
                    Span(f"besides {days.counted(gap.leave, 'day')} of leave", FAINT)
                    if gap.leave
                    else "",
                )
                for gap in answer.longest
            ),
        )


def time_lines(answer: Gaps) -> Iterator[str]:
    """How many weeks have an entry, and which do not."""
    if not answer.weeks:
        yield f"No entries in {told.name(answer.period)} yet, so there is no gap either."
        return
    yield f"Weeks with CPD: {answer.active} of {answer.weeks}."
    if answer.without:
        latest = [days.near(week.first, answer.as_of) for week in answer.without[-WEEKS_NAMED:]]
        more = len(answer.without) - len(latest)
        words = f"Weeks without, by their first day: {', '.join(latest)}"
        yield f"{words}, and {days.counted(more, 'earlier one')}." if more else f"{words}."


def entry_kinds(answer: Gaps) -> tuple[tuple[str, Sequence[Entry]], ...]:
    """What entries lack, and which."""
    return (
        ("reflection", answer.no_reflection),
        ("goal", answer.no_goal),
        ("evidence", answer.no_evidence),
    )


def kind_row(kind: str, found: Sequence[Entry]) -> tuple[Cell, ...]:
    """How many entries lack one thing, and the latest of them."""
    latest = ", ".join(entry.title for entry in reversed(found[-SHOWN:]))
    return row(Span(kind, STRONG), Span(str(len(found)), WARN), Span(latest, FAINT))


def goal_blocks(answer: Gaps) -> Iterator[Block]:
    """The goals that nothing serves."""
    lines = list(goal_lines(answer))
    for line in lines:
        yield paragraph(line)
    if not lines:
        yield paragraph(Span("No open goal lies untouched.", GOOD))


def goal_lines(answer: Gaps) -> Iterator[str]:
    """The same in sentences."""
    if answer.untouched:
        yield f"Nothing has served {names(answer.untouched)} yet."
    for report in answer.stale:
        if report.last_activity:
            idle = (answer.as_of - report.last_activity).days
            yield f"Nothing has served {report.goal.id} for {days.counted(idle, 'day')}."


def names(reports: Sequence[GoalReport]) -> str:
    """The ids of goals."""
    return days.listed([report.goal.id for report in reports])


def steps(answer: Gaps) -> Iterator[tuple[str, str]]:
    """What to do about the oldest entry in the inbox, and about the first goal."""
    if answer.no_reflection:
        oldest = answer.no_reflection[0]
        yield (
            f"'{oldest.title}' waits for a reflection.",
            f"cpdlog reflect {shlex.quote(oldest.id)}",
        )
    for report in (*answer.untouched, *answer.stale)[:1]:
        yield (
            f"Is {report.goal.id} still a goal?",
            f"cpdlog goal show {shlex.quote(report.goal.id)}",
        )


def sentences(answer: Gaps) -> Iterator[str]:
    """The same in sentences."""
    yield f"Gaps in {told.name(answer.period)}, as of {days.spoken(answer.as_of)}."
    yield from time_lines(answer)
    for gap in answer.longest:
        first, last = days.spoken(gap.first), days.spoken(gap.last)
        yield f"{days.counted(gap.days, 'day')} without, {first} to {last}."
    for kind, found in entry_kinds(answer):
        yield f"Entries without {kind}: {len(found)}."
    yield from goal_lines(answer)
    for why, command in steps(answer):
        yield f"Next: {why} Type: {command}"


def document(answer: Gaps) -> documents.Document:
    """All of it."""
    return {
        "schema": "cpdlog/gaps@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "gaps": [documents.gap(it) for it in answer.longest],
        "weeks": {"total": answer.weeks, "active": answer.active},
        "weeks_without": [documents.iso(it.first) for it in answer.without],
        "no_goal": [entry.id for entry in answer.no_goal],
        "no_evidence": [entry.id for entry in answer.no_evidence],
        "no_reflection": [entry.id for entry in answer.no_reflection],
        "untouched": [report.goal.id for report in answer.untouched],
        "stale": [report.goal.id for report in answer.stale],
        "outside": documents.totals(answer.outside),
    }


def rows(answer: Gaps) -> Iterator[tuple[str, ...]]:
    """A line for each thing that is missing."""
    yield ("missing", "what")
    for gap in answer.longest:
        yield ("entries", f"{gap.first} to {gap.last}")
    for kind, found in entry_kinds(answer):
        yield from ((kind, entry.id) for entry in found)
    yield from (("activity", report.goal.id) for report in (*answer.untouched, *answer.stale))
