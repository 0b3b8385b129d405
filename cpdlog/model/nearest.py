"""Did you mean …? The known words that are nearest to one that is not known."""

import re
from collections.abc import Iterable

# Letters that look like Latin ones (Unicode Technical Standard 39, confusables.txt), small.
LOOKALIKES = str.maketrans("аеорсухіјѕԁһԛԝοανρτυκ", "aeopcyxijsdhqwoavptuk")
# Compiled where the first word asks for it, as few do.
UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]"


def nearest(word: str, known: Iterable[str], most: int = 3, least: float = 0.6) -> tuple[str, ...]:
    """The words of `known` that are like `word`, the likest first.

    Args:
        word: What was typed.
        known: What could have been meant.
        most: How many to give.
        least: How like they are at least, from 0 to 1; `difflib` says what that is.
    """
    from difflib import get_close_matches

    names = {seen(name): name for name in known}
    return tuple(names[name] for name in get_close_matches(seen(word), names, most, least))


def seen(word: str) -> str:
    """What the eye makes of a word: no capitals, no letters of other alphabets, one sort of gap."""
    small = re.sub(UNSEEN, "", word).casefold().translate(LOOKALIKES)
    return small.replace("-", "_").replace(" ", "_")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean 'audit'?`, or nothing where no known word is near."""
    names = [f"'{name}'" for name in nearest(word, known)]
    if not names:
        return ""
    *others, last = names
    return f"Did you mean {', '.join(others)} or {last}?" if others else f"Did you mean {last}?"
