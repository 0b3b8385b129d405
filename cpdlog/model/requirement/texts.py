"""A definition taken apart: the texts at its keys, as its file might write them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from cpdlog.model.civil import Length
from cpdlog.model.origin import Source
from cpdlog.model.requirement.amounts import written
from cpdlog.model.requirement.caps import Cap
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.params import Param
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Window

What: TypeAlias = Literal["file", "parameter", "cap", "rule", "carry", "source"]
Texts: TypeAlias = dict[str, str]


class Piece(NamedTuple):
    """One piece of a definition, with the texts at its keys.

    Attributes:
        what: What it is.
        name: The id of a rule or a parameter, a cap's name, a source's place, the number of an
            item of carry-over; empty for the file itself.
        texts: The texts; a key that is not there has none.
    """

    what: What
    name: str
    texts: Texts


def pieces(definition: Definition) -> Iterator[Piece]:
    """Every piece of a definition, the file's own keys first."""
    yield piece("file", "", file_texts(definition))
    for param in definition.params:
        yield piece("parameter", param.name, param_texts(param))
    for number, cap in enumerate(definition.caps, 1):
        yield piece("cap", cap.name, {**cap_texts(cap), "place": str(number)})
    for rule in definition.rules:
        yield piece("rule", rule.id, rule_texts(rule))
    for number, carry in enumerate(definition.carry, 1):
        yield piece("carry", str(number), carry_texts(carry))
    for source in definition.source:
        yield piece("source", source.url or source.citation, source_texts(source))


def piece(what: What, name: str, texts: Texts) -> Piece:
    """A piece without the keys at which nothing stands."""
    return Piece(what, name, {key: text for key, text in texts.items() if text})


def inside(key: str, texts: Texts) -> Texts:
    """The texts of a mapping that stands at a key."""
    return {f"{key}.{name}": text for name, text in texts.items()}


def length_text(length: Length | None) -> str:
    """A length as a file writes it."""
    return f"P{length.number}{length.unit}" if length else ""


def file_texts(definition: Definition) -> Texts:
    """The texts at a file's own keys."""
    keys = ("body", "country", "title", "unit", "confidence", "checked", "privacy", "notes")
    effective = definition.effective
    dates = {"from": effective.first, "to": effective.last, "review": effective.review}
    return {
        **{key: str(getattr(definition, key)) for key in keys},
        **inside("effective", {key: str(day or "") for key, day in dates.items()}),
        **inside("window", window_texts(definition.window)),
        **inside("counts_if", definition.counts_if.written()),
        "judge": "; ".join(definition.judge),
    }


def window_texts(window: Window) -> Texts:
    """The texts at a window's keys."""
    month, day = window.starts
    return {
        "kind": window.kind,
        "length": length_text(window.length),
        "starts": f"{month:02}-{day:02}" if window.kind == "calendar" else "",
        "anchor": window.anchor_param or str(window.anchor or ""),
        "record_by": length_text(window.record_by),
    }


def param_texts(param: Param) -> Texts:
    """The texts at a parameter's keys."""
    values = ", ".join(param.values)
    return {"ask": param.ask, "type": param.type, "values": values, "default": param.default}


def cap_texts(cap: Cap) -> Texts:
    """The texts at a cap's keys."""
    up_to = written(cap.up_to, cap.unit)
    return {
        "text": cap.text,
        "sum": cap.unit,
        "up_to": up_to,
        **inside("where", cap.where.written()),
    }


def rule_texts(rule: Rule) -> Texts:
    """The texts at a rule's keys."""
    limits, unit = rule.limits, rule.measure.unit
    amounts = {"min": limits.min, "max": limits.max}
    shares = {"min_share": limits.min_share, "max_share": limits.max_share}
    each = {"prefix": rule.each.prefix, "values": ", ".join(rule.each.values)} if rule.each else {}
    within = {rule.within.kind: length_text(rule.within.length)} if rule.within else {}
    return {
        "text": rule.text,
        "level": rule.level,
        "measure": rule.measure.written(),
        **inside("where", rule.where.written()),
        **{key: written(each, unit) for key, each in amounts.items() if each is not None},
        **{key: str(share) for key, share in shares.items() if share is not None},
        "of": limits.of,
        **inside("each", each),
        **inside("within", within),
        **inside("variants", {name: written(floor, unit) for name, floor in rule.variants}),
    }


def carry_texts(carry: Carry) -> Texts:
    """The texts at the keys of an item of carry-over."""
    return {
        "into": ", ".join(carry.into),
        "surplus_of": ", ".join(carry.surplus_of),
        "up_to": written(carry.up_to, carry.unit),
        **inside("where", carry.where.written()),
        "earned_within_last": length_text(carry.earned_within_last),
    }


def source_texts(source: Source) -> Texts:
    """The texts at a source's keys."""
    date = str(source.day or "")
    return {"says": source.says, "date": date, "confidence": source.confidence, "seen": source.seen}
