import pytest

from cpdlog.model.requirement.differences import Difference, differences
from tests.model.requirement.definitions import HEAD, TOTAL, YEAR, body, definition
from tests.model.requirement.test_reading import EVERY_KEY

SPREAD = '{id: spread, text: "Both halves", measure: {count: entries}, min: 1, within: {each: P6M}}'
EARLIER = f"{YEAR}rules: [{TOTAL}, {SPREAD}]\n"


def changed(old: str, new: str, text: str = EVERY_KEY) -> tuple[Difference, ...]:
    """What is different where a text of the file with every key is replaced."""
    assert old in text
    before, after = (definition(each, head="") for each in (text, text.replace(old, new)))
    return differences(before, after)


@pytest.mark.parametrize("name", ["cilip", "nmc", "pmi", "rics", "gdc", "hcpc", "riba", "acca"])
def test_nothing_is_different_in_the_same_edition(name: str) -> None:
    assert differences(body(name), body(name)) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "20 h a year\n",
            "25 h\n",
            ("source", "https://example.org/cpd", "says", "20 h a year", "25 h"),
        ),
        (
            "checked: 2026-11-23",
            "checked: 2027-01-02",
            ("file", "", "checked", "2026-11-23", "2027-01-02"),
        ),
        ("to: 2028-12-31, ", "", ("file", "", "effective.to", "2028-12-31", None)),
        ("record_by: P31D", "record_by: P2M", ("file", "", "window.record_by", "P31D", "P2M")),
        (
            "has: [outcome, reflection]",
            "has: [outcome]",
            ("file", "", "counts_if.has", "outcome, reflection", "outcome"),
        ),
        (
            "It is relevant.",
            "It is yours.",
            ("file", "", "judge", "It is relevant.", "It is yours."),
        ),
        (
            "values: [member, fellow]",
            "values: [member, fellow, student]",
            ("parameter", "variant", "values", "member, fellow", "member, fellow, student"),
        ),
        ("up_to: 5}", "up_to: 7.5}", ("cap", "Study: at most 5", "up_to", "5", "7.5")),
        ("min: 20\n", "min: 25\n", ("rule", "total", "min", "20", "25")),
        ("fellow: 30.5", "fellow: 30", ("rule", "total", "variants.fellow", "30.5", "30")),
        (", min_words: 1", "", ("rule", "total", "where.min_words", "1", None)),
        ("min_share: 0.25", "min_share: 0.5", ("rule", "part", "min_share", "0.25", "0.5")),
        ("{last: P5Y}", "{last: P3Y}", ("rule", "topics", "within.last", "P5Y", "P3Y")),
        ("[Ethics, data]", "[Ethics]", ("rule", "topics", "each.values", "Ethics, data", "Ethics")),
        ("up_to: 10,", "up_to: 12,", ("carry", "1", "up_to", "10", "12")),
        ("last: P6M", "last: P1Y", ("carry", "1", "earned_within_last", "P6M", "P1Y")),
    ],
)
def test_a_changed_key_is_told_with_what_stood_there_and_what_does(
    old: str, new: str, expected: tuple[str, str, str, str | None, str | None]
) -> None:
    assert changed(old, new) == (expected,)


def test_a_rule_that_is_added_or_removed_is_told_as_a_whole() -> None:
    with_both, with_one = definition(EARLIER), definition(f"{YEAR}rules: [{TOTAL}]\n")
    whole = "text: Both halves, level: must, measure: count: entries, min: 1, within.each: P6M"
    assert differences(with_one, with_both) == (Difference("rule", "spread", "", None, whole),)
    assert differences(with_both, with_one) == (Difference("rule", "spread", "", whole, None),)


def test_caps_of_one_name_are_told_apart_and_their_order_is_part_of_them() -> None:
    cap = "{where: {tags: a:b}, sum: hours, up_to: %s}"
    one, two = (
        definition(f"{YEAR}caps: [{cap % first}, {cap % second}]\nrules: [{TOTAL}]\n")
        for first, second in (("5", "9"), ("5", "8"))
    )
    assert differences(one, two) == (Difference("cap", "tags: a:b", "up_to", "9", "8"),)
    other = "{where: {tags: a:c}, sum: hours, up_to: 1}"
    first, last = (
        definition(f"{YEAR}caps: [{listed}]\nrules: [{TOTAL}]\n")
        for listed in (f"{other}, {cap % 5}", f"{cap % 5}, {other}")
    )
    assert differences(first, last) == (
        Difference("cap", "tags: a:c", "place", "1", "2"),
        Difference("cap", "tags: a:b", "place", "2", "1"),
    )


def test_the_first_keys_come_first() -> None:
    old = definition(EARLIER)
    new = definition(
        f'window: {{kind: calendar, length: P1Y, starts: "04-01"}}\nrules: [{SPREAD}]\n',
        HEAD.replace("Yearly CPD", "CPD"),
    )
    assert [(each.what, each.name, each.key) for each in differences(old, new)] == [
        ("file", "", "title"),
        ("file", "", "window.starts"),
        ("rule", "total", ""),
    ]
