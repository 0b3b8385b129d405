from cpdlog.text.compose import Plain, written
from cpdlog.text.conflict import END, KEY, ONE, OTHER, notes, settled, stated

TORN = f"""---
title: Law
due: 2026-12-01
conflict:
  due: [2026-12-31]
  body: [both texts are below, between the comments]
---
Before.
{ONE}
mine
{OTHER}
theirs
{END}
After.
"""


def test_conflicts_are_stated_by_key_and_read_again() -> None:
    found = [("due", "2026-12-31"), ("title", "Law: a start"), ("due", "2027-01-31")]
    said = stated(found)
    assert written(KEY, said) == (
        'conflict:\n  due: [2026-12-31, 2027-01-31]\n  title: ["Law: a start"]\n'
    )
    assert notes({KEY: said}) == [found[0], found[2], found[1]]


def test_a_single_value_without_a_list_is_read_too_and_nonsense_is_not() -> None:
    assert notes({}) == []
    assert notes({KEY: {"due": Plain("2026-12-31"), "tags": [["a", "b"]]}}) == [
        ("due", "2026-12-31"),
        ("tags", "[a, b]"),
    ]
    assert notes({KEY: "due"}) is None


def test_what_is_settled_keeps_its_values_and_both_texts_of_its_body() -> None:
    assert settled(TORN.encode()) == (
        b"---\ntitle: Law\ndue: 2026-12-01\n---\nBefore.\nmine\ntheirs\nAfter.\n"
    )
    assert settled(TORN.replace("\n", "\r\n").encode()) == (
        b"---\r\ntitle: Law\r\ndue: 2026-12-01\r\n---\r\nBefore.\r\nmine\r\ntheirs\r\nAfter.\r\n"
    )


def test_where_nothing_is_in_conflict_settling_changes_nothing() -> None:
    calm = b"---\ntitle: Law # note\n---\n\nBody <!-- conflict: end --> on.\n"
    assert settled(calm) == calm
    assert settled(b"no front matter") is None
