"""Carry-over: the smallest of all that binds a surplus of the window before."""

import pytest

from tests.model.requirement.definitions import TOTAL, YEAR, body, rules
from tests.model.requirement.entries import did
from tests.progress.counting.asking import H, ask, facts, lowered, part, rule, words

FIVE = "carry: [{into: total, surplus_of: total, up_to: 5}]\n"
NEXT_YEAR = "2027-06-01"


@pytest.mark.parametrize(
    ("before", "carried"),
    [
        # the surplus binds: 23 - 20 = 3
        ("23", 3),
        # `up_to` binds: 28 - 20 = 8, of which 5
        ("28", 5),
        ("20", 0),
        ("12", 0),
    ],
)
def test_a_surplus_is_carried_up_to_a_limit(before: str, carried: int) -> None:
    report = ask(rules(TOTAL, more=FIVE), did("2025-06-01", before), did("2026-06-01", "10"))
    found = part(report, "total")
    assert facts(found, "counted carried") == [10 * H, carried * H]
    assert found.short_by == (10 - carried) * H
    assert [facts(each, "amount") for each in report.carried] == [[carried * H]]
    assert [str(each.window.start) for each in report.carried] == ["2025-01-01"]


def test_what_was_carried_over_makes_a_floor_hold_and_is_no_part_of_a_ceiling() -> None:
    both = TOTAL.replace("min: 20", "min: 20, max: 22")
    report = ask(rules(both, more=FIVE), did("2025-06-01", "22"), did("2026-06-01", "22"))
    assert facts(part(report, "total"), "counted carried status over_by") == [
        *(22 * H, 2 * H, "met", 0),
    ]


@pytest.mark.parametrize(
    ("total", "verifiable", "carried"),
    [
        # "up to 21 surplus verifiable, if total also above 40":
        # 30 - 21 = 9 verifiable, 44 - 40 = 4 in all
        ("44", "30", 4),
        # 25 - 21 = 4 verifiable, 60 - 40 = 20 in all
        ("60", "25", 4),
        # 50 - 21 = 29 verifiable, 65 - 40 = 25 in all, of which 21
        ("65", "50", 21),
        # 30 - 21 = 9 verifiable, but in all only 39
        ("39", "30", 0),
    ],
)
def test_a_surplus_of_two_rules_is_the_smaller_one(
    total: str, verifiable: str, carried: int
) -> None:
    rest = str(int(total) - int(verifiable))
    report = ask(
        body("acca"),
        did("2025-06-01", verifiable, "acca:verifiable"),
        did("2025-07-01", rest),
    )
    assert facts(part(report, "verifiable"), "carried") == [carried * H]
    assert facts(part(report, "total"), "carried") == [carried * H]


@pytest.mark.parametrize(
    ("long_programme", "rest", "carried"),
    [
        # "up to 10 h from a long programme": 4 of its hours are fewer than the surplus of 14
        ("4", "30", 4),
        # 12 of its hours, and a surplus of 2
        ("12", "10", 2),
        # 15 of its hours, a surplus of 15, and up to 10
        ("15", "20", 10),
        ("", "40", 0),
    ],
)
def test_what_is_carried_must_have_been_earned_by_its_own_sort(
    long_programme: str, rest: str, carried: int
) -> None:
    report = ask(
        body("rics"),
        did("2026-06-01", long_programme, "rics:extended-programme"),
        did("2026-07-01", rest),
        as_of=NEXT_YEAR,
    )
    assert facts(part(report, "total"), "carried") == [carried * H]


def test_hours_that_did_not_count_are_not_carried() -> None:
    report = ask(
        body("rics"),
        did("2026-06-01", "9", "rics:extended-programme", has=""),
        did("2026-07-01", "5", "rics:extended-programme"),
        did("2026-08-01", "20"),
        as_of=NEXT_YEAR,
    )
    # a surplus of 5: of the long programme the 5 that count, and not the 9 without an outcome
    assert facts(part(report, "total"), "carried") == [5 * H]


@pytest.mark.parametrize(
    ("when", "carried"),
    [
        # "up to 20 earned in last 12 months" of the cycle [2023-01-01, 2026-01-01)
        ("2025-01-01", 8),
        ("2025-12-31", 8),
        ("2024-12-31", 0),
        ("2026-01-01", 0),
    ],
)
def test_what_is_carried_must_have_been_earned_late_in_the_window(when: str, carried: int) -> None:
    report = ask(
        body("pmi"),
        did("2023-06-01", points="60", tags="pmi:education/power-skills"),
        did(when, points="8", tags="pmi:education/power-skills"),
        answers="certified_on=2023-01-01",
    )
    assert facts(part(report, "total"), "carried") == [carried]


def test_caps_bind_in_the_window_before_too() -> None:
    # giving back counts for at most 25: 45 + 25 = 70, a surplus of 10 and not of 25
    report = ask(
        body("pmi"),
        did("2025-06-01", points="45", tags="pmi:education/power-skills"),
        did("2025-07-01", points="40", tags="pmi:giving/mentoring"),
        answers="certified_on=2023-01-01",
    )
    assert facts(part(report, "total"), "carried") == [10]


def test_it_is_one_step_back_and_no_further() -> None:
    # 25 in 2024 give 5 to 2025, but 2025 is judged without them: 20 - 20 leaves nothing
    report = ask(rules(TOTAL, more=FIVE), did("2024-06-01", "25"), did("2025-06-01", "20"))
    assert facts(part(report, "total"), "carried") == [0]


def test_the_window_before_is_judged_with_its_own_adjustments() -> None:
    # in 2025 only 16 h were asked for, and 18 were done
    report = ask(
        rules(TOTAL, more=FIVE),
        did("2025-06-01", "18"),
        adjustments=[lowered("total", "4", "2025-01-01"), lowered("total", "9", "2026-01-01")],
    )
    found = part(report, "total")
    assert facts(found, "carried min short_by") == [2 * H, 11 * H, 9 * H]


@pytest.mark.parametrize(("year", "carried"), [("2026", 0), ("2027", 3)])
def test_nothing_is_carried_out_of_a_window_before_the_rules_began(year: str, carried: int) -> None:
    # rules from 1 January 2026 on: 2025 gives nothing to 2026, but 2026 gives to 2027
    definition = rules(TOTAL, more=f"effective: {{from: 2026-01-01}}\n{FIVE}")
    before = int(year) - 1
    report = ask(definition, did(f"{before}-06-01", "23"), as_of=f"{year}-06-01")
    assert facts(part(report, "total"), "carried") == [carried * H]
    assert len(report.carried) == (1 if carried else 0)


def test_several_items_are_worked_out_alone_and_added_up() -> None:
    items = (
        "carry:\n"
        '  - {into: total, surplus_of: total, up_to: 5, where: {tags: "x:a"}}\n'
        '  - {into: total, surplus_of: total, up_to: 5, where: {tags: "x:b"}}\n'
    )
    report = ask(
        rules(TOTAL, more=items),
        did("2025-06-01", "16"),
        did("2025-06-02", "3", "x:a"),
        did("2025-06-03", "9", "x:b"),
    )
    # a surplus of 8: 3 of it by a, and 5 by b
    assert facts(part(report, "total"), "carried") == [8 * H]
    assert [int(each.amount / H) for each in report.carried] == [3, 5]


@pytest.mark.parametrize(
    ("variant", "carried"),
    [
        # the smaller surplus of the two is that of `part`: 12 - 10
        ("member", 2),
        # a student is not asked for `part`, which therefore binds nothing: 25 - 20
        ("student", 5),
        # and somebody who is asked for neither has no surplus
        ("retired", None),
    ],
)
def test_a_rule_that_is_left_out_binds_nothing(variant: str, carried: int | None) -> None:
    params = "params: {variant: {ask: Who?, type: choice, values: [member, student, retired]}}\n"
    item = "carry: [{into: total, surplus_of: [part, total], up_to: 9}]\n"
    total = TOTAL.replace("min: 20", "min: 20, variants: {retired: 0}")
    some = (
        '{id: part, text: "Part", measure: {sum: hours}, where: {tags: "x:a"}, min: 10,'
        " variants: {student: 0, retired: 0}}"
    )
    count = '{id: count, text: "Count", measure: {count: entries}, min: 1}'
    report = ask(
        rules(total, some, count, more=params + item),
        did("2025-06-01", "12", "x:a"),
        did("2025-07-01", "13"),
        answers=f"variant={variant}",
    )
    assert [int(each.amount / H) for each in report.carried] == [carried or 0]
    if carried is None:
        assert words(report) == {"count": "open"}
    else:
        assert rule(report, "total").worst.carried == carried * H


def test_what_was_carried_over_belongs_to_no_share() -> None:
    half = (
        '{id: half, text: "Half", measure: {sum: hours}, where: {tags: "x:a"}, min: 1,'
        " of: total, min_share: 0.5}"
    )
    item = "carry: [{into: [total, half], surplus_of: total, up_to: 5}]\n"
    report = ask(
        rules(TOTAL, half, more=item),
        did("2025-06-01", "25"),
        did("2026-06-01", "2", "x:a"),
        did("2026-07-01", "4"),
    )
    # 2 h of 6 h are less than half by 1 h, although 5 h were carried into both
    found = part(report, "half")
    assert facts(found, "counted carried min short_by") == [2 * H, 5 * H, 3 * H, H]


def test_what_is_still_planned_in_the_window_before_is_not_carried() -> None:
    report = ask(
        rules(TOTAL, window=YEAR, more=FIVE),
        did("2026-06-01", "20"),
        did("2026-12-01", "4"),
        on="2027-06-01",
    )
    assert facts(part(report, "total"), "carried") == [0]
