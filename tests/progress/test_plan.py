from decimal import Decimal

from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal, Target
from cpdlog.model.record import Record
from cpdlog.model.settings import Role, Settings
from cpdlog.progress.plan import Change, changes, plan
from tests.progress.journals import GOALS, JOURNALS
from tests.progress.making import TODAY, entry, goal, on

SPRING = on("04-01")
LAW = goal("20 hours")


def changed(then: tuple[Goal, ...], now: tuple[Goal, ...], *entries: Entry) -> tuple[Change, ...]:
    before = Record(entries=entries, goals=then)
    return changes(before, SPRING, Record(entries=entries, goals=now), TODAY)


def test_a_plan_holds_the_open_goals_and_those_that_ended_in_their_order() -> None:
    role = Role("college", "College library")
    record = Record(
        Settings(name="Ada", roles=(role,)),
        (entry("02-01", "met"),),
        (
            goal("2 papers", name="open"),
            goal("1 paper", name="met"),
            goal(name="later", start="12-01"),
            goal(name="dropped", dropped="02-01"),
            goal(name="things", programme="cpd"),
        ),
    )
    found = plan(record, TODAY, {"cpd": 23}, {"open": "Why: the move."})
    assert (found.name, found.roles, found.as_of) == ("Ada", (role,), TODAY)
    assert [report.goal.id for report in found.open] == ["open", "later", "things"]
    assert [report.goal.id for report in found.ended] == ["met", "dropped"]
    assert found.open[2].target == 23
    assert found.bodies == {"open": "Why: the move."}
    assert plan(Record(), TODAY).bodies == {}


def test_nothing_changed_in_a_plan_that_is_the_same() -> None:
    assert changed((LAW,), (LAW,)) == ()


def test_goals_that_came_and_went_are_told() -> None:
    new, old = goal("2 papers", name="new"), goal("2 papers", name="old")
    assert changed((LAW, old), (new, LAW)) == (Change("added", new), Change("removed", old))


def test_titles_targets_and_dates_that_moved_are_told_before_and_after() -> None:
    now = LAW._replace(
        title="Know the library",
        target=Target(Decimal(30), "hours"),
        start=on("02-01"),
        due=None,
    )
    assert changed((LAW,), (now,)) == (
        Change("title", now, "Know the law library", "Know the library"),
        Change("target", now, LAW.target, now.target),
        Change("start", now, on("01-01"), on("02-01")),
        Change("due", now, on("12-31"), None),
    )


def test_a_goal_that_was_reached_says_when() -> None:
    two = goal("2 papers")
    assert changed((two,), (two,), entry("02-01", "law"), entry("05-01", "law")) == (
        Change("reached", two, new=on("05-01")),
    )
    assert changed((two,), (two,), entry("02-01", "law=2")) == ()


def test_a_goal_that_was_closed_says_when_and_one_that_was_dropped_why() -> None:
    done = LAW._replace(done=on("05-01"))
    assert changed((LAW,), (done,)) == (Change("done", done, new=on("05-01")),)
    dropped = LAW._replace(dropped=on("05-02"), reason="The college closed")
    assert changed((LAW,), (dropped,)) == (
        Change("dropped", dropped, new=on("05-02"), reason="The college closed"),
    )


def test_a_goal_that_is_open_again_is_told() -> None:
    assert changed((LAW._replace(done=on("03-01")),), (LAW,)) == (Change("reopened", LAW),)


def test_a_goal_that_only_changed_its_pace_did_not_change() -> None:
    late = goal("2 papers", due="06-30")
    assert changed((late,), (late,)) == ()


def test_a_goal_that_came_and_ended_in_between_is_told_twice() -> None:
    done = LAW._replace(done=on("05-01"))
    assert changed((), (done,)) == (
        Change("added", done),
        Change("done", done, new=on("05-01")),
    )


@given(GOALS, GOALS, JOURNALS)
def test_a_plan_has_not_changed_since_the_same_day(
    one: Goal, other: Goal, entries: tuple[Entry, ...]
) -> None:
    record = Record(entries=entries, goals=(one, other._replace(id="art")))
    assert changes(record, SPRING, record, SPRING) == ()
    gone = changes(record, SPRING, Record(entries=entries), SPRING)
    assert [change.what for change in gone] == ["removed", "removed"]
