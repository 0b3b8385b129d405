"""What somebody may have meant by a word that is not known."""

from collections.abc import Sequence

from cpdlog.model.nearest import did_you_mean


def suggestion(word: str, known: Sequence[str]) -> str:
    """The known words that are near, or else all of them."""
    return did_you_mean(word, known) or f"Known: {', '.join(known)}."
