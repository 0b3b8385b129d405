"""Names that a person never wants in the record, whatever stands around them."""

from collections.abc import Iterable, Iterator


def places(lowered: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where whole words of `lowered` are one of `names`, however either is composed.

    Args:
        lowered: Text in lower case.
        names: In any case; blanks at the ends and empty names are nothing.
    """
    for name in names:
        for form in forms(" ".join(name.lower().split())):
            yield from whole_words(lowered, form)


def forms(name: str) -> tuple[str, ...]:
    """`name` as it may be stored: letters with their marks in one character or in two."""
    if not name or name.isascii():
        return (name,) if name else ()
    from unicodedata import normalize

    return tuple({normalize("NFC", name), normalize("NFD", name)})


def whole_words(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands in `text` with neither letter nor digit right before or after it."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(name, end)
