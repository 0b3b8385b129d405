from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.entry import Entry
from cpdlog.model.programme import Item, Programme
from cpdlog.progress.programme import (
    Badge,
    Completion,
    ItemReport,
    ProgrammeReport,
    State,
    status,
)
from tests.progress.making import entry, on

# Seven weeks: two items, a look back to catch up in, a rest, an optional item, an end, no date.
RUN = Programme(
    "programmes/things.yaml",
    "things",
    "Six things",
    (
        Item(1, "Blogs", week=1, badge="Writer"),
        Item(2, "Feeds", week=1, badge="Writer"),
        Item(3, "Look back", week=2, kind="reflection", catch_up=True, badge="Thinker"),
        Item(title="Rest", week=3, kind="break"),
        Item(4, "Wikis", week=5, optional=True, badge="Thinker"),
        Item(5, "What next?", week=7, kind="reflection", badge="Thinker"),
        Item(6, "Say thanks"),
    ),
    starts=on("02-02"),
    pace="weekly",
)


def does(number: int | str, day: str, *, words: int = 20) -> Entry:
    return entry(day, name=f"thing-{number}", programme=f"things#{number}", words=words)


def at(day: str, *entries: Entry, run: Programme = RUN) -> ProgrammeReport:
    return status(run, entries, on(day))


def states(report: ProgrammeReport) -> str:
    return " ".join(item.state for item in report.items)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("02-01", "upcoming upcoming upcoming break upcoming upcoming open"),
        ("02-02", "due due upcoming break upcoming upcoming open"),
        ("02-08", "due due upcoming break upcoming upcoming open"),
        ("02-09", "catch-up catch-up due break upcoming upcoming open"),
        ("02-15", "catch-up catch-up due break upcoming upcoming open"),
        ("02-16", "catch-up catch-up catch-up break upcoming upcoming open"),
        ("03-02", "catch-up catch-up catch-up break due upcoming open"),
        ("03-15", "catch-up catch-up catch-up break due upcoming open"),
        ("03-16", "catch-up catch-up catch-up break catch-up due open"),
        ("03-22", "catch-up catch-up catch-up break catch-up due open"),
        ("03-23", "catch-up catch-up catch-up break catch-up catch-up open"),
    ],
)
def test_an_item_is_due_until_the_next_day_of_the_programme(day: str, expected: str) -> None:
    assert states(at(day)) == expected


def test_an_item_is_done_by_the_first_entry_that_names_it() -> None:
    report = at("02-20", does(1, "02-05", words=0), does(1, "02-07"), does(3, "02-19", words=0))
    assert report.items[0] == ItemReport(
        RUN.items[0],
        "done",
        on("02-02"),
        on("02-05"),
        ("2026-02-05-thing-1", "2026-02-07-thing-1"),
        reflected=True,
    )
    assert report.to_reflect == (report.items[2],)
    assert report.items[2].reflected is False


def test_entries_that_are_still_to_come_do_nothing() -> None:
    assert states(at("02-04", does(1, "02-05"))).startswith("due due")


def test_items_may_be_done_early_and_in_any_order() -> None:
    report = at("02-03", does(6, "02-01"), does(3, "02-02"))
    assert states(report) == "due due done break upcoming upcoming done"


def test_a_skipped_item_tells_why_and_is_done_if_it_is_done_all_the_same() -> None:
    run = replace(RUN, skipped=((1, "I have a blog"), (2, "no use")))
    report = at("02-20", does(1, "02-05"), run=run)
    assert states(report).startswith("done skipped")
    assert report.items[1] == ItemReport(RUN.items[1], "skipped", on("02-02"), reason="no use")


def test_an_entry_that_names_no_item_is_told() -> None:
    entries = [does("99", "02-03"), does("", "02-04"), does("7", "02-28"), entry("02-05")]
    other = entry("02-06", name="other", programme="things-2#1")
    report = at("02-20", *entries, other)
    assert report.strays == ("2026-02-03-thing-99", "2026-02-04-thing-")


def test_a_programme_counts_from_the_day_on_which_it_was_started() -> None:
    run = replace(RUN, started=on("09-09"))
    assert states(at("09-09", run=run)).startswith("due due upcoming")
    assert at("09-09", run=run).programme.starts == on("09-09")


@pytest.mark.parametrize(
    ("day", "entries", "number"),
    [
        ("02-01", [], 6),
        ("02-01", [does(6, "02-01")], 1),
        ("02-03", [does(6, "02-01")], 1),
        ("02-03", [does(6, "02-01"), does(1, "02-02")], 2),
        ("02-10", [does(6, "02-01")], 3),
        ("02-17", [does(6, "02-01")], 1),
        ("03-05", [does(6, "02-01")], 4),
    ],
)
def test_next_is_what_is_due_else_undated_else_late_else_to_come(
    day: str, entries: list[Entry], number: int
) -> None:
    report = at(day, *entries)
    assert report.next is not None
    assert report.next.item.number == number


def test_nothing_comes_next_when_nothing_is_left() -> None:
    entries = [does(number, "02-02") for number in (1, 2, 3, 5, 6)]
    assert at("02-03", *entries, run=replace(RUN, skipped=((4, "no time"),))).next is None


def test_what_is_late_and_what_looks_back_are_listed() -> None:
    report = at("02-16", does(2, "02-03"))
    assert [item.item.number for item in report.catch_up] == [1, 3]
    assert [item.item.number for item in report.reflections] == [3, 5]


def test_a_badge_is_earned_with_the_last_item_that_it_needs() -> None:
    assert at("02-03", does(1, "02-02")).badges == (Badge("Writer", 1, 2), Badge("Thinker", 0, 2))
    report = at(
        "03-20", does(2, "02-02"), does(1, "02-05"), does(3, "03-19"), run=replace(RUN, skipped=())
    )
    assert report.badges == (Badge("Writer", 2, 2, on("02-05")), Badge("Thinker", 1, 2))


def test_a_skipped_item_earns_no_badge() -> None:
    run = replace(RUN, skipped=((2, "no use"),))
    assert at("02-20", does(1, "02-05"), run=run).badges[0] == Badge("Writer", 1, 2)


def test_the_record_counts_optional_items_apart() -> None:
    assert at("02-01").completion == Completion(0, 5, 0, 1, 0)
    entries = [does(number, "02-03") for number in (1, 2, 3, 4)]
    assert at("02-20", *entries).completion == Completion(3, 5, 1, 1, 0)


def test_a_programme_is_finished_when_nothing_but_skipped_and_optional_items_are_left() -> None:
    entries = [does(1, "02-03"), does(2, "02-03"), does(5, "03-30"), does(6, "02-04")]
    assert at("04-01", *entries).completion.finished is None
    run = replace(RUN, skipped=((3, "ill"),))
    assert at("04-01", *entries, run=run).completion == Completion(4, 5, 0, 1, 1, on("03-30"))


def test_a_programme_of_which_everything_is_skipped_is_never_finished() -> None:
    run = replace(RUN, items=(Item(1),), skipped=((1, "no"),))
    assert at("04-01", run=run).completion == Completion(0, 1, 0, 0, 1)


NUMBERS = st.lists(st.tuples(st.integers(1, 8), st.dates(on("01-01"), on("06-01"))), max_size=12)


@given(NUMBERS, st.dates(on("01-01"), on("06-01")), st.sets(st.integers(1, 6)))
def test_the_parts_of_a_record_make_the_whole(
    found: list[tuple[int, date]], as_of: date, skips: set[int]
) -> None:
    run = replace(RUN, skipped=tuple((number, "no") for number in sorted(skips)))
    entries = sorted((does(number, str(day)) for number, day in found), key=lambda one: one.day)
    report = status(run, entries, as_of)
    to_do: tuple[State, ...] = ("due", "open", "catch-up", "upcoming")
    left = [item for item in report.items if item.state in to_do]
    made = report.completion
    assert made.done + made.optional_done + made.skipped + len(left) == 6
    assert (report.next is None) == (not left)
    assert report.next is None or report.next in left
    counted = {number for number, day in found if day <= as_of and number <= 6}
    assert made.done + made.optional_done == len(counted)
    assert len(report.strays) == sum(number > 6 and day <= as_of for number, day in found)
    assert all(badge.done <= badge.total for badge in report.badges)


@given(NUMBERS, st.dates(on("01-01"), on("06-01")))
def test_an_entry_more_never_takes_anything_back(
    found: list[tuple[int, date]], as_of: date
) -> None:
    entries = sorted((does(number, str(day)) for number, day in found), key=lambda one: one.day)
    before = status(RUN, entries[:-1], as_of)
    after = status(RUN, entries, as_of)
    assert after.completion.done >= before.completion.done
    for earlier, later in zip(before.items, after.items, strict=True):
        assert earlier.state in (later.state, *("due", "open", "catch-up", "upcoming"))
