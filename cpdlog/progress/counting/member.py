"""The member's side of a body's rules: answers and adjustments from the settings, and entries."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cpdlog.model.civil import FIRST, iso
from cpdlog.model.entry import Entry
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.requirement.amounts import exact
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.lines import Line, lines_of
from cpdlog.model.requirement.params import VARIANT, answered
from cpdlog.model.settings import Adjustment, Settings, Use
from cpdlog.progress.counting.part import Reduction
from cpdlog.progress.counting.report import Caution


class Member(NamedTuple):
    """A member's side.

    Attributes:
        lines: All entries, by day and then by id.
        variant: The answer that picks among variants; empty where none is asked for.
        anchor: A day on which a cycle begins.
        reductions: Lowered floors, of all windows.
    """

    lines: tuple[Line, ...]
    variant: str
    anchor: date
    reductions: tuple[Reduction, ...]


def member_of(
    definition: Definition, use: Use, entries: Iterable[Entry], settings: Settings
) -> tuple[Member | None, tuple[Caution, ...]]:
    """The member's side, and what of the settings makes no sense or is missing.

    Returns:
        No member where a question has no answer: then nothing can be judged.
    """
    answers = answered(definition.params, dict(use.answers))
    cautions = tuple(answer_cautions(definition, use, answers))
    if len(answers) < len(definition.params):
        return None, cautions
    anchor = anchor_of(definition, answers)
    lowered = [(each.rule, reduction(definition, anchor, each)) for each in use.adjustments]
    member = Member(
        lines=lines_of(entries, settings),
        variant=answers.get(VARIANT, ""),
        anchor=anchor,
        reductions=tuple(used for _, used in lowered if used),
    )
    useless = (Caution("adjustment", rule) for rule, used in lowered if not used)
    return member, (*cautions, *useless)


def answer_cautions(
    definition: Definition, use: Use, answers: Mapping[str, str]
) -> Iterator[Caution]:
    """Answers that make no sense, and questions that nobody answered.

    Args:
        definition: The rules.
        use: What the settings say.
        answers: The answers that are used, defaults among them.
    """
    params = {param.name: param for param in definition.params}
    for name, answer in use.answers:
        if name not in params or not params[name].accepts(answer):
            yield Caution("answer", name)
    for name in params:
        if name not in answers:
            yield Caution("parameter", name)


def anchor_of(definition: Definition, answers: Mapping[str, str]) -> date:
    """A day on which a cycle begins; any day where the window is none."""
    window = definition.window
    if window.anchor_param:
        return iso(answers[window.anchor_param])
    return window.anchor or FIRST


def reduction(definition: Definition, anchor: date, adjustment: Adjustment) -> Reduction | None:
    """What an adjustment lowers; None where it names no floor or window, or no exact amount."""
    rule = definition.rule(adjustment.rule)
    if rule is None or rule.limits.min is None:
        return None
    if not begins(definition, anchor, adjustment.window):
        return None
    try:
        amount = exact(adjustment.reduce_by, rule.measure.unit)
    except NotUnderstood:
        return None
    return Reduction(rule.id, amount, adjustment.reason, adjustment.window)


def begins(definition: Definition, anchor: date, day: date | None) -> bool:
    """Whether a window begins on a day; a rolling one has no first day that could be named."""
    if day is None or definition.window.rolling:
        return day is None and definition.window.rolling
    return definition.window.holding(day, anchor).start == day
