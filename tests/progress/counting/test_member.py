"""The member's side: variants, answers, and floors that were lowered."""

import pytest

from cpdlog.model.settings import Adjustment
from cpdlog.progress.counting.report import Caution
from tests.model.requirement.definitions import TOTAL, YEAR, body, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import H, ask, facts, lowered, part, rule, words

GRADES = "params: {variant: {ask: Who?, type: choice, values: [member, fellow, student]}}\n"
GRADED = TOTAL.replace("min: 20", "min: 20, variants: {fellow: 30, student: 0}")
PLAN = '{id: plan, text: "A plan", measure: {count: entries}, where: {kind: plan}, min: 1}'
ROLLING = "window: {kind: rolling, length: P1Y}\n"


@pytest.mark.parametrize(
    ("variant", "found"),
    [
        # "names not listed keep the rule's `min`"
        ("member", {"total": "met", "plan": "open"}),
        ("fellow", {"total": "open", "plan": "open"}),
        # "0 means that the rule does not apply, and it is left out"
        ("student", {"plan": "open"}),
    ],
)
def test_a_variant_has_its_own_floor(variant: str, found: dict[str, str]) -> None:
    definition = rules(GRADED, PLAN, more=GRADES)
    assert words(ask(definition, did("06-01", "20"), answers=f"variant={variant}")) == found


@pytest.mark.parametrize(
    ("answers", "floor"),
    [
        # 450 practice hours, and 900 for two
        ("cycle_start=2024-04-01 variant=dual", 900),
        ("cycle_start=2024-04-01 variant=single", 450),
        # "`default` is taken where there is no answer"
        ("cycle_start=2024-04-01", 450),
        # and where the answer makes no sense
        ("cycle_start=2024-04-01 variant=triple", 450),
    ],
)
def test_a_default_stands_for_an_answer(answers: str, floor: int) -> None:
    report = ask(body("nmc"), answers=answers)
    assert facts(part(report, "practice"), "min") == [floor * H]
    assert (Caution("answer", "variant") in report.cautions) == ("triple" in answers)


@pytest.mark.parametrize(
    ("answers", "cautions"),
    [
        ("", (Caution("parameter", "cycle_start"), Caution("parameter", "variant"))),
        ("variant=nurse", (Caution("parameter", "cycle_start"),)),
        (
            "cycle_start=2024-02-30 variant=nurse",
            (Caution("answer", "cycle_start"), Caution("parameter", "cycle_start")),
        ),
    ],
)
def test_without_an_answer_nothing_is_judged(answers: str, cautions: tuple[Caution, ...]) -> None:
    report = ask(body("gdc"), did("06-01", "20"), answers=answers)
    assert (report.window, report.rules, report.meets) == (None, (), False)
    assert report.cautions == cautions


def test_an_answer_to_no_question_is_told() -> None:
    report = ask(rules(TOTAL), answers="varient=fellow")
    assert report.cautions == (Caution("answer", "varient"),)
    assert words(report) == {"total": "open"}


@pytest.mark.parametrize(
    ("reductions", "floor", "status"),
    [
        # 20 - 5 = 15
        (["5"], 15, "met"),
        (["4.5"], 15.5, "open"),
        # "Several for one rule add up": 20 - 5 - 10 = 5
        (["5", "10"], 5, "met"),
        # "to 0 at the lowest"
        (["15", "15"], 0, "met"),
    ],
)
def test_a_pause_lowers_a_floor(reductions: list[str], floor: float, status: str) -> None:
    leave = [lowered("total", by, "2026-01-01", f"leave {by}") for by in reductions]
    report = ask(rules(TOTAL), did("06-01", "15"), adjustments=leave)
    assert facts(part(report, "total"), "min status") == [int(floor * H), status]
    # "shown in every report"
    assert [each.reason for each in rule(report, "total").reductions] == [
        f"leave {by}" for by in reductions
    ]


def test_a_floor_is_lowered_after_its_variant() -> None:
    report = ask(
        rules(GRADED, more=GRADES),
        answers="variant=fellow",
        adjustments=[lowered("total", "12", "2026-01-01")],
    )
    assert facts(part(report, "total"), "min") == [18 * H]


@pytest.mark.parametrize(("window", "floor"), [("2026-01-01", 15), ("2025-01-01", 20)])
def test_a_floor_is_lowered_in_the_window_that_is_meant(window: str, floor: int) -> None:
    report = ask(rules(TOTAL), adjustments=[lowered("total", "5", window)])
    assert facts(part(report, "total"), "min") == [floor * H]
    assert report.cautions == ()


def test_the_window_of_an_adjustment_is_left_out_for_a_rolling_one() -> None:
    report = ask(rules(TOTAL, window=ROLLING), adjustments=[lowered("total", "5")])
    assert facts(part(report, "total"), "min") == [15 * H]
    assert report.cautions == ()


def test_a_floor_with_parts_is_lowered_in_every_one() -> None:
    halves = TOTAL.replace("min: 20", "min: 8, within: {each: P6M}")
    report = ask(rules(halves), adjustments=[lowered("total", "3", "2026-01-01")])
    assert [int(each.min or 0) for each in rule(report, "total").parts] == [5 * H, 5 * H]


@pytest.mark.parametrize(
    ("window", "adjustment"),
    [
        # no such rule, no floor, no window, no first day of a window, no whole number of minutes
        (YEAR, lowered("totel", "5", "2026-01-01")),
        (YEAR, lowered("ceiling", "5", "2026-01-01")),
        (YEAR, lowered("total", "5")),
        (YEAR, lowered("total", "5", "2026-02-01")),
        (YEAR, lowered("total", "0.01", "2026-01-01")),
        (ROLLING, lowered("total", "5", "2026-01-01")),
    ],
)
def test_an_adjustment_that_makes_no_sense_is_told_and_not_used(
    window: str, adjustment: Adjustment
) -> None:
    ceiling = '{id: ceiling, text: "C", measure: {count: entries}, max: 9}'
    report = ask(rules(TOTAL, ceiling, window=window), adjustments=[adjustment])
    assert report.cautions == (Caution("adjustment", adjustment.rule),)
    assert facts(part(report, "total"), "min") == [20 * H]
    assert rule(report, "total").reductions == ()


def test_a_cycle_begins_on_the_day_that_the_member_says() -> None:
    report = ask(body("nmc"), answers="cycle_start=2024-02-29")
    assert report.window is not None
    assert (report.window.start, report.window.end) == (day("2024-02-29"), day("2027-02-28"))
