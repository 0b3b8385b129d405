r"""Text from files and people, made fit for a terminal: nothing acts, nothing hides.

A title may hold escape sequences that rename the window or fill the clipboard, marks that turn
the line round, letters that nobody sees. All of these are shown by their number (`\x1b`,
`\u202e`). What belongs to a script or an emoji stays.
"""

import re

# Unicode 15.1, emoji-data.txt: what may begin or join an emoji sequence. The blocks from 1F000 are
# kept for emoji as a whole, so that one newer than Python's tables is not taken for a fault.
PICTURE = (
    "[©®\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
TONE = "[\U0001f3fb-\U0001f3ff]"
ONE_PICTURE = f"{PICTURE}\ufe0f?{TONE}?"
EMOJI = f"(?:[0-9#*]\ufe0f\u20e3|{ONE_PICTURE}(?:\u200d{ONE_PICTURE})*)"
# Joiners shape words in the scripts from Arabic to Khmer (RFC 5892, appendix A.1 and A.2).
JOINED = "[\u0620-\u10ff\u1780-\u17ff][\u200c\u200d](?=[\u0620-\u10ff\u1780-\u17ff])"
# Variants of one ideograph, as in names of people.
VARIANT = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\ufe00-\ufe02\U000e0100-\U000e01ef]"

# Compiled where the first text asks for them: together they take as long as a command has.
PIECES = f"(?P<kept>{EMOJI}\ufe0e?|{JOINED}|{VARIANT})|[^\x20-\x7e]"
SELECTORS = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
CLUSTERS = f"(?s:[\U0001f1e6-\U0001f1ff]{{2}}|{EMOJI}|.)"
# Letters and punctuation of European languages: a cell each, and no table needed to know it.
NARROW = "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2026]*"


def visible(text: str, *, newlines: bool = False) -> str:
    r"""`text` with every character that would act on a terminal, or hide in it, shown by number.

    Args:
        text: Anything: titles, names of files, messages of other programs.
        newlines: Keep the ends of lines, as bodies need; otherwise they are shown as `\n`.

    Returns:
        The same object where there is nothing to change. Tabs become blanks.
    """
    if newlines and "\n" in text:
        return "\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))
    if text.isprintable() and (text.isascii() or not re.search(SELECTORS, text)):
        return text
    return re.sub(PIECES, shown, text.replace("\t", " "))


def shown(piece: re.Match[str]) -> str:
    """One character as it is if people can see it, else its number."""
    char = piece[0]
    if piece["kept"] or is_plain(char):
        return char
    return char.encode("unicode_escape").decode()


def is_plain(char: str) -> bool:
    """Whether a character outside ASCII is seen, or is one of the blanks."""
    if char.isprintable():
        return not re.match(SELECTORS, char)
    from unicodedata import category

    return category(char) == "Zs"


def width(text: str) -> int:
    """How many cells of a terminal `text` takes.

    East Asian wide characters and emoji sequences take two, combining marks none (Unicode
    Standard Annex 11).
    """
    if text.isascii() or re.fullmatch(NARROW, text):
        return len(text)
    return sum(cells(cluster) for cluster in re.findall(CLUSTERS, text))


def cells(cluster: str) -> int:
    """The cells of one character or one emoji sequence."""
    from unicodedata import category, east_asian_width

    first = cluster[0]
    if len(cluster) > 1:
        return 2
    if category(first) in ("Mn", "Mc", "Me", "Cf") or "\u1160" <= first <= "\u11ff":
        return 0
    return 2 if east_asian_width(first) in "WF" else 1


def fit(text: str, room: int, ellipsis: str = "…") -> str:
    """`text` in at most `room` cells; what is cut off is marked at the end.

    Args:
        text: One line.
        room: Cells, none or more.
        ellipsis: The mark; `...` where only ASCII can be shown.
    """
    if width(text) <= room:
        return text
    mark = ellipsis[:room]
    kept = re.findall(CLUSTERS, text)
    spare = width(text) + width(mark) - room
    while spare > 0:
        spare -= cells(kept.pop())
    return "".join(kept).rstrip() + mark
