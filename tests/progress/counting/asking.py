"""Where somebody stands with a body's rules, asked in a line."""

from collections.abc import Iterable
from decimal import Decimal

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Adjustment, Settings, Use
from cpdlog.progress.counting.part import Part
from cpdlog.progress.counting.report import RequirementReport, RuleReport
from cpdlog.progress.requirements import status
from tests.model.requirement.entries import day

H = 60  # an hour, in minutes
TODAY = "2026-11-23"
SETTINGS = Settings(types=("exhibition",))


def ask(
    definition: Definition,
    *entries: Entry,
    as_of: str = TODAY,
    on: str = "",
    answers: str = "",
    adjustments: Iterable[Adjustment] = (),
) -> RequirementReport:
    """The report of a day.

    Args:
        definition: The rules.
        entries: What was done.
        as_of: The day, of 2026 or of any year.
        on: A day of another window.
        answers: Such as `cycle_start=2024-04-01 variant=dual`.
        adjustments: Lowered floors.
    """
    pairs = (each.partition("=") for each in answers.split())
    given = tuple((name, text) for name, _, text in pairs)
    use = Use(definition.id, given, tuple(adjustments))
    return status(definition, use, entries, SETTINGS, day(as_of), on=day(on) if on else None)


def rule(report: RequirementReport, name: str) -> RuleReport:
    """One rule of a report."""
    return next(each for each in report.rules if each.rule.id == name)


def part(report: RequirementReport, name: str) -> Part:
    """The worst part of one rule; of most, the only one."""
    return rule(report, name).worst


def facts(of: object, names: str) -> list[object]:
    """Some attributes of a value, in order."""
    return [getattr(of, name) for name in names.split()]


def words(report: RequirementReport) -> dict[str, str]:
    """The word of each rule."""
    return {each.rule.id: each.status for each in report.rules}


def lowered(name: str, by: str, window: str = "", reason: str = "leave") -> Adjustment:
    """An adjustment."""
    return Adjustment(name, Decimal(by), reason, day(window) if window else None)
