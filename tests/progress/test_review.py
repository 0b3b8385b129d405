from datetime import date

from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.review import Review, Ticked, last_review, review
from cpdlog.progress.totals import Totals, totals
from tests.progress.journals import DAYS, GOALS, JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, goal, on, task, told

SINCE = on("11-02")


def seen(*entries: Entry, goals: tuple[Goal, ...] = (), since: date = SINCE) -> Review:
    return review(Record(entries=entries, goals=goals), since, TODAY)


def test_what_was_done_and_learnt_is_gathered_by_day() -> None:
    days = ("11-23", "11-02", "11-01", "11-24")
    found = seen(*(entry(day, minutes=30, outcome="x" * (day == "11-02")) for day in days))
    assert [one.id for one in found.entries] == ["2026-11-02-entry", "2026-11-23-entry"]
    assert [one.id for one in found.learnt] == ["2026-11-02-entry"]
    assert found.totals == Totals(60, 60, 2, 2, 0)
    assert (found.period.first, found.period.last) == (SINCE, TODAY)


def test_what_was_ticked_in_the_period_is_told_by_day() -> None:
    law = goal(
        actions=[
            task(1, done="11-20"),
            task(2, done="11-01"),
            task(3, done="11-24"),
            task(4, ticked=True),
            task(5),
        ]
    )
    found = seen(
        entry("03-01", "law art", followups=[task(1, done="11-03")]),
        entry("03-02", followups=[task(1, done="11-20")]),
        goals=(law,),
    )
    assert found.ticked == (
        Ticked("followup", "2026-03-01-entry.1", "Do 1", on("11-03"), "law"),
        Ticked("followup", "2026-03-02-entry.1", "Do 1", on("11-20"), ""),
        Ticked("action", "law.1", "Do 1", on("11-20"), "law"),
    )


def test_what_was_left_open_is_told_the_most_urgent_first() -> None:
    law = goal("20 papers", actions=[task(1), task(2, done="11-20")])
    found = seen(
        entry("03-01", words=0, followups=[task(1, due="12-01"), task(2, due="11-01")]),
        goals=(law,),
    )
    assert [item.handle for item in found.left] == [
        "2026-03-01-entry.2",
        "2026-03-01-entry.1",
        "law.1",
    ]


def test_each_goal_is_told_then_and_now() -> None:
    found = seen(
        entry("10-01", "law=10"),
        entry("11-10", "law=8 new"),
        goals=(
            goal("20 papers", name="law"),
            goal("20 papers", name="idle"),
            goal("2 papers", name="new", start="11-05"),
            goal("2 papers", name="ended", done="11-01"),
            goal("2 papers", name="ended-now", done="11-02"),
        ),
    )
    assert [
        told(move.now.goal.id, move.then.done, move.now.done, move.moved) for move in found.moves
    ] == [
        ("law", 10, 18, True),
        ("idle", 0, 0, False),
        ("new", 0, 1, True),
        ("ended-now", 0, 0, True),
    ]
    standings = [(move.then.standing, move.now.standing) for move in found.moves]
    assert standings == [
        ("behind", "on pace"),
        ("behind", "behind"),
        ("not begun", "ahead"),
        ("behind", "done"),
    ]


def test_a_programmes_goal_is_told_by_its_items() -> None:
    record = Record(
        entries=(entry("11-10", programme="cpd#1"),), goals=(goal(name="law", programme="cpd"),)
    )
    found = review(record, SINCE, TODAY, {"cpd": 23})
    assert told(found.moves[0].now.target, found.moves[0].now.done) == (23, 1)


def test_the_last_review_is_known_by_its_template() -> None:
    first = entry("10-01")._replace(template="review")
    second = entry("11-01")._replace(template="review")
    later = entry("11-24")._replace(template="review")
    entries = (second, first, entry("11-20"), later)
    assert last_review(entries, TODAY) == second
    assert seen(*entries).last == second
    assert last_review(entries, on("09-30")) is None


@given(GOALS, JOURNALS, DAYS)
def test_two_reviews_in_turn_differ_by_what_happened_between(
    goal: Goal, entries: tuple[Entry, ...], middle: date
) -> None:
    record = Record(entries=entries, goals=(goal,))
    whole = review(record, NEW_YEAR, TODAY)
    first = review(record, NEW_YEAR, middle)
    second = review(record, date.fromordinal(middle.toordinal() + 1), TODAY)
    assert first.entries + second.entries == whole.entries
    assert [a + b for a, b in zip(first.totals, second.totals, strict=True)] == list(whole.totals)
    assert set(first.ticked) | set(second.ticked) == set(whole.ticked)
    assert whole.totals == totals(entries, TODAY)
    for before in first.moves:
        for after in second.moves:
            assert after.then == before.now
