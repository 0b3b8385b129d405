"""Entries that a rule would count but for one thing."""

import pytest

from cpdlog.progress.counting.report import Nearly
from cpdlog.render.requirement_notes import remarks
from tests.model.requirement.definitions import body, rules
from tests.model.requirement.entries import did
from tests.progress.counting.asking import ask

CYCLE = "cycle_start=2024-04-01"
EITHER = (
    '{id: either, text: "Either", measure: {sum: hours}, min: 2, '
    "where: {kind: activity, any_tags: [x:group-a, x:group-b]}}"
)


def test_a_tag_without_the_name_of_the_body_is_told_with_the_one_that_counts() -> None:
    report = ask(body("nmc"), did("11-02", "7", "Participatory", name="study"), answers=CYCLE)
    assert report.nearly == (
        Nearly("nmc:participatory", "participatory", "activity", ("2026-11-02-study",)),
    )
    assert list(remarks(report)) == [
        (
            "1 entry has the tag 'participatory'; the rules count 'nmc:participatory' "
            "(2026-11-02-study)."
        )
    ]


def test_a_tag_that_lies_below_such_a_one_is_told_too() -> None:
    entries = [did("11-02", tags="code/people", kind="reflection", name=f"a{n}") for n in range(2)]
    report = ask(body("nmc"), *entries, answers=CYCLE)
    assert list(remarks(report)) == [
        (
            "2 entries have the tag 'code/people'; the rules count 'nmc:code/*' "
            "(2026-11-02-a0 and 2026-11-02-a1)."
        )
    ]


def test_a_discussion_without_a_partner_is_told_with_what_to_type() -> None:
    entries = [did("11-02", kind="discussion", name=f"talk-{number}") for number in range(2)]
    one, two = (ask(body("nmc"), *entries[:number], answers=CYCLE) for number in (1, 2))
    assert list(remarks(one)) == [
        "1 discussion has no partner, and is not counted: cpdlog set 2026-11-02-talk-0 partner=…"
    ]
    assert list(remarks(two)) == [
        "2 discussions have no partner, and are not counted: cpdlog set 2026-11-02-talk-0 partner=…"
    ]


def test_of_several_tags_that_count_the_one_is_told_that_is_nearly_there() -> None:
    report = ask(rules(EITHER), did("11-02", "1", "group-b other", name="b"))
    assert report.nearly == (Nearly("x:group-b", "group-b", "activity", ("2026-11-02-b",)),)


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ("nmc:participatory", "course"),
        ("nmc:participatory participatory", "course"),
        ("participation", "course"),
        ("participatory", "feedback"),
        ("nmc", "course"),
    ],
)
def test_what_counts_or_is_of_another_sort_is_not_told(tags: str, kind: str) -> None:
    report = ask(body("nmc"), did("11-02", "7", tags, kind=kind), answers=CYCLE)
    assert report.nearly == ()
