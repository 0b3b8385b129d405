"""Goals as a table: how far each has come, and where it stands."""

from collections.abc import Iterable, Sequence
from datetime import date

from cpdlog.model.visible import width
from cpdlog.progress.goals import GoalReport
from cpdlog.render import goal_words
from cpdlog.render.blocks import STRONG, Cell, Column, Span, Table, row

LEGEND = "The mark in a bar is where an even pace would be today."

COLUMNS = (
    Column("goal", cut=True),
    Column("what", cut=True),
    Column("progress", yields=1),
    Column("done"),
    Column("standing"),
)


def table(reports: Sequence[GoalReport], as_of: date) -> Table:
    """A row a goal."""
    done = aligned([goal_words.tally(report) for report in reports])
    rows = (goal_row(report, text, as_of) for report, text in zip(reports, done, strict=True))
    return Table(COLUMNS, tuple(rows), LEGEND if have_pace(reports) else "")


def aligned(tallies: Iterable[tuple[str, str]]) -> list[str]:
    """Figures with their units, so that the figures end and the units begin below each other."""
    tallies = list(tallies)
    widest = max((width(figures) for figures, _ in tallies), default=0)
    return [f"{figures:>{widest}} {unit}" for figures, unit in tallies]


def goal_row(report: GoalReport, done: str, as_of: date) -> tuple[Cell, ...]:
    """One goal's row."""
    standing = goal_words.standing_beside(report, as_of)
    return row(
        Span(report.goal.id, STRONG),
        report.goal.title,
        goal_words.bar(report),
        done,
        Span(standing, goal_words.standing_style(report)),
    )


def have_pace(reports: Iterable[GoalReport]) -> bool:
    """Whether a bar shows where an even pace would be."""
    return any(goal_words.pace(report) is not None for report in reports)
