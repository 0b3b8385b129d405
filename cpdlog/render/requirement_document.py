"""Where a member stands with a body's rules, as JSON has it; amounts in each rule's own unit."""

from decimal import Decimal

from cpdlog.model.requirement.amounts import MINUTES
from cpdlog.model.requirement.windows import Span
from cpdlog.progress.counting.part import Excluded, Leaving, Part
from cpdlog.progress.counting.report import (
    CapReport,
    Carried,
    Caution,
    Nearly,
    RequirementReport,
    RuleReport,
)
from cpdlog.render.documents import Document, iso, number

HUNDREDTH = Decimal("0.01")


def requirement(report: RequirementReport) -> Document:
    """One body's rules in one window."""
    definition = report.definition
    return {
        "id": definition.id,
        "title": definition.title,
        "body": definition.body,
        "file": definition.path,
        "checked": iso(definition.checked),
        "confidence": definition.confidence,
        "window": window(report.window) if report.window else None,
        "closes": iso(report.closes),
        "meets": report.meets,
        "rules": [rule(it) for it in report.rules],
        "caps": [cap(it) for it in report.caps],
        "carried": [carried(it) for it in report.carried],
        "judge": list(definition.judge),
        "cautions": [caution(it) for it in report.cautions],
        "nearly": [nearly(it) for it in report.nearly],
    }


def window(span: Span) -> Document:
    """Both days of a window, inclusive."""
    return {"from": iso(span.start), "to": iso(span.last_day)}


def rule(report: RuleReport) -> Document:
    """One rule, with the figures of its worst part."""
    unit = report.unit
    return {
        "id": report.rule.id,
        "text": report.rule.text,
        "level": report.rule.level,
        "unit": unit,
        **part(report.worst, unit),
        "planned": own(report.planned, unit),
        "outside": own(report.outside, unit),
        "reductions": [
            {"amount": own(it.amount, unit), "reason": it.reason} for it in report.reductions
        ],
        "parts": [
            {"value": it.value or None, "span": window(it.span), **part(it, unit)}
            for it in report.parts
        ],
    }


def part(given: Part, unit: str) -> Document:
    """The figures of a rule for one value in one span."""
    names = ("min", "max", "counted", "carried", "logged")
    return {
        **{name: own(getattr(given, name), unit) for name in names},
        "status": given.status,
        "short_by": own(given.short_by, unit),
        "over_by": own(given.over_by, unit),
        "by": iso(given.by),
        "needed_per_week": own(given.needed_per_week, unit),
        "excluded": [excluded(it, unit) for it in given.excluded],
        "absent": list(given.absent),
        "leaves": leaves(given.leaves, unit) if given.leaves else None,
    }


def excluded(given: Excluded, unit: str) -> Document:
    """What is not counted."""
    return {
        "reason": f"{given.reason}: {given.name}",
        "amount": own(given.amount, unit),
        "entries": list(given.entries),
    }


def leaves(given: Leaving, unit: str) -> Document:
    """What a rolling window loses next."""
    return {
        "date": iso(given.day),
        "amount": own(given.amount, unit),
        "entries": list(given.entries),
    }


def cap(report: CapReport) -> Document:
    """One cap."""
    unit = report.cap.unit
    return {
        "text": report.cap.name,
        "unit": unit,
        "up_to": own(report.cap.up_to, unit),
        "counted": own(report.counted, unit),
        "logged": own(report.logged, unit),
    }


def carried(given: Carried) -> Document:
    """What comes from the window before."""
    return {
        "into": list(given.carry.into),
        "unit": given.carry.unit,
        "amount": own(given.amount, given.carry.unit),
        "window": window(given.window),
    }


def caution(given: Caution) -> Document:
    """What to know before the report is relied on."""
    return {"why": given.why, "name": given.name or None, "date": iso(given.day)}


def nearly(given: Nearly) -> Document:
    """What is not counted, and could be."""
    return {
        "lacks": given.lacks,
        "has": given.has or None,
        "type": given.kind or None,
        "entries": list(given.entries),
    }


def own(amount: Decimal | None, unit: str) -> int | float | None:
    """An amount in its own unit; hours to two decimals, which tell every minute apart."""
    if amount is None:
        return None
    return number((amount / MINUTES).quantize(HUNDREDTH) if unit == "hours" else amount)
