from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Item, agenda
from cpdlog.progress.goals import goal_reports
from tests.progress.making import TODAY, entry, goal, on, task


def todo(
    *goals: Goal, entries: tuple[Entry, ...] = (), others: tuple[Item, ...] = ()
) -> tuple[Item, ...]:
    record = Record(entries=entries, goals=goals)
    return agenda(record, goal_reports(record, TODAY), TODAY, others)


def names(items: tuple[Item, ...]) -> list[str]:
    return [f"{item.kind} {item.handle}" for item in items]


def test_an_action_point_says_its_handle_text_due_date_and_goal() -> None:
    open_goal = goal(
        due="", reviewed="11-01", actions=[task(1, done="02-01"), task(2, due="12-01")]
    )
    assert todo(open_goal) == (Item("action", "law.2", "Do 2", on("12-01"), "law"),)


def test_a_followup_says_the_goal_that_its_entry_serves_first() -> None:
    served = entry("11-01", "law art", followups=[task(1), task(2, due="12-01")])
    alone = entry("11-02", followups=[task(1)])
    assert todo(entries=(served, alone)) == (
        Item("followup", "2026-11-01-entry.2", "Do 2", on("12-01"), "law"),
        Item("followup", "2026-11-01-entry.1", "Do 1", None, "law"),
        Item("followup", "2026-11-02-entry.1", "Do 1"),
    )


def test_what_was_ticked_later_is_still_to_be_done() -> None:
    assert names(todo(entries=(entry("11-01", followups=[task(1, done="11-24")]),)))
    assert not todo(entries=(entry("11-01", followups=[task(1, done="11-23")]),))


def test_what_is_planned_asks_for_nothing_yet() -> None:
    assert not todo(entries=(entry("11-24", words=0, followups=[task(1)]),))


def test_goals_that_are_late_out_of_reach_or_behind_are_to_be_caught_up_with() -> None:
    late = goal("1 event", name="late", due="06-30")
    weeks = goal("52 weeks", name="weeks")
    behind = goal("20 papers", name="behind")
    found = todo(behind, weeks, late)
    assert names(found) == ["goal late", "goal behind", "goal weeks"]
    assert [item.report.standing for item in found if item.report] == [
        "late",
        "behind",
        "out of reach",
    ]


def test_the_inbox_is_one_item_named_after_its_oldest_entry() -> None:
    waiting = (entry("03-02", words=0), entry("02-01", words=0), entry("01-01"))
    assert todo(entries=waiting) == (Item("inbox", "2026-02-01-entry", "Entry", waiting=2),)


def test_a_goal_that_nobody_looked_at_for_a_quarter_of_a_year_is_to_be_reviewed() -> None:
    assert todo(goal(due="", reviewed="08-24")) == (
        Item("review", "law", "Know the law library", goal="law", days=91),
    )
    assert not todo(goal(due="", reviewed="08-25"))
    assert not todo(goal(due="", start="08-25", reviewed="03-01"))
    assert names(todo(goal(due="", reviewed="11-24"))) == ["review law"]


def test_a_goal_that_is_met_needs_no_review_and_its_open_actions_stay() -> None:
    met = goal("1 paper", actions=[task(1)])
    assert names(todo(met, entries=(entry("02-01", "law"),))) == ["action law.1"]


def test_a_goal_that_was_closed_asks_for_nothing() -> None:
    assert not todo(goal(done="02-01", actions=[task(1)]), goal(dropped="02-01"))


def test_everything_stands_in_one_list_by_urgency() -> None:
    goals = (
        goal("1 event", name="late", due="06-30"),
        goal("20 papers", name="behind", due="12-31"),
        goal(
            name="open",
            due="",
            reviewed="11-01",
            actions=[
                task(1),
                task(2, due="12-08"),
                task(3, due="12-07"),
                task(4, due="11-22"),
                task(5, due="11-23"),
            ],
        ),
        goal(name="unseen", due=""),
    )
    others = (
        Item("requirement", "cilip", "Ethics is short by 2 h", on("11-30")),
        Item("programme", "cpd23#14", "Zotero"),
    )
    entries = (entry("11-20", words=0), entry("11-21", followups=[task(1, due="12-07")]))
    assert names(todo(*goals, entries=entries, others=others)) == [
        "goal late",
        "action open.4",
        "action open.5",
        "requirement cilip",
        "action open.3",
        "followup 2026-11-21-entry.1",
        "goal behind",
        "inbox 2026-11-20-entry",
        "review unseen",
        "action open.2",
        "action open.1",
        "programme cpd23#14",
    ]


def test_the_order_of_files_does_not_change_the_list() -> None:
    entries = tuple(entry("11-01", name=name, words=0, followups=[task(1)]) for name in "abc")
    goals = tuple(goal("20 papers", name=name) for name in "abc")
    assert todo(*goals, entries=entries) == todo(*goals[::-1], entries=entries[::-1])
