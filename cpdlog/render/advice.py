"""What goals could say better, each with what to type."""

import shlex
from collections.abc import Iterator
from datetime import date

from cpdlog.progress.advice import MOST_ACTIVE, Finding
from cpdlog.progress.goal_list import Advice
from cpdlog.render import days, documents
from cpdlog.render.blocks import GOOD, Block, Gap, Heading, Span, Steps, paragraph

LISTED = False


def blocks(answer: Advice) -> Iterator[Block]:
    """A reason and a command for each finding."""
    if not answer.findings:
        yield paragraph(Span(verdict(answer), GOOD))
        return
    yield Heading("What would make the plan easier to follow")
    yield Gap()
    yield Steps(tuple(step(it, answer.as_of) for it in answer.findings))
    yield Gap()
    yield paragraph(verdict(answer))


def verdict(answer: Advice) -> str:
    """How many goals were looked at and what was found."""
    looked = days.counted(answer.open, "open goal")
    if not answer.findings:
        return f"{looked}: nothing to say."
    return f"{looked}, {days.counted(len(answer.findings), 'piece', 'pieces')} of advice."


def step(it: Finding, as_of: date) -> tuple[str, str]:
    """Why, and what to type."""
    change = f"cpdlog goal set {shlex.quote(it.goal)}"
    name = f"Goal {it.goal}"
    day = days.near(it.day, as_of) if it.day else ""
    match it.flaw:
        case "no due date":
            return f"{name} has no due date.", f"{change} due=eoy"
        case "no measure":
            reason = f"{name} does not say how you will know that it is reached."
            return reason, f"{change} 'target=6 entries'"
        case "vague":
            reason = (
                f"{name}: nobody can measure '{it.word}'. Say what will be there, and how many."
            )
            return reason, f"cpdlog goal edit {shlex.quote(it.goal)}"
        case "late":
            reason = f"{name} was due on {day}, and nobody has looked at it since."
            return reason, f"cpdlog goal review {shlex.quote(it.goal)} -m 'Why, and what now'"
        case "role ended":
            reason = f"{name} belongs to the job '{it.word}', which ended on {day}."
            return reason, f"cpdlog goal edit {shlex.quote(it.goal)}"
        case "too many":
            reason = f"{it.active} goals are under way; more than {MOST_ACTIVE} are hard to follow."
            return reason, "cpdlog report goals"


def sentences(answer: Advice) -> Iterator[str]:
    """The same in sentences."""
    for it in answer.findings:
        why, command = step(it, answer.as_of)
        yield f"{why} Type: {command}"
    yield verdict(answer)


def document(answer: Advice) -> documents.Document:
    """Each finding."""
    return {
        "schema": "cpdlog/advice@1",
        "as_of": documents.iso(answer.as_of),
        "open": answer.open,
        "advice": [finding(it, answer.as_of) for it in answer.findings],
    }


def finding(it: Finding, as_of: date) -> documents.Document:
    """One finding."""
    why, command = step(it, as_of)
    return {"goal": it.goal or None, "flaw": it.flaw, "reason": why, "command": command}


def rows(answer: Advice) -> Iterator[tuple[str, ...]]:
    """A finding a line."""
    yield ("goal", "flaw", "reason", "command")
    for it in answer.findings:
        yield (it.goal, it.flaw, *step(it, answer.as_of))
