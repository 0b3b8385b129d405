from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.civil import Length
from cpdlog.model.origin import Source
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence
from cpdlog.model.requirement.caps import Cap
from cpdlog.model.requirement.carry import Carry
from cpdlog.model.requirement.counts import Count
from cpdlog.model.requirement.definition import Definition, Effective
from cpdlog.model.requirement.filters import Filter
from cpdlog.model.requirement.params import Param
from cpdlog.model.requirement.reading import read_definition
from cpdlog.model.requirement.rules import Each, Limits, Rule
from cpdlog.model.requirement.sums import Sum
from cpdlog.model.requirement.windows import Window, Within
from cpdlog.text.frontmatter import read_yaml
from tests.model.requirement.definitions import (
    BODIES,
    TOTAL,
    YEAR,
    body,
    definition,
    told,
)
from tests.model.requirement.entries import day

EVERY_KEY = """\
schema: cpdlog/requirement@1
id: example
body: Example Institute
country: INT
title: Yearly CPD
unit: points
effective: {from: 2024-01-01, to: 2028-12-31, review: 2027-01-01}
source:
  - url: https://example.org/cpd
    says: 20 h a year
    date: 2024-01-01
    confidence: official
    seen: stored-copy
  - {citation: "A member's letter", confidence: secondary}
confidence: official
checked: 2026-11-23
params:
  began: {ask: "When did it begin?", type: date, default: 2024-02-29}
  variant: {ask: "Which grade?", type: choice, values: [member, fellow], default: member}
window: {kind: cycle, length: P3Y, anchor: began, record_by: P31D}
counts_if: {has: [outcome, reflection]}
caps:
  - {text: "Study: at most 5", where: {tags: "Example:Private"}, sum: hours, up_to: 5}
  - {where: {any_tags: [a:b, "a:c/*"]}, sum: points, up_to: 2.5}
rules:
  - id: total
    text: 20 hours (30 for fellows)
    level: should
    measure: {sum: hours}
    where: {kind: activity, not_tags: [a:b], min_words: 1, max_words: 250}
    min: 20
    max: 90
    variants: {fellow: 30.5, member: 0}
  - {id: part, text: "Half", measure: {sum: hours}, of: total, min_share: 0.25, max_share: 1}
  - id: topics
    text: Each topic
    measure: {count: entries}
    each: {prefix: "a:topic/", values: [Ethics, data]}
    within: {last: P5Y}
    min: 1
carry:
  - {into: total, surplus_of: [total], up_to: 10, where: {tags: a:long}, earned_within_last: P6M}
privacy: health
judge: ["It is relevant."]
notes: Ask when in doubt.
"""


def test_every_key_has_its_place_in_the_definition() -> None:
    assert definition(EVERY_KEY, head="") == Definition(
        path="requirements/example.yaml",
        id="example",
        body="Example Institute",
        country="INT",
        title="Yearly CPD",
        unit="points",
        effective=Effective(day("2024-01-01"), day("2028-12-31"), day("2027-01-01")),
        source=(
            Source(
                url="https://example.org/cpd",
                says="20 h a year",
                day=day("2024-01-01"),
                confidence="official",
                seen="stored-copy",
            ),
            Source(citation="A member's letter"),
        ),
        confidence="official",
        checked=day("2026-11-23"),
        params=(
            Param("began", "When did it begin?", "date", default="2024-02-29"),
            Param("variant", "Which grade?", "choice", ("member", "fellow"), "member"),
        ),
        window=Window("cycle", Length(3, "Y"), anchor_param="began", record_by=Length(31, "D")),
        counts_if=Filter(has=("outcome", "reflection")),
        caps=(
            Cap(Filter(tags=("example:private",)), "hours", Decimal(300), "Study: at most 5"),
            Cap(Filter(any_tags=("a:b", "a:c/*")), "points", Decimal("2.5")),
        ),
        rules=(
            Rule(
                id="total",
                text="20 hours (30 for fellows)",
                level="should",
                measure=Sum("hours"),
                limits=Limits(min=Decimal(20 * 60), max=Decimal(90 * 60)),
                where=Filter(kind="activity", not_tags=("a:b",), min_words=1, max_words=250),
                variants=(("fellow", Decimal(30 * 60 + 30)), ("member", Decimal(0))),
            ),
            Rule(
                id="part",
                text="Half",
                level="must",
                measure=Sum("hours"),
                limits=Limits(min_share=Decimal("0.25"), max_share=Decimal(1), of="total"),
            ),
            Rule(
                id="topics",
                text="Each topic",
                level="must",
                measure=Count(),
                limits=Limits(min=Decimal(1)),
                each=Each("a:topic/", ("Ethics", "data")),
                within=Within("last", Length(5, "Y")),
            ),
        ),
        carry=(
            Carry(
                into=("total",),
                surplus_of=("total",),
                unit="hours",
                up_to=Decimal(600),
                where=Filter(tags=("a:long",)),
                earned_within_last=Length(6, "M"),
            ),
        ),
        privacy="health",
        judge=("It is relevant.",),
        notes="Ask when in doubt.",
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in BODIES.glob("*.yaml")))
def test_the_ten_bodies_are_without_fault(name: str) -> None:
    assert body(name).id == name


def test_a_file_with_no_more_than_it_needs_is_a_definition() -> None:
    found = definition(f"{YEAR}rules: [{TOTAL}]\n")
    assert found.window == Window("calendar", Length(1, "Y"))
    assert (found.params, found.caps, found.carry, found.judge) == ((), (), (), ())
    assert found.counts_if == Filter()
    assert found.effective == Effective()
    assert found.rule("total") is found.rules[0]
    assert found.rule("tottal") is None


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = """\
schema: cpdlog/requirement@2
id: Example
body: Example Institute
country: gb
title:
unit: hour
source: []
confidence: sure
chekced: 2026-01-01
window: {kind: calender, length: 1Y}
rules:
  - id: total
    text: 20 hours
    measure: {sum: hours}
    mim: 20
  - {id: total, text: "10", measure: {count: hours}, min: ten}
  - just a text
"""
    assert told(text) == [
        " checked: This key is required.",
        "1: schema: 'cpdlog/requirement@2' is not known here. Did you mean 'cpdlog/requirement@1'?",
        "2: id: 'Example' is not an id. Write small letters, digits and hyphens.",
        "4: country: 'gb' is not a country. Write its two letters (GB), or INT.",
        "5: title: There is no value. Write one, or leave the key out.",
        "6: unit: 'hour' is not known here. Did you mean 'hours'?",
        "7: source: The list is empty. Write an item, or leave the key out.",
        "8: confidence: 'sure' is not known here. Known: official, secondary.",
        "9: chekced: There is no such key. Did you mean 'checked'?",
        "10: window.kind: 'calender' is not known here. Did you mean 'calendar'?",
        "10: window.length: '1Y' is not a length of time. Write P3Y, P6M or P31D.",
        "12: rules.total.min: The rule has no limit. Write one of min, max, min_share, max_share.",
        "15: rules.total.mim: There is no such key. Did you mean 'min'?",
        "16: rules.2: 'total' is taken. Give each its own id.",
        "16: rules.2.measure.count: 'hours' is not known here. Known: entries.",
        "16: rules.2.min: 'ten' is not a number. Write figures, such as 3 or 2.5.",
        (
            "17: rules.3: A mapping belongs here. Its keys: id, text, level, measure, where, min,"
            " max, min_share, max_share, of, each, within, variants."
        ),
    ]


def nodes(value: Raw) -> list[Raw]:
    """A value and everything inside it."""
    found = [value]
    if isinstance(value, Mapping):
        found += [inner for _, item in value.pairs for inner in nodes(item)]
    if isinstance(value, Sequence):
        found += [inner for item in value.items for inner in nodes(item)]
    return found


def swapped(value: Raw, old: Raw, new: Raw) -> Raw:
    """A value in which one node stands for another."""
    if value is old:
        return new
    if isinstance(value, Mapping):
        return Mapping(
            tuple((key, swapped(item, old, new)) for key, item in value.pairs), value.line
        )
    if isinstance(value, Sequence):
        return Sequence(tuple(swapped(item, old, new) for item in value.items), value.line)
    return value


WHOLE = read_yaml(EVERY_KEY.encode(), "requirements/example.yaml")[0] or Mapping((), 1)
NODES = st.sampled_from(nodes(WHOLE))
ODD = st.sampled_from(
    [
        *(Scalar(text, 1) for text in ("", "x", "total", "0", "1.5", "P1Y", "P999D", "2024-02-29")),
        *(Mapping((), 1), Sequence((), 1), Sequence((Scalar("x", 1),), 1)),
    ]
)


@given(NODES, NODES | ODD)
def test_a_file_in_any_disorder_is_read_and_its_faults_are_told(old: Raw, new: Raw) -> None:
    found, problems = read_definition(swapped(WHOLE, old, new), "requirements/example.yaml")
    errors = [problem for problem in problems if problem.severity == "error"]
    assert (found is None) == bool(errors)
    for problem in problems:
        assert problem.message
        assert problem.path == "requirements/example.yaml"
