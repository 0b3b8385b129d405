"""What changed between two editions of a body's rules, key by key."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.texts import Piece, What, pieces

Pieces: TypeAlias = dict[tuple[What, str, int], Piece]


class Difference(NamedTuple):
    """One thing that changed.

    Attributes:
        what: The sort of piece that it is in.
        name: The piece: the id of a rule or a parameter, a cap's name, a source's place, the
            number of an item of carry-over; empty for the file itself.
        key: The key that changed (`where.tags`; `place` for a cap's place in the order); empty
            where the whole piece was added or removed.
        old: What stood there; None where nothing did.
        new: What stands there now; None where nothing does.
    """

    what: What
    name: str
    key: str
    old: str | None
    new: str | None


def differences(old: Definition, new: Definition) -> tuple[Difference, ...]:
    """What changed between two editions, the file's own keys first."""
    before, after = numbered(old), numbered(new)
    return tuple(
        difference
        for place in dict.fromkeys((*before, *after))
        for difference in changes(*place[:2], before.get(place), after.get(place))
    )


def numbered(definition: Definition) -> Pieces:
    """The pieces of a definition; those of one name are told apart by number."""
    found: Pieces = {}
    for piece in pieces(definition):
        number = 1
        while (piece.what, piece.name, number) in found:
            number += 1
        found[piece.what, piece.name, number] = piece
    return found


def changes(what: What, name: str, old: Piece | None, new: Piece | None) -> Iterator[Difference]:
    """What changed in one piece, which one of the editions may not have."""
    if old is None or new is None:
        yield Difference(what, name, "", whole(old), whole(new))
        return
    for key in dict.fromkeys((*old.texts, *new.texts)):
        before, after = old.texts.get(key), new.texts.get(key)
        if before != after:
            yield Difference(what, name, key, before, after)


def whole(piece: Piece | None) -> str | None:
    """A whole piece in one line."""
    return ", ".join(f"{key}: {text}" for key, text in piece.texts.items()) if piece else None
