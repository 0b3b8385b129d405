import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.text.parts import Part, cut

TALK = b"""---
# how it began
title: "Talk: law"
date: 2026-11-23 # a Monday

# what it is about
tags: [law, "2026"]
goals:
  law: 1.5
---

Body.
"""


def test_a_file_is_cut_into_its_keys_with_their_lines_and_comments() -> None:
    parts = cut(TALK)
    assert parts is not None
    assert parts.opening == "---\n"
    assert parts.head == "# how it began\n"
    assert parts.keys == {
        "title": Part('title: "Talk: law"\n', "Talk: law"),
        "date": Part("date: 2026-11-23 # a Monday\n\n# what it is about\n", "2026-11-23"),
        "tags": Part('tags: [law, "2026"]\n', ["law", "2026"]),
        "goals": Part("goals:\n  law: 1.5\n", {"law": "1.5"}),
    }
    assert parts.closing == "---\n"
    assert parts.body == "\nBody.\n"


@pytest.mark.parametrize(
    "data",
    [
        TALK,
        TALK.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf\n\n--- \ntitle: A\n...\t\n\n  body\n\n\n",
        b"---\ntitle: |\n  A\n  B\n---",
        b"---\n? title\n: A\n---\n",
    ],
)
def test_what_was_cut_is_put_together_byte_for_byte(data: bytes) -> None:
    parts = cut(data)
    assert parts is not None
    assert parts.data() == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no front matter",
        b"---\n---\n",
        b"---\ntitle: A\n",
        b"---\n{title: A, date: B}\n---\n",
        b"---\n{title: A,\n date: B}\n---\n",
        b"---\n  title: A\n  date: B\n---\n",
        b"---\ntitle: A\ntitle: B\n---\n",
        b"---\ntitle: \xff\n---\n",
        b"---\ntitle: A\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n",
    ],
)
def test_a_file_with_a_fault_or_with_two_keys_on_a_line_is_not_cut(data: bytes) -> None:
    assert cut(data) is None


@given(st.text())
def test_whatever_can_be_cut_can_be_put_together(text: str) -> None:
    data = b"---\ntitle: A\n---\n" + text.encode(errors="replace")
    parts = cut(data)
    if parts and not parts.crlf:
        assert parts.data() == data
