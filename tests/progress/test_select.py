import pytest

from cpdlog.model.period import month
from cpdlog.model.record import Record
from cpdlog.model.settings import Role, Settings
from cpdlog.progress.select import Query, Unknown, matches, selected, unknown
from tests.progress.making import TODAY, entry, goal, on

LAW = entry(
    "11-20",
    "law",
    name="law-visit",
    kind="visit",
    role="college",
    tags="cilip:criterion/1 law",
    outcome="Statutes are shelved by Jurisdiction, très utile",
)


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(period=month(on("11-01"))),
        Query(since=on("11-20"), until=on("11-20")),
        Query(goal="law"),
        Query(role="college"),
        Query(tags=("law",)),
        Query(tags=("cilip",)),
        Query(tags=("cilip:criterion", "law")),
        Query(tags=("cilip:criterion/1",)),
        Query(type="visit"),
        Query(words=("JURIS", "visit", "criterion")),
        Query(words=("tres", "Útile")),
    ],
)
def test_an_entry_matches_where_all_that_is_given_holds(query: Query) -> None:
    assert matches(LAW, query, TODAY)


@pytest.mark.parametrize(
    "query",
    [
        Query(period=month(on("10-01"))),
        Query(since=on("11-21")),
        Query(until=on("11-19")),
        Query(goal="la"),
        Query(role="school"),
        Query(tags=("law", "cpd")),
        Query(tags=("cil",)),
        Query(tags=("cilip:criterion/1/2",)),
        Query(type="course"),
        Query(inbox=True),
        Query(planned=True),
        Query(words=("visit", "museum")),
        Query(goal="law", role="school"),
    ],
)
def test_an_entry_does_not_match_where_one_thing_fails(query: Query) -> None:
    assert not matches(LAW, query, TODAY)


def test_the_inbox_is_what_counts_and_waits_for_a_reflection() -> None:
    waiting = entry("11-23", words=0)
    assert matches(waiting, Query(inbox=True), TODAY)
    assert not matches(waiting, Query(inbox=True), on("11-22"))


def test_planned_is_what_is_still_to_come() -> None:
    assert matches(LAW, Query(planned=True), on("11-19"))
    assert not matches(LAW, Query(planned=True), on("11-20"))


def test_the_items_of_a_goals_programme_serve_the_goal() -> None:
    thing = entry("02-01", programme="cpd23#1")
    assert not matches(thing, Query(goal="things"), TODAY)
    assert matches(thing, Query(goal="things", programme="cpd23"), TODAY)
    assert not matches(thing, Query(goal="things", programme="cpd"), TODAY)


def test_words_are_looked_for_in_the_body_where_it_is_at_hand() -> None:
    assert not matches(LAW, Query(words=("museum",)), TODAY)
    assert matches(LAW, Query(words=("museum",)), TODAY, "Then a Museum.")


def test_what_is_selected_comes_newest_first() -> None:
    days = [entry("02-01"), entry("03-01", name="b"), entry("03-01", name="a"), entry("12-24")]
    assert [found.id for found in selected(days, Query(since=on("02-02")), TODAY)] == [
        "2026-12-24-entry",
        "2026-03-01-b",
        "2026-03-01-a",
    ]


def test_names_that_the_journal_does_not_have_are_told_with_those_that_it_has() -> None:
    record = Record(
        Settings(roles=(Role("school", "School library"),), types=("podcast",)),
        (LAW, entry("11-21", "old")),
        (goal(name="art"),),
    )
    found = unknown(Query(goal="lwa", role="collage", tags=("cilp", "law"), type="visti"), record)
    assert found[:3] == (
        Unknown("goal", "lwa", ("art", "law", "old")),
        Unknown("role", "collage", ("college", "school")),
        Unknown("tag", "cilp", ("cilip:criterion/1", "law")),
    )
    assert found[3].name == "visti"
    assert {"visit", "statement", "podcast", "reflection"} <= set(found[3].known)


def test_names_that_the_journal_has_are_not_unknown() -> None:
    record = Record(entries=(LAW,), goals=(goal(name="art"),))
    for query in (Query(), Query(goal="art"), Query(goal="law", role="college", type="visit")):
        assert unknown(query, record) == ()
    assert unknown(Query(tags=("cilip", "law")), record) == ()
