from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.amount import read_amount, read_target, read_whole
from cpdlog.model.goal import Target
from cpdlog.model.grammar import NotUnderstood

ANY_TEXT = st.text(max_size=12) | st.text(st.sampled_from("019.,-+e hourspinty٣_#"), max_size=12)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("3", "3"), (" 2.5 ", "2.5"), ("0", "0"), ("007", "7"), ("123456789.123456",) * 2],
)
def test_an_amount_is_an_exact_decimal(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("1,5", "'1,5' has a comma.", "Write 1.5."),
        ("-1.5", "'-1.5' is less than nothing.", "Write a number from 0."),
        ("three", "'three' is not a number.", "Write figures, such as 3 or 2.5."),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(text: str, message: str, hint: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_amount(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "text",
    ["", ".5", "5.", "nan", "inf", "1e3", "1_000", "0x10", "٣", "+1", "1 000", "1.1.1", "9" * 5000],
)
def test_only_plain_figures_are_an_amount(text: str) -> None:
    with pytest.raises(NotUnderstood, match=r"is not a number\.$"):
        read_amount(text)


def test_a_whole_number_is_at_least_one() -> None:
    assert read_whole("60") == 60
    for text in ("0", "1.5"):
        with pytest.raises(NotUnderstood, match=rf"'{text}' is not a whole number from 1\."):
            read_whole(text)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("20 hours", "20", "hours"),
        ("1 hour", "1", "hours"),
        ("2.5 h", "2.5", "hours"),
        ("1 entry", "1", "entries"),
        ("6  Entries", "6", "entries"),
        ("1 point", "1", "points"),
        ("1 week", "1", "weeks"),
        ("4 actions", "4", "actions"),
        ("1 visit", "1", "visit"),
        ("23 things", "23", "things"),
        ("3 Führungen", "3", "führungen"),
        ("2 peer-reviews", "2", "peer-reviews"),
    ],
)
def test_a_target_is_an_amount_and_what_it_counts(text: str, amount: str, unit: str) -> None:
    assert read_target(text) == Target(Decimal(amount), unit)


@pytest.mark.parametrize("text", ["", "20", "hours", "20h", "20 hours a year", "20 %", "20 2"])
def test_a_target_without_one_of_them_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_target(text)
    assert refused.value.message == f"'{text}' is not a target."
    assert refused.value.hint == (
        "Write a number and what it counts, such as '20 hours' or '6 entries'."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0 hours", "'0 hours' is reached before anything is done."),
        ("1,5 hours", "'1,5' has a comma."),
        ("-3 entries", "'-3' is less than nothing."),
    ],
)
def test_a_target_is_more_than_nothing(text: str, message: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_target(text)
    assert refused.value.message == message


@given(ANY_TEXT)
def test_any_text_is_an_amount_or_a_target_or_not_understood(text: str) -> None:
    with suppress(NotUnderstood):
        assert read_amount(text) >= 0
    with suppress(NotUnderstood):
        assert read_whole(text) >= 1
    with suppress(NotUnderstood):
        assert read_target(text).amount > 0


@given(
    st.decimals(0, 999_999_999, places=3).filter(bool),
    st.sampled_from(["hours", "points", "entries", "weeks", "actions", "visits", "things"]),
)
def test_a_target_is_read_as_it_is_written(amount: Decimal, unit: str) -> None:
    target = Target(amount, unit)
    assert read_target(str(target)) == target
