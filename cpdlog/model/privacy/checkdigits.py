"""Check digits of the numbers that people are known by; each takes the bare characters."""

# The letters of a UPN: no I, O or S.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_nhs_number(digits: str) -> bool:
    """Modulus 11 over ten digits; so are CHI numbers and Health and Care Numbers checked.

    NHS Data Dictionary, "NHS NUMBER".
    """
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9]) and digits != digits[0] * 10


def is_chi_number(digits: str) -> bool:
    """An NHS number whose first six digits are a day, a month and a year.

    NHS Data Dictionary, "COMMUNITY HEALTH INDEX NUMBER". Months are not told apart by length: no
    one has a number with 31 February, and so the tests can use it.
    """
    return "01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12" and is_nhs_number(digits)


def is_card_number(digits: str) -> bool:
    """Luhn's digit, after a beginning that payment cards have (ISO/IEC 7812-1)."""
    issued = digits[0] in "3456" or "2221" <= digits[:4] <= "2720"
    return issued and is_luhn(digits)


def is_luhn(digits: str) -> bool:
    """Whether the last digit is Luhn's (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(map(int, digits[-1::-2])) + sum(number // 10 + number % 10 for number in doubled)
    return total % 10 == 0


def is_iban(text: str) -> bool:
    """Modulus 97 over an international bank account number (ISO 13616)."""
    moved = text[4:] + text[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def is_upn(text: str) -> bool:
    """A pupil's number with its check letter, modulus 23.

    Department for Education, "Unique pupil numbers"; a temporary one ends in a letter.
    """
    values = [UPN_LETTERS.find(char) if char.isalpha() else int(char) for char in text[1:]]
    total = sum(value * weight for weight, value in enumerate(values, 2))
    return text[0] == UPN_LETTERS[total % 23]


def is_uln(digits: str) -> bool:
    """A learner's number with its check digit.

    Learning Records Service, "ULN validation": weights 10 to 2, and the last of ten digits is ten
    less the remainder of eleven.
    """
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return 10 - total % 11 == int(digits[9])
