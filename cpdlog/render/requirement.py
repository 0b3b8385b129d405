"""One body's rules to look at: what is asked, by whom it is told, and when that was checked."""

import shlex
from collections.abc import Iterator

from cpdlog.model.origin import Source
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.params import Param
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.texts import pieces
from cpdlog.progress.requirement_list import RequirementView
from cpdlog.render import days, requirement_rules
from cpdlog.render.blocks import (
    FAINT,
    STRONG,
    Block,
    Column,
    Gap,
    Heading,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)
from cpdlog.render.documents import Document, iso
from cpdlog.render.requirement_words import dated, length, length_words, name

LISTED = False
FACTS = (Column(""), Column("", cut=True))


def blocks(answer: RequirementView) -> Iterator[Block]:
    """Facts, rules, what is left to judge, notes, sources, and how to take them into use."""
    rules = answer.definition
    yield Heading(name(rules), rules.country)
    yield Table(FACTS, tuple(row(Span(key, FAINT), text) for key, text in facts(answer)))
    for title, lines in parts(rules):
        yield Gap()
        yield paragraph(Span(title, STRONG))
        for line, about in lines:
            yield paragraph(f"- {line}", *([Span(f" {about}", FAINT)] if about else []))
    if not in_use(answer):
        yield Gap()
        yield Steps((("Take them into use:", f"cpdlog requirement use {shlex.quote(rules.id)}"),))


def in_use(answer: RequirementView) -> bool:
    """Whether the journal uses them."""
    return answer.own or answer.use is not None


def facts(answer: RequirementView) -> Iterator[tuple[str, str]]:
    """What is known of the file and of its use, by name."""
    rules = answer.definition
    yield "id", rules.id
    yield "file", rules.path
    yield "figures", f"{rules.confidence}, checked {dated(rules.checked)}"
    yield "window", window(rules)
    effective = rules.effective
    ends = {"from": effective.first, "to": effective.last, "change expected": effective.review}
    yield from ((key, dated(day)) for key, day in ends.items() if day)
    for key, text in rules.counts_if.written().items():
        yield "counts if", f"an activity: {key} {text}"
    yield "use", "in use" if in_use(answer) else "not in use"
    if answer.use:
        yield from answer.use.answers
        for it in answer.use.adjustments:
            yield "adjusted", f"{it.rule} less {it.reduce_by.normalize():f}: {it.reason}"


def window(rules: Definition) -> str:
    """The span of time that is judged."""
    found, long = rules.window, length(rules.window)
    if found.rolling:
        return f"the last {long}"
    late = f", with {length_words(found.record_by)} to write things down" if found.record_by else ""
    if found.kind == "calendar":
        month, day = found.starts
        return f"a year from {month:02}-{day:02}{late}"
    return (
        f"{long} from {found.anchor_param or (dated(found.anchor) if found.anchor else '')}{late}"
    )


def parts(rules: Definition) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What the file says, under titles; each line with what explains it."""
    found = {
        "What is asked": [rule_line(rule) for rule in rules.rules],
        "What counts only up to a limit": [requirement_rules.cap(cap) for cap in rules.caps],
        "What is carried over": [(requirement_rules.carry(it), "") for it in rules.carry],
        "What it asks you": [question(param) for param in rules.params],
        "Yours to judge": [(text, "") for text in rules.judge],
        "Notes": [(rules.notes, "")] if rules.notes else [],
        "Sources": [(source_words(source), source.url) for source in rules.source],
    }
    yield from ((title, lines) for title, lines in found.items() if lines)


def rule_line(rule: Rule) -> tuple[str, str]:
    """A rule, and what is counted for it."""
    advised = " (recommended)" if rule.level == "should" else ""
    return f"{rule.id}: {rule.text}{advised}", f"[{requirement_rules.counted(rule)}]"


def question(param: Param) -> tuple[str, str]:
    """What the member is asked, and what may be answered."""
    answers = ", ".join(param.values) or "a date"
    default = f"; {param.default} where nothing is said" if param.default else ""
    return f"{param.name}: {param.ask}", f"[{answers}{default}]"


def source_words(source: Source) -> str:
    """What was taken from a source."""
    about = [source.confidence, source.seen.replace("-", " ")]
    about += [dated(source.day)] if source.day else []
    cited = f"{source.citation}: " if source.citation else ""
    return f"{cited}{source.says} ({', '.join(filter(None, about))})"


def sentences(answer: RequirementView) -> Iterator[str]:
    """The same in sentences."""
    yield f"{name(answer.definition)}, {answer.definition.country}."
    yield from (days.sentence(f"{key}: {text}") for key, text in facts(answer))
    for title, lines in parts(answer.definition):
        yield f"{title}:"
        yield from (days.sentence(f"  {line}") for line, _ in lines)


def document(answer: RequirementView) -> Document:
    """All that is known of them."""
    rules = answer.definition
    return {
        "schema": "cpdlog/requirement-view@1",
        "as_of": iso(answer.as_of),
        "id": rules.id,
        "body": rules.body,
        "title": rules.title,
        "country": rules.country,
        "unit": rules.unit,
        "file": rules.path,
        "confidence": rules.confidence,
        "checked": iso(rules.checked),
        "in_use": in_use(answer),
        "answers": dict(answer.use.answers) if answer.use else {},
        "pieces": [
            {"what": piece.what, "name": piece.name or None, "keys": piece.texts}
            for piece in pieces(rules)
        ],
        "judge": list(rules.judge),
        "notes": rules.notes or None,
        "sources": [{**it._asdict(), "day": iso(it.day)} for it in rules.source],
    }


def rows(answer: RequirementView) -> Iterator[tuple[str, ...]]:
    """Key and value."""
    yield ("key", "value")
    yield from facts(answer)
    for title, lines in parts(answer.definition):
        yield from ((title, line) for line, _ in lines)
