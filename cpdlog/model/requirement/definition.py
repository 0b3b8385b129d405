"""What a body asks for, as one value; every key is explained in docs/requirement-schema.md."""

from dataclasses import dataclass
from datetime import date

from cpdlog.model.origin import Source
from cpdlog.model.requirement.caps import Cap
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.filters import EVERYTHING, Filter
from cpdlog.model.requirement.params import Param
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Window


@dataclass(frozen=True, slots=True)
class Effective:
    """When the rules hold: the first and the last day, and from when on a change is expected."""

    first: date | None = None
    last: date | None = None
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a body asks for.

    Attributes:
        path: The file, relative to the journal.
        id: What it is called; also the file's name.
        body: Who asks for it.
        country: Where it holds: two letters, or `INT`.
        title: What the scheme is called.
        unit: What the body counts in first: `hours`, `points` or `entries`; a label.
        source: Where the figures come from.
        confidence: `official` where every figure comes from the body itself, else `secondary`.
        checked: When somebody last held the file against its sources.
        window: The span of time that is judged.
        rules: What is asked.
        effective: When the rules hold.
        params: What only the member knows.
        counts_if: What an activity must have before it counts for anything here.
        caps: How much of some sort counts, in order.
        carry: What a surplus of the window before is worth.
        privacy: The profile under which a journal is checked that uses this file; may be empty.
        judge: What is asked and cannot be counted.
        notes: What else a member should know.
    """

    path: str
    id: str
    body: str
    country: str
    title: str
    unit: str
    source: tuple[Source, ...]
    confidence: str
    checked: date
    window: Window
    rules: tuple[Rule, ...]
    effective: Effective = Effective()
    params: tuple[Param, ...] = ()
    counts_if: Filter = EVERYTHING
    caps: tuple[Cap, ...] = ()
    carry: tuple[Carry, ...] = ()
    privacy: str = ""
    judge: tuple[str, ...] = ()
    notes: str = ""

    def rule(self, name: str) -> Rule | None:
        """The rule with this id, or None."""
        return next((rule for rule in self.rules if rule.id == name), None)

    def rules_for(self, variant: str) -> tuple[Rule, ...]:
        """The rules that a variant is asked for."""
        return tuple(rule for rule in self.rules if rule.applies(variant))


def questions(definition: Definition, answers: dict[str, str] | None = None) -> tuple[Param, ...]:
    """What to ask the member when a definition is taken into use.

    Args:
        definition: The definition.
        answers: What is known already; an answer that makes no sense is asked again.
    """
    known = answers or {}
    return tuple(
        param for param in definition.params if not param.accepts(known.get(param.name, ""))
    )
