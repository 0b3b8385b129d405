"""A body's rules and caps as tables: counted, logged, the limit, and how far off."""

from collections.abc import Iterator
from decimal import Decimal

from cpdlog.progress.counting.part import Part
from cpdlog.progress.counting.report import CapReport, RequirementReport, RuleReport
from cpdlog.render.blocks import (
    FAINT,
    PLAIN,
    Block,
    Cell,
    Column,
    Gap,
    Marks,
    Span,
    Table,
    paragraph,
    row,
)
from cpdlog.render.requirement_words import (
    figure,
    has,
    limit_figure,
    limits,
    noun,
    piece,
    standing,
    style,
)

INSIDE = 12  # cells between the ends of a bar
LEAST, MOST = ">", "<"
ADVISED = "What stands in brackets is recommended."
NOTHING = Decimal(0)


def tables(report: RequirementReport) -> Iterator[Block]:
    """The rules, and below them the caps that anything was logged for."""
    parts = [(rule, part) for rule in report.rules for part in rule.parts]
    differs = any(part.logged != part.counted for _, part in parts)
    rows = tuple(rule_row(report, *it, differs=differs) for it in parts)
    yield Table(columns(differs=differs), rows)
    if any(rule.rule.level == "should" for rule in report.rules):
        yield paragraph(Span(ADVISED, FAINT))
    caps = [cap for cap in report.caps if cap.logged]
    if caps:
        yield Gap()
        yield Table(CAPS, tuple(map(cap_row, caps)))


def columns(*, differs: bool) -> tuple[Column, ...]:
    """The columns of rules; what was logged only where some of it is not counted."""
    logged = (Column("logged", right=True),) if differs else ()
    return (
        *(Column("rule", cut=True), Column("", yields=1), Column("counted", right=True)),
        *(*logged, Column("asked"), Column("standing")),
    )


CAPS = (
    *(Column("counts only up to a limit", cut=True), Column("", yields=1)),
    *(Column("counted", right=True), Column("logged", right=True), Column("limit")),
)


def rule_row(
    report: RequirementReport, rule: RuleReport, part: Part, *, differs: bool
) -> tuple[Cell, ...]:
    """One rule, or one value or piece of it."""
    which = piece(rule, part, report.window) if report.window else ""
    counted = figure(part.counted, rule.unit)
    if part.carried:
        counted += f" + {figure(part.carried, rule.unit)}"
    asked = limits(rule, part)
    advised = rule.rule.level == "should"
    return row(
        f"{rule.rule.id}: {which}" if which else rule.rule.id,
        bar(has(part), part.logged + part.carried, part.min, part.max, style(rule, part)),
        counted,
        *([figure(part.logged, rule.unit)] if differs else []),
        Span(f"({asked})" if advised else asked, FAINT if advised else PLAIN),
        Span(standing(rule, part), style(rule, part)),
    )


def cap_row(report: CapReport) -> tuple[Cell, ...]:
    """One cap."""
    cap = report.cap
    most = limit_figure(cap.up_to, cap.unit)
    return row(
        cap.name,
        bar(report.counted, report.logged, None, cap.up_to, PLAIN),
        figure(report.counted, cap.unit),
        figure(report.logged, cap.unit),
        f"at most {most} {noun(cap.unit, most)}",
    )


def bar(
    counted: Decimal, logged: Decimal, low: Decimal | None, high: Decimal | None, style: str
) -> Marks:
    """What is counted and logged, against the limits: `[######>##--..]`.

    What has not reached a limit leaves a cell before its mark, however little is missing.
    """
    whole = max(counted, logged, low or NOTHING, high or NOTHING)
    limits = {mark: limit for mark, limit in ((LEAST, low), (MOST, high)) if limit is not None}
    places = {mark: min(cells(limit, whole), INSIDE - 1) for mark, limit in limits.items()}
    least = places.get(LEAST, INSIDE) if low is not None and counted < low else INSIDE
    marks = ["#"] * min(cells(counted, whole), max(least - 1, 0))
    marks += ["-"] * (cells(logged, whole) - len(marks)) if logged > counted else []
    marks += ["."] * (INSIDE - len(marks))
    for mark, place in places.items():
        marks[place] = mark
    plain = "".join(marks)
    fine = f" {plain} ".replace("#", "━").replace("-", "╌").replace(".", "─")
    return Marks(f"[{plain}]", fine, style)


def cells(amount: Decimal, whole: Decimal) -> int:
    """The cells of a bar that an amount fills."""
    return int(amount * INSIDE / whole) if whole else 0
