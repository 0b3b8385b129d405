"""Where a member stands with bodies' rules: counted, logged, asked, what is missing and why."""

from collections.abc import Iterator
from itertools import groupby

from cpdlog.progress.counting.report import RequirementReport
from cpdlog.progress.in_use import Standings
from cpdlog.render import days, requirement_document, requirement_notes, requirement_table
from cpdlog.render import requirement_words as words
from cpdlog.render.blocks import (
    FAINT,
    GOOD,
    STRONG,
    WARN,
    Block,
    Gap,
    Heading,
    Span,
    Steps,
    paragraph,
)
from cpdlog.render.documents import Document, iso, problem
from cpdlog.render.requirement_cautions import cautions

LISTED = False
NONE = "No body's rules are in use. See which there are, and take some into use:"
FIRST = ("cpdlog requirement list", "cpdlog requirement use cilip-revalidation")


def blocks(answer: Standings) -> Iterator[Block]:
    """A section for each window, or how to take rules into use."""
    if not answer.reports and not answer.resting:
        yield paragraph(NONE)
        yield Steps(tuple(("", command) for command in FIRST))
    for place, report in enumerate(answer.reports):
        if place:
            yield Gap()
        yield from section(report)
    for line in left_out(answer):
        yield Gap()
        yield paragraph(Span(line, WARN))


def section(report: RequirementReport) -> Iterator[Block]:
    """One body's rules in one window."""
    yield Heading(words.name(report.definition), words.window(report))
    for line in cautions(report):
        yield paragraph(Span("Warning: ", WARN), line)
    if not report.rules:
        return
    yield Gap()
    yield from requirement_table.tables(report)
    yield Gap()
    yield paragraph(Span(requirement_notes.verdict(report), GOOD if report.meets else STRONG))
    for until, lacks in groupby(requirement_notes.lacking(report), lambda it: it.until):
        if until:
            yield paragraph(Span(f"{until[0].upper()}{until[1:]}:", STRONG))
        for it in lacks:
            style = words.style(it.rule, it.rule.worst)
            yield paragraph(Span(f"{it.rule.rule.id}  ", style), f"{it.words}.")
    for line in requirement_notes.remarks(report):
        yield paragraph(Span(line, FAINT))
    if report.definition.judge:
        yield Gap()
        yield paragraph(Span("Yours to judge", STRONG))
        for text in report.definition.judge:
            yield paragraph(f"- {text}")


def left_out(answer: Standings) -> Iterator[str]:
    """Rules that do not hold on the day, and files that cannot be read."""
    for definition in answer.resting:
        yield f"{definition.id} does not hold now: cpdlog requirement status {definition.id}"
    if answer.problems:
        faults = days.counted(len(answer.problems), "fault keeps rules", "faults keep rules")
        yield f"{faults} out of this report: cpdlog check"


def sentences(answer: Standings) -> Iterator[str]:
    """The same in sentences."""
    yield f"Requirements as of {days.spoken(answer.as_of)}."
    if not answer.reports and not answer.resting:
        yield f"{NONE} {FIRST[0]}"
    for report in answer.reports:
        yield from section_aloud(report)
    yield from left_out(answer)


def section_aloud(report: RequirementReport) -> Iterator[str]:
    """One body's rules in one window, to be read aloud."""
    window = words.window(report)
    yield f"{words.name(report.definition)}{f', {window}' if window else ''}."
    yield from (f"Warning: {line}" for line in cautions(report))
    if not report.rules:
        return
    yield requirement_notes.verdict(report)
    for rule in report.rules:
        if rule.status == "met":
            part = rule.worst
            counted = words.measured(part.counted, rule.unit)
            yield f"{rule.rule.text}: met, {counted} counted, {words.limits(rule, part)} asked."
    for it in requirement_notes.lacking(report):
        advised = it.rule.rule.level == "should"
        yield f"Recommended: {it.sentence}" if advised else it.sentence
    yield from requirement_notes.remarks(report)
    yield from (f"Yours to judge: {text}" for text in report.definition.judge)


def document(answer: Standings) -> Document:
    """Each window."""
    return {
        "schema": "cpdlog/requirements@1",
        "as_of": iso(answer.as_of),
        "requirements": [requirement_document.requirement(it) for it in answer.reports],
        "resting": [it.id for it in answer.resting],
        "problems": [problem(it) for it in answer.problems],
    }


FIELDS = (
    *("requirement", "from", "to", "rule", "part", "level", "unit", "asked"),
    *("counted", "carried", "logged", "standing", "short_by", "by"),
)


def rows(answer: Standings) -> Iterator[tuple[str, ...]]:
    """A rule, or a value or piece of it, a line."""
    yield FIELDS
    for report in answer.reports:
        yield from rule_rows(report)


def rule_rows(report: RequirementReport) -> Iterator[tuple[str, ...]]:
    """The rules of one window."""
    if report.window is None:
        return
    window = report.window.start.isoformat(), report.window.last_day.isoformat()
    for rule in report.rules:
        for part in rule.parts:
            amounts = (part.counted, part.carried, part.logged)
            yield (
                *(report.definition.id, *window, rule.rule.id),
                *(words.piece(rule, part, report.window), rule.rule.level, rule.unit),
                words.limits(rule, part),
                *(words.figure(it, rule.unit) for it in amounts),
                *(part.status, words.figure(part.short_by, rule.unit)),
                part.by.isoformat() if part.by else "",
            )
