"""The overview: where each goal stands, hours, inbox, what next."""

from collections.abc import Iterator
from typing import Any

from cpdlog.model import civil
from cpdlog.model.duration import hours
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.overview import Overview
from cpdlog.render import agenda, documents, goal_words
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    WARN,
    Bar,
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
STEPS = 3  # the most useful ones; `cpdlog next` has all
ALL_MARKS = "The mark in a bar is where an even pace would be today."

GOALS = (
    Column("goal"),
    Column("what", cut=True),
    Column("progress", yields=1),
    Column("done", right=True),
    Column("standing"),
)


def blocks(answer: Overview[Any]) -> Iterator[Block]:
    """Heading, goals, totals, what is left out, and the next steps."""
    yield Heading(f"CPD progress, {civil.in_words(answer.as_of)}", year_words(answer))
    yield Gap()
    yield from goal_blocks(answer)
    yield from total_blocks(answer)
    for line in notes(answer):
        yield paragraph(Span(line, FAINT))
    if answer.next:
        yield Gap()
        yield paragraph(Span("Next", "strong"))
        yield Steps(tuple(agenda.step(it, answer.as_of) for it in answer.next[:STEPS]))


def year_words(answer: Overview[Any]) -> str:
    """`CPD year 2026, day 327 of 365`."""
    return f"CPD year {answer.year.name}, day {answer.day} of {answer.year.days}"


def goal_blocks(answer: Overview[Any]) -> Iterator[Block]:
    """The goals as a table and in a sentence, or how to add one."""
    if not answer.goals:
        yield paragraph("No goals yet. Add one:")
        yield Steps((("", 'cpdlog goal add "Visit five libraries" --target "5 visits" --due eoy'),))
        yield Gap()
        return
    yield Table(GOALS, tuple(map(goal_row, answer.goals)))
    yield Gap()
    yield paragraph(count_words(answer), ". " + ALL_MARKS if has_pace(answer) else ".")
    yield Gap()


def goal_row(report: GoalReport) -> tuple[Cell, ...]:
    """One goal's row."""
    style = goal_words.standing_style(report)
    return row(
        Span(report.goal.id, "strong"),
        report.goal.title,
        goal_words.bar(report),
        goal_words.progress(report),
        Span(goal_words.standing(report), style),
    )


def has_pace(answer: Overview[Any]) -> bool:
    """Whether a bar shows where an even pace would be."""
    return any(goal_words.pace(report) is not None for report in answer.goals)


def count_words(answer: Overview[Any]) -> str:
    """`6 goals: 1 met, 1 on pace, 1 behind`."""
    parts = ", ".join(f"{number} {standing}" for standing, number in answer.counts)
    number = len(answer.goals)
    return f"{number} {'goal' if number == 1 else 'goals'}: {parts}"


def total_blocks(answer: Overview[Any]) -> Iterator[Block]:
    """Two bars: hours recorded, and hours reflected on."""
    sums = answer.totals
    if not sums.entries:
        yield paragraph(f"No entries in {answer.period.name} yet. Write one:")
        yield Steps((("", 'cpdlog new "Law library visit" -H 2h'),))
        return
    share = sums.reflected_minutes / sums.minutes if sums.minutes else 0
    yield Table(
        (Column(""), Column("", yields=1), Column("", right=True), Column("", cut=True)),
        (
            row("Recorded", Bar(1.0), f"{hours(sums.minutes)} h", recorded_words(answer)),
            row(
                "Reflected on",
                Bar(share, None, GOOD),
                f"{hours(sums.reflected_minutes)} h",
                Span(inbox_words(answer), WARN if sums.inbox else "plain"),
            ),
        ),
    )


def recorded_words(answer: Overview[Any]) -> str:
    """`72 entries in 2026; 61.5 h a year before`."""
    words = f"{counted(answer.totals.entries, 'entry', 'entries')} in {answer.period.name}"
    if answer.earlier:
        before = answer.earlier
        words += f"; {hours(before.totals.minutes)} h in {before.period.name} by then"
    return words


def inbox_words(answer: Overview[Any]) -> str:
    """How many entries wait for a reflection."""
    waiting = answer.totals.inbox
    return (
        f"{counted(waiting, 'entry waits', 'entries wait')} in the inbox"
        if waiting
        else "all of it"
    )


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def notes(answer: Overview[Any]) -> Iterator[str]:
    """What the figures leave out."""
    if answer.totals.planned:
        yield f"{counted(answer.totals.planned, 'entry is', 'entries are')} planned and not counted."
    if answer.outside.entries:
        outside = answer.outside
        words = counted(outside.entries, "entry", "entries")
        yield f"Outside {answer.period.name}: {words}, {hours(outside.minutes)} h."
    if answer.ended_before:
        ended = counted(answer.ended_before, "goal", "goals")
        yield f"{ended} ended before: cpdlog goal list --all"
    if answer.errors:
        files = counted(answer.errors, "fault keeps files", "faults keep files")
        yield f"{files} out of the count: cpdlog check"


def sentences(answer: Overview[Any]) -> Iterator[str]:
    """The same in sentences."""
    yield f"CPD progress as of {civil.in_words(answer.as_of)}. {year_words(answer)}."
    yield f"{count_words(answer)}." if answer.goals else "No goals yet."
    for report in answer.goals:
        yield from goal_words.sentences(report)
    sums = answer.totals
    yield f"Recorded: {hours(sums.minutes)} hours, {recorded_words(answer)}."
    yield f"Reflected on: {hours(sums.reflected_minutes)} hours, {inbox_words(answer)}."
    yield from notes(answer)
    for it in answer.next[:STEPS]:
        why, command = agenda.step(it, answer.as_of)
        yield f"Next: {why} Type: {command}"


def document(answer: Overview[Any]) -> documents.Document:
    """The whole of it."""
    sums = answer.totals
    return {
        "schema": "cpdlog/report@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "goals": [documents.goal(report) for report in answer.goals],
        "minutes": {"recorded": sums.minutes, "reflected": sums.reflected_minutes},
        "entries": {
            "total": sums.entries,
            "reflected": sums.reflected,
            "inbox": sums.inbox,
            "planned": sums.planned,
        },
        "next": [agenda.item(it, answer.as_of) for it in answer.next],
        "requirements": list(answer.requirements),
        "outside": {"entries": answer.outside.entries, "minutes": answer.outside.minutes},
        "problems": {"errors": answer.errors, "warnings": answer.warnings},
    }


def rows(answer: Overview[Any]) -> Iterator[tuple[str, ...]]:
    """The goals."""
    yield ("goal", "title", "done", "target", "unit", "standing", "due")
    for report in answer.goals:
        yield goal_words.record(report)
