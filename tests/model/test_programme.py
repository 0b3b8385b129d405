from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.origin import Origin, Source
from cpdlog.model.programme import Item, Programme, extended, followed, shifted
from cpdlog.model.programme_fields import read_programme
from cpdlog.model.raw import Mapping, Scalar
from tests.model.typed import FRONT, Typed, front

PATH = "programmes/example.yaml"
MONDAY = date(2026, 2, 2)
BARE: dict[str, Typed] = {
    "schema": "cpdlog/programme@1",
    "id": "example",
    "title": "Four weeks",
    "items": [{"n": "1", "title": "Find your way"}],
}


def programme(*items: Item, starts: date | None = None, started: date | None = None) -> Programme:
    return Programme(PATH, "example", "Four weeks", items, starts=starts, started=started)


def days(run: Programme) -> list[date | None]:
    return [run.day_of(item) for item in run.items]


def told(more: dict[str, Typed], path: str = PATH) -> list[str]:
    """What is wrong with a file, without its path."""
    found, problems = read_programme(front(BARE | more, 1), path)
    assert found is None
    return [str(problem).removeprefix(f"{path}:") for problem in problems]


def test_a_programme_has_everything_that_its_file_says() -> None:
    raw = front(
        BARE
        | {
            "owner": "Example Library",
            "source": [{"url": "https://example.org", "says": "all", "confidence": "official"}],
            "confidence": "official",
            "checked": "2026-11-23",
            "licence": "CC BY 4.0",
            "starts": "2026-02-02",
            "pace": "weekly",
            "notes": "Take your time.",
            "started": "2026-09-07",
            "skipped": {"2": "we have no use for it"},
            "items": [
                {
                    "n": "1",
                    "week": "1",
                    "topic": "the catalogue",
                    "title": "Find your way",
                    "task": "Search.",
                    "prompt": "What did you find?",
                    "level": ["Getting started", "Learn more"],
                    "badge": "Explorer",
                },
                {"n": "2", "title": "Ask", "date": "2026-02-10", "optional": "true"},
                {"title": "Stock-taking", "week": "3", "kind": "break"},
                {
                    "n": "3",
                    "week": "4",
                    "kind": "reflection",
                    "catch_up": "true",
                    "title": "Look back",
                    "unsure": ["week", "title"],
                },
            ],
        }
    )
    found, problems = read_programme(raw, PATH)
    assert problems == ()
    assert found == Programme(
        path=PATH,
        id="example",
        title="Four weeks",
        origin=Origin(
            owner="Example Library",
            sources=(Source(url="https://example.org", says="all", confidence="official"),),
            confidence="official",
            checked=date(2026, 11, 23),
            licence="CC BY 4.0",
        ),
        starts=MONDAY,
        pace="weekly",
        notes="Take your time.",
        started=date(2026, 9, 7),
        skipped=((2, "we have no use for it"),),
        items=(
            Item(
                number=1,
                title="Find your way",
                topic="the catalogue",
                task="Search.",
                prompt="What did you find?",
                week=1,
                levels=("Getting started", "Learn more"),
                badge="Explorer",
            ),
            Item(number=2, title="Ask", day=date(2026, 2, 10), optional=True),
            Item(title="Stock-taking", week=3, kind="break"),
            Item(
                number=3,
                title="Look back",
                week=4,
                kind="reflection",
                catch_up=True,
                unsure=("week", "title"),
            ),
        ),
    )


def test_a_programme_of_ones_own_needs_a_name_and_items_alone() -> None:
    found, problems = read_programme(front(BARE), PATH)
    assert problems == ()
    assert found == programme(Item(1, "Find your way"))


def test_one_level_and_one_doubt_need_no_brackets() -> None:
    items: Typed = [{"n": "1", "title": "A", "level": "Learn more", "unsure": "date"}]
    found, _ = read_programme(front(BARE | {"items": items}), PATH)
    assert found == programme(Item(1, "A", levels=("Learn more",), unsure=("date",)))


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ({"schema": "cpdlog/programme@2"}, ["1: schema: 'cpdlog/programme@2' is not known here."]),
        ({"id": "other"}, ["2: id: The file is named 'example'. Name it other.yaml."]),
        (
            {"id": "An id"},
            ["2: id: 'An id' is not an id. Write small letters, digits and hyphens."],
        ),
        ({"titel": "Four"}, ["8: titel: There is no such key. Did you mean 'title'"]),
        ({"title": " "}, ["3: title: There is no value. Write one, or leave the key out."]),
        (
            {"checked": "2026-02-30"},
            ["8: checked: 2026-02-30 does not exist: February 2026 has 28"],
        ),
        ({"pace": "daily"}, ["8: pace: 'daily' is not known here. Known: own, weekly."]),
        ({"items": []}, ["4: items: The list is empty. Write an item, or leave the key out."]),
        ({"items": [{"n": "1"}]}, ["5: items.1.title: This key is required."]),
        ({"items": [{"title": "A"}]}, ["5: items.1.n: This key is required. Only a break has no"]),
        ({"items": [{"n": "0", "title": "A"}]}, ["6: items.1.n: '0' is not from 1 to 999."]),
        ({"items": [{"n": "1.5", "title": "A"}]}, ["6: items.1.n: '1.5' is not a whole number."]),
        (
            {"items": [{"n": "1", "title": "A"}, {"n": "1", "title": "B"}]},
            ["9: items.2.n: 1 is taken. Give each item its own number."],
        ),
        (
            {"items": [{"n": "1", "title": "A", "kind": "break"}]},
            ["6: items.1.n: A break has no number, because nobody does it."],
        ),
        (
            {"items": [{"n": "1", "title": "A", "kind": "rest", "week": "0", "optional": "yes"}]},
            [
                "8: items.1.kind: 'rest' is not known here.",
                "9: items.1.week: '0' is not from 1 to 999.",
                "10: items.1.optional: 'yes' is not known here.",
            ],
        ),
        ({"extends": "example"}, ["8: extends: A programme cannot extend itself."]),
        ({"skipped": "2"}, ["8: skipped: A mapping belongs here. Write skipped: {…: …}."]),
        ({"skipped": {"2": "no use"}}, ["9: skipped.2: There is no item 2."]),
        ({"skipped": {"1": ""}}, ["9: skipped.1: There is no value. Write one, or leave the key"]),
        ({"skipped": {"one": "no use"}}, ["9: skipped.one: 'one' is not a number."]),
    ],
)
def test_a_fault_names_its_line_and_its_key(more: dict[str, Typed], problems: list[str]) -> None:
    found = told(more)
    assert [line[: len(part)] for line, part in zip(found, problems, strict=True)] == problems


def test_a_programme_without_items_extends_another() -> None:
    bare = {key: value for key, value in BARE.items() if key != "items"}
    found, problems = read_programme(front(bare), PATH)
    assert found is None
    assert [problem.message for problem in problems] == ["This key is required."]
    assert problems[0].hint == "Or name another programme: extends: ID."
    found, problems = read_programme(
        front(bare | {"extends": "cpd23-2011", "skipped": {"9": "no use"}}), PATH
    )
    assert problems == ()
    assert found == replace(programme(), extends="cpd23-2011", skipped=((9, "no use"),))


def test_a_file_that_is_no_mapping_is_told_how_to_begin() -> None:
    for value in (None, Scalar("23 Things", 1)):
        found, problems = read_programme(value, PATH)
        assert found is None
        assert [str(problem) for problem in problems] == [
            f"{PATH}: The file is not a mapping. Begin it with 'schema: cpdlog/programme@1'."
        ]


@given(FRONT)
def test_whatever_a_file_says_is_read_or_told(raw: Mapping) -> None:
    found, problems = read_programme(raw, PATH)
    assert (found is None) == any(problem.severity == "error" for problem in problems)


def test_a_week_begins_seven_days_after_the_one_before() -> None:
    run = programme(Item(1, week=1), Item(2, week=3), Item(3, week=3, day=MONDAY), starts=MONDAY)
    assert days(run) == [MONDAY, MONDAY + timedelta(14), MONDAY]
    assert days(replace(run, starts=None)) == [None, None, MONDAY]


def test_an_item_is_found_by_its_number_and_named_for_entries() -> None:
    run = programme(Item(14, "Zotero"), Item(title="Rest", kind="break"))
    assert run.item(14) == run.items[0]
    assert run.item(0) is None
    assert run.numbered == (Item(14, "Zotero"),)
    assert run.handle(run.items[0]) == "example#14"


def test_a_shift_puts_the_first_item_on_the_day_and_keeps_the_weeks_between() -> None:
    run = programme(
        Item(1, day=MONDAY), Item(2, week=2), Item(3), Item(4, day=date(2026, 3, 2)), starts=MONDAY
    )
    moved = shifted(run, date(2026, 9, 9))
    assert moved.starts == date(2026, 9, 9)
    assert days(moved) == [date(2026, 9, 9), date(2026, 9, 16), None, date(2026, 10, 7)]
    assert [item.day for item in moved.items] == [date(2026, 9, 9), None, None, date(2026, 10, 7)]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (programme(Item(1, week=2), Item(2, week=3)), ["2026-09-07", "2026-09-14"]),
        (programme(Item(1, week=2), Item(2, week=3), starts=MONDAY), ["2026-09-07", "2026-09-14"]),
        (programme(Item(1, day=MONDAY), Item(2, week=2)), ["2026-09-07", "2026-09-14"]),
        (programme(Item(1), starts=MONDAY), ["None"]),
        (programme(), []),
    ],
)
def test_a_shift_works_from_whatever_days_there_are(run: Programme, expected: list[str]) -> None:
    assert [str(day) for day in days(shifted(run, date(2026, 9, 7)))] == expected


ITEMS = st.lists(
    st.builds(
        Item,
        number=st.integers(1, 99),
        week=st.none() | st.integers(1, 60),
        day=st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    ),
    min_size=1,
    max_size=6,
)
STARTS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(ITEMS, STARTS, STARTS)
def test_a_shift_keeps_every_distance_and_can_be_taken_back(
    items: list[Item], starts: date, start: date
) -> None:
    run = programme(*items, starts=starts)
    moved = shifted(run, start)
    pairs = [(old, new) for old, new in zip(days(run), days(moved), strict=True) if old and new]
    assert len({new - old for old, new in pairs}) <= 1
    assert days(moved).count(None) == days(run).count(None)
    assert not pairs or min(new for _, new in pairs) == start
    assert not pairs or shifted(moved, min(old for old, _ in pairs)) == run


def test_a_programme_is_followed_from_the_day_on_which_it_was_started() -> None:
    run = programme(Item(1, day=MONDAY), starts=MONDAY)
    assert followed(run) == run
    assert days(followed(replace(run, started=date(2026, 9, 7)))) == [date(2026, 9, 7)]


def test_a_later_run_takes_over_what_it_does_not_say_itself_but_no_timetable() -> None:
    base = programme(
        Item(1, "Blogs", "blogging", "Start one.", "Why?", week=1, day=MONDAY, badge="Writer"),
        Item(2, "Pushnote", week=1, optional=True, unsure=("week",), levels=("Learn more",)),
        Item(title="Rest", week=2, kind="break"),
        Item(3, "Look back", kind="reflection", week=3, catch_up=True),
        starts=MONDAY,
    )
    child = replace(
        programme(
            Item(2, "Bookmarks", task="Try one."),
            Item(4, "Say thanks"),
            Item(title="Summer", kind="break"),
            Item(1, day=date(2026, 5, 4), kind="reflection", unsure=("date",)),
            starts=date(2026, 5, 4),
        ),
        id="later",
        extends="example",
    )
    assert extended(base, child) == replace(
        child,
        items=(
            Item(
                *(1, "Blogs", "blogging", "Start one.", "Why?"),
                day=date(2026, 5, 4),
                kind="reflection",
                badge="Writer",
                unsure=("date",),
            ),
            Item(2, "Bookmarks", task="Try one.", optional=True, levels=("Learn more",)),
            Item(3, "Look back", kind="reflection", catch_up=True),
            Item(4, "Say thanks"),
            Item(title="Summer", kind="break"),
        ),
    )
