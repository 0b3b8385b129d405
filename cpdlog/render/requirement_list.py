"""Bodies' rules to choose from."""

from collections.abc import Iterator

from cpdlog.progress.requirement_list import Listed, RequirementList
from cpdlog.render import choices, days
from cpdlog.render.blocks import FAINT, GOOD, PLAIN, WARN, Block, Cell, Column, Span, row
from cpdlog.render.documents import Document, iso, problem

LISTED = True
OLD = 12  # months after which rules should be held against their sources again
COLUMNS = (
    *(Column("id"), Column("body", cut=True), Column("in", yields=2)),
    *(Column("unit", yields=1), Column("figures"), Column("checked"), Column("")),
)


def blocks(answer: RequirementList) -> Iterator[Block]:
    """A table, what is in use first."""
    return choices.blocks(
        COLUMNS, map(cells, answer.rules), legend(answer), answer.problems, "rules"
    )


def legend(answer: RequirementList) -> str:
    """What the words mean, and what to type."""
    return (
        f"{days.counted(len(answer.rules), 'set')} of rules. Official figures are the body's own; "
        "secondary ones are told by others. Look at one: cpdlog requirement show ID"
    )


def cells(it: Listed) -> tuple[Cell, ...]:
    """One set of rules."""
    rules = it.definition
    return row(
        rules.id,
        rules.body,
        Span(rules.country, FAINT),
        Span(rules.unit, FAINT),
        Span(rules.confidence, PLAIN if rules.confidence == "official" else FAINT),
        Span(checked(it), WARN if it.age >= OLD else FAINT),
        Span("in use" if it.in_use else "", GOOD),
    )


def checked(it: Listed) -> str:
    """How long ago somebody held the rules against their sources."""
    return f"{it.age} mo ago"


def sentences(answer: RequirementList) -> Iterator[str]:
    """One sentence a set of rules."""
    for it in answer.rules:
        rules, used = it.definition, "In use: " if it.in_use else ""
        told = f"{rules.confidence} figures, checked {checked(it).replace('mo', 'months')}"
        yield f"{used}{rules.id}, {rules.body}, {rules.title}; {rules.country}; {told}."
    yield legend(answer)


def document(answer: RequirementList) -> Document:
    """The whole list."""
    return {
        "schema": "cpdlog/requirement-list@1",
        "as_of": iso(answer.as_of),
        "requirements": [listed(it) for it in answer.rules],
        "problems": [problem(it) for it in answer.problems],
    }


def listed(it: Listed) -> Document:
    """One set of rules."""
    rules = it.definition
    return {
        "id": rules.id,
        "body": rules.body,
        "title": rules.title,
        "country": rules.country,
        "unit": rules.unit,
        "confidence": rules.confidence,
        "checked": iso(rules.checked),
        "age_months": it.age,
        "file": rules.path,
        "in_use": it.in_use,
    }


def rows(answer: RequirementList) -> Iterator[tuple[str, ...]]:
    """A set of rules a line."""
    yield ("id", "body", "title", "country", "unit", "confidence", "checked", "state")
    for it in answer.rules:
        rules = it.definition
        state = "in use" if it.in_use else ""
        told = (rules.country, rules.unit, rules.confidence, rules.checked.isoformat(), state)
        yield (rules.id, rules.body, rules.title, *told)
