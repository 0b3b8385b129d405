"""The figures of one goal, each under its name."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from cpdlog.progress.goals import GoalReport
from cpdlog.progress.series import GoalDetail
from cpdlog.progress.standing import RECENT_WEEKS
from cpdlog.render import days, goal_sentences, goal_words
from cpdlog.render.goal_sentences import RATED
from cpdlog.render.goal_words import figure, measured

Facts = Iterator[tuple[str, str]]


def facts(detail: GoalDetail, as_of: date) -> Facts:
    """Where the goal stands, what it needs, and what there is to show for it."""
    report = detail.report
    yield "Standing", goal_words.standing(report, as_of)
    yield "Done", done(report)
    if report.open and report.target is not None:
        yield from needs(report)
    yield "Evidence", days.counted(report.entries, "entry", "entries")
    if report.entries > report.reflected:
        waiting = days.counted(report.entries - report.reflected, "entry", "entries")
        yield "In the inbox", waiting
    if detail.proofs:
        yield "Proof", days.counted(detail.proofs, "file or link", "files or links")
    if report.last_activity:
        stale = " (stale)" if report.stale else ""
        yield "Last activity", f"{days.near(report.last_activity, as_of)}{stale}"


def done(report: GoalReport) -> str:
    """`13.0 of 20 h (65%)`."""
    share = goal_words.percent(report)
    return goal_words.progress(report) + (f" ({share}%)" if share is not None else "")


def needs(report: GoalReport) -> Facts:
    """What is expected, left, needed and to be foreseen of an open goal."""
    begun = report.standing != "not begun"
    if begun and report.expected is not None:
        yield "Expected today", measured(report, report.expected)
    yield "Left", left(report)
    if report.weeks_left is not None:
        yield "Weeks left", str(report.weeks_left)
    elif report.needed_per_week is not None and report.unit in RATED:
        yield "Needed", f"{measured(report, report.needed_per_week)} a week"
    if begun and report.recent_per_week is not None:
        yield f"Last {RECENT_WEEKS} weeks", lately(report, report.recent_per_week)
        if report.forecast is not None:
            yield "Forecast", forecast(report, report.forecast)


def lately(report: GoalReport, recent: Decimal) -> str:
    """`0.5 h a week`, or how much there was in all where a part of one means nothing."""
    if report.unit in RATED:
        return f"{measured(report, recent)} a week"
    return measured(report, recent * RECENT_WEEKS)


def left(report: GoalReport) -> str:
    """`7.0 h in 38 days`."""
    words = measured(report, goal_sentences.left(report))
    if report.days_left is None:
        return words
    return f"{words} in {days.counted(report.days_left, 'day')}"


def forecast(report: GoalReport, reached: Decimal) -> str:
    """`15.7 of 20 h`, or that the target is reached by then."""
    if report.target is None or reached >= report.target:
        return "reached in time"
    target = goal_words.target_figure(report)
    return f"{figure(report, reached)} of {target} {goal_words.unit_word(report, target)}"
