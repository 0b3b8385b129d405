"""Pieces of patterns that several detectors are made of: names, dates, borders of words."""

import re

# Underscores are borders, because Markdown writes _Mr Marlow_.
START = r"(?<![^\W_])"
END = r"(?![^\W_])"
GAP = " {1,4}"
LABEL = rf"(?:[ .,:#-]{{1,5}}|{GAP}(?:is|was){GAP})"  # between `case no` and the number
# Where a number may begin and end: not inside a path, a version or a longer number.
NUMBER_START = r"(?<![\w/.+-])"
NUMBER_END = r"(?![\w/]|[ .-][0-9])"

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# A capital that begins a word; the border is looked for behind it, so that `re` can leap to it.
FIRST_CAPITAL = rf"{CAPITAL}(?<![^\W_]{CAPITAL})"
IN_NAME = rf"(?:[^\W\d_]|['-](?={CAPITAL})){{1,24}}+{END}"
NAME = f"{CAPITAL}{IN_NAME}"
FIRST_NAME = f"{FIRST_CAPITAL}{IN_NAME}"
NAMES = rf"{NAME}(?:{GAP}{NAME}){{0,2}}"
TITLES = "Mrs?|Miss|Ms|Mx|Dr|Prof|Professor|Rev|Cllr"

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug"),
        *("sep", "sept", "oct", "nov", "dec"),
    )
)
DAY = "[0-3]?[0-9](?:st|nd|rd|th)?"
YEAR = "(?:1[89]|20)[0-9]{2}"
DATE_FROM_NUMBER = (
    rf"(?:{DAY}(?: of)?(?: the)? {MONTH}(?:,? {YEAR})?"
    rf"|{YEAR}-[01][0-9]-[0-3][0-9]"
    rf"|[0-3]?[0-9](?:\.[01]?[0-9]\.|/[01]?[0-9]/|-[01]?[0-9]-){YEAR}|[0-3]?[0-9]/[01]?[0-9]/[0-9]{{2}})"
)
DATE_FROM_MONTH = rf"{MONTH} {DAY}(?:,? {YEAR})?"

# Words with a capital that stand where a name may stand, and are none.
NOT_NAMES = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June"
    "|July|August|September|October|November|December|Christmas|Easter|Ramadan|Diwali|Covid"
    "|English|Welsh|Scottish|Irish|French|German|Spanish|Latin|Python|Excel|Word|Outlook|Teams"
    "|Zoom|Google|Microsoft|Moodle|Skype|Slack|WhatsApp|Safety|Experience|Information|Advice"
    "|Participation|Journey|Care|Group|Voice|Services|Support|Development|Engagement|Zero"
)
# What a number is labelled with that is no person's: `ISBN 0 306 40615 2`, `order no. 4417`.
OTHER_LABELS = (
    "isbns?|issn|ismn|doi|order|invoice|purchase|po|tracking|parcel|barcode|shelfmark|ean|asin"
    "|serial|model|part|licence|license|version|build|ticket|grant|trial|nct|pmid|oclc|course"
    "|module|session|item|product|sku|catalogue|booking|ref|reference"
)


def is_labelled_otherwise(before: str) -> bool:
    """Whether the words before a number say that it is a book's, an order's, a course's."""
    label = (
        rf"{START}(?:{OTHER_LABELS})(?:-1[03])?"
        r"(?: (?:number|numbers|no|ref|reference|code|id))?[^a-z0-9]{0,5}$"
    )
    return re.search(label, before) is not None


def digits_in(text: str) -> str:
    """The ASCII digits of `text`, and nothing else."""
    return "".join(char for char in text if char in "0123456789")
