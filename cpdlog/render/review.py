"""A reflection week: what was done, learnt and left open, and how the goals moved."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.model.duration import hours
from cpdlog.progress.review import Move, Review
from cpdlog.render import agenda, days, documents, goal_sentences, goal_words, paint
from cpdlog.render.blocks import (
    FAINT,
    STRONG,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Paper,
    Span,
    Table,
    paragraph,
    row,
)
from cpdlog.render.entries import time_of

LISTED = False
OPEN = 10  # tasks that are shown as still open
FROZEN = Paper(76, uncut=True)  # an entry's lines are read in editors
GOALS = (Column("goal"), Column("then", yields=1), Column("now"), Column("standing"))
ENTRIES = (*(Column("done"), Column("", cut=True), Column("", right=True), Column("")),)
PAIRS = (Column(""), Column("", cut=True))


def blocks(answer: Review) -> Iterator[Block]:
    """What happened in the period, in the order in which one looks back."""
    yield Heading(heading(answer), totals_words(answer))
    for part in (done, learnt, ticked, goals, left):
        found = list(part(answer))
        if found:
            yield Gap()
            yield from found


def heading(answer: Review) -> str:
    """From when to when."""
    first, last = answer.period.first, answer.period.last
    return f"{days.near(first, last)} to {civil.in_words(last)}"


def totals_words(answer: Review) -> str:
    """How much there was, and how much of it is reflected on."""
    sums = answer.totals
    entries = days.counted(sums.entries, "entry", "entries")
    return f"{entries}, {hours(sums.minutes)} h, reflected on {hours(sums.reflected_minutes)} h"


def done(answer: Review) -> Iterator[Block]:
    """The entries of the period."""
    if not answer.entries:
        yield paragraph("Nothing was recorded in this time.")
        return
    yield Table(
        ENTRIES,
        tuple(
            row(
                civil.short(entry.day),
                entry.title,
                time_of(entry),
                Span("" if entry.reflected else "inbox", FAINT),
            )
            for entry in answer.entries
        ),
    )


def learnt(answer: Review) -> Iterator[Block]:
    """What they say that was learnt."""
    if answer.learnt:
        yield paragraph(Span("Learnt", STRONG))
        yield from (paragraph(f"- {entry.outcome}") for entry in answer.learnt)


def ticked(answer: Review) -> Iterator[Block]:
    """The action points and follow-ups that were ticked."""
    if answer.ticked:
        yield paragraph(Span("Ticked", STRONG))
        yield Table(PAIRS, tuple(row(civil.short(it.done), it.title) for it in answer.ticked))


def goals(answer: Review) -> Iterator[Block]:
    """Where the goals stood before, and where they stand now."""
    if answer.moves:
        yield Table(GOALS, tuple(move_row(it, answer) for it in answer.moves))


def move_row(it: Move, answer: Review) -> tuple[Cell, ...]:
    """One goal; what did not move is told faintly."""
    style = STRONG if it.moved else FAINT
    return row(
        Span(it.now.goal.id, style),
        Span(before(it), FAINT),
        Span(goal_words.progress(it.now), style if it.moved else FAINT),
        standings(it, answer),
    )


def before(it: Move) -> str:
    """How far a goal was before the period."""
    return it.then.standing if it.then.standing == "not begun" else goal_words.progress(it.then)


def standings(it: Move, answer: Review) -> Span:
    """The standing now, and the one before where it was another."""
    now = goal_words.standing(it.now, answer.period.last)
    style = goal_words.standing_style(it.now)
    if it.then.standing in (it.now.standing, "not begun"):
        return Span(now, style)
    return Span(f"{now} (was {it.then.standing})", style)


def left(answer: Review) -> Iterator[Block]:
    """What is still open."""
    if answer.left:
        yield paragraph(Span("Still open", STRONG))
        rows = (
            row(days.near(it.due, answer.period.last) if it.due else "", it.title)
            for it in answer.left[:OPEN]
        )
        yield Table(PAIRS, tuple(rows))
        if len(answer.left) > OPEN:
            yield paragraph(Span(f"and {len(answer.left) - OPEN} more: cpdlog next", FAINT))


def frozen(answer: Review) -> str:
    """The figures of the day, as they stand in the entry: in a block of code, out of any count."""
    lines = list(paint.painted(blocks(answer), FROZEN))
    longest = max(len(line) - len(line.lstrip("`")) for line in lines)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}text", *lines, fence, ""])


def sentences(answer: Review) -> Iterator[str]:
    """The same in sentences."""
    first, last = answer.period.first, answer.period.last
    yield f"From {days.spoken(first)} to {days.spoken(last)}: {totals_words(answer)}."
    for entry in answer.entries:
        time = f", {time_of(entry)}" if time_of(entry) else ""
        waits = "" if entry.reflected else ", not reflected yet"
        yield f"{days.spoken(entry.day)}: {entry.title}{time}{waits}."
    yield from (f"Learnt: {entry.outcome}" for entry in answer.learnt)
    yield from (f"Ticked on {days.spoken(it.done)}: {it.title}." for it in answer.ticked)
    for it in answer.moves:
        now = f"{goal_words.progress(it.now)} now, {standings(it, answer).text}"
        yield goal_sentences.spelt(f"Goal {it.now.goal.id}: {before(it)} then, {now}.")
    yield from (f"Still open: {agenda.reason(it, last)}" for it in answer.left[:OPEN])


def document(answer: Review) -> documents.Document:
    """All of it."""
    last = answer.period.last
    return {
        "schema": "cpdlog/review@1",
        "period": documents.period(answer.period),
        "entries": [documents.entry(it, last) for it in answer.entries],
        "learnt": [it.outcome for it in answer.learnt],
        "minutes": documents.minutes(answer.totals),
        "ticked": [
            {"handle": it.handle, "text": it.title, "done": documents.iso(it.done)}
            for it in answer.ticked
        ],
        "left": [agenda.item(it, last) for it in answer.left],
        "goals": [
            {
                "id": it.now.goal.id,
                "moved": it.moved,
                "then": documents.goal(it.then),
                "now": documents.goal(it.now),
            }
            for it in answer.moves
        ],
        "last": answer.last.id if answer.last else None,
    }


def rows(answer: Review) -> Iterator[tuple[str, ...]]:
    """How the goals moved."""
    yield ("goal", "then", "now", "standing")
    for it in answer.moves:
        yield (it.now.goal.id, before(it), goal_words.progress(it.now), standings(it, answer).text)
