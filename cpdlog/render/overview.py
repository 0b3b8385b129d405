"""The overview: where each goal stands, hours, inbox, what next."""

from collections.abc import Iterator
from typing import Any

from cpdlog.model import civil
from cpdlog.model.duration import hours
from cpdlog.progress.overview import Overview
from cpdlog.render import agenda, days, documents, goal_sentences, goal_words, goals, told
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    WARN,
    Bar,
    Block,
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


def blocks(answer: Overview[Any]) -> Iterator[Block]:
    """Heading, goals, totals, what is left out, and the next steps."""
    yield Heading(f"CPD progress, {civil.in_words(answer.as_of)}", year_words(answer))
    yield Gap()
    yield from goal_blocks(answer)
    yield from total_blocks(answer)
    if answer.requirements:
        from cpdlog.render import requirement_summary

        yield from requirement_summary.blocks(answer.requirements)
        if any(notes(answer)):
            yield Gap()
    for line in notes(answer):
        yield paragraph(Span(line, FAINT))
    if answer.next:
        yield Gap()
        yield paragraph(Span("Next", "strong"))
        yield Steps(tuple(steps(answer)))


def steps(answer: Overview[Any]) -> Iterator[tuple[str, str]]:
    """The next steps, each with its reason."""
    return (agenda.step(it, answer.as_of) for it in agenda.varied(answer.next, STEPS))


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
    yield goals.table(answer.goals, answer.as_of)
    yield Gap()
    yield paragraph(f"{count_words(answer)}.")
    yield Gap()


def count_words(answer: Overview[Any]) -> str:
    """`6 goals: 1 met, 1 on pace, 1 behind`."""
    parts = ", ".join(f"{number} {standing}" for standing, number in answer.counts)
    return f"{days.counted(len(answer.goals), 'goal')}: {parts}"


def total_blocks(answer: Overview[Any]) -> Iterator[Block]:
    """Two bars: hours recorded, and hours reflected on."""
    sums = answer.totals
    if not sums.entries:
        yield paragraph(f"No entries in {told.name(answer.period)} yet. Write one:")
        yield Steps((("", 'cpdlog new "Law library visit" -H 2h'),))
        return
    share = sums.reflected_minutes / sums.minutes if sums.minutes else 0
    yield Table(
        (Column(""), Column("", yields=1), Column("", right=True), Column("")),
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
    """`72 entries in 2026; 61.5 h by 23 Nov 2025`."""
    words = (
        f"{days.counted(answer.totals.entries, 'entry', 'entries')} in {told.name(answer.period)}"
    )
    before = answer.earlier
    if before:
        then = days.near(before.period.last, answer.as_of)
        words += f"; {hours(before.totals.minutes)} h by {then}"
    return words


def inbox_words(answer: Overview[Any]) -> str:
    """How many entries wait for a reflection."""
    waiting = answer.totals.inbox
    return (
        f"{days.counted(waiting, 'entry waits', 'entries wait')} in the inbox"
        if waiting
        else "all of it"
    )


def notes(answer: Overview[Any]) -> Iterator[str]:
    """What the figures leave out."""
    sums = answer.totals
    if sums.planned:
        yield f"{days.counted(sums.planned, 'entry is', 'entries are')} planned and not counted."
    yield from told.outside(answer.outside, answer.period)
    if answer.ended_before:
        yield f"{days.counted(answer.ended_before, 'goal')} ended before: cpdlog goal list --all"
    if answer.errors:
        faults = days.counted(answer.errors, "fault keeps files", "faults keep files")
        yield f"{faults} out of the count: cpdlog check"


def sentences(answer: Overview[Any]) -> Iterator[str]:
    """The same in sentences."""
    yield f"CPD progress as of {days.spoken(answer.as_of)}. {year_words(answer)}."
    yield f"{count_words(answer)}." if answer.goals else "No goals yet."
    for report in answer.goals:
        yield from goal_sentences.aloud(report, answer.as_of)
    sums = answer.totals
    yield f"Recorded: {hours(sums.minutes)} hours, {recorded_words(answer)}."
    yield f"Reflected on: {hours(sums.reflected_minutes)} hours, {inbox_words(answer)}."
    if answer.requirements:
        from cpdlog.render import requirement_summary

        yield from requirement_summary.sentences(answer.requirements)
    yield from notes(answer)
    for why, command in steps(answer):
        yield f"Next: {why} Type: {command}"


def document(answer: Overview[Any]) -> documents.Document:
    """The whole of it."""
    sums = answer.totals
    return {
        "schema": "cpdlog/report@1",
        "as_of": documents.iso(answer.as_of),
        "period": documents.period(answer.period),
        "goals": [documents.goal(report) for report in answer.goals],
        "minutes": documents.minutes(sums),
        "entries": {
            "total": sums.entries,
            "reflected": sums.reflected,
            "inbox": sums.inbox,
            "planned": sums.planned,
        },
        "next": [agenda.item(it, answer.as_of) for it in answer.next],
        "requirements": requirements(answer),
        "outside": documents.totals(answer.outside),
        "problems": {"errors": answer.errors, "warnings": answer.warnings},
    }


def requirements(answer: Overview[Any]) -> list[documents.Document]:
    """Where the member stands with bodies' rules; most journals import nothing for it."""
    if not answer.requirements:
        return []
    from cpdlog.render.requirement_document import requirement

    return [requirement(report) for report in answer.requirements]


def rows(answer: Overview[Any]) -> Iterator[tuple[str, ...]]:
    """The goals."""
    yield goal_words.FIELDS
    for report in answer.goals:
        yield goal_words.record(report)
