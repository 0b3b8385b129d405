"""One rule held against a window: its parts, and the word for each of them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cpdlog.model.requirement.amounts import NOTHING
from cpdlog.model.requirement.measure import Seen
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Span
from cpdlog.progress.counting.case import Case
from cpdlog.progress.counting.deadline import LastDays, last_days
from cpdlog.progress.counting.exclusions import counting, exclusions, leaving
from cpdlog.progress.counting.part import Leaving, Part, Status
from cpdlog.progress.counting.report import RuleReport

DAYS_OF_A_WEEK = 7


class Held(NamedTuple):
    """A rule in a case, and what is the same in all its parts.

    Attributes:
        case: The case.
        rule: The rule.
        spans: The spans that it looks at and that have begun.
        floor: Its floor for the member; None for none.
        whole: What the rule counted of which it is a share; None where it is none.
        carried: What is added to what it has.
    """

    case: Case
    rule: Rule
    spans: tuple[Span, ...]
    floor: Decimal | None
    whole: Decimal | None
    carried: Decimal

    def floors(self, counted: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
        """Each floor, and what is held against it; what was carried over belongs to no share."""
        if self.floor is not None:
            yield self.floor, counted + self.carried
        if self.whole is not None and self.rule.limits.min_share is not None:
            yield self.rule.limits.min_share * self.whole, counted

    def ceilings(self) -> Iterator[Decimal]:
        """Each ceiling."""
        if self.rule.limits.max is not None:
            yield self.rule.limits.max
        if self.whole is not None and self.rule.limits.max_share is not None:
            yield self.rule.limits.max_share * self.whole

    @property
    def floorless(self) -> bool:
        """Whether it is to be a share of nothing, which it cannot be."""
        return self.rule.limits.min_share is not None and not self.whole


def rule_report(case: Case, rule: Rule) -> RuleReport | None:
    """One rule; None where none of its spans has begun, or none fits in the window."""
    begun = spans(case, rule)
    if not begun:
        return None
    held = Held(case, rule, begun, case.floor(rule), case.whole(rule), case.carried_into(rule))
    parts = tuple(part for span in held.spans for part in parts_of(held, span))
    planned, outside = beside(held)
    return RuleReport(rule, parts, case.reductions(rule), planned, outside)


def spans(case: Case, rule: Rule) -> tuple[Span, ...]:
    """The spans that a rule looks at and that have begun."""
    if rule.within is None:
        return (case.window,)
    found = rule.within.spans(case.window, case.definition.window.length)
    return tuple(span for span in found if span.start <= case.as_of)


def parts_of(held: Held, span: Span) -> Iterator[Part]:
    """The rule for each of its values in one span."""
    case, rule = held.case, held.rule
    last = rule.within and rule.within.kind == "last"
    tallied = case.tallied(span) if last else case.lines
    looked = [line for line in tallied if span.holds(line.entry.day) and rule.where.passes(line)]
    for value in rule.values:
        lines = [line for line in looked if rule.is_for(line, value)]
        yield part(held, value, Seen(lines, span, case.as_of))


def part(held: Held, value: str, seen: Seen) -> Part:
    """The rule for one value in one span."""
    measure = held.rule.measure
    counts = counting(seen, seen.lines)
    counted = measure.amount(counts)
    excluded = exclusions(measure, seen)
    floors, ceilings = tuple(held.floors(counted)), tuple(held.ceilings())
    short_by = max((floor - has for floor, has in floors), default=NOTHING)
    over_by = max((counted - ceiling for ceiling in ceilings), default=NOTHING)
    holds = short_by <= 0 and over_by <= 0 and not held.floorless
    last = last_days(held.case, held.rule, seen.span)
    return Part(
        value=value,
        span=seen.span,
        status="met" if holds else unmet(held, counted, last),
        counted=counted,
        logged=counted + sum((cause.amount for cause in excluded), NOTHING),
        carried=held.carried,
        min=max((floor for floor, _ in floors), default=None),
        max=min(ceilings, default=None),
        short_by=max(short_by, NOTHING),
        over_by=max(over_by, NOTHING),
        by=last.to_write if last else None,
        needed_per_week=needed(short_by, seen.as_of, last),
        excluded=excluded,
        absent=tuple(name for name, alone in measure.by_name if not alone.amount(counts)),
        leaves=leaves(held, counts),
    )


def unmet(held: Held, counted: Decimal, last: LastDays | None) -> Status:
    """The word for a rule that does not hold: a ceiling that is exceeded stays so."""
    if last is None:
        return "short"
    ceiling = held.rule.limits.max
    exceeded = ceiling is not None and counted > ceiling
    return "missed" if exceeded or held.case.as_of > last.to_write else "open"


def needed(short_by: Decimal, as_of: date, last: LastDays | None) -> Decimal | None:
    """What is missing over the weeks that are left; None where nothing is, or no day."""
    if short_by <= 0 or last is None or last.to_do <= as_of:
        return None
    return short_by * DAYS_OF_A_WEEK / (last.to_do - as_of).days


def leaves(held: Held, counts: Seen) -> Leaving | None:
    """What a rolling window, or a look back that rolls with it, loses next."""
    within = held.rule.within
    if not held.case.definition.window.rolling or not held.rule.measure.adds:
        return None
    if within is None:
        return leaving(held.rule.measure, counts, held.case.definition.window.length)
    return leaving(held.rule.measure, counts, within.length) if within.kind == "last" else None


def beside(held: Held) -> tuple[Decimal, Decimal]:
    """What is planned for the window, and what lies outside the spans that a rule looks at."""
    case, measure = held.case, held.rule.measure
    if not measure.adds:
        return NOTHING, NOTHING
    looked = [line for line in case.member.lines if held.rule.looks_at(line)]
    planned = [line for line in looked if is_planned(case, line.entry.day)]
    outside = [line for line in looked if is_outside(held, line.entry.day)]
    seen = Seen(planned, case.window, case.as_of)
    return measure.amount(seen), measure.amount(seen._replace(lines=outside))


def is_planned(case: Case, day: date) -> bool:
    """Whether a day is still to come, and not after the window; a rolling one has no end."""
    return day > case.as_of and (case.definition.window.rolling or day < case.window.end)


def is_outside(held: Held, day: date) -> bool:
    """Whether a day has come, and lies in none of a rule's spans."""
    return day <= held.case.as_of and not any(span.holds(day) for span in held.spans)
