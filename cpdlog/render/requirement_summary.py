"""Bodies' rules in a line each, for the overview."""

from collections.abc import Iterator, Sequence

from cpdlog.progress.counting.report import RequirementReport
from cpdlog.progress.in_use import due, unmet
from cpdlog.render.blocks import GOOD, PLAIN, Block, Cell, Column, Gap, Span, Table, row
from cpdlog.render.requirement_notes import brief, days_to, with_piece
from cpdlog.render.requirement_words import in_sentence, style

COLUMNS = (Column("requirement"), Column("standing"), Column("", cut=True))


def blocks(reports: Sequence[RequirementReport]) -> Iterator[Block]:
    """A table, a window a row."""
    yield Gap()
    yield Table(COLUMNS, tuple(map(cells, reports)))


def cells(report: RequirementReport) -> tuple[Cell, ...]:
    """One window."""
    lacking = unmet(report)
    words = style(lacking[0], lacking[0].worst) if lacking else PLAIN
    return row(
        report.definition.id,
        Span(brief(report), GOOD if report.meets else PLAIN),
        Span(lacks(report), words),
    )


def lacks(report: RequirementReport) -> str:
    """What is furthest off, and by when; empty where nothing is."""
    for rule in unmet(report):
        name = with_piece(rule.rule.id, report, rule, rule.worst)
        words = f"{name}: {in_sentence(rule, rule.worst)}"
        by = due(report, rule.worst)
        return f"{words} by {days_to(by, report.as_of)}" if by and by >= report.as_of else words
    return ""


def sentences(reports: Sequence[RequirementReport]) -> Iterator[str]:
    """One sentence a window."""
    for report in reports:
        lacking = lacks(report)
        yield f"{report.definition.id}: {brief(report)}{f'; {lacking}' if lacking else ''}."
