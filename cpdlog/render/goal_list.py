"""The goals of the plan."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.progress.goal_list import GoalList
from cpdlog.render import days, documents, goal_sentences, goal_words, goals
from cpdlog.render.blocks import FAINT, Block, Gap, Heading, Span, Steps, paragraph

LISTED = False
FIRST = ("", 'cpdlog goal add "Visit five libraries" --target "5 visits" --due eoy')


def blocks(answer: GoalList) -> Iterator[Block]:
    """A table in the order of the plan, or how to begin one."""
    yield Heading(heading(answer), civil.in_words(answer.as_of))
    yield Gap()
    if answer.goals:
        yield goals.table(answer.goals, answer.as_of)
    else:
        yield paragraph("No goals yet. Add one:" if not answer.ended else "Add one:")
        yield Steps((FIRST,))
    if answer.ended:
        yield paragraph(Span(ended(answer), FAINT))


def heading(answer: GoalList) -> str:
    """How many goals there are."""
    if not answer.goals:
        return "Goals"
    shown = days.counted(len(answer.goals), "goal")
    return shown if any(not it.open for it in answer.goals) else f"{shown} open"


def ended(answer: GoalList) -> str:
    """How many goals are left out, and how to see them."""
    return f"{days.counted(answer.ended, 'goal')} met, done or dropped: cpdlog goal list --all"


def sentences(answer: GoalList) -> Iterator[str]:
    """The same in sentences."""
    yield f"{heading(answer)} as of {days.spoken(answer.as_of)}{'' if answer.goals else ': none'}."
    for report in answer.goals:
        yield from goal_sentences.aloud(report, answer.as_of)
    if answer.ended:
        yield ended(answer)


def document(answer: GoalList) -> documents.Document:
    """Each goal with where it stands."""
    return {
        "schema": "cpdlog/goals@1",
        "as_of": documents.iso(answer.as_of),
        "goals": [documents.goal(report) for report in answer.goals],
        "problems": [documents.problem(it) for it in answer.problems],
    }


def rows(answer: GoalList) -> Iterator[tuple[str, ...]]:
    """A goal a line."""
    yield goal_words.FIELDS
    for report in answer.goals:
        yield goal_words.record(report)
