"""A random edit of a random file changes its key and no other byte, or is refused."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdlog.errors import CannotEdit
from cpdlog.text import builder, edit
from cpdlog.text.compose import Value, quoted
from cpdlog.text.frontmatter import read
from cpdlog.text.page import all_said

PATH = "entries/2026/x.md"
KEYS = ("title", "date", "hours", "goals", "tags", "outcome", "evidence", "role", "my own")


class Chunk(NamedTuple):
    """One key of a generated file: what stands before it, its lines, and what it says."""

    before: str
    key: str
    lines: str
    anchored: bool = False


class File(NamedTuple):
    """A generated file."""

    mark: bytes
    newline: str
    head: str
    chunks: tuple[Chunk, ...]
    tail: str
    body: str

    def text(self, start: int = 0, stop: int | None = None) -> str:
        """The front matter's chunks from one to another."""
        return "".join(chunk.before + chunk.lines for chunk in self.chunks[start:stop])

    def encoded(self, text: str) -> bytes:
        return text.replace("\n", self.newline).encode()

    @property
    def data(self) -> bytes:
        front = f"{self.head}---\n{self.text()}{self.tail}---\n{self.body}"
        return self.mark + self.encoded(front)

    def around(self, index: int) -> tuple[bytes, bytes]:
        """The bytes before and after the lines of one key."""
        chunk = self.chunks[index]
        before = f"{self.head}---\n{self.text(0, index)}{chunk.before}"
        after = f"{self.text(index + 1)}{self.tail}---\n{self.body}"
        return self.mark + self.encoded(before), self.encoded(after)


WORDS = st.sampled_from(
    ["a", "law", "threats", "Café", "研修", "😀 x", "it's", "C#", "23 things", "two words", "a-b"]
)
PLAIN = st.lists(WORDS, min_size=1, max_size=3).map(" ".join).filter(lambda it: it[0] != "😀")
SPECIAL = st.sampled_from(
    ["", "a: b", "x #y", "- z", "no", "1:30", "[d] e", 'say "q"', "t\ty", "\\"]
)
ANY = PLAIN | SPECIAL | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
COMMENTS = st.integers(100, 999).map(lambda number: f"# c{number}")
TRAILING = st.sampled_from(["", "", "", "", "  "]) | st.just("  ") | COMMENTS.map("  {}".format)
BETWEEN = st.lists(st.just("\n") | COMMENTS.map(lambda comment: f"{comment}\n"), max_size=2).map(
    "".join
)
ONE_LINE = PLAIN | ANY.map(quoted) | PLAIN.map(lambda text: "'" + text.replace("'", "''") + "'")
IN_FLOW = (
    st.sampled_from(["a", "law", "Café", "two words", "a-b"]) | ANY.map(quoted) | st.just("'it''s'")
)


@st.composite
def flow_lists(draw: st.DrawFn) -> str:
    items = draw(st.lists(IN_FLOW, max_size=3, unique=True))
    if draw(st.booleans()) and items:
        return "[\n" + "".join(f"    {item},{draw(TRAILING)}\n" for item in items) + "  ]"
    gap = draw(st.sampled_from(["", " "]))
    comma = draw(st.sampled_from([", ", ",", " ,  "]))
    return f"[{gap}{comma.join(items)}{gap}]"


@st.composite
def flow_mappings(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(["a", "law", "'q'", "threats"]), max_size=3, unique=True))
    return (
        "{"
        + ", ".join(f"{name}: {draw(st.sampled_from(['1', '2.5', '']))}" for name in names)
        + "}"
    )


@st.composite
def block_lists(draw: st.DrawFn) -> str:
    margin = " " * draw(st.sampled_from([0, 2, 4]))
    lines = [f"{draw(TRAILING)}\n"]
    for item in draw(st.lists(ONE_LINE, min_size=1, max_size=4, unique=True)):
        lines += [f"{margin}{draw(COMMENTS)}\n"] * draw(st.sampled_from([0, 0, 0, 0, 0, 1]))
        lines += [f"{margin}- {item}{draw(TRAILING)}\n"]
    return "".join(lines)


@st.composite
def block_mappings(draw: st.DrawFn) -> str:
    names = draw(
        st.lists(st.sampled_from(["a", "law", "'q'"]), min_size=1, max_size=3, unique=True)
    )
    rows = [
        f"  {name}: {draw(st.sampled_from(['1', '2', '']))}{draw(TRAILING)}\n" for name in names
    ]
    return f"{draw(TRAILING)}\n{''.join(rows)}"


@st.composite
def block_texts(draw: st.DrawFn) -> str:
    sign = draw(st.sampled_from(["|", ">", "|-", "|+", ">+"]))
    lines = draw(st.lists(PLAIN | st.sampled_from(["# no comment", "", "a: b"]), max_size=3))
    return f" {sign}{draw(TRAILING)}\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)


EVIDENCE = st.just("\n  - path: a.pdf\n    title: A\n  - b.pdf\n  - {url: c, title: C}\n")
ON_KEY_LINE = ONE_LINE | flow_lists() | flow_mappings() | st.just("one\n  and two") | st.just("")
ANCHORED = st.sampled_from([" &x one\n", " &x [a]\n", "\n  - &x a\n  - *x\n", " !!str a\n"])


@st.composite
def chunks(draw: st.DrawFn, key: str, *, anchors: bool) -> Chunk:
    before = draw(BETWEEN)
    if anchors:
        return Chunk(before, key, f"{key}:{draw(ANCHORED)}", anchored=True)
    on_line = st.builds(
        "{}{}\n".format, ON_KEY_LINE.map(lambda it: f" {it}" if it else ""), TRAILING
    )
    value = draw(on_line | block_lists() | block_mappings() | block_texts() | EVIDENCE)
    return Chunk(before, key, f"{key}:{value}")


@st.composite
def files(draw: st.DrawFn, *, anchors: bool = False) -> File:
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True))
    anchored = draw(st.sampled_from(keys)) if anchors else None
    return File(
        mark=draw(st.sampled_from([b"", b"\xef\xbb\xbf"])),
        newline=draw(st.sampled_from(["\n", "\r\n"])),
        head=draw(st.sampled_from(["", "\n", " \n\n"])),
        chunks=tuple(draw(chunks(key, anchors=key == anchored)) for key in keys),
        tail=draw(BETWEEN),
        body=draw(
            st.sampled_from(["", "\n# What?\n\n- [ ] x  \n\n", "    code\n\x85\u2028\n---\n \n"])
        ),
    )


class Change(NamedTuple):
    """An edit, and what must then be true of the value at its key."""

    name: str
    apply: Callable[[bytes], bytes]
    holds: Callable[[Value | None], bool]


VALUES = ANY | st.lists(ANY, max_size=3, unique=True) | st.dictionaries(ANY, ANY, max_size=3)
NAMES = ("set_key", "set_key", "add_item", "set_item", "remove_item", "rename_item", "remove_key")


def members(value: Value | None) -> list[Value]:
    """The items of a value; a single one has itself."""
    if isinstance(value, str):
        return [value] if value else []
    return list(value or [])


def change(draw: Any, key: str, old: Value | None) -> Change:
    """A random edit of one key."""
    name = draw(st.sampled_from(NAMES))
    item, value = draw(ANY.filter(bool)), draw(VALUES)
    words = [it for it in members(old) if isinstance(it, str)]
    held = draw(st.sampled_from(words)) if words else "nothing"
    amount = draw(st.sampled_from(["2", "0.5", "12"]))
    changes = {
        "set_key": (lambda data: edit.set_key(data, PATH, key, value), lambda new: new == value),
        "add_item": (
            lambda data: edit.add_item(data, PATH, key, item),
            lambda new: members(new)[: len(members(old))] == members(old) and item in members(new),
        ),
        "set_item": (
            lambda data: edit.set_item(data, PATH, key, item, amount),
            lambda new: isinstance(new, dict) and new[item] == amount,
        ),
        "remove_item": (
            lambda data: edit.remove_item(data, PATH, key, held),
            lambda new: members(new) == [it for it in members(old) if it != held],
        ),
        "rename_item": (
            lambda data: edit.rename_item(data, PATH, key, held, item),
            lambda new: members(new) == [item if it == held else it for it in members(old)],
        ),
        "remove_key": (lambda data: edit.remove_key(data, PATH, key), lambda new: new is None),
    }
    return Change(name, *changes[name])


def comments(lines: str, name: str) -> list[str]:
    """The comments of a key that an edit must keep: an item that goes takes those beside it."""
    if name in ("remove_key", "remove_item"):
        return []
    first, *rest = lines.split("\n")
    if name == "set_key":
        rest = [line for line in rest if line.lstrip().startswith("#")]
    return re.findall(r"# c\d+", "\n".join([first, *rest]))


def changed(file: File, key: str, edit_: Change) -> bytes | None:
    """The bytes after an edit, looked at from all sides; None where it is refused."""
    before = all_said(read(file.data, PATH))
    try:
        data = edit_.apply(file.data)
    except CannotEdit:
        return None
    document = read(data, PATH)
    after = all_said(document)
    assert [it for it in document.problems if it.severity == "error"] == []
    assert edit_.holds(after.get(key)), after
    assert {**after, key: ""} == {**before, key: ""}
    names = [chunk.key for chunk in file.chunks]
    if key in names:
        start, end = file.around(names.index(key))
        assert data.startswith(start)
        assert data.endswith(end)
        kept = comments(file.chunks[names.index(key)].lines, edit_.name)
        assert [comment for comment in kept if comment not in data.decode()] == []
    else:
        end = file.encoded(f"---\n{file.body}")
        assert data.startswith(file.data.removesuffix(end))
        assert data.endswith(end)
    return data


@pytest.mark.parametrize("with_libyaml", [True, False])
def test_an_edit_changes_its_key_and_no_other_byte(
    with_libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_libyaml:
        monkeypatch.setattr(builder, "QUICK", builder.PURE)
    refused: list[bool] = []

    @given(st.data(), files())
    @settings(max_examples=250)
    def edits(data: st.DataObject, file: File) -> None:
        assert [it for it in read(file.data, PATH).problems if it.severity == "error"] == []
        key = data.draw(st.sampled_from([*(it.key for it in file.chunks), *KEYS]))
        old = all_said(read(file.data, PATH)).get(key)
        refused.append(changed(file, key, change(data.draw, key, old)) is None)

    edits()
    assert sum(refused) / len(refused) < 0.2


@given(st.data(), files(anchors=True))
def test_a_file_with_anchors_or_tags_is_not_edited(data: st.DataObject, file: File) -> None:
    key = data.draw(st.sampled_from(KEYS))
    with pytest.raises(CannotEdit, match=r"^entries/2026/x.md:\d+: "):
        edit.set_key(file.data, PATH, key, "x")


STYLES = st.sampled_from(["{}", '"{}"', "'{}'"])


@given(files(), STYLES, PLAIN, PLAIN)
def test_a_value_that_is_changed_and_changed_back_is_as_it_was(
    file: File, style: str, old: str, new: str
) -> None:
    written = style.format(old.replace("'", "''") if style[0] == "'" else old)
    head = f"---\nreason: {written}  # c1\n".encode()
    data = head + file.data[file.data.index(b"---") + 3 :].lstrip()
    once = edit.set_key(data, PATH, "reason", new)
    assert edit.set_key(once, PATH, "reason", old) == data
    assert once.endswith(data[len(head) :])


@given(files(), ANY.filter(bool))
def test_an_item_that_is_added_and_removed_leaves_the_list_as_it_was(file: File, item: str) -> None:
    for chunk in file.chunks:
        old = all_said(read(file.data, PATH))[chunk.key]
        if isinstance(old, list) and item not in old and old and not chunk.lines.endswith("]\n"):
            once = edit.add_item(file.data, PATH, chunk.key, item)
            assert edit.remove_item(once, PATH, chunk.key, item) == file.data
