import difflib
from collections.abc import Callable
from typing import Any

import pytest

from cpdlog.errors import CannotEdit, UsageFault
from cpdlog.text import edit
from cpdlog.text.compose import Plain

PATH = "entries/2026/2026-11-23-stride.md"
AS_TEXT = "If it is meant as text, put the whole value in quotes."
NOT_YET = "Until then it cannot be edited in place."
ENTRY = """\
---
# made in the train
title: 'It''s all threats'  # working title
date:   2026-11-23
hours:
tags:  # mine
  - a   # first
  - "b"
  # not c
  - c
goals: [threats,  'law' ]   # both
amounts: {threats: 2}
outcome: |-  # short
  One.

  Two.

evidence:
- path: a.pdf
  title: A
- b.pdf
share: [
    mentor,
    manager   # hers
  ]
---

Body
"""


def difference(function: Callable[..., bytes], *args: Any) -> list[str]:
    """The lines that an edit takes out and puts in; the same for every kind of line end."""
    data = ENTRY.encode()
    done = function(data, PATH, *args).decode()
    windows = b"\xef\xbb\xbf" + ENTRY.replace("\n", "\r\n").encode()
    assert function(windows, PATH, *args) == b"\xef\xbb\xbf" + done.replace("\n", "\r\n").encode()
    lines = difflib.unified_diff(ENTRY.splitlines(), done.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("key", "value", "lines"),
    [
        (
            "title",
            "What's next",
            [
                "-title: 'It''s all threats'  # working title",
                "+title: 'What''s next'  # working title",
            ],
        ),
        (
            "title",
            "one\ntwo",
            [
                "-title: 'It''s all threats'  # working title",
                '+title: "one\\ntwo"  # working title',
            ],
        ),
        ("date", "2026-11-24", ["-date:   2026-11-23", "+date:   2026-11-24"]),
        ("date", "next: week", ["-date:   2026-11-23", '+date:   "next: week"']),
        ("hours", "1h30", ["-hours:", "+hours: 1h30"]),
        ("points", "3", ["+points: 3"]),
        ("due", "2026-12-01", ["+due: 2026-12-01"]),
        ("target", "20 hours", ["+target: 20 hours"]),
        ("reason", "2026-12-01", ['+reason: "2026-12-01"']),
        ("measure", "a: b", ['+measure: "a: b"']),
        ("tags", ["a", "c", "d e: f"], ['-  - "b"', '+  - "d e: f"']),
        ("tags", ["c"], ["-  - a   # first", '-  - "b"']),
        ("goals", ["law"], ["-goals: [threats,  'law' ]   # both", "+goals: ['law' ]   # both"]),
        (
            "goals",
            ["law", "threats"],
            ["-goals: [threats,  'law' ]   # both", "+goals: [law, threats]   # both"],
        ),
        (
            "goals",
            {"law": "2"},
            ["-goals: [threats,  'law' ]   # both", "+goals: {law: 2}   # both"],
        ),
        ("goals", "law", ["-goals: [threats,  'law' ]   # both", "+goals: law   # both"]),
        (
            "amounts",
            {"threats": "3", "x": "1"},
            ["-amounts: {threats: 2}", "+amounts: {threats: 3, x: 1}"],
        ),
        (
            "outcome",
            "One and two.",
            ["-outcome: |-  # short", "-  One.", "-", "-  Two.", "+outcome: One and two.  # short"],
        ),
        ("evidence", ["c.pdf"], ["-- path: a.pdf", "-  title: A", "-- b.pdf", "+- c.pdf"]),
        (
            "evidence",
            "c.pdf",
            ["-evidence:", "-- path: a.pdf", "-  title: A", "-- b.pdf", "+evidence: c.pdf"],
        ),
        (
            "evidence",
            [],
            ["-evidence:", "-- path: a.pdf", "-  title: A", "-- b.pdf", "+evidence: []"],
        ),
        ("title", "It's all threats", []),
        ("share", ["mentor", "manager"], []),
    ],
)
def test_a_key_is_set_in_its_own_style(key: str, value: Any, lines: list[str]) -> None:
    assert difference(edit.set_key, key, value) == lines


def test_a_key_that_is_not_there_comes_last_and_may_take_lines() -> None:
    roles = {"law": {"title": "Law librarian"}, "it": {"title": "Systems"}}
    assert difference(edit.set_key, "roles", roles) == [
        "+roles:",
        "+  law: {title: Law librarian}",
        "+  it: {title: Systems}",
    ]


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("hours", ["-hours:"]),
        ("tags", ["-tags:  # mine", "-  - a   # first", '-  - "b"', "-  # not c", "-  - c"]),
        ("outcome", ["-outcome: |-  # short", "-  One.", "-", "-  Two."]),
        ("goals", ["-goals: [threats,  'law' ]   # both"]),
        ("unknown", []),
    ],
)
def test_a_key_is_removed_with_its_lines_and_nothing_more(key: str, lines: list[str]) -> None:
    assert difference(edit.remove_key, key) == lines


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (("tags", "d"), ["+  - d"]),
        (("tags", "b"), []),
        (("title", "It's all threats"), []),
        (
            ("goals", "x: y"),
            [
                "-goals: [threats,  'law' ]   # both",
                "+goals: [threats,  'law', \"x: y\" ]   # both",
            ],
        ),
        (
            ("goals", "x", Plain("1.5")),
            [
                "-goals: [threats,  'law' ]   # both",
                "+goals: {threats: 1, law: 1, x: 1.5}   # both",
            ],
        ),
        (("amounts", "law"), ["-amounts: {threats: 2}", "+amounts: {threats: 2, law: 1}"]),
        (("amounts", "law", "3"), ["-amounts: {threats: 2}", "+amounts: {threats: 2, law: 3}"]),
        (("amounts", "threats"), []),
        (
            ("evidence", {"url": "https://example.org", "title": "Slides"}),
            ['+- {url: "https://example.org", title: Slides}'],
        ),
        (
            ("share", "portfolio"),
            ["-    manager   # hers", "+    manager,   # hers", "+    portfolio"],
        ),
        (("hours", "x"), ["-hours:", "+hours: [x]"]),
        (("new", "x"), ["+new: [x]"]),
        (("new", "x", "2"), ["+new: {x: 2}"]),
        (
            ("title", "x"),
            [
                "-title: 'It''s all threats'  # working title",
                "+title: [It's all threats, x]  # working title",
            ],
        ),
    ],
)
def test_an_item_is_added_in_the_style_of_its_list(args: Any, lines: list[str]) -> None:
    assert difference(edit.add_item, *args) == lines


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (("tags", "a"), ["-  - a   # first"]),
        (("tags", "c"), ["-  - c"]),
        (("tags", "z"), []),
        (("unknown", "z"), []),
        (
            ("goals", "threats"),
            ["-goals: [threats,  'law' ]   # both", "+goals: ['law' ]   # both"],
        ),
        (("goals", "law"), ["-goals: [threats,  'law' ]   # both", "+goals: [threats ]   # both"]),
        (("amounts", "threats"), ["-amounts: {threats: 2}", "+amounts: {}"]),
        (("evidence", "a.pdf"), ["-- path: a.pdf", "-  title: A"]),
        (("evidence", "b.pdf"), ["-- b.pdf"]),
        (("share", "mentor"), ["-    mentor,"]),
        (("share", "manager"), ["-    manager   # hers"]),
        (("date", "2026-11-23"), ["-date:   2026-11-23", "+date:   []"]),
        (("date", "2026"), []),
    ],
)
def test_an_item_is_removed_with_its_comma_or_its_lines(args: Any, lines: list[str]) -> None:
    assert difference(edit.remove_item, *args) == lines


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ("tags: [a, b]", "b", "tags: [a]"),
        ("tags: [a,  # first\n  b]", "a", "tags: [ # first\n  b]"),
        ("tags: [a,\n  b]", "b", "tags: [a,\n  ]"),
        ("tags: [a, b, ]", "b", "tags: [a, ]"),
        ("tags: [a]", "a", "tags: []"),
        ("tags:\n-\n- a", "", "tags:\n- a"),
        ("tags:\n- a", "a", "tags:"),
        ("tags:\n  a: 1\n  b:", "b", "tags:\n  a: 1"),
        ("tags: {a, b: 1}", "a", "tags: {b: 1}"),
    ],
)
def test_what_is_left_after_an_item_is_a_list_as_before(before: str, item: str, after: str) -> None:
    data = f"---\ntitle: x\n{before}\ndate: y\n---\n".encode()
    assert edit.remove_item(data, PATH, "tags", item).decode() == (
        f"---\ntitle: x\n{after}\ndate: y\n---\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: []", "tags: [z]"),
        ("tags: [a, ]", "tags: [a, z, ]"),
        ("tags: [\n  a,  # first\n  b,\n]", "tags: [\n  a,  # first\n  b,\n  z,\n]"),
        ("tags:\n- a\n# end", "tags:\n- a\n- z\n# end"),
        ("tags:\n    -   a: 1", "tags:\n    -   a: 1\n    - z"),
        ('tags: ""', "tags: [z]"),
        ("tags: {a}", "tags: {a, z: 1}"),
        ("tags:\n  a:\n  b:  # none", "tags:\n  a:\n  b:  # none\n  z: 1"),
    ],
)
def test_an_item_is_added_to_every_kind_of_list(before: str, after: str) -> None:
    data = f"---\ntitle: x\n{before}\n---\n".encode()
    assert edit.add_item(data, PATH, "tags", "z").decode() == f"---\ntitle: x\n{after}\n---\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goals: {a: 1, b: 2}", "goals: {a: 3, b: 2}"),
        ("goals: {a: '1'}", "goals: {a: '3'}"),
        ("goals: {a, b: 2}", "goals: {a: 3, b: 2}"),
        ("goals: {a: , b: 2}", "goals: {a: 3 , b: 2}"),
        ("goals:\n  a:  # none\n  b: 2", "goals:\n  a: 3  # none\n  b: 2"),
        ("goals:\n  b: 2", "goals:\n  b: 2\n  a: 3"),
        ("goals: {a: 3}", "goals: {a: 3}"),
        ("goals: [a, b]", "goals: {a: 3, b: 1}"),
        ("goals: b", "goals: {b: 1, a: 3}"),
        ("goals:", "goals: {a: 3}"),
        ("role: x", "role: x\ngoals: {a: 3}"),
    ],
)
def test_an_amount_is_set_in_place(before: str, after: str) -> None:
    data = f"---\n{before}\n---\n".encode()
    assert edit.set_item(data, PATH, "goals", "a", "3").decode() == f"---\n{after}\n---\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("goals: [a, 'b']", "goals: [x-y, 'b']"),
        ("goals: ['a']", "goals: ['x-y']"),
        ('goals: {"a": 2, b: 1}', 'goals: {"x-y": 2, b: 1}'),
        ("goals:\n- a\n- b", "goals:\n- x-y\n- b"),
        ("goals: a", "goals: x-y"),
        ("goals: [b]", "goals: [b]"),
        ("goals: b", "goals: b"),
        ("role: a", "role: a"),
    ],
)
def test_an_id_is_renamed_where_it_stands(before: str, after: str) -> None:
    data = f"---\n{before}  # c\n---\na\n".encode()
    assert edit.rename_item(data, PATH, "goals", "a", "x-y").decode() == (
        f"---\n{after}  # c\n---\na\n"
    )


def test_settings_are_edited_as_plain_yaml() -> None:
    data = b"# mine\nname: Ada\nrequirements:\n  nmc: {from: 2024-04-01}  # three years"
    once = edit.set_item(data, "cpdlog.yaml", "requirements", "cilip", {"level": "chartered"})
    twice = edit.set_key(once, "cpdlog.yaml", "name", "Ada L")
    assert edit.set_key(twice, "cpdlog.yaml", "commit", "false") == (
        b"# mine\nname: Ada L\nrequirements:\n  nmc: {from: 2024-04-01}  # three years\n"
        b'  cilip: {level: chartered}\ncommit: "false"\n'
    )


@pytest.mark.parametrize(
    ("front", "key", "value", "message"),
    [
        (
            "tags:\n  - a  # first\n  - b\n",
            "tags",
            ["z"],
            "x.md:3 cannot be edited in place: a comment stands inside the value.",
        ),
        (
            "tags: [a, # first\n  b]\n",
            "tags",
            "z",
            "x.md:2 cannot be edited in place: a comment stands inside the value.",
        ),
        (
            "tags: [ # none\n  ]\n",
            "tags",
            "z",
            "x.md:2 cannot be edited in place: a comment stands inside the value.",
        ),
        (
            "tags:\n  # all\n  - a\n",
            "tags",
            "z",
            "x.md:4 cannot be edited in place: a comment stands before the value.",
        ),
        (
            "? title\n: x\n",
            "title",
            "z",
            "x.md:2 cannot be edited in place: the key does not begin its line.",
        ),
        (
            "{title: x, date: y}\n",
            "title",
            "z",
            "x.md:2 cannot be edited in place: its keys stand between braces.",
        ),
        (
            "title: &a x\n",
            "title",
            "z",
            f"x.md:2: '&a' gives the value a name. {AS_TEXT} {NOT_YET}",
        ),
    ],
)
def test_an_edit_that_would_touch_more_is_refused_with_the_line(
    front: str, key: str, value: Any, message: str
) -> None:
    with pytest.raises(CannotEdit) as caught:
        edit.set_key(f"---\n{front}---\n".encode(), "x.md", key, value)
    assert caught.value.message == message
    assert caught.value.hint == "Open the file with 'cpdlog edit', and change it there."


def test_an_edit_that_would_say_something_else_is_refused() -> None:
    message = "x.md cannot be edited in place: it would not say what is meant."
    with pytest.raises(CannotEdit) as caught:
        edit.remove_key(b"---\na: |+\n  x\nb: 1\n\nc: 2\n---\n", "x.md", "b")
    assert caught.value.message == message
    with pytest.raises(CannotEdit):
        edit.remove_key(b"---\ntitle: x\n---\n", "x.md", "title")


def test_a_mapping_takes_no_item_that_is_one_itself() -> None:
    with pytest.raises(CannotEdit) as caught:
        edit.add_item(b"---\nevidence: {a: 1}\n---\n", "x.md", "evidence", {"path": "b"})
    assert caught.value.message == "x.md:2 cannot be edited in place: 'evidence' is no list."


def test_a_text_that_is_not_unicode_is_never_written() -> None:
    with pytest.raises(UsageFault):
        edit.set_key(ENTRY.encode(), PATH, "title", "caf\udce9")


def test_several_edits_follow_one_another() -> None:
    data = b"---\ntitle: x\n---\n"
    data = edit.add_item(data, PATH, "goals", "a")
    data = edit.add_item(data, PATH, "goals", "b", "2")
    data = edit.remove_item(data, PATH, "goals", "a")
    data = edit.add_task(data, PATH, "look again (due 2026-12-01)")
    assert data == (b"---\ntitle: x\ngoals: {b: 2}\n---\n\n- [ ] look again (due 2026-12-01)\n")
