"""What a goal's figures are in words: `14.5 of 20 h`, `behind 3.4 h`, `met 14 Nov`."""

from datetime import date
from decimal import Decimal

from cpdlog.progress.goals import GoalReport
from cpdlog.render import days
from cpdlog.render.blocks import BAD, FAINT, GOOD, PLAIN, WARN, Bar, Span

STYLES = {
    "met": GOOD,
    "done": GOOD,
    "on pace": GOOD,
    "ahead": GOOD,
    "behind": WARN,
    "no date": WARN,
    "unmeasured": WARN,
    "late": BAD,
    "out of reach": BAD,
    "dropped": FAINT,
    "not begun": FAINT,
}


def standing_style(report: GoalReport) -> str:
    """What the standing means, for colour beside the word."""
    return STYLES.get(report.standing, PLAIN)


def figure(report: GoalReport, amount: Decimal) -> str:
    """An amount in the goal's own unit: hours with one decimal, whole numbers without."""
    rounded = report.in_unit(amount, 1)
    whole = rounded == rounded.to_integral_value()
    return f"{rounded:.0f}" if whole and report.unit != "hours" else f"{rounded:.1f}"


def target_figure(report: GoalReport) -> str:
    """The target without needless decimals: `20`, `7.5`; empty where there is none."""
    if report.target is None:
        return ""
    return f"{report.in_unit(report.target).normalize():f}"


def noun(unit: str, amount: str) -> str:
    """The unit of an amount, `visits` or `1 visit`."""
    if amount not in ("1", "1.0") or unit.endswith("ss"):
        return unit
    if unit.endswith("ies"):
        return f"{unit.removesuffix('ies')}y"
    return unit.removesuffix("s")


def unit_word(report: GoalReport, amount: str) -> str:
    """The unit beside an amount: `h`, `entries`, `1 visit`."""
    return "h" if report.unit == "hours" else noun(report.unit, amount)


def measured(report: GoalReport, amount: Decimal) -> str:
    """An amount with its unit: `3.4 h`, `2 visits`."""
    own = figure(report, amount)
    return f"{own} {unit_word(report, own)}"


def progress(report: GoalReport) -> str:
    """`14.5 of 20 h`, `21 of 24 papers`, or the entries there are where nothing is measured."""
    if report.target is None or report.done is None:
        return days.counted(report.entries, "entry", "entries")
    target = target_figure(report)
    return f"{figure(report, report.done)} of {target} {unit_word(report, target)}"


def tally(report: GoalReport) -> tuple[str, str]:
    """The same for a table, with the unit apart: `14.5/20` and `h`."""
    if report.target is None or report.done is None:
        return str(report.entries), noun("entries", str(report.entries))
    target = target_figure(report)
    return f"{figure(report, report.done)}/{target}", unit_word(report, target)


def standing(report: GoalReport, as_of: date | None = None) -> str:
    """`behind 4.9 h`, `met 14 Nov`, `late 146 d`, `on pace`.

    Args:
        report: The goal.
        as_of: The day of the question, so that a day of another year is told with it.
    """
    off = distance(report)
    unit = f" {unit_word(report, off)}" if off else ""
    return standing_beside(report, as_of or report.since or date.min) + unit


def standing_beside(report: GoalReport, as_of: date) -> str:
    """The same where the unit stands beside it: `behind 4.9`."""
    if off := distance(report):
        return f"{report.standing} {off}"
    if report.since:
        return f"{report.standing} {days.near(report.since, as_of)}"
    return f"late {report.late_days} d" if report.late_days else report.standing


def distance(report: GoalReport) -> str:
    """How far a goal is ahead or behind; empty for others, and where it rounds to nothing."""
    if report.standing not in ("ahead", "behind") or report.difference is None:
        return ""
    off = figure(report, abs(report.difference))
    return "" if off in ("0", "0.0") else off


def pace(report: GoalReport) -> float | None:
    """Where an even pace would be, as a share of the target; only while the goal is open."""
    if not report.open or report.expected is None or not report.target:
        return None
    return min(1.0, float(report.expected / report.target))


def bar(report: GoalReport) -> Bar | Span:
    """How far the goal has come; nothing for one that is not measured."""
    if report.done is None or not report.target:
        return Span("")
    share = min(1.0, float(report.done / report.target))
    return Bar(share, pace(report), standing_style(report))


def percent(report: GoalReport) -> int | None:
    """The share that is done, rounded down so that 100 means reached; None for no measure."""
    if not report.target or report.done is None:
        return None
    return int(100 * report.done / report.target)


FIELDS = ("goal", "title", "done", "target", "unit", "standing", "due")


def record(report: GoalReport) -> tuple[str, ...]:
    """One goal as a line of figures, in the order of `FIELDS`."""
    done = "" if report.done is None else f"{report.in_unit(report.done):f}"
    due = report.goal.due.isoformat() if report.goal.due else ""
    return (
        report.goal.id,
        report.goal.title,
        done,
        target_figure(report),
        report.unit,
        standing(report),
        due,
    )
