from dataclasses import replace

from cpdlog.model.problem import Problem
from cpdlog.model.programme import Item, Programme
from cpdlog.progress.programme import status
from cpdlog.progress.programme_list import (
    ends,
    followed,
    item_counts,
    last_day,
    left,
    needed,
    programme_list,
)
from tests.progress.making import TODAY, entry, on

WEEKS = Programme(
    "programmes/weeks.yaml",
    "weeks",
    "Five weeks",
    (
        Item(1, "One", week=1),
        Item(2, "Two", week=2, optional=True),
        Item(title="Rest", week=3, kind="break"),
        Item(3, "Three", week=4),
        Item(4, "Four", week=5),
    ),
    starts=on("11-02"),
)
BEGUN = replace(WEEKS, id="begun", started=on("11-09"))
FREE = Programme("programmes/free.yaml", "free", "At leisure", (Item(1, "One"), Item(2, "Two")))


def test_what_is_begun_comes_first_and_then_all_by_their_ids() -> None:
    wrong = Problem("programmes/x.yaml", 1, "", "No.")
    slip = wrong._replace(severity="warning")
    done = entry("11-10", programme="begun#1")
    found = programme_list([WEEKS, FREE, BEGUN], [done], TODAY, [wrong, slip])
    assert [it.programme.id for it in found.programmes] == ["begun", "free", "weeks"]
    assert [it.report and it.report.completion.done for it in found.programmes] == [1, None, None]
    assert found.problems == (wrong,)


def test_followed_is_what_is_begun() -> None:
    assert [it.programme.id for it in followed([WEEKS, BEGUN], [], TODAY)] == ["begun"]


def test_a_programme_takes_what_is_neither_optional_nor_a_break_nor_skipped() -> None:
    skipped = replace(WEEKS, skipped=((3, "no use"), (4, "no time")))
    done = entry("11-10", programme="weeks#4")
    assert needed(status(WEEKS, [], TODAY)) == 3
    assert needed(status(skipped, [], TODAY)) == 1
    assert needed(status(skipped, [done], TODAY)) == 2  # a skip that is done all the same counts
    assert item_counts([WEEKS, FREE], [], TODAY) == {"weeks": 3, "free": 2}
    assert left(status(skipped, [done], TODAY)) == 1


def test_the_time_of_an_item_ends_before_the_next_one_begins() -> None:
    report = status(WEEKS, [], on("11-09"))
    states = [(it.item.title, it.state, ends(report, it)) for it in report.items]
    assert states == [
        ("One", "catch-up", None),
        ("Two", "due", on("11-15")),
        ("Rest", "break", None),
        ("Three", "upcoming", on("11-29")),
        ("Four", "upcoming", on("12-06")),
    ]
    assert [ends(report, it) for it in status(FREE, [], TODAY).items] == [None, None]


def test_the_last_day_of_a_programme_is_that_of_its_last_item() -> None:
    assert last_day(WEEKS) == on("12-06")
    assert last_day(FREE) is None
    assert last_day(replace(WEEKS, items=(*WEEKS.items, Item(5, "Five")))) is None
