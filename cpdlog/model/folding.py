"""Texts without capitals and diacritics, to be compared; every character keeps its place."""

import re

BEYOND_ASCII = re.compile("[^\x00-\x7f]")
# Signs of printing stand for those of keyboards.
SIGNS = {"'": "‘’ʼ", '"': "“”„", "-": "‐‑–—", " ": "\u00a0\u202f"}
FOLDS = {printed: typed for typed, all_printed in SIGNS.items() for printed in all_printed}


def folded(text: str) -> str:
    """`text` without capitals and diacritics, as long as `composed(text)` is."""
    if text.isascii():
        return text.lower()
    return BEYOND_ASCII.sub(fold, composed(text)).lower()


def composed(text: str) -> str:
    """`text` with each letter and its diacritics as one character, where there is one."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def fold(found: re.Match[str]) -> str:
    """One character without its diacritics."""
    char = found[0]
    if char not in FOLDS:
        FOLDS[char] = plain(char)
    return FOLDS[char]


def plain(char: str) -> str:
    """The letter below the diacritics of a character, small, or the character itself."""
    from unicodedata import combining, normalize

    parts = normalize("NFKD", char)
    small = (parts[0] if all(map(combining, parts[1:])) else char).casefold()
    return small if len(small) == 1 else char
