"""Numbers of accounts, cards and papers, part of the profile `general`."""

import re

from cpdlog.model.privacy.checkdigits import is_card_number, is_iban, is_luhn
from cpdlog.model.privacy.detector import Detector, Sighting, first_words
from cpdlog.model.privacy.finding import Severity
from cpdlog.model.privacy.shapes import (
    END,
    GAP,
    LABEL,
    NUMBER_END,
    NUMBER_START,
    START,
    digits_in,
    is_labelled_otherwise,
)

# HMRC, National Insurance Manual NIM39110: prefixes that are not used. `QQ`, which stands for one
# in HMRC's examples, is looked for as well: examples are where people copy from.
UNUSED_PREFIXES = "BG|GB|KN|NK|NT|TN|ZZ"
CODES = (
    "password|passcode|door code|alarm code|gate code|entry code|access code|key ?safe(?: code)?"
)
FEWEST_DIGITS = 3  # in what is a code or a document's number, and no word


def national_insurance(seen: Sighting) -> Severity | None:
    """The number has no check digit: its shape and the words around it make it certain."""
    if re.fullmatch(UNUSED_PREFIXES, seen.text[:2].upper()):
        return None
    words = rf"{START}(?:national insurance|nino|ni){END}"
    near_by = re.search(words, seen.before[-50:]) or re.search(words, seen.after[:30])
    return "block" if near_by else "warn"


def card(seen: Sighting) -> Severity | None:
    """Luhn's digit and a word of paying; the grouping of a card without one is a warning."""
    if not is_card_number(digits_in(seen.text)) or is_labelled_otherwise(seen.before):
        return None
    words = rf"{START}(?:cards?|visa|mastercard|amex|maestro|debit|credit|pay|paid|payment){END}"
    if re.search(words, seen.before[-60:]) or re.search(words, seen.after[:40]):
        return "block"
    return "warn" if re.fullmatch("[0-9]{4}(?:[ -][0-9]{4}){3}", seen.text) else None


def iban(seen: Sighting) -> Severity | None:
    """The check digits are right: with a word of banking it is certain."""
    if not is_iban(seen.text.replace(" ", "")):
        return None
    words = rf"{START}(?:iban|bank|account|acct|transfer|payee){END}"
    return "block" if re.search(words, seen.before + seen.after) else "warn"


def library_card(seen: Sighting) -> Severity | None:
    """Luhn's digit after a 2, and a reader beside it."""
    words = rf"{START}(?:reader|borrower|patron|member|library card|card|student|user)"
    near_by = re.search(words, seen.before[-60:] + seen.after[:40])
    return "block" if near_by and is_luhn(digits_in(seen.text)) else None


def has_digits(seen: Sighting) -> Severity | None:
    """Warns where there are digits as in codes, and unlike in words."""
    return "warn" if len(digits_in(seen.text)) >= FEWEST_DIGITS else None


DETECTORS = (
    Detector(
        "national-insurance",
        rf"{START}(?:[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z]|qq)(?: ?[0-9]{{2}}){{3}} ?[a-d]{END}",
        "A National Insurance number belongs to one person.",
        "Leave it out.",
        digits=6,
        judge=national_insurance,
    ),
    Detector(
        "card",
        rf"{NUMBER_START}[2-6](?:[ -]?[0-9]){{12,18}}{NUMBER_END}",
        "Its check digit is that of a payment card.",
        "Leave it out, and tell the bank if it was shared.",
        at="number",
        digits=13,
        judge=card,
    ),
    Detector(
        "iban",
        rf"{START}[A-Z]{{2}}[0-9]{{2}}(?: ?[A-Z0-9]{{4}}){{2,7}}(?: ?[A-Z0-9]{{1,3}})?{END}",
        "Its check digits are those of a bank account.",
        "Leave it out.",
        digits=8,
        cased=True,
        judge=iban,
    ),
    Detector(
        "bank-account",
        rf"{START}(?:sort{GAP}code|account(?:{GAP}(?:no|number))?){LABEL}"
        r"(?P<what>[0-9]{8}|[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2})(?![\w-])",
        "A sort code or account number leads to one account.",
        "Leave it out.",
        clues=frozenset(["sort", "account"]),
        at="clue",
        digits=6,
    ),
    Detector(
        "reader-barcode",
        rf"{START}2[0-9]{{13}}{END}",
        "Its check digit is that of a library card: it says who borrowed.",
        "Write 'a reader'.",
        at="number",
        digits=14,
        judge=library_card,
    ),
    Detector(
        "identity-document",
        rf"{START}(?:passport|driving{GAP}licen[cs]e)(?:{GAP}(?:no|number))?{LABEL}"
        rf"(?P<what>[a-z0-9]{{2,9}}[0-9]{{4,7}}[a-z0-9]{{0,5}}){END}",
        "A passport or licence belongs to one person.",
        "Leave it out.",
        clues=frozenset(["passport", "driving"]),
        at="clue",
        digits=4,
        judge=has_digits,
    ),
    Detector(
        "access-code",
        rf"{START}(?:{CODES})(?:{GAP}(?:is|was|number|code)|:){{1,2}}{GAP}(?P<what>[^ \n]{{3,40}})",
        "A code or password opens something.",
        "Leave it out, and have it changed.",
        clues=first_words("password|passcode|door|alarm|gate|entry|access|key|keysafe"),
        at="clue",
        digits=1,
        judge=has_digits,
    ),
)
