"""What was logged and does not count, and why; what is planned, outside, and about to leave."""

from decimal import Decimal

import pytest

from cpdlog.progress.counting.part import Excluded, Leaving
from tests.model.requirement.definitions import TOTAL, YEAR, body, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import H, ask, facts, part, rule

COUNTS_IF = "counts_if: {has: [outcome, reflection]}\n"
ROLLING = "window: {kind: rolling, length: P1Y}\n"
STUDY = 'caps: [{text: "Study: at most 5 h", where: {tags: "x:study"}, sum: hours, up_to: 5}]\n'
GIVING = (
    "caps:\n"
    '  - {text: "Practising: at most 8", where: {tags: "x:giving/work"}, sum: hours, up_to: 8}\n'
    '  - {text: "Giving: at most 25", where: {tags: "x:giving/*"}, sum: hours, up_to: 25}\n'
)


def excluded(of: tuple[Excluded, ...]) -> list[tuple[str, str, str, int]]:
    """Reasons with hours, and how many entries they are about."""
    return [(each.reason, each.name, f"{each.amount / H:f}", len(each.entries)) for each in of]


def test_what_is_missing_is_named_with_its_hours_and_its_entries() -> None:
    entries = [
        did("03-01", "2"),
        did("04-01", "3", has="outcome", name="not-reflected"),
        did("05-01", "4", has="reflection"),
        did("06-01", "5", has=""),
        did("07-01", "1", has="outcome"),
    ]
    found = part(ask(rules(TOTAL, more=COUNTS_IF), *entries), "total")
    # 2 h count; 3 + 1 lack a reflection, 4 an outcome and 5 both
    assert facts(found, "counted logged") == [2 * H, 15 * H]
    assert excluded(found.excluded) == [
        ("missing", "reflection", "4", 2),
        ("missing", "outcome", "4", 1),
        ("missing", "outcome, reflection", "5", 1),
    ]
    assert found.excluded[0].entries[0] == "2026-04-01-not-reflected"


def test_entries_that_are_no_activity_need_no_outcome() -> None:
    # "a plan needs no certificate"
    plan = '{id: plan, text: "A plan", measure: {count: entries}, where: {kind: plan}, min: 1}'
    report = ask(rules(plan, more=COUNTS_IF), did("01-02", kind="plan", has=""))
    assert facts(part(report, "plan"), "counted status excluded") == [1, "met", ()]


def test_a_type_of_the_settings_is_an_activity_and_is_asked() -> None:
    report = ask(rules(TOTAL, more=COUNTS_IF), did("03-01", "2", kind="exhibition", has=""))
    assert facts(part(report, "total"), "counted logged") == [0, 2 * H]


@pytest.mark.parametrize(
    ("hours", "counted", "lost"),
    [
        # at most 5 h of study: the entry that crosses the line is split
        (("2", "2", "3"), "5", [("cap", "Study: at most 5 h", "2", 1)]),
        # and what comes after it counts for nothing
        (("4", "4", "3"), "5", [("cap", "Study: at most 5 h", "6", 2)]),
        (("2", "2", "1"), "5", []),
        (("6", "", ""), "5", [("cap", "Study: at most 5 h", "1", 1)]),
    ],
)
def test_what_lies_above_a_cap_is_told_with_the_caps_text(
    hours: tuple[str, ...], counted: str, lost: list[tuple[str, str, str, int]]
) -> None:
    entries = [did(f"0{month}-01", each, "x:study") for month, each in enumerate(hours, 1)]
    found = part(ask(rules(TOTAL, more=STUDY), *entries), "total")
    assert found.counted == Decimal(counted) * H
    assert excluded(found.excluded) == lost


def test_nested_caps_each_tell_their_own_loss() -> None:
    # 12 -> 8 by the narrow cap; 8 + 20 = 28 -> 25 by the wide one; and 10 h of something else
    entries = [
        did("01-01", "12", "x:giving/work"),
        did("02-01", "20", "x:giving/mentoring"),
        did("03-01", "10"),
    ]
    report = ask(rules(TOTAL, more=GIVING), *entries)
    found = part(report, "total")
    assert facts(found, "counted logged") == [35 * H, 42 * H]
    assert excluded(found.excluded) == [
        ("cap", "Practising: at most 8", "4", 1),
        ("cap", "Giving: at most 25", "3", 1),
    ]
    assert [facts(each, "logged counted") for each in report.caps] == [
        [12 * H, 8 * H],
        [32 * H, 25 * H],
    ]


def test_one_entry_may_lose_to_two_caps() -> None:
    # 30 -> 8 by the first; room for 5 of them where 20 were there before
    entries = [did("01-01", "20", "x:giving/mentoring"), did("02-01", "30", "x:giving/work")]
    found = part(ask(rules(TOTAL, more=GIVING), *entries), "total")
    assert excluded(found.excluded) == [
        ("cap", "Practising: at most 8", "22", 1),
        ("cap", "Giving: at most 25", "3", 1),
    ]


def test_a_cap_is_felt_in_every_rule_of_its_measure_and_in_no_count() -> None:
    study = TOTAL.replace("id: total", "id: study").replace("kind: activity", 'tags: "x:study"')
    count = '{id: count, text: "Entries", measure: {count: entries}, min: 1}'
    points = count.replace("count: entries", "sum: points").replace("count", "points")
    entries = [did(f"0{month}-01", "4", "x:study", points="4") for month in (1, 2)]
    report = ask(rules(TOTAL, study, count, points, more=STUDY), *entries)
    assert [each.worst.counted for each in report.rules] == [5 * H, 5 * H, 2, 8]


def test_counts_values_and_gaps_tell_what_is_missing_in_their_own_unit() -> None:
    definition = rules(
        '{id: count, text: "C", measure: {count: entries}, min: 3}',
        '{id: values, text: "V", measure: {distinct: "x:"}, min: 3}',
        '{id: gap, text: "G", measure: {max_gap_days: true}, max: 200}',
        more=COUNTS_IF,
    )
    entries = [
        did("03-01", tags="x:a"),
        did("05-01", tags="x:b", has=""),
        did("06-01", tags="x:a", has="outcome"),
    ]
    found = {each.rule.id: each.worst for each in ask(definition, *entries).rules}
    assert [facts(each, "counted logged") for each in found.values()] == [
        *([1, 3], [1, 2]),
        # 267 days from 1 March to 23 November, and 175 from 1 June
        [267, 175],
    ]
    assert [[(each.name, int(each.amount)) for each in of.excluded] for of in found.values()] == [
        [("outcome, reflection", 1), ("reflection", 1)],
        # another entry with the same value would change nothing
        [("outcome, reflection", 1)],
        # from 1 May it would be 206 days
        [("outcome, reflection", -61), ("reflection", -31)],
    ]


def test_what_is_counted_and_what_is_excluded_make_what_is_logged() -> None:
    entries = [
        did("01-01", "3", "x:study", has=""),
        did("02-01", "4", "x:study"),
        did("03-01", "2", "x:study"),
    ]
    found = part(ask(rules(TOTAL, more=COUNTS_IF + STUDY), *entries), "total")
    assert found.counted + sum(each.amount for each in found.excluded) == found.logged == 9 * H


def test_what_is_planned_and_what_lies_outside_is_told_apart() -> None:
    days = ("2025-12-31", "2026-01-01", "2026-11-23", "2026-11-24", "2026-12-31", "2027-01-01")
    hours = ("1", "2", "4", "8", "16", "32")
    report = ask(rules(TOTAL), *[did(when, each) for when, each in zip(days, hours, strict=True)])
    assert facts(rule(report, "total"), "planned outside") == [(8 + 16) * H, 1 * H]
    assert facts(part(report, "total"), "counted logged") == [6 * H, 6 * H]


def test_in_a_rolling_window_all_that_is_to_come_is_planned() -> None:
    entries = [did("2025-11-23", "1"), did("2025-11-24", "2"), did("2028-01-01", "4")]
    report = ask(rules(TOTAL, window=ROLLING), *entries)
    assert facts(rule(report, "total"), "planned outside") == [4 * H, 1 * H]


def test_a_rule_for_each_value_looks_at_entries_with_one_of_them() -> None:
    entries = [did("2022-05-01", tags="rics:topic/ethics"), did("2022-05-01", tags="rics:topic/x")]
    report = rule(ask(body("rics"), *entries), "topics")
    assert facts(report, "planned outside") == [0, 1]


def test_a_gap_has_nothing_planned_or_outside() -> None:
    gap = '{id: gap, text: "G", measure: {max_gap_days: true}, max: 91}'
    report = rule(ask(rules(gap), did("2025-01-01"), did("2026-12-01")), "gap")
    assert facts(report, "planned outside") == [0, 0]


def test_the_next_to_leave_a_rolling_window_is_told_with_its_day() -> None:
    # The window begins on 24 November 2025; on 14 January 2027 it will begin on the 15th.
    entries = [
        did("2025-11-01", "9"),
        did("2026-01-14", "4", name="a"),
        did("2026-01-14", "2", name="b"),
        did("2026-05-01", "3"),
    ]
    found = part(ask(rules(TOTAL, window=ROLLING), *entries), "total")
    assert found.leaves == Leaving(
        day("2027-01-14"), Decimal(6) * H, ("2026-01-14-a", "2026-01-14-b")
    )


def test_what_counts_for_nothing_leaves_unnoticed() -> None:
    entries = [
        did("2025-12-01", "", name="no-hours"),
        did("2025-12-02", "5", name="not-reflected", has=""),
        did("2026-02-01", "1", name="counts"),
    ]
    found = part(ask(rules(TOTAL, window=ROLLING, more=COUNTS_IF), *entries), "total")
    assert found.leaves == Leaving(day("2027-02-01"), Decimal(H), ("2026-02-01-counts",))
    assert part(ask(rules(TOTAL, window=ROLLING)), "total").leaves is None


def test_a_value_leaves_with_the_last_entry_that_has_it() -> None:
    entries = [
        did("2025-12-01", tags="cilip:criterion/1"),
        did("2026-01-01", tags="cilip:criterion/2", name="two"),
        did("2026-02-01", tags="cilip:criterion/1"),
    ]
    found = part(ask(body("cilip"), *entries), "criteria")
    assert found.leaves == Leaving(day("2027-01-01"), Decimal(1), ("2026-01-01-two",))


@pytest.mark.parametrize(
    ("within", "leaves"),
    [
        # a look back that ends with a rolling window rolls with it
        ("within: {last: P2Y}", day("2026-12-01")),
        # a piece of it has no day of its own
        ("within: {each: P6M}", None),
    ],
)
def test_a_look_back_rolls_and_a_piece_does_not(within: str, leaves: object) -> None:
    looking = TOTAL.replace("min: 20", f"min: 20, {within}")
    found = rule(ask(rules(looking, window=ROLLING), did("2024-12-01", "1")), "total")
    assert {each.leaves.day if each.leaves else None for each in found.parts} == {leaves}


def test_nothing_leaves_a_window_that_does_not_roll() -> None:
    assert part(ask(rules(TOTAL, window=YEAR), did("03-01", "1")), "total").leaves is None
