"""Where front matter is cut, and what is put there, for one key or one item."""

import re
from collections.abc import Iterator, Mapping

from cpdlog.model.visible import visible
from cpdlog.text.compose import Value, block_items, flow, quoted, scalar, written
from cpdlog.text.page import Page, Splice
from cpdlog.text.spans import Span, end_of_line, next_line, start_of_line

COLON = re.compile(r"[ \t]*:")
# What follows an item between brackets that has its line for itself.
REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(?:#.*)?\r?\n")
# The comma after an item, with its blanks but the one that a comment needs before it.
COMMA = re.compile(r"[ \t]*,[ \t]*(?!#)")


def pair(page: Page, name: str) -> tuple[Span, Span]:
    """The places of a key that is there, and of its value.

    Raises:
        CannotEdit: The key does not begin its line.
    """
    root = page.root
    index = [key.text for key in root.keys].index(name)
    key = root.keys[index]
    if page.front[start_of_line(page.front, key.start) : key.start].strip():
        raise page.refusal(key.start, "the key does not begin its line")
    return key, root.items[index]


def addition(page: Page, name: str, value: Value) -> Splice:
    """A key after the last one."""
    end = len(page.front)
    margin = " " * page.root.column
    text = "".join(margin + line + page.newline for line in written(name, value).splitlines())
    return end, end, text if page.front.endswith("\n") else page.newline + text


def replacement(page: Page, key: Span, old: Span, value: Value) -> list[Splice]:
    """Another value for a key, in the style of the old one where that has it.

    Raises:
        CannotEdit: A comment stands inside what would be replaced.
    """
    if has_comment(page.front, old):
        raise page.refusal(old.start, "a comment stands inside the value")
    if old.sign in ("|", ">"):
        return instead_of_block(page.front, old, in_style(old, value))
    if not old.on_lines:
        return [on_the_line(page, key, old, in_style(old, value))]
    if value and not isinstance(value, str) and isinstance(value, Mapping) == old.is_mapping:
        between = page.newline + " " * old.column
        return [(old.start, old.end, between.join(block_items(value)))]
    return moved_up(page, key, old, in_style(old, value))


def instead_of_block(front: str, old: Span, new: str) -> list[Splice]:
    """A value on one line instead of a block of text; a comment beside the block's sign stays."""
    line_end = end_of_line(front, old.start)
    sign = front[old.start : line_end].split(maxsplit=1)[0]
    return [(old.start, old.start + len(sign), new), (line_end, old.end, "")]


def on_the_line(page: Page, key: Span, old: Span, new: str) -> Splice:
    """A value where another stood, or where there was none."""
    if old.start < old.end:
        return old.start, old.end, new
    colon = COLON.match(page.front, key.end)
    return (colon.end(), colon.end(), f" {new}") if colon else (key.end, key.end, f": {new}")


def moved_up(page: Page, key: Span, old: Span, new: str) -> list[Splice]:
    """A value on the line of its key, where the old one stood on lines below."""
    colon = page.front.index(":", key.end) + 1
    line_end = end_of_line(page.front, colon)
    if "#" in page.front[line_end : old.start]:
        raise page.refusal(old.start, "a comment stands before the value")
    return [(colon, colon, f" {new}"), (line_end, old.end, "")]


def in_style(old: Span, value: Value) -> str:
    """A value on one line, with the quotes that the old one had."""
    if not isinstance(value, str):
        return flow(value)
    if old.sign == '"':
        return quoted(value)
    if old.sign == "'" and value == visible(value):
        return "'" + value.replace("'", "''") + "'"
    return scalar(value, in_flow=old.in_flow)


def has_comment(front: str, span: Span) -> bool:
    """Whether a comment stands between the items of a list or mapping."""
    done = span.start
    for inner in parts(span):
        if "#" in front[done : inner.start] or has_comment(front, inner):
            return True
        done = inner.end
    return (span.is_list or span.is_mapping) and "#" in front[done : span.end]


def parts(span: Span) -> Iterator[Span]:
    """The keys and items of a list or mapping, as they follow each other."""
    for index, item in enumerate(span.items):
        yield from span.keys[index : index + 1]
        yield item


def new_item(page: Page, held: Span, name: Value, value: Value | None = None) -> list[Splice]:
    """An item after the last one of a list; with a value, a key of a mapping."""
    item = [name] if value is None else {str(name): value}
    if held.on_lines:
        (line,) = block_items(item)
        end = end_of_line(page.front, held.end)
        return [(end, end, page.newline + " " * held.column + line)]
    text = flow(item)[1:-1]
    if not held.items:
        return [(held.start + 1, held.start + 1, text)]
    last = (held.keys or held.items)[-1]
    end = max(last.end, held.items[-1].end)
    if not has_line(page.front, last.start, end):
        return [(end, end, f", {text}")]
    margin = page.front[start_of_line(page.front, last.start) : last.start]
    line_end = end_of_line(page.front, end)
    if COMMA.match(page.front, end):
        return [(line_end, line_end, f"{page.newline}{margin}{text},")]
    return [(end, end, ","), (line_end, line_end, f"{page.newline}{margin}{text}")]


def has_line(front: str, start: int, end: int) -> bool:
    """Whether an item between brackets has its line, or lines, for itself."""
    before = front[start_of_line(front, start) : start]
    return not before.strip() and REST_OF_LINE.match(front, end) is not None


def item_cut(page: Page, held: Span, index: int) -> Splice:
    """The item at `index` of a list or mapping, taken out."""
    first = (held.keys or held.items)[index]
    start, end = first.start, max(first.end, held.items[index].end)
    if held.sign == "-":
        before = held.items[index - 1].end if index else held.start
        start = page.front.rindex("-", before, start)
    line_start = start_of_line(page.front, start)
    if held.on_lines:
        return line_start, next_line(page.front, end), ""
    if has_line(page.front, start, end):
        return line_start, next_line(page.front, end), ""
    comma = COMMA.match(page.front, end)
    if comma:
        return start, comma.end(), ""
    kept = page.front[:start].rstrip(" \t")
    return len(kept.removesuffix(",")) if kept.endswith(",") else start, end, ""
