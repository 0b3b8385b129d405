"""How the closed grammars (durations, days, periods, amounts) refuse what they do not know."""

LONGEST_QUOTE = 40  # characters; a message is one line


class NotUnderstood(ValueError):
    """What was typed is not in the grammar; nothing is guessed.

    The schema of files makes a `Problem` of it, the command line a wrong usage.

    Attributes:
        message: One sentence that quotes what was typed.
        hint: What to write instead; may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def quoted(text: str) -> str:
    """`text` in quotes for a message, cut where it is long."""
    return f"'{text}'" if len(text) <= LONGEST_QUOTE else f"'{text[: LONGEST_QUOTE - 1]}…'"
