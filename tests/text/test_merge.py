import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.text.compose import Value, document, written
from cpdlog.text.conflict import BODY, BOTH_TEXTS, KEY, notes
from cpdlog.text.merge import Merged, merge, merge_yaml
from cpdlog.text.parts import cut


def both(_base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """A way to merge bodies that always keeps both."""
    return ours + theirs, True


def merged(base: str, ours: str, theirs: str) -> tuple[str, tuple[str, ...]]:
    """Three front matters merged; the front matter, and what is in conflict."""
    old, one, other = (f"---\n{it}---\n".encode() for it in (base, ours, theirs))
    found = merge(old, one, other, both)
    assert found is not None
    return found.data.decode().removeprefix("---\n").removesuffix("---\n"), found.conflicts


GOAL = "title: Law\ndue: 2026-11-01\ntags: [a, b]\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        # What one side alone changed, added or removed
        ("title: Law\n", GOAL, "title: Law\n"),
        (GOAL, "title: Law\ndue: 2026-11-01\n", "title: Law\ndue: 2026-11-01\n"),
        (GOAL + "role: law\n", GOAL + "area: job\n", GOAL + "role: law\narea: job\n"),
        (
            "title: Law # why\ndue: 2026-11-01\ntags: [a, b]\n",
            "title: Law\ndue: 2027-01-01 # later\ntags: [a, b]\n",
            "title: Law # why\ndue: 2027-01-01 # later\ntags: [a, b]\n",
        ),
        # Both said the same
        (GOAL + "role: law\n", GOAL + 'role: "law"\n', GOAL + "role: law\n"),
        ("title: Law\n", "title: Law\n", "title: Law\n"),
        # A removal beside a change keeps the change
        (
            "title: Law\ntags: [a, b]\n",
            "title: Law\ndue: 2027-01-01\ntags: [a, b]\n",
            "title: Law\ntags: [a, b]\ndue: 2027-01-01\n",
        ),
        # Lists are united
        (
            "title: Law\ndue: 2026-11-01\ntags: [a, b, mine]\n",
            "title: Law\ndue: 2026-11-01\ntags: [b, theirs]\n",
            "title: Law\ndue: 2026-11-01\ntags: [b, mine, theirs]\n",
        ),
        (
            GOAL + "share: [mentor]\n",
            GOAL + "share: [manager, mentor]\n",
            GOAL + "share: [mentor, manager]\n",
        ),
        # Goals with and without amounts
        (
            GOAL + "goals: [law]\n",
            GOAL + "goals: {law: 1, moot: 2.5}\n",
            GOAL + "goals: {law: 1, moot: 2.5}\n",
        ),
        # The later day of two on which a goal was looked at
        (
            GOAL + "reviewed: 2026-11-20\n",
            GOAL + "reviewed: 2026-11-23\n",
            GOAL + "reviewed: 2026-11-23\n",
        ),
    ],
)
def test_two_sides_become_one(ours: str, theirs: str, expected: str) -> None:
    assert merged(GOAL, ours, theirs) == (expected, ())


def test_of_two_unequal_values_ours_stays_and_the_other_is_stated() -> None:
    ours = GOAL.replace("2026-11-01", "2026-12-01 # mine")
    theirs = GOAL.replace("2026-11-01", "2026-12-31").replace("Law", '"Law: moot"')
    expected = (
        'title: "Law: moot"\ndue: 2026-12-01 # mine\ntags: [a, b]\nconflict: {due: [2026-12-31]}\n'
    )
    found, conflicts = merged(GOAL, ours, theirs)
    assert conflicts == ("due",)
    assert cut_values(found) == cut_values(expected)
    assert found.splitlines()[:3] == expected.splitlines()[:3]


def cut_values(front: str) -> dict[str, Value]:
    parts = cut(f"---\n{front}---\n".encode())
    assert parts is not None
    return parts.values()


def test_a_third_value_is_stated_beside_the_second() -> None:
    first, _ = merged("due: 1\n", "due: 2\n", "due: 3\n")
    second, conflicts = merged("due: 1\n", "due: 4\n", first)
    assert conflicts == ("due",)
    assert notes(cut_values(second)) == [("due", "3"), ("due", "2")]
    assert cut_values(second)["due"] == "4"


def test_a_conflict_that_one_side_settled_is_settled() -> None:
    torn, _ = merged("due: 1\n", "due: 2\n", "due: 3\n")
    found, conflicts = merged(torn, "due: 2\n", torn + "role: law\n")
    assert conflicts == ()
    assert found == "due: 2\nrole: law\n"


def test_unequal_amounts_of_one_goal_are_stated_by_its_name() -> None:
    found, conflicts = merged(
        "goals: {law: 1, gone: 1, moved: 1, kept: 1}\n",
        "goals: {law: 2, gone: 1, moved: 1, kept: 3, mine: 1}\n",
        "goals: {law: 3, moved: 4, theirs: 1}\n",
    )
    assert conflicts == ("goals.law",)
    values = cut_values(found)
    assert values["goals"] == {"law": "2", "moved": "4", "kept": "3", "mine": "1", "theirs": "1"}
    assert notes(values) == [("goals.law", "3")]


def test_values_of_unlike_kinds_are_stated_whole() -> None:
    found, conflicts = merged(
        "t: 1\n", "t: 1\nx: [a]\ny: one\n", "t: 1\nx: {b: 1}\ny: [one, 'two, 3']\n"
    )
    assert conflicts == ("x", "y")
    assert notes(cut_values(found)) == [("x", "{b: 1}"), ("y", '[one, "two, 3"]')]


def test_a_day_of_review_that_is_none_is_stated() -> None:
    found, conflicts = merged("t: 1\n", "t: 1\nreviewed: soon\n", "t: 1\nreviewed: 2026-11-23\n")
    assert conflicts == ("reviewed",)
    assert cut_values(found)["reviewed"] == "soon"


def test_mappings_of_peoples_own_are_united() -> None:
    found, conflicts = merged("t: 1\nown: x\n", "t: 1\nown: {a: 1}\n", "t: 1\nown: {b: 2}\n")
    assert (cut_values(found)["own"], conflicts) == ({"a": "1", "b": "2"}, ())
    found, conflicts = merged("t: 1\nown: x\n", "t: 1\nown: [a]\n", "t: 1\nown: [b]\n")
    assert (cut_values(found)["own"], conflicts) == (["a", "b"], ())
    found, conflicts = merged("goals: x\n", "goals: [a]\n", "goals: {b: 2}\n")
    assert (cut_values(found)["goals"], conflicts) == ({"a": "1", "b": "2"}, ())


def test_evidence_that_both_described_is_there_twice_and_no_word_is_lost() -> None:
    found, _ = merged(
        "evidence: [a.pdf]\n",
        "evidence:\n- {path: a.pdf, title: Mine}\n",
        "evidence:\n- {path: a.pdf, title: Theirs}\n",
    )
    assert cut_values(found)["evidence"] == [
        {"path": "a.pdf", "title": "Mine"},
        {"path": "a.pdf", "title": "Theirs"},
    ]


# Bodies and frames


def test_a_body_that_one_side_changed_is_taken_and_what_both_changed_is_merged() -> None:
    base, ours, theirs = b"---\nt: 1\n---\nold", b"---\nt: 1\n---\nmine", b"---\nt: 1\n---\ntheirs"
    assert merge(base, base, theirs, both) == Merged(theirs)
    assert merge(base, ours, base, both) == Merged(ours)
    assert merge(base, ours, ours, both) == Merged(ours)
    assert merge(base, ours, theirs, lambda _base, one, other: (one + other, False)) == Merged(
        b"---\nt: 1\n---\nminetheirs"
    )
    found = merge(base, ours, theirs, both)
    assert found is not None
    assert found.conflicts == (BODY,)
    assert found.data.endswith(b"---\nminetheirs")
    values = cut_values(found.data.decode().split("---\n")[1])
    assert notes(values) == [(BODY, BOTH_TEXTS)]


def test_ends_of_lines_and_the_byte_order_mark_stay_ours() -> None:
    ours = b"\xef\xbb\xbf---\r\n# mine\r\nt: 1\r\n...\r\nbody\r\n"
    found = merge(b"---\nt: 1\n---\nbody\n", ours, b"---\n# theirs\nt: 2\n---\nbody\n", both)
    assert found == Merged(b"\xef\xbb\xbf---\r\n# mine\r\nt: 2\r\n...\r\nbody\r\n")


GOOD = b"---\nt: 1\n---\n"
LONG = b"---\nt: 1\n%s: " + b"x" * 40_000 + b"\n---\n"  # too long together


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (b"torn", GOOD, GOOD),
        (GOOD, b"torn", GOOD),
        (GOOD, GOOD, b"torn"),
        (GOOD, b"---\nt: 1\nconflict: odd\n---\n", b"---\nt: 2\n---\n"),
        (GOOD, LONG % b"mine", LONG % b"theirs"),
    ],
)
def test_what_cannot_be_read_is_not_merged_by_key(base: bytes, ours: bytes, theirs: bytes) -> None:
    assert merge(base, ours, theirs, both) is None


# YAML files


def test_settings_are_merged_key_by_key() -> None:
    base = b"name: Ada\nroles: {law: {title: Law}}"
    ours = b"name: Ada\r\nroles: {law: {title: Law}, moot: {title: Moot}}\r\n"
    theirs = b"# mine\nname: Ada\nroles: {law: {title: Law}}\ncommit: false\n"
    assert merge_yaml(base, ours, theirs) == (
        b"# mine\nname: Ada\nroles: {law: {title: Law}, moot: {title: Moot}}\ncommit: false\n"
    )


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (b"name: A\n", b"name: B\n", b"name: C\n"),
        (b"name: A\n", b"name: A\nname: B\n", b"name: C\n"),
        (b"name: A\n", b"conflict: x\n", b"name: C\n"),
        (b"", b"name: B\n", b"name: C\n"),
    ],
)
def test_settings_in_conflict_or_with_a_fault_are_not_merged(
    base: bytes, ours: bytes, theirs: bytes
) -> None:
    assert merge_yaml(base, ours, theirs) is None


# Nothing is lost, whatever the two sides say

WORDS = st.sampled_from(["a", "b", "2026-11-23", "1.5", "no", "x: y", "[", "é", '"', "c, d", ""])
VALUES = st.one_of(
    WORDS, st.lists(WORDS, max_size=3), st.dictionaries(WORDS.filter(bool), WORDS, max_size=3)
)
FRONTS = st.dictionaries(
    st.sampled_from(["title", "due", "goals", "tags", "reviewed", "own"]), VALUES, min_size=1
)


def texts_of(value: Value) -> set[str]:
    """Every text in a value."""
    if isinstance(value, str):
        return {value}
    inner = [*value.values(), *value] if isinstance(value, dict) else value
    return {text for item in inner for text in texts_of(item)}


@given(FRONTS, FRONTS, FRONTS)
def test_every_word_that_either_side_wrote_is_in_the_file(
    base: dict[str, Value], ours: dict[str, Value], theirs: dict[str, Value]
) -> None:
    old, one, other = (document(it.items(), "").encode() for it in (base, ours, theirs))
    found = merge(old, one, other, both)
    assert found is not None
    text = found.data.decode()
    parts = cut(found.data)
    assert parts is not None
    for side in (ours, theirs):
        for key, value in side.items():
            if value != base.get(key) and key != "reviewed":
                new = texts_of(value) - texts_of(base.get(key, ""))
                assert all(word in text or written(KEY, word)[10:-1] in text for word in new)
