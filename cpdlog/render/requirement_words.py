"""What the figures of a body's rules are in words: `18.0 h`, `at least 20 h`, `short 2.0`."""

from datetime import date
from decimal import Decimal

from cpdlog.model.requirement.amounts import MINUTES
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.windows import Span as Days
from cpdlog.progress.counting.part import Part, Status
from cpdlog.progress.counting.report import RequirementReport, RuleReport
from cpdlog.render import days
from cpdlog.render.blocks import BAD, FAINT, GOOD, WARN

STYLES: dict[Status, str] = {"met": GOOD, "open": WARN, "short": BAD, "missed": BAD}
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
PERCENT = 100


def figure(amount: Decimal, unit: str) -> str:
    """An amount alone: hours with one decimal, or two where one would not be exact.

    Two tell every minute apart, so that 34 h 59 never looks like 35.
    """
    if unit != "hours":
        return f"{amount.normalize():f}"
    hours = amount / MINUTES
    rounded = hours.quantize(HUNDREDTH)
    return f"{rounded.quantize(TENTH) if rounded == rounded.quantize(TENTH) else rounded:f}"


def limit_figure(amount: Decimal, unit: str) -> str:
    """A limit alone, without needless decimals: `20`, `37.5`."""
    return f"{Decimal(figure(amount, unit)).normalize():f}"


def noun(unit: str, amount: str) -> str:
    """The unit beside an amount: `h`, `1 entry`; nothing where a rule's text says what it is."""
    one = amount in ("1", "1.0")
    match unit:
        case "hours":
            return "h"
        case "entries":
            return "entry" if one else "entries"
        case "points":
            return "point" if one else "points"
        case "days":
            return "day" if one else "days"
        case _:
            return ""


def measured(amount: Decimal, unit: str) -> str:
    """An amount with its unit: `3.4 h`, `2 entries`, `2`."""
    own = figure(amount, unit)
    return f"{own} {noun(unit, own)}".rstrip()


def limits(report: RuleReport, part: Part) -> str:
    """Between which limits a rule holds: `at least 20 h`, `at most 91 days`, `8 to 10 h`."""
    found = [
        f"{word} {share}"
        for word, share in (
            ("at least", share_words(report.rule.limits.min_share)),
            ("at most", share_words(report.rule.limits.max_share)),
        )
        if share
    ]
    if found:
        return f"{', '.join(found)} of {report.rule.limits.of}"
    low, high = (
        None if limit is None else limit_figure(limit, report.unit)
        for limit in (part.min, part.max)
    )
    if low and high:
        return f"{low} to {high} {noun(report.unit, high)}".rstrip()
    own = low or high or ""
    return f"{'at least' if low else 'at most'} {own} {noun(report.unit, own)}".rstrip()


def share_words(share: Decimal | None) -> str:
    """`50 %`; empty for none."""
    return "" if share is None else f"{(share * PERCENT).normalize():f} %"


def has(part: Part) -> Decimal:
    """What is held against a floor: what counts and what was carried over."""
    return part.counted + part.carried


def standing(report: RuleReport, part: Part) -> str:
    """`met`, `2.0 to go`, `short 2.0`, `missed by 2.0`, `over by 3`; its unit stands beside it."""
    if part.status == "met":
        return "met"
    if part.short_by:
        off = figure(part.short_by, report.unit)
        words = {"open": f"{off} to go", "short": f"short {off}", "missed": f"missed by {off}"}
        return words[part.status]
    if part.over_by:
        return f"over by {figure(part.over_by, report.unit)}"
    return part.status


def style(report: RuleReport, part: Part) -> str:
    """What the standing means; a recommendation that is not followed is no fault."""
    if report.rule.level == "should" and part.status != "met":
        return FAINT
    return STYLES[part.status]


def off(report: RuleReport, part: Part) -> str:
    """How far a part is from its limit, in a sentence: `short by 2.0 h`, `1 entry to go`."""
    if part.short_by:
        words = measured(part.short_by, report.unit)
        return {
            "open": f"{words} to go",
            "missed": f"missed by {words}",
        }.get(part.status, f"short by {words}")
    if part.over_by:
        return f"over by {measured(part.over_by, report.unit)}"
    return part.status


def piece(report: RuleReport, part: Part, window: Days) -> str:
    """Which value or piece of a window a part is of; empty where a rule has one part."""
    words = [part.value] if part.value else []
    within = report.rule.within
    if within and within.kind != "last" and part.span != window:
        words.append(span(part.span))
    return ", ".join(words)


def span(of: Days) -> str:
    """Both days of a span: `2026`, `1 Nov 2025 to 31 Oct 2026`."""
    first, last = of.start, of.last_day
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = f"{first.year} to {last.year}"
        return str(first.year) if first.year == last.year else years
    return f"{days.near(first, date.min)} to {days.near(last, date.min)}"


def window_words(report: RequirementReport) -> str:
    """The window that is judged."""
    if report.window is None:
        return "not judged"
    words = span(report.window)
    return (
        f"the {length_words(report.definition)} to {days.near(report.window.last_day, date.min)}"
        if report.definition.window.rolling
        else words
    )


def length_words(definition: Definition) -> str:
    """`12 months`, `3 years`."""
    number, unit = definition.window.length
    if (number, unit) == (1, "Y"):
        return "12 months"
    return days.counted(number, {"Y": "year", "M": "month", "W": "week", "D": "day"}[unit])


def name(definition: Definition) -> str:
    """Who asks, and for what: `CILIP: Revalidation of ACLIP, MCLIP or FCLIP`."""
    return f"{definition.body}: {definition.title}"
