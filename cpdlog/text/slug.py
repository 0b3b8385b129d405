"""Names of files, made from titles: short, the same on every system, readable in any script."""

import re

LONGEST = 60  # bytes; a date before and a number after still fit every file system
LONGEST_ID = 100  # bytes, for what people type
NO_NAME = "entry"

# Names that Windows keeps for devices, with whatever suffix (learn.microsoft.com, "Naming Files").
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
# Latin letters that Unicode does not take apart into an ASCII letter and a mark.
LATIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
        "ŧ": "t",
        "ĸ": "k",
    }
)
# Apostrophes join (what's -> whats); the rest are letters and marks that nobody can see.
# Compiled where the first title asks for them: a class of letters takes as long as all the rest.
DROPPED = (
    "['’ʼ\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
GAPS = "-+"
NOT_ASCII_NAME = "[^a-z0-9]+"


def slug(title: str) -> str:
    """A file's stem for a title: at most 60 bytes of lower-case letters, digits and dashes.

    Latin letters become ASCII; letters of other scripts stay as they are. A title without a letter
    or digit is `entry`. The same title always gives the same stem, and a stem gives itself.
    """
    if title.isascii():
        words = re.sub(NOT_ASCII_NAME, "-", title.lower().replace("'", ""))
    else:
        words = in_any_script(title)
    stem = shortened(words.strip("-")) or NO_NAME
    return f"{stem}-{NO_NAME}" if stem in RESERVED else stem


def in_any_script(title: str) -> str:
    """`title` in lower case with Latin letters in ASCII and a dash for all that is no letter."""
    from unicodedata import normalize

    text = normalize("NFKC", re.sub(DROPPED, "", title)).lower()
    text = re.sub(DROPPED, "", normalize("NFKC", text)).translate(LATIN)
    kept: list[str] = []
    for char in text:
        kept.append(plain(char, kept[-1] if kept else "-"))
    return re.sub(GAPS, "-", normalize("NFC", "".join(kept)))


def plain(char: str, before: str) -> str:
    """What one character becomes after `before`: itself, ASCII, a dash, or nothing."""
    from unicodedata import category, normalize

    if category(char)[0] == "M":
        return "" if before.isascii() else char
    if not char.isalnum():
        return "-"
    base = normalize("NFD", char)[0]
    return base if base.isascii() else char


def shortened(stem: str) -> str:
    """`stem` cut to 60 bytes, after a word where one ends in the second half."""
    data = stem.encode()
    if len(data) <= LONGEST:
        return stem
    cut = data[:LONGEST].decode(errors="ignore")
    if stem[len(cut)] != "-" and cut.rfind("-") > len(cut) // 2:
        cut = cut[: cut.rfind("-")]
    return cut.rstrip("-")


def is_safe_id(text: str) -> bool:
    """Whether `text` may name a goal, template, programme or requirement, and so a file.

    Letters and digits of any script, with `-`, `_` and single dots between them; at most
    100 bytes; not a name that Windows keeps for itself.
    """
    if not text or text[0] in "-._" or text[-1] == "." or ".." in text:
        return False
    if not all(in_an_id(char) for char in text) or len(text.encode()) > LONGEST_ID:
        return False
    return text.partition(".")[0].lower() not in RESERVED


def in_an_id(char: str) -> bool:
    """Whether an id may hold this character."""
    if char.isascii():
        return char.isalnum() or char in "-_."
    from unicodedata import category

    return category(char)[0] in "LMN" and not re.match(DROPPED, char)
