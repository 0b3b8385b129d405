"""What a goal's figures are in words: `14.5 of 20 h`, `behind 3.4 h`, `met 14 Nov`."""

from collections.abc import Iterator
from decimal import Decimal

from cpdlog.model import civil
from cpdlog.progress.goals import GoalReport
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
SINGULAR = {"entries": "entry", "hours": "h", "actions": "action"}


def standing_style(report: GoalReport) -> str:
    """What the standing means, for colour beside the word."""
    return STYLES.get(report.standing, PLAIN)


def figure(report: GoalReport, amount: Decimal) -> str:
    """An amount in the goal's own unit: hours with one decimal, whole numbers without."""
    rounded = report.in_unit(amount, 1)
    whole = rounded == rounded.to_integral_value()
    return f"{rounded:.0f}" if whole and report.unit != "hours" else f"{rounded:.1f}"


def unit_word(report: GoalReport, amount: str) -> str:
    """The unit beside an amount: `h`, `entries`, `1 visit`."""
    if report.unit == "hours":
        return "h"
    if amount not in ("1", "1.0"):
        return report.unit
    return SINGULAR.get(report.unit, report.unit.removesuffix("s"))


def target_figure(report: GoalReport) -> str:
    """The target without needless decimals: `20`, `7.5`."""
    if report.target is None:
        return ""
    own = report.in_unit(report.target)
    return f"{own.normalize():f}"


def progress(report: GoalReport) -> str:
    """`14.5 of 20 h`, `21 of 24 papers`, or the entries there are where nothing is measured."""
    if report.target is None or report.done is None:
        return f"{report.entries} {'entry' if report.entries == 1 else 'entries'}"
    target = target_figure(report)
    return f"{figure(report, report.done)} of {target} {unit_word(report, target)}"


def standing(report: GoalReport) -> str:
    """`behind 4.9 h`, `met 14 Nov`, `late 146 d`, `on pace`."""
    word = report.standing
    if word in ("ahead", "behind") and report.difference is not None:
        off = figure(report, abs(report.difference))
        return f"{word} {off} {unit_word(report, off)}"
    if word in ("met", "done", "dropped") and report.since:
        return f"{word} {civil.short(report.since)}"
    if word == "late" and report.late_days:
        return f"late {report.late_days} d"
    return word


def pace(report: GoalReport) -> float | None:
    """Where an even pace would be, as a share of the target; only while the goal is open."""
    if not report.open or report.target is None or report.expected is None or not report.target:
        return None
    return min(1.0, float(report.expected / report.target))


def bar(report: GoalReport) -> Bar | Span:
    """How far the goal has come; nothing for one that is not measured."""
    if report.target is None or report.done is None or not report.target:
        return Span("")
    share = min(1.0, float(report.done / report.target))
    return Bar(share, pace(report), standing_style(report))


def reason(report: GoalReport) -> str:
    """Why an open goal is in trouble, in one sentence."""
    name = report.goal.id
    if report.standing == "late":
        return f"{name} is {report.late_days} days late: {progress(report)}."
    if report.standing == "out of reach" or report.needed_per_week is None:
        return f"{name} is {standing(report)}: {progress(report)}."
    due = f" to {civil.short(report.goal.due)}" if report.goal.due else ""
    recent = figure(report, report.recent_per_week or Decimal(0))
    return (
        f"{name} needs {figure(report, report.needed_per_week)} {report.unit} a week{due}; "
        f"the last 8 weeks averaged {recent}."
    )


def sentences(report: GoalReport) -> Iterator[str]:
    """One goal to be read aloud."""
    goal = report.goal
    yield f"Goal {goal.id}, {goal.title}: {progress(report)}{percent(report)}. {long(report)}."
    if goal.due and report.open:
        left = f", in {report.days_left} days" if report.days_left else ""
        needs = (
            f" Needs {figure(report, report.needed_per_week)} {report.unit} a week."
            if report.needed_per_week
            else ""
        )
        yield f"  Due {civil.in_words(goal.due)}{left}.{needs}"


def percent(report: GoalReport) -> str:
    """`, 65 percent`, rounded down so that 100 means reached."""
    if not report.target or report.done is None:
        return ""
    return f", {int(100 * report.done / report.target)} percent"


def long(report: GoalReport) -> str:
    """The standing as the beginning of a sentence."""
    if report.standing == "late":
        return f"Late by {report.late_days} days"
    words = standing(report).replace(" h", " hours") if report.unit == "hours" else standing(report)
    return words[:1].upper() + words[1:]


def record(report: GoalReport) -> tuple[str, ...]:
    """One goal as a line of figures."""
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
