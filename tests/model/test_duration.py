from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpdlog.model.duration import MOST, hours, read_duration, short
from cpdlog.model.grammar import NotUnderstood

NEARLY = st.text(st.sampled_from("0159.,:hm -+eHM１٢"), max_size=12)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90m", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("1:30", 90),
        ("1.5h", 90),
        ("1.5", 90),
        ("2", 120),
        ("2h", 120),
        ("0:45", 45),
        ("1h5", 65),
        ("1h05m", 65),
        ("010", 600),
        ("1H30M", 90),
        (" 1 h 30 m ", 90),
        ("90 m", 90),
        ("0", 0),
        ("0m", 0),
        ("744", MOST),
        ("44640m", MOST),
    ],
)
def test_a_duration_is_read_as_whole_minutes(text: str, minutes: int) -> None:
    assert read_duration(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1.33", 80), ("0.33h", 20), ("0.008", 0), ("0.0084", 1), ("0.025", 2), ("2.999999", 180)],
)
def test_decimals_are_rounded_half_up_to_the_minute(text: str, minutes: int) -> None:
    assert read_duration(text) == minutes


@pytest.mark.parametrize("text", ["1,5", "1,5h", "0,75"])
def test_a_comma_is_refused_with_the_form_that_is_meant(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_duration(text)
    assert refused.value.message == f"'{text}' has a comma."
    assert refused.value.hint == f"Write {text.replace(',', '.')}."


@pytest.mark.parametrize("text", ["-1h", "-90m", "- 1.5"])
def test_a_negative_duration_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_duration(text)
    assert refused.value.message == f"'{text}' is less than nothing."


@pytest.mark.parametrize("text", ["744.1", "745h", "44641m", "9999", "999999m", "9999:59"])
def test_more_than_a_month_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_duration(text)
    assert refused.value.message == f"'{text}' is more than 744 hours."
    assert refused.value.hint == "Spread it over several entries."


@pytest.mark.parametrize(
    "text",
    [
        *("", "h", "m", ":30", ".5", "1.", "1:5", "1:60", "1h60", "1h100", "1m30", "90.5m", "1d"),
        *("nan", ".nan", "inf", ".inf", "1e3", "1_0", "0x10", "１.５", "١٢", "1.5.5", "--1", "x,y"),
        *("1\n2", "1h\n30", "yes", "1h30 or so", "1,5,5"),
    ],
)
def test_anything_else_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_duration(text)
    assert refused.value.message == f"'{text}' is not a duration."
    assert refused.value.hint == "Write 90m, 1h30, 1:30 or 1.5 (hours)."


def test_what_is_long_is_cut_in_the_message() -> None:
    with pytest.raises(NotUnderstood, match=r"^'9{39}…' is not a duration\.$"):
        read_duration("9" * 5000)


@given(st.text(max_size=20) | NEARLY)
@example("9" * 5000)
def test_any_text_is_a_duration_or_not_understood(text: str) -> None:
    with suppress(NotUnderstood):
        assert 0 <= read_duration(text) <= MOST


@given(st.integers(0, MOST))
def test_the_short_form_is_read_as_the_same_minutes(minutes: int) -> None:
    assert read_duration(short(minutes)) == minutes


@given(st.decimals(0, 744, places=4))
def test_decimals_agree_with_exact_arithmetic(number: Decimal) -> None:
    exact = int((number * 60).quantize(Decimal(1), ROUND_HALF_UP))
    assert read_duration(f"{number:f}") == exact


@pytest.mark.parametrize(
    ("minutes", "text"), [(90, "1h30"), (45, "45m"), (120, "2h"), (65, "1h05"), (0, "0m")]
)
def test_a_duration_is_shown_short(minutes: int, text: str) -> None:
    assert short(minutes) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (870, "14.5"),
        (0, "0.0"),
        (3, "0.1"),
        (2, "0.0"),
        (1200, "20.0"),
        (-204, "-3.4"),
        (-2, "0.0"),
    ],
)
def test_hours_have_one_decimal_half_up(minutes: int, text: str) -> None:
    assert hours(minutes) == text
