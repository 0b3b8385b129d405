"""One goal looked at closely: its course, what it needs, its actions and its evidence."""

from collections.abc import Iterator
from functools import partial

from cpdlog.model import civil
from cpdlog.model.entry import Entry
from cpdlog.progress.goal_list import GoalView
from cpdlog.progress.goals import GoalReport
from cpdlog.render import burnup, days, documents, goal_facts, goal_sentences, goal_steps
from cpdlog.render.blocks import (
    FAINT,
    PLAIN,
    STRONG,
    WARN,
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Gap,
    Heading,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)
from cpdlog.render.entries import time_of

LISTED = False
TOLD = ("Standing", "Done")  # what the first sentences have said already
SHOWN = 5  # entries; `cpdlog list --goal` has all
ACTIONS = (Column(""), Column("action points", cut=True), Column("when"), Column("handle"))
EVIDENCE = (
    *(Column("evidence"), Column("entry", cut=True), Column("time", right=True), Column("")),
)


def blocks(answer: GoalView) -> Iterator[Block]:
    """Heading, chart, figures, action points, evidence, and what could be done."""
    report = answer.detail.report
    goal = report.goal
    yield Heading(f"{goal.id}  {goal.title}", end_words(report))
    for name, text in said(report):
        yield paragraph(Span(f"{name}: ", FAINT), text)
    yield Gap()
    if answer.detail.series:
        yield Chart(partial(burnup.lines, answer.detail))
        yield Gap()
    yield Facts(tuple(goal_facts.facts(answer.detail, answer.as_of)))
    if goal.actions:
        yield Gap()
        yield Table(ACTIONS, tuple(action_rows(answer)))
    if answer.detail.evidence:
        yield Gap()
        yield from evidence_blocks(answer)
    if steps := tuple(goal_steps.steps(report, answer.as_of)):
        yield Gap()
        yield paragraph(Span("Next", STRONG))
        yield Steps(steps)


def end_words(report: GoalReport) -> str:
    """`due Thu 31 Dec 2026`, or how it ended."""
    if report.since:
        return f"{report.standing} {civil.in_words(report.since)}"
    return f"due {civil.in_words(report.goal.due)}" if report.goal.due else "no due date"


def said(report: GoalReport) -> Iterator[tuple[str, str]]:
    """What its file says of it, by name."""
    goal = report.goal
    for name, text in (
        *(("Measure", goal.measure), ("Outcome", goal.outcome), ("Reason", goal.reason)),
    ):
        if text:
            yield name, text


def action_rows(answer: GoalView) -> Iterator[tuple[Cell, ...]]:
    """The action points, each with its handle."""
    goal = answer.detail.report.goal
    for task in goal.actions:
        ticked = task.ticked_by(answer.as_of)
        day = task.done if ticked else task.due
        late = not ticked and day is not None and day < answer.as_of
        when = f"{'done' if ticked else 'due'} {days.near(day, answer.as_of)}" if day else ""
        yield row(
            "[x]" if ticked else "[ ]",
            Span(task.text, FAINT if ticked else PLAIN),
            Span(when, WARN if late else FAINT),
            Span(f"{goal.id}.{task.number}", FAINT),
        )


def evidence_blocks(answer: GoalView) -> Iterator[Block]:
    """The latest entries, and how to see the others."""
    found = answer.detail.evidence
    yield Table(EVIDENCE, tuple(map(evidence_row, found[:SHOWN])))
    if len(found) > SHOWN:
        more = f"and {len(found) - SHOWN} more: cpdlog list --goal {answer.detail.report.goal.id}"
        yield paragraph(Span(more, FAINT))


def evidence_row(entry: Entry) -> tuple[Cell, ...]:
    """One entry."""
    mark = Span("") if entry.reflected else Span("inbox", WARN)
    return row(entry.day.isoformat(), entry.title, time_of(entry), mark)


def sentences(answer: GoalView) -> Iterator[str]:
    """The same in sentences."""
    report = answer.detail.report
    yield from goal_sentences.aloud(report, answer.as_of)
    for name, text in (*said(report), *goal_facts.facts(answer.detail, answer.as_of)):
        if name not in TOLD:
            yield days.sentence(f"{name}: {goal_sentences.spelt(text)}")
    if answer.detail.series:
        yield burnup.sentence(answer.detail)
    for task in report.goal.actions:
        state = "Done" if task.ticked_by(answer.as_of) else "To do"
        yield days.sentence(f"{state}, {report.goal.id}.{task.number}: {task.text}")
    for entry in answer.detail.evidence[:SHOWN]:
        yield days.sentence(f"Entry of {days.spoken(entry.day)}: {entry.title}")
    for why, command in goal_steps.steps(report, answer.as_of):
        yield f"Next: {why} Type: {command}"


def document(answer: GoalView) -> documents.Document:
    """All that is known of it."""
    detail = answer.detail
    return {
        "schema": "cpdlog/goal@1",
        "as_of": documents.iso(answer.as_of),
        **documents.goal(detail.report),
        "measure": detail.report.goal.measure or None,
        "outcome": detail.report.goal.outcome or None,
        "body": answer.body,
        "series": [
            {
                "date": documents.iso(point.day),
                "done": documents.own(detail.report, point.done),
                "expected": documents.own(detail.report, point.expected),
            }
            for point in detail.series
        ],
        "tasks": [documents.task(detail.report.goal.id, it) for it in detail.report.goal.actions],
        "evidence": [entry.id for entry in detail.evidence],
    }


def rows(answer: GoalView) -> Iterator[tuple[str, ...]]:
    """Its figures."""
    yield ("key", "value")
    yield ("id", answer.detail.report.goal.id)
    yield ("title", answer.detail.report.goal.title)
    yield from said(answer.detail.report)
    yield from goal_facts.facts(answer.detail, answer.as_of)
