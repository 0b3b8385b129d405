"""What the figures of a body's rules are in words: `18.0`, `at least 20 h`, `short 2.0`."""

from datetime import date
from decimal import Decimal

from cpdlog.model import civil
from cpdlog.model.civil import Length
from cpdlog.model.requirement.amounts import MINUTES
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.windows import ONE_YEAR, Window
from cpdlog.model.requirement.windows import Span as Days
from cpdlog.progress.counting.part import Part, Status
from cpdlog.progress.counting.report import RequirementReport, RuleReport
from cpdlog.render import days
from cpdlog.render.blocks import BAD, FAINT, GOOD, WARN

STYLES: dict[Status, str] = {"met": GOOD, "open": WARN, "short": BAD, "missed": BAD}
NOUNS = {"entries": ("entry", "entries"), "points": ("point", "points"), "days": ("day", "days")}
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
PERCENT = 100
NEW_YEAR, NEW_YEARS_EVE = (1, 1), (12, 31)


def figure(amount: Decimal, unit: str) -> str:
    """An amount alone: hours with one decimal, or two where one would not be exact.

    Two tell every minute apart, so that 34 h 59 never looks like 35.
    """
    if unit != "hours":
        return f"{amount.normalize():f}"
    hours = (amount / MINUTES).quantize(HUNDREDTH)
    tenths = hours.quantize(TENTH)
    return f"{tenths if tenths == hours else hours:f}"


def limit_figure(amount: Decimal, unit: str) -> str:
    """A limit alone, without needless decimals: `20`, `37.5`."""
    return f"{Decimal(figure(amount, unit)).normalize():f}"


def noun(unit: str, amount: str) -> str:
    """The unit beside an amount: `h`, `entry`; nothing where a rule's text says what it is."""
    if unit == "hours":
        return "h"
    one, many = NOUNS.get(unit, ("", ""))
    return one if amount == "1" else many


def measured(amount: Decimal, unit: str) -> str:
    """An amount with its unit: `3.4 h`, `2 entries`, `2`."""
    own = figure(amount, unit)
    return f"{own} {noun(unit, own)}".rstrip()


def has(part: Part) -> Decimal:
    """What is held against a floor: what counts and what was carried over."""
    return part.counted + part.carried


def limits(report: RuleReport, part: Part) -> str:
    """Between which limits a rule holds: `at least 20 h`, `at most 91 days`, `8 to 10 h`."""
    shares = share_words(report)
    if shares:
        return shares
    low = "" if part.min is None else limit_figure(part.min, report.unit)
    high = "" if part.max is None else limit_figure(part.max, report.unit)
    unit = noun(report.unit, high or low)
    if low and high:
        return f"{low} to {high} {unit}".rstrip()
    return f"at least {low} {unit}".rstrip() if low else f"at most {high} {unit}".rstrip()


def share_words(report: RuleReport) -> str:
    """`at least 50 % of total`; empty for a rule that is no share."""
    limits = report.rule.limits
    shares = (("at least", limits.min_share), ("at most", limits.max_share))
    words = [
        f"{word} {limit_figure(share * PERCENT, '')} %"
        for word, share in shares
        if share is not None
    ]
    return f"{', '.join(words)} of {limits.of}" if words else ""


def standing(report: RuleReport, part: Part) -> str:
    """`met`, `2.0 to go`, `short 2.0`, `missed by 2.0`, `over by 3`; the unit stands beside it."""
    if part.short_by and part.status != "met":
        off = figure(part.short_by, report.unit)
        words = {"open": f"{off} to go", "short": f"short {off}"}
        return words.get(part.status, f"missed by {off}")
    return f"over by {figure(part.over_by, report.unit)}" if part.over_by else part.status


def in_sentence(report: RuleReport, part: Part) -> str:
    """The same with its unit: `short by 2.0 h`, `1 entry to go`."""
    if part.short_by and part.status != "met":
        off = measured(part.short_by, report.unit)
        words = {"open": f"{off} to go", "short": f"short by {off}"}
        return words.get(part.status, f"missed by {off}")
    return f"over by {measured(part.over_by, report.unit)}" if part.over_by else part.status


def style(report: RuleReport, part: Part) -> str:
    """What the standing means; a recommendation that is not followed is no fault."""
    advised = report.rule.level == "should" and part.status != "met"
    return FAINT if advised else STYLES[part.status]


def piece(report: RuleReport, part: Part, window: Days) -> str:
    """Which value or piece of the window a part is of; empty where a rule has but one."""
    within = report.rule.within
    cut = within and within.kind != "last" and part.span != window
    return ", ".join([*filter(None, [part.value]), *([span(part.span)] if cut else [])])


def dated(day: date) -> str:
    """`31 Oct 2026`."""
    return f"{civil.short(day)} {day.year}"


def span(of: Days) -> str:
    """Both days of a span, or its year: `2026`, `1 Nov 2025 to 31 Oct 2026`."""
    first, last = of.start, of.last_day
    whole = (first.month, first.day, last.month, last.day) == (*NEW_YEAR, *NEW_YEARS_EVE)
    if whole and first.year == last.year:
        return str(first.year)
    return f"{dated(first)} to {dated(last)}"


def window(report: RequirementReport) -> str:
    """The window that is judged: `12 months to 23 Nov 2026`, or its days."""
    if report.window is None:
        return ""
    if report.definition.window.rolling:
        return f"{length(report.definition.window)} to {dated(report.window.last_day)}"
    return span(report.window)


def length(of: Window) -> str:
    """How long a window is: `12 months`, `3 years`."""
    return "12 months" if of.length == ONE_YEAR else length_words(of.length)


def length_words(of: Length) -> str:
    """`3 years`, `31 days`."""
    return days.counted(of.number, {"Y": "year", "M": "month", "W": "week", "D": "day"}[of.unit])


def name(of: Definition) -> str:
    """Who asks, and for what: `CILIP: Revalidation of ACLIP, MCLIP or FCLIP`."""
    return f"{of.body}: {of.title}"
