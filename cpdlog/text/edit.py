"""Edits that change one key, one item or one line, and leave every other byte as it was.

Each function takes the bytes of a file and gives new ones, so that several can follow one another.
Comments, order, quotes, line ends, the byte-order mark and trailing blanks stay. What was written
is read again and must say what was meant. A path in `.yaml` is a plain YAML file; any other has a
body as well.

Every function raises CannotEdit, with file and line, where the file has a fault or the edit would
touch more than it should.
"""

import re
from collections.abc import Mapping

from cpdlog.text.compose import Plain, Value
from cpdlog.text.edit_body import add_task, append, set_body, tick
from cpdlog.text.page import opened
from cpdlog.text.spans import next_line, start_of_line
from cpdlog.text.splices import addition, in_style, item_cut, new_item, pair, replacement

__all__ = [
    "add_item",
    "add_task",
    "append",
    "remove_item",
    "remove_key",
    "rename_item",
    "set_body",
    "set_inner",
    "set_item",
    "set_key",
    "tick",
]

# Keys to which the schema gives a type, and what may stand there without quotes.
TYPED = frozenset(
    ["date", "start", "due", "done", "dropped", "reviewed", "hours", "points", "order", "target"]
)
FIGURE = re.compile(r"[0-9][\w.+-]*(:[0-9]\w*)?( [^\W\d_]+)?")
ONE = Plain("1")  # what an entry counts towards a goal where nothing is said


def set_key(data: bytes, path: str, key: str, value: Value) -> bytes:
    """The file with `key` set to `value`; a key that is not there comes after the last one.

    Args:
        data: The whole file.
        path: Relative to the journal.
        key: At the top of the front matter.
        value: A text, a list, or a mapping.
    """
    page = opened(data, path)
    value = typed(key, value)
    said = {**page.said, key: value}
    if key not in page.said:
        return page.spliced([addition(page, key, value)], said)
    old = page.said[key]
    if old == value:
        return data
    if keeps_some(old, value):
        return item_by_item(data, path, key, old, value)
    return page.spliced(replacement(page, *pair(page, key), value), said)


def keeps_some(old: Value, new: Value) -> bool:
    """Whether one list or mapping becomes another by items that go and items that come last."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return any(name in new for name in old)
    if isinstance(old, str | Mapping) or isinstance(new, str | Mapping):
        return False
    kept = [item for item in old if item in new]
    added = [item for item in new if item not in old]
    words = all(isinstance(item, str) for item in [*old, *new])
    return words and bool(kept) and kept + added == list(new)


def item_by_item(data: bytes, path: str, key: str, old: Value, new: Value) -> bytes:
    """A list or mapping changed so that what stays in it is not touched."""
    for item in old:
        if item not in new:
            data = remove_item(data, path, key, str(item))
    for item in new:
        amount = new[str(item)] if isinstance(new, Mapping) else None
        data = add_item(data, path, key, item, amount)
    return data


def remove_key(data: bytes, path: str, key: str) -> bytes:
    """The file without the lines of `key`; the same bytes where it is not there."""
    page = opened(data, path)
    if key not in page.said:
        return data
    name, value = pair(page, key)
    start, end = start_of_line(page.front, name.start), next_line(page.front, value.end)
    return page.spliced([(start, end, "")], without(page.said, key))


def add_item(data: bytes, path: str, key: str, item: Value, amount: Value | None = None) -> bytes:
    """The file with `item` in the list at `key`; the same bytes where it is there.

    A single value, or a key that is not there, becomes a list; with an amount it becomes a
    mapping, and so does a list.

    Args:
        data: The whole file.
        path: Relative to the journal.
        key: At the top of the front matter.
        item: A text, or what else stands in such a list.
        amount: What it counts, as in `goals: {id: amount}`.
    """
    page = opened(data, path)
    held = page.said.get(key, "")
    if amount is None and holds(held, item):
        return data
    if isinstance(item, str) and (amount is not None or isinstance(held, Mapping)):
        return set_item(data, path, key, item, ONE if amount is None else amount)
    if isinstance(held, str):
        return set_key(data, path, key, [held, item] if held else [item])
    span = pair(page, key)[1]
    if isinstance(held, Mapping):
        raise page.refusal(span.start, f"'{key}' is no list")
    return page.spliced(new_item(page, span, item), {**page.said, key: [*held, item]})


def set_item(data: bytes, path: str, key: str, item: str, amount: Value) -> bytes:
    """The file with `amount` for `item` in the mapping at `key`, added where it is not there.

    What is a list, or a single value, becomes a mapping in which each item has the amount 1.
    """
    page = opened(data, path)
    held, amount = page.said.get(key, ""), figure(amount)
    if not isinstance(held, Mapping):
        names = [held] if isinstance(held, str) else held
        amounts: dict[str, Value] = {str(name): ONE for name in names if name}
        return set_key(data, path, key, {**amounts, item: amount})
    if held.get(item) == amount:
        return data
    span = pair(page, key)[1]
    said = {**page.said, key: {**held, item: amount}}
    if item not in held:
        return page.spliced(new_item(page, span, item, amount), said)
    index = list(held).index(item)
    return page.spliced(replacement(page, span.keys[index], span.items[index], amount), said)


def set_inner(data: bytes, path: str, place: tuple[str, str, str], value: Value) -> bytes:
    """The file with another value in a mapping that stands in the mapping at a key.

    What is not there yet comes after the last of its kind.

    Args:
        data: The whole file.
        path: Relative to the journal.
        place: The key at the top, the item in its mapping, and the key in that item's mapping.
        value: What is to stand there.
    """
    page = opened(data, path)
    key, item, name = place
    held = page.said.get(key, "")
    inner = held.get(item, "") if isinstance(held, Mapping) else ""
    if not isinstance(held, Mapping) or not isinstance(inner, Mapping) or not inner:
        return set_item(data, path, key, item, {name: value})
    if inner.get(name) == value:
        return data
    span = pair(page, key)[1].items[list(held).index(item)]
    said = {**page.said, key: {**held, item: {**inner, name: value}}}
    if name not in inner:
        return page.spliced(new_item(page, span, name, value), said)
    index = list(inner).index(name)
    return page.spliced(replacement(page, span.keys[index], span.items[index], value), said)


def remove_item(data: bytes, path: str, key: str, item: str) -> bytes:
    """The file without `item` in the list or mapping at `key`; the same bytes where it is not.

    Args:
        data: The whole file.
        path: Relative to the journal.
        key: At the top of the front matter.
        item: The text, the key, or the `path` or `url` of an item that has these.
    """
    page = opened(data, path)
    held = page.said.get(key, "")
    if held == item and item:
        return set_key(data, path, key, [])
    if isinstance(held, str):
        return data
    found = [index for index, it in enumerate(held) if is_item(it, item)]
    if not found:
        return data
    span = pair(page, key)[1]
    left: Value = [it for index, it in enumerate(held) if index != found[0]]
    if isinstance(held, Mapping):
        left = without(held, item)
    if span.on_lines and not left:
        left = ""  # a key without a value
    return page.spliced([item_cut(page, span, found[0])], {**page.said, key: left})


def rename_item(data: bytes, path: str, key: str, old: str, new: str) -> bytes:
    """The file with `old` renamed to `new` where it stands in the list or mapping at `key`."""
    page = opened(data, path)
    held = page.said.get(key, "")
    if isinstance(held, str):
        return set_key(data, path, key, new) if held and held == old else data
    span = pair(page, key)[1]
    places = [it for it in span.keys or span.items if old and it.text == old]
    splices = [(it.start, it.end, in_style(it, new)) for it in places]
    if isinstance(held, Mapping):
        renamed: Value = {new if name == old else name: held[name] for name in held}
    else:
        renamed = [new if item == old else item for item in held]
    return page.spliced(splices, {**page.said, key: renamed})


def typed(key: str, value: Value) -> Value:
    """A value with what its key's schema gives a type as what needs no quotes."""
    if key in TYPED:
        return figure(value)
    if key == "goals" and isinstance(value, Mapping):
        return {goal: figure(amount) for goal, amount in value.items()}
    return value


def figure(value: Value) -> Value:
    """A date, duration or number as one that needs no quotes; anything else as it is."""
    return Plain(value) if isinstance(value, str) and FIGURE.fullmatch(value) else value


def holds(held: Value, item: Value) -> bool:
    """Whether a value is this item, or has it."""
    if isinstance(held, str):
        return held == item
    return isinstance(item, str) and item in held if isinstance(held, Mapping) else item in held


def is_item(held: Value, item: str) -> bool:
    """Whether this is the item that was named."""
    if isinstance(held, Mapping):
        return item in (held.get("path"), held.get("url"))
    return held == item


def without(held: Mapping[str, Value], name: str) -> dict[str, Value]:
    """A mapping without one of its keys."""
    return {key: value for key, value in held.items() if key != name}
