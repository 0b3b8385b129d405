import pytest

from cpdlog.errors import CannotEdit
from cpdlog.text.compose import Plain
from cpdlog.text.edit import set_inner

PATH = "cpdlog.yaml"
FLOW = b"""\
name: A  # mine
requirements:
  # two bodies
  nmc: {start: 2024-04-01,  variant: 'dual'}  # the first
  cilip: {}
share: [mentor]
"""
LINES = b"""\
requirements:
  rics:
    variant: "member"
    adjustments:
      - {rule: total, reduce_by: 5, reason: leave}  # agreed
name: A
"""


def edited(data: bytes, item: str, name: str, value: str) -> str:
    return set_inner(data, PATH, ("requirements", item, name), value).decode()


def test_a_value_is_changed_in_its_own_style_and_nothing_else_is() -> None:
    assert edited(FLOW, "nmc", "variant", "single") == FLOW.decode().replace("'dual'", "'single'")
    found = edited(FLOW, "nmc", "start", Plain("2025-04-01"))
    assert found == FLOW.decode().replace("2024-04-01", "2025-04-01")


def test_a_value_that_stands_there_already_changes_nothing() -> None:
    assert edited(FLOW, "nmc", "variant", "dual") == FLOW.decode()


def test_a_new_key_comes_after_the_last_one_of_its_mapping() -> None:
    found = edited(FLOW, "nmc", "grade", "fellow")
    assert found == FLOW.decode().replace("'dual'}", "'dual', grade: fellow}")


def test_an_empty_mapping_gets_its_first_key() -> None:
    found = edited(FLOW, "cilip", "grade", "fellow")
    assert found == FLOW.decode().replace("cilip: {}", "cilip: {grade: fellow}")


def test_an_item_that_is_not_there_comes_after_the_last_one() -> None:
    found = edited(FLOW, "rics", "variant", "member")
    assert found == FLOW.decode().replace("cilip: {}", "cilip: {}\n  rics: {variant: member}")


def test_a_key_that_is_not_there_comes_last() -> None:
    found = edited(b"name: A\n", "rics", "variant", "member")
    assert found == "name: A\nrequirements:\n  rics: {variant: member}\n"


def test_a_mapping_on_lines_keeps_its_lines_and_its_comments() -> None:
    found = edited(LINES, "rics", "variant", "fellow")
    assert found == LINES.decode().replace('"member"', '"fellow"')
    found = edited(LINES, "rics", "grade", "senior")
    assert found == LINES.decode().replace("# agreed\n", "# agreed\n    grade: senior\n")


def test_a_file_between_braces_is_left_to_the_user() -> None:
    with pytest.raises(CannotEdit):
        edited(b"{requirements: {rics: {variant: member}}}\n", "rics", "variant", "fellow")
