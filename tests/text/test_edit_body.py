from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.errors import CannotEdit, UsageFault
from cpdlog.model.checklist import tasks
from cpdlog.text import edit
from cpdlog.text.frontmatter import read

PATH = "goals/chartership.md"
DAY = date(2026, 11, 30)


def file(body: str) -> bytes:
    return f"---\ntitle: x\n---\n{body}".encode()


def body_of(data: bytes) -> str:
    return read(data, PATH).body


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("- [ ] look", "- [x] look (done 2026-11-30)"),
        ("- [ ] look  ", "- [x] look (done 2026-11-30)  "),
        ("* [ ] look (due 2026-12-01)", "* [x] look (due 2026-12-01, done 2026-11-30)"),
        ("1.  [ ] look (twice)", "1.  [x] look (twice) (done 2026-11-30)"),
        ("  - [X] look (done 2026-11-01)", "  - [x] look (done 2026-11-30)"),
        ("- [x] a (done 2026-11-01, due 2026-12-01)", "- [x] a (done 2026-11-30, due 2026-12-01)"),
        (
            "- [ ] look (due 2026-12-01) <!-- why -->",
            "- [x] look (due 2026-12-01, done 2026-11-30) <!-- why -->",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_tick_writes_the_day_into_the_brackets(line: str, ticked: str, end: str) -> None:
    before, after = f"{end}- [ ] first{end}", f"{end}- [ ] third{end}"
    done = edit.tick(file(before + line + after), PATH, 2, DAY)
    assert done == file(before + ticked + after)


@pytest.mark.parametrize(
    ("line", "unticked"),
    [
        ("- [x] look (done 2026-11-30)", "- [ ] look"),
        ("- [x] look (due 2026-12-01, done 2026-11-30) ", "- [ ] look (due 2026-12-01) "),
        ("- [x] look (done 2026-11-30, due 2026-12-01)", "- [ ] look (due 2026-12-01)"),
        ("- [x] look", "- [ ] look"),
        ("- [ ] look", "- [ ] look"),
    ],
)
def test_a_tick_taken_back_takes_the_day_out(line: str, unticked: str) -> None:
    assert edit.tick(file(line), PATH, 1, None, ticked=False) == file(unticked)


def test_a_tick_without_a_day_leaves_the_brackets() -> None:
    assert edit.tick(file("- [ ] a (due 2026-12-01)"), PATH, 1, None) == file(
        "- [x] a (due 2026-12-01)"
    )
    assert edit.tick(file("- [x] a (done 2026-11-01)"), PATH, 1, None) == file(
        "- [x] a (done 2026-11-01)"
    )


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_an_item_that_is_not_there_is_not_ticked(number: int) -> None:
    with pytest.raises(CannotEdit) as caught:
        edit.tick(file("- [ ] a\n```\n- [ ] code\n```\n"), PATH, number, DAY)
    assert caught.value.message == f"{PATH} has no task-list item {number}."


@pytest.mark.parametrize(
    "line",
    ["- [ ] a <!-- c --> b", "<!-- c --> - [ ] a", "- [ ] a (due 2026-12-01 <!-- c -->)"],
)
def test_an_item_around_a_comment_is_left_to_the_user(line: str) -> None:
    with pytest.raises(CannotEdit) as caught:
        edit.tick(file(line), PATH, 1, DAY)
    assert caught.value.message == (
        f"{PATH} cannot be edited in place: the item stands around a comment."
    )


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("", "\n- [ ] new\n"),
        ("\n", "\n- [ ] new\n"),
        ("\nWhy.\n\n", "\nWhy.\n\n- [ ] new\n\n"),
        ("Why.", "Why.\n\n- [ ] new"),
        ("- [ ] a\n\nNotes.\n", "- [ ] a\n- [ ] new\n\nNotes.\n"),
        (
            "- [x] a\n  and more\nlazily\n    - sub\n- b\n",
            "- [x] a\n  and more\nlazily\n    - sub\n- [ ] new\n- b\n",
        ),
        ("* [ ] a\n# Notes\n", "* [ ] a\n* [ ] new\n# Notes\n"),
        ("2)  [ ] a", "2)  [ ] a\n3)  [ ] new"),
        ("- list\n", "- list\n- [ ] new\n"),
        ("\r\nWhy.\r\n- [ ] a\r\n", "\r\nWhy.\r\n- [ ] a\r\n- [ ] new\r\n"),
    ],
)
def test_a_task_comes_after_the_last_one_or_at_the_end(body: str, after: str) -> None:
    assert body_of(edit.add_task(file(body), PATH, " new\n")) == after


def test_a_body_begins_on_a_line_of_its_own() -> None:
    assert edit.add_task(b"---\ntitle: x\n---", PATH, "new") == (
        b"---\ntitle: x\n---\n\n- [ ] new\n"
    )


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Why.\n```\ncode\n", "the place is in a block of code or a comment"),
        ("Why.\n<!-- never closed\n", "the place is in a block of code or a comment"),
        ("<!-- c -->- [ ] a\n", "a comment stands before its last task"),
    ],
)
def test_a_task_that_would_not_be_seen_is_not_added(body: str, why: str) -> None:
    with pytest.raises(CannotEdit) as caught:
        edit.add_task(file(body), PATH, "new")
    assert caught.value.message == f"{PATH} cannot be edited in place: {why}."


def test_a_whole_body_is_put_under_the_front_matter_as_it_is() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: x  # c\r\n...\r\n\r\nold\r\n"
    assert edit.set_body(data, PATH, "\nnew\r\n---\n") == (
        b"\xef\xbb\xbf---\r\ntitle: x  # c\r\n...\r\n\r\nnew\r\n---\r\n"
    )


NOTES = "# Plan\n\n## Reviews\n\n- 2026-01-01, me: a\n\n### Later\nb\n\n# End\n"


@pytest.mark.parametrize(
    ("body", "heading", "text", "after"),
    [
        ("", "Reviews", "- new", "\n## Reviews\n\n- new\n"),
        ("\nWhy.\n", "Reviews", "- new", "\nWhy.\n\n## Reviews\n\n- new\n"),
        ("## Reviews\n", "Reviews", "- new", "## Reviews\n\n- new\n"),
        ("## reviews ##\n\n- a\n\n", "Reviews", "- new\n", "## reviews ##\n\n- a\n- new\n\n"),
        ("## Reviews\n\n- a", "Reviews", "New.\nTwo.", "## Reviews\n\n- a\n\nNew.\nTwo."),
        ("## Reviews\na\n## End\n", "Reviews", "- new", "## Reviews\na\n\n- new\n## End\n"),
        (NOTES, "Reviews", "- new", NOTES.replace("\nb\n", "\nb\n\n- new\n")),
        (NOTES, "Later", "new", NOTES.replace("\nb\n", "\nb\n\nnew\n")),
        ("```\n## Reviews\n```\n", "Reviews", "new", "```\n## Reviews\n```\n\n## Reviews\n\nnew\n"),
        ("a\r\n", "Reviews", "b\nc\r\nd", "a\r\n\r\n## Reviews\r\n\r\nb\r\nc\r\nd\r\n"),
    ],
)
def test_a_note_goes_to_the_end_of_its_section(
    body: str, heading: str, text: str, after: str
) -> None:
    assert body_of(edit.append(file(body), PATH, heading, text)) == after


def test_a_note_that_would_hide_what_follows_is_refused() -> None:
    with pytest.raises(CannotEdit):
        edit.append(file(NOTES), PATH, "Reviews", "<!-- open")
    with pytest.raises(CannotEdit):
        edit.append(file(NOTES), PATH, "Reviews", "```\ncode")
    assert "```\ncode\n```\n" in body_of(edit.append(file(NOTES), PATH, "Plan", "```\ncode\n```"))
    with pytest.raises(UsageFault):
        edit.append(file(NOTES), PATH, "Reviews", "\ud800")


SEEN = """
Text.
# Head
## Reviews
- item
- [ ] a
* [x] b (done 2026-01-01)
  more
3. [ ] c (due 2026-12-01)
> quote
```
<!-- c -->
<!--
-->
- [ ] d <!-- e -->"""
LINES = st.sampled_from(SEEN.split("\n"))
BODIES = st.builds(
    lambda lines, end, last: end.join(lines) + last,
    st.lists(LINES, max_size=12),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n", "\n\n"]),
)


@given(BODIES)
def test_a_tick_and_its_undoing_leave_the_file_as_it_was(body: str) -> None:
    data = file(body)
    for task in tasks(read(data, PATH).body)[0]:
        if not task.ticked:
            once = edit.tick(data, PATH, task.number, DAY)
            assert edit.tick(once, PATH, task.number, None, ticked=False) == data


@given(BODIES, st.sampled_from(["new", "- new", "one\n\ntwo"]))
def test_what_is_added_to_a_body_takes_no_byte_away(body: str, text: str) -> None:
    data = file(body)
    for function, args in ((edit.add_task, (text,)), (edit.append, ("Reviews", text))):
        try:
            done = function(data, PATH, *args)
        except CannotEdit:
            continue
        same = [one == two for one, two in zip(data, done, strict=False)]
        start = same.index(False) if False in same else len(data)
        assert done.endswith(data[start:])
        assert b"new" in done[start:] or b"two" in done[start:]
