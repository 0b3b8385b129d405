"""Bodies' rules that are in use: where a member stands with all of them.

In use is what the journal has a file of, and what its settings name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cpdlog.model.period import Period, Unit
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Settings, Use
from cpdlog.progress.counting.member import member_of
from cpdlog.progress.counting.part import WORST_FIRST, Part, Status
from cpdlog.progress.counting.report import RequirementReport, RuleReport
from cpdlog.progress.requirements import status, statuses

# What `report --fail-if short` looks for: what can no longer hold, or in a rolling window does not.
FAILS: tuple[Status, ...] = ("missed", "short")


@dataclass(frozen=True, slots=True)
class Standings:
    """Where a member stands.

    Attributes:
        as_of: The day of the question.
        reports: A window each, in the order in which the rules are in use.
        resting: Rules in use that ended before the day or hold only from a later one.
        problems: What is wrong with files of rules that are therefore not among them.
    """

    as_of: date
    reports: tuple[RequirementReport, ...]
    resting: tuple[Definition, ...] = ()
    problems: tuple[Problem, ...] = ()


def names_in_use(settings: Settings, own: Iterable[str]) -> list[str]:
    """The ids of rules in use: those that the settings name, then the journal's other files."""
    return list(dict.fromkeys([*(use.id for use in settings.requirements), *sorted(own)]))


def use_of(settings: Settings, name: str) -> Use:
    """The member's answers and adjustments; none where the settings do not name the rules."""
    return next((use for use in settings.requirements if use.id == name), Use(name))


def standings(
    definitions: Iterable[Definition],
    record: Record,
    as_of: date,
    problems: Iterable[Problem] = (),
) -> Standings:
    """Where a member stands on a day with all rules in use.

    Args:
        definitions: The rules, in order.
        record: The whole journal.
        as_of: The day of the question.
        problems: What is wrong with files of rules.
    """
    reports: list[RequirementReport] = []
    resting: list[Definition] = []
    for definition in definitions:
        found = standing(definition, record, as_of)
        if any(map(rests, found)):
            resting.append(definition)
        else:
            reports += found
    errors = tuple(it for it in problems if it.severity == "error")
    return Standings(as_of, tuple(reports), tuple(resting), errors)


def standing(definition: Definition, record: Record, as_of: date) -> tuple[RequirementReport, ...]:
    """Where a member stands with one body's rules, in every window that is open on a day.

    Of rules that ended before the day it is the last window in which they held.
    """
    settings, entries, last = record.settings, record.entries, definition.effective.last
    use = use_of(settings, definition.id)
    if last and last < as_of:
        return (status(definition, use, entries, settings, as_of, on=last),)
    return statuses(definition, use, entries, settings, as_of)


def rests(report: RequirementReport) -> bool:
    """Whether rules do not hold yet, or ended and nothing more is to be written down."""
    effective = report.definition.effective
    if effective.first and effective.first > report.as_of:
        return True
    ended = effective.last is not None and effective.last < report.as_of
    return ended and (report.closes is None or report.closes < report.as_of)


def unmet(report: RequirementReport) -> tuple[RuleReport, ...]:
    """The rules that must hold and do not, the worst first and then the most urgent."""
    found = (it for it in report.rules if it.rule.level == "must" and it.status != "met")
    return tuple(sorted(found, key=urgency))


def urgency(report: RuleReport) -> tuple[int, date]:
    """What rules are sorted by."""
    return WORST_FIRST.index(report.status), report.worst.by or date.max


def due(report: RequirementReport, part: Part) -> date | None:
    """The last day on which a part can be put right by doing something.

    Once that is past, the last day on which it can still be written down; None in a rolling window.
    """
    done = part.span.last_day
    written_later = part.by is not None and part.by == report.closes and done >= report.as_of
    return done if written_later else part.by


def short(reports: Iterable[RequirementReport]) -> tuple[RequirementReport, ...]:
    """The windows in which a rule that must hold is missed or short."""
    return tuple(
        report for report in reports if any(rule.status in FAILS for rule in unmet(report))
    )


def cycle(definition: Definition, settings: Settings) -> Unit | None:
    """What gives the turn of a body's cycle that holds a day; None where none is known."""
    member, _ = member_of(definition, use_of(settings, definition.id), (), settings)
    if member is None or definition.window.kind != "cycle":
        return None
    anchor = member.anchor

    def turn(day: date) -> Period:
        window = definition.window.holding(day, anchor)
        return Period(window.start, window.last_day, f"{window.start}..{window.last_day}")

    return turn


def check_use(
    settings: Settings, definitions: Mapping[str, Definition], path: str
) -> Iterator[Problem]:
    """What the settings and the rules that they name say of each other, as warnings.

    Args:
        settings: Of the journal.
        definitions: The rules in use that could be read, by id.
        path: The file of the settings.
    """
    for use in settings.requirements:
        definition = definitions.get(use.id)
        if definition is None:
            continue
        for caution in member_of(definition, use, (), settings)[1]:
            key = f"requirements.{use.id}"
            match caution.why:
                case "parameter":
                    message = f"'{caution.name}' has no answer, so that nothing can be judged."
                    hint = f"Answer it: cpdlog requirement use {use.id}"
                case "answer":
                    message = f"'{caution.name}' asks for something else, or is asked by nobody."
                    hint = f"See: cpdlog requirement show {use.id}"
                case _:
                    message = f"The adjustment of '{caution.name}' fits no rule or window."
                    hint = "An adjustment needs a rule with min, and its window's first day."
            yield Problem(path, 0, key, message, hint, "warning")
