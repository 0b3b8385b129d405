"""Bodies' rules to choose from, one to look at, and two editions held against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cpdlog.model.problem import Problem
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.differences import Difference, differences
from cpdlog.model.settings import Use

MONTHS_OF_A_YEAR = 12


class Listed(NamedTuple):
    """Rules in a list.

    Attributes:
        definition: The rules.
        in_use: Whether the journal uses them.
        age: Full months since somebody last held them against their sources.
    """

    definition: Definition
    in_use: bool
    age: int


@dataclass(frozen=True, slots=True)
class RequirementList:
    """Rules to choose from.

    Attributes:
        as_of: The day of the question.
        rules: Those in use first, each by id.
        problems: What is wrong with files of rules that are therefore not among them.
    """

    as_of: date
    rules: tuple[Listed, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementView:
    """One body's rules to look at.

    Attributes:
        as_of: The day of the question.
        definition: The rules.
        use: The member's answers and adjustments; None where the rules are not in use.
        own: Whether it is the journal's own file.
    """

    as_of: date
    definition: Definition
    use: Use | None
    own: bool


@dataclass(frozen=True, slots=True)
class RequirementDiff:
    """The journal's copy of rules, and those that come with cpdlog under the same id."""

    own: Definition
    packaged: Definition
    differences: tuple[Difference, ...]


def requirement_list(
    definitions: Iterable[Definition],
    used: Iterable[str],
    as_of: date,
    problems: Iterable[Problem] = (),
) -> RequirementList:
    """Rules to choose from.

    Args:
        definitions: All there are.
        used: The ids of those in use.
        as_of: The day of the question.
        problems: What is wrong with files of rules.
    """
    names = set(used)
    rules = [Listed(it, it.id in names, age(it.checked, as_of)) for it in definitions]
    rules.sort(key=lambda it: (not it.in_use, it.definition.id))
    errors = tuple(it for it in problems if it.severity == "error")
    return RequirementList(as_of, tuple(rules), errors)


def age(checked: date, as_of: date) -> int:
    """Full months from one day to another; 0 where it is still to come."""
    months = (as_of.year - checked.year) * MONTHS_OF_A_YEAR + as_of.month - checked.month
    return max(months - (as_of.day < checked.day), 0)


def requirement_diff(own: Definition, packaged: Definition) -> RequirementDiff:
    """What changed from the journal's copy to the rules that come with cpdlog."""
    return RequirementDiff(own, packaged, differences(own, packaged))
