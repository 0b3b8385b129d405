from cpdlog.model.civil import FIRST, LAST
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.timeline import Timeline, timeline
from tests.progress.making import TODAY, entry, goal, on

YEAR = cpd_year(TODAY, (1, 1))


def seen(*goals: Goal, period: Period | None = None) -> Timeline:
    record = Record(entries=(entry("02-01", "met"),), goals=goals)
    return timeline(goal_reports(record, TODAY), TODAY, period)


def spans(found: Timeline) -> list[str]:
    return [f"{bar.report.goal.id} {bar.first}..{bar.last}" for bar in found.bars]


def test_each_goal_is_a_bar_from_its_start_to_its_end_the_first_due_first() -> None:
    found = seen(
        goal("1 paper", name="open", start="03-01"),
        goal("1 paper", name="late", due="06-30"),
        goal("1 paper", name="met", due="10-31"),
        goal(name="dropped", start="02-01", due="12-31", dropped="04-01"),
        goal(name="done", start="02-01", due="", done="05-01"),
        goal(name="dateless", due=""),
        goal(name="later", start="12-24", due=""),
    )
    assert spans(found) == [
        "late 2026-01-01..2026-11-23",
        "met 2026-01-01..2026-10-31",
        "dropped 2026-02-01..2026-04-01",
        "open 2026-03-01..2026-12-31",
        "dateless 2026-01-01..2026-11-23",
        "done 2026-02-01..2026-05-01",
        "later 2026-12-24..2026-12-24",
    ]
    assert [bar.due for bar in found.bars][:2] == [on("06-30"), on("10-31")]


def test_the_months_go_from_the_first_start_to_the_last_due_date() -> None:
    found = seen(goal(start="2025-12-24", due="06-30"), goal(name="b", due="2027-03-01"))
    assert [month.name for month in (found.months[0], found.months[-1])] == ["2025-12", "2027-03"]
    assert len(found.months) == 16
    assert found.months[-1].last == on("2027-03-31")


def test_of_a_period_the_goals_are_shown_that_touch_it() -> None:
    found = seen(
        goal(name="before", start="2025-01-01", done="2025-12-31"),
        goal(name="after", start="2027-01-01", due=""),
        goal(name="in", start="2025-12-01", due="2027-12-31"),
        period=YEAR,
    )
    assert spans(found) == ["in 2025-12-01..2027-12-31"]
    assert [month.name for month in (found.months[0], found.months[-1])] == ["2026-01", "2026-12"]


def test_all_time_is_the_time_of_the_plan() -> None:
    everything = Period(FIRST, LAST, "all")
    assert seen(goal(), period=everything).months == seen(goal()).months


def test_without_a_goal_there_is_nothing_to_show() -> None:
    assert seen() == Timeline(TODAY, (), ())
    assert seen(goal(start="2027-01-01", due="2027-02-01"), period=YEAR) == Timeline(TODAY, (), ())
