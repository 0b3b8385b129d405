import pytest

from cpdlog.model.privacy.checkdigits import (
    UPN_LETTERS,
    is_card_number,
    is_chi_number,
    is_iban,
    is_luhn,
    is_nhs_number,
    is_uln,
    is_upn,
)


def changed(text: str, place: int) -> str:
    """`text` with another digit at a place."""
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


@pytest.mark.parametrize("number", ["9990000018", "9992000341", "9997770102", "9995551209"])
def test_an_nhs_number_has_its_modulus_11_and_no_digit_changed_keeps_it(number: str) -> None:
    assert is_nhs_number(number)
    assert not any(is_nhs_number(changed(number, place)) for place in range(10))


def test_a_number_whose_check_digit_would_be_ten_is_no_nhs_number() -> None:
    assert not any(is_nhs_number(f"999123456{digit}") for digit in range(10))
    assert not is_nhs_number("0000000000")


def test_a_chi_number_begins_with_a_day_and_a_month() -> None:
    assert is_chi_number("3102457312")
    assert not is_chi_number("3102457313")
    assert not is_chi_number("9990000018")
    assert not is_chi_number("0013000001")


@pytest.mark.parametrize(
    "number",
    [
        *("4111111111111111", "5555555555554444", "378282246310005", "6011111111111117"),
        "2223003122003222",
    ],
)
def test_a_card_number_has_an_issuers_beginning_and_luhns_digit(number: str) -> None:
    assert is_card_number(number)
    assert not is_card_number(changed(number, len(number) - 1))


def test_a_library_card_is_no_payment_card() -> None:
    assert is_luhn("29999000123455")
    assert not is_card_number("29999000123455")
    assert not is_card_number("9780306406157")


@pytest.mark.parametrize("number", ["GB33BUKB20201555555555", "DE89370400440532013000"])
def test_an_iban_has_its_modulus_97(number: str) -> None:
    assert is_iban(number)
    assert not is_iban(changed(number, 10))


@pytest.mark.parametrize("number", ["J999123400124", "D999000119094", "R99912341501A"])
def test_a_upn_has_one_check_letter(number: str) -> None:
    assert [letter for letter in UPN_LETTERS if is_upn(letter + number[1:])] == [number[0]]


def test_a_uln_has_its_check_digit() -> None:
    assert is_uln("9999999998")
    assert not is_uln("9999999997")
    assert not any(is_uln(f"000000000{digit}") for digit in range(10))
