import pytest

from cpdlog.model.problem import Problem
from cpdlog.progress.requirement_list import age, requirement_diff, requirement_list
from tests.model.requirement.definitions import HEAD, TOTAL, YEAR, body, definition
from tests.model.requirement.entries import day

TODAY = day("2026-11-23")


@pytest.mark.parametrize(
    ("checked", "months"),
    [
        ("2026-11-23", 0),
        ("2026-10-24", 0),
        ("2026-10-23", 1),
        ("2025-11-24", 11),
        ("2025-11-23", 12),
        ("2027-01-01", 0),
    ],
)
def test_the_age_of_a_check_is_in_full_months(checked: str, months: int) -> None:
    assert age(day(checked), TODAY) == months


def test_rules_in_use_come_first_and_then_all_by_their_ids() -> None:
    wrong = Problem("requirements/x.yaml", 1, "", "No.")
    slip = wrong._replace(severity="warning")
    found = requirement_list(
        [body("rics"), body("acca"), body("nmc")], ["nmc"], TODAY, (wrong, slip)
    )
    assert [(it.definition.id, it.in_use) for it in found.rules] == [
        ("nmc", True),
        ("acca", False),
        ("rics", False),
    ]
    assert found.problems == (wrong,)


def test_two_editions_are_held_against_each_other() -> None:
    old = definition(f"{YEAR}rules:\n  - {TOTAL}\n", head=HEAD)
    new = definition(f"{YEAR}rules:\n  - {TOTAL.replace('min: 20', 'min: 25')}\n", head=HEAD)
    found = requirement_diff(old, new)
    assert [(it.name, it.key, it.old, it.new) for it in found.differences] == [
        ("total", "min", "20", "25")
    ]
