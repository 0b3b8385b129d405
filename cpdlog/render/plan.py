"""The Personal Development Plan (PDP) as one document."""

from collections.abc import Iterator
from functools import partial

from cpdlog.model import civil
from cpdlog.model.checklist import visible_lines
from cpdlog.model.settings import Role
from cpdlog.progress.goals import GoalReport
from cpdlog.progress.plan import Plan
from cpdlog.progress.timeline import timeline
from cpdlog.render import days, documents, goal_sentences, goal_words
from cpdlog.render.blocks import Block, Chart, Facts, Gap, Heading, Markdown, Steps, paragraph
from cpdlog.render.goal_list import FIRST
from cpdlog.render.timeline import chart

LISTED = False


def blocks(answer: Plan) -> Iterator[Block]:
    """The plan against the calendar, then goal by goal."""
    yield Heading(title(answer), civil.in_words(answer.as_of), level=1)
    goals = (*answer.open, *answer.ended)
    if not goals:
        yield Gap()
        yield paragraph("No goals yet. Add one:")
        yield Steps((FIRST,))
        return
    if answer.roles:
        yield paragraph(roles(answer))
    yield Gap()
    yield Chart(partial(chart, timeline(goals, answer.as_of)))
    for report in goals:
        yield Gap()
        yield from goal_blocks(report, answer)


def title(answer: Plan) -> str:
    """Whose plan it is."""
    return (
        f"Personal Development Plan: {answer.name}" if answer.name else "Personal Development Plan"
    )


def roles(answer: Plan) -> str:
    """The jobs, with their first and last days."""
    return days.sentence("; ".join(map(role_words, answer.roles)))


def role_words(role: Role) -> str:
    """`Law librarian (from 1 Sep 2026)`."""
    ends = [("from", role.start), ("to", role.end)]
    known = " ".join(f"{word} {civil.short(day)} {day.year}" for word, day in ends if day)
    return f"{role.title} ({known})" if known else role.title


def goal_blocks(report: GoalReport, answer: Plan) -> Iterator[Block]:
    """One goal: its figures, and what its file says."""
    yield Heading(report.goal.title, report.goal.id)
    yield Facts(tuple(facts(report, answer)))
    if body := answer.bodies.get(report.goal.id, "").strip():
        yield Gap()
        yield Markdown(demoted(body))


def facts(report: GoalReport, answer: Plan) -> Iterator[tuple[str, str]]:
    """The figures and texts of a goal, by name."""
    goal = report.goal
    yield "Standing", goal_words.standing(report, answer.as_of)
    yield "Done", goal_words.progress(report)
    yield "From", f"{civil.short(report.start)} {report.start.year}"
    if goal.due:
        yield "Due", f"{civil.short(goal.due)} {goal.due.year}"
    for name, text in (
        ("Area", goal.area),
        ("Job", goal.role),
        ("Measure", goal.measure),
        ("Outcome", goal.outcome),
        ("Reason", goal.reason),
    ):
        if text:
            yield name, text


def demoted(body: str) -> str:
    """A body with its headings one level lower, below the goal's own."""
    lines = body.split("\n")
    for number, text in visible_lines(body):
        if text.startswith("#"):
            lines[number - 1] = f"#{lines[number - 1]}"
    return "\n".join(lines)


def sentences(answer: Plan) -> Iterator[str]:
    """The same in sentences."""
    yield f"{title(answer)}, as of {days.spoken(answer.as_of)}."
    if not (answer.open or answer.ended):
        yield "No goals yet."
    for report in (*answer.open, *answer.ended):
        yield from goal_sentences.aloud(report, answer.as_of)
        for name, text in facts(report, answer):
            if name in ("Measure", "Outcome", "Reason"):
                yield days.sentence(f"{name}: {text}")
        if body := answer.bodies.get(report.goal.id, "").strip():
            yield from body.split("\n")


def document(answer: Plan) -> documents.Document:
    """Each goal with its body."""
    return {
        "schema": "cpdlog/plan@1",
        "as_of": documents.iso(answer.as_of),
        "name": answer.name or None,
        "roles": [
            {
                "id": role.id,
                "title": role.title,
                "from": documents.iso(role.start),
                "to": documents.iso(role.end),
            }
            for role in answer.roles
        ],
        "goals": [
            {
                **documents.goal(report),
                "measure": report.goal.measure or None,
                "outcome": report.goal.outcome or None,
                "reason": report.goal.reason or None,
                "body": answer.bodies.get(report.goal.id, ""),
            }
            for report in (*answer.open, *answer.ended)
        ],
    }


def rows(answer: Plan) -> Iterator[tuple[str, ...]]:
    """A goal a line."""
    yield goal_words.FIELDS
    for report in (*answer.open, *answer.ended):
        yield goal_words.record(report)
