"""Two versions of an entry or a goal made one, key by key.

What one side alone changed is taken as it stands, with its comments. Where both changed a key,
lists and mappings are united, and of two unequal values ours stays and the other is stated
(`cpdlog.text.conflict`). Nothing that either side wrote is dropped in silence.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from cpdlog.text.compose import Plain, Value, written
from cpdlog.text.conflict import BODY, BOTH_TEXTS, KEY, Note, notes, stated, told
from cpdlog.text.parts import Part, Parts, cut

ONE_EACH = "1"  # what a goal's entry counts for where no amount is given
FENCE = b"---\n"
LATEST = "reviewed"  # the day on which a goal was last looked at
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

T = TypeVar("T")

# Merges three bodies (base, ours, theirs); says whether both texts of a place had to be kept.
MergeBodies: TypeAlias = Callable[[str, str, str], tuple[str, bool]]


class Merged(NamedTuple):
    """One file out of two.

    Attributes:
        data: The whole file.
        conflicts: The keys, or `body`, in which the sides differ and a person must choose.
    """

    data: bytes
    conflicts: tuple[str, ...] = ()


class Joined(NamedTuple):
    """One value out of two, and what was not kept."""

    value: Value
    others: tuple[Note, ...] = ()


def merge(base: bytes, ours: bytes, theirs: bytes, bodies: MergeBodies) -> Merged | None:
    """One file out of two that were both changed since `base`.

    Returns:
        None where one of them cannot be read, or what they say cannot be put into one.
    """
    one, other, old = cut(ours), cut(theirs), cut(base)
    if one is None or other is None or old is None:
        return None
    body, torn = merged_body(old.body, one.body, other.body, bodies)
    told = ((BODY, BOTH_TEXTS),) if torn else ()
    return merged_parts(old, one._replace(body=body), other, told)


def merged_parts(old: Parts, one: Parts, other: Parts, told: tuple[Note, ...]) -> Merged | None:
    """One file out of two; `one` has the merged body already, and `told` what is wrong with it."""
    keys, found = merged_keys(old, one, other)
    found += told
    standing = merged_notes(old, one, other)
    if standing is None:
        return None
    every = list(dict.fromkeys([*standing, *found]))
    if every:
        keys[KEY] = Part(written(KEY, stated(every)), stated(every))
    data = one._replace(keys=keys, head=either(old.head, one.head, other.head)).data()
    again = cut(data)
    if again is None or again.values() != {key: part.value for key, part in keys.items()}:
        return None
    return Merged(data, tuple(dict.fromkeys(key for key, _ in found)))


def either(base: str, ours: str, theirs: str) -> str:
    """Of two texts the one that was changed; ours, where both were."""
    return theirs if ours == base else ours


def merged_body(base: str, ours: str, theirs: str, bodies: MergeBodies) -> tuple[str, bool]:
    """The body, and whether both texts of some place stand in it."""
    if ours == theirs or base in (ours, theirs):
        return either(base, ours, theirs), False
    return bodies(base, ours, theirs)


def merged_notes(old: Parts, one: Parts, other: Parts) -> list[Note] | None:
    """The conflicts that were stated before and are not settled yet."""
    before, ours, theirs = (notes(parts.values()) for parts in (old, one, other))
    if before is None or ours is None or theirs is None:
        return None
    return united(before, ours, theirs)


def merged_keys(old: Parts, one: Parts, other: Parts) -> tuple[dict[str, Part], list[Note]]:
    """The keys without `conflict`: ours in their order, then those that only the other has."""
    keys: dict[str, Part] = {}
    found: list[Note] = []
    for key in dict.fromkeys([*one.keys, *other.keys]):
        if key == KEY:
            continue
        part, others = merged_key(key, old.keys.get(key), one.keys.get(key), other.keys.get(key))
        found += others
        if part is not None:
            keys[key] = part
    return keys, found


def merged_key(
    key: str, base: Part | None, ours: Part | None, theirs: Part | None
) -> tuple[Part | None, tuple[Note, ...]]:
    """One key; where one side removed what the other changed, it stays."""
    if ours is None or theirs is None:
        there = ours or theirs
        return (None if there and base and there.value == base.value else there), ()
    if base and (theirs == base or (ours != base and theirs.value == base.value)):
        return ours, ()
    if base and (ours == base or ours.value == base.value):
        return theirs, ()
    if ours.value == theirs.value:
        return ours, ()
    joined = joined_values(key, base.value if base else None, ours.value, theirs.value)
    if joined.value == ours.value:
        return ours, joined.others
    return Part(written(key, joined.value), joined.value), joined.others


def joined_values(key: str, base: "Value | None", ours: Value, theirs: Value) -> Joined:
    """One value out of two that were both changed, and are not equal."""
    if key == "goals" and {type(ours), type(theirs)} == {list, dict}:
        return joined_mappings(key, amounts(base), amounts(ours), amounts(theirs))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return joined_mappings(key, base if isinstance(base, dict) else {}, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list):
        return Joined(united(base if isinstance(base, list) else [], ours, theirs))
    if key == LATEST and DAY.fullmatch(told(ours)) and DAY.fullmatch(told(theirs)):
        return Joined(max(told(ours), told(theirs)))
    return Joined(ours, ((key, told(theirs)),))


def united(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """The items of both; one of `base` that either side removed is gone."""
    kept = [item for item in ours if item in theirs or item not in base]
    return kept + [item for item in theirs if item not in ours and item not in base]


def amounts(goals: "Value | None") -> dict[str, Value]:
    """The goals of an entry with their amounts, however they were given."""
    if isinstance(goals, dict):
        return goals
    names = goals if isinstance(goals, list) else []
    return {told(name): Plain(ONE_EACH) for name in names}


def joined_mappings(
    key: str, base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
) -> Joined:
    """Two mappings united; where they give one name unequal values, ours stays."""
    value: dict[str, Value] = {}
    others: list[Note] = []
    for name in dict.fromkeys([*ours, *theirs]):
        one, other, old = ours.get(name), theirs.get(name), base.get(name)
        if one is None or other is None:
            there = one if one is not None else other
            if there is not None and there != old:
                value[name] = there
        elif one == old:
            value[name] = other
        else:
            value[name] = one
            if other not in (one, old):
                others.append((f"{key}.{name}", told(other)))
    return Joined(value, tuple(others))


def merge_yaml(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """One YAML file out of two, key by key, as `merge`; None also where they are in conflict.

    Programs read these files, so a conflict cannot be stated in them.
    """
    old, one, other = (cut(FENCE + lines_of(side) + FENCE) for side in (base, ours, theirs))
    if old is None or one is None or other is None:
        return None
    found = merged_parts(old, one, other, ())
    if found is None or found.conflicts:
        return None
    return found.data.removeprefix(FENCE).removesuffix(FENCE)


def lines_of(data: bytes) -> bytes:
    """A text whose lines all end with a newline alone."""
    text = data.replace(b"\r\n", b"\n")
    return text if text.endswith(b"\n") else text + b"\n"
