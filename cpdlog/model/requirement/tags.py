"""How tags are written in a file of rules: patterns, prefixes and the values that follow them.

A body's category is a tag of the form `body:category` or `body:category/value`.
"""

from cpdlog.model.data_fields import Fields
from cpdlog.model.grammar import NotUnderstood, quoted


def pattern(text: str) -> str:
    """A tag pattern, without regard to case.

    Raises:
        NotUnderstood: It has a blank, or a star elsewhere than in `/*` at its end.
    """
    if " " in text or "*" in text.removesuffix("/*") or text == "/*":
        raise NotUnderstood(
            f"{quoted(text)} is not a tag or a pattern.", "Write 'body:category' or 'body:code/*'."
        )
    return text.casefold()


def prefix(text: str) -> str:
    """The beginning of tags that a value follows, without regard to case.

    Raises:
        NotUnderstood: It would run into the value, because it does not end with `/` or `:`.
    """
    if " " in text or "*" in text or text[-1] not in "/:":
        raise NotUnderstood(
            f"{quoted(text)} is not the beginning of tags.", "Write 'body:category/'."
        )
    return text.casefold()


def a_value(text: str) -> str:
    """What may follow a prefix: one word, and nothing below it.

    Raises:
        NotUnderstood: It is anything else.
    """
    if " " in text or "/" in text or "*" in text:
        raise NotUnderstood(f"{quoted(text)} cannot stand in a tag.", "Write one word.")
    return text


def read_values(fields: Fields) -> tuple[str, ...]:
    """The values that stand at the key `values`, each once."""
    values = fields.several("values", a_value)
    small = [value.casefold() for value in values]
    for twice in sorted({value for value in small if small.count(value) > 1}):
        fields.fault("values", f"{quoted(twice)} stands there twice.", "Leave one out.")
    return values
