import pytest
from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.model.settings import Pause, Settings
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.weeks import Cell, Strip, Weeks, weeks
from tests.progress.journals import JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, goal, on

# Four whole weeks, from Monday 2 November to Sunday 29 November.
NOVEMBER = Period(on("11-02"), on("11-29"))


def seen(
    *entries: Entry,
    goals: tuple[Goal, ...] = (),
    period: Period | None = NOVEMBER,
    pauses: tuple[Pause, ...] = (),
) -> Weeks:
    record = Record(Settings(pauses=pauses), entries, goals)
    return weeks(record, goal_reports(record, TODAY), TODAY, period)


def marks(strip: Strip) -> str:
    """One character a week: blank where the goal was not open, - where it was leave."""
    return "".join(
        str(cell.level) if cell.entries else " " if not cell.open else "-" if cell.leave else "."
        for cell in strip.cells
    )


def test_the_last_53_weeks_are_shown_up_to_the_day() -> None:
    found = seen(period=None)
    assert len(found.weeks) == 53
    assert (found.weeks[0].first, found.weeks[0].name) == (on("2025-11-24"), "2025-W48")
    assert (found.weeks[-1].first, found.weeks[-1].last) == (TODAY, TODAY)


def test_a_period_is_shown_in_its_weeks_up_to_the_day() -> None:
    assert [str(week.first)[5:] for week in seen().weeks] == ["11-02", "11-09", "11-16", "11-23"]


@pytest.mark.parametrize(
    ("minutes", "level"), [(None, 1), (59, 1), (60, 2), (180, 2), (181, 3), (999, 3)]
)
def test_a_week_is_marked_by_its_hours(minutes: int | None, level: int) -> None:
    assert seen(entry("11-03", minutes=minutes)).all.cells[0].level == level
    assert Cell().level == 0


def test_each_goal_has_a_strip_and_so_have_entries_that_serve_none() -> None:
    found = seen(
        entry("11-02", "law art", minutes=60),
        entry("11-08", "law", minutes=30),
        entry("11-10", minutes=45),
        entry("11-11", "old", minutes=5),
        entry("11-16", programme="cpd#1"),
        entry("10-30", "law", minutes=99),
        goals=(goal(name="law"), goal(name="art"), goal(name="things", programme="cpd")),
    )
    assert [(strip.goal, marks(strip), strip.weeks, strip.minutes) for strip in found.strips] == [
        ("law", "2...", 1, 90),
        ("art", "2...", 1, 60),
        ("things", "..1.", 1, 0),
        ("", ".1..", 1, 50),
    ]
    assert (marks(found.all), found.all.weeks, found.all.minutes) == ("211.", 3, 140)
    assert found.strips[0].title == "Know the law library"


def test_weeks_before_a_goal_began_and_after_it_ended_are_not_open() -> None:
    found = seen(
        entry("11-10", "late"),
        entry("11-18", "early"),
        goals=(
            goal(name="late", start="11-15"),
            goal(name="early", dropped="11-09"),
            goal(name="gone", done="11-01"),
            goal(name="to-come", start="11-30"),
        ),
    )
    assert [(strip.goal, marks(strip)) for strip in found.strips] == [
        ("late", " ..."),
        ("early", "..1 "),
    ]


def test_weeks_of_leave_are_marked_unless_something_was_done() -> None:
    found = seen(entry("11-17"), pauses=(Pause(on("11-09"), on("11-20")),))
    assert marks(found.all) == ".-1."
    assert found.all.cells[2] == Cell(0, 1, leave=True)


def test_of_a_period_to_come_nothing_is_shown() -> None:
    found = seen(entry("12-01"), goals=(goal(),), period=Period(on("12-01"), on("12-31")))
    assert (found.weeks, found.strips, found.all) == ((), (), Strip("", "", (), 0, 0))


@given(JOURNALS)
def test_the_minutes_of_all_weeks_are_those_of_all_entries(entries: tuple[Entry, ...]) -> None:
    span = Period(NEW_YEAR, TODAY)
    found = seen(*entries, goals=(goal(), goal(name="art")), period=span)
    assert found.all.minutes == sum(one.minutes or 0 for one in entries)
    assert found.all.weeks == len({one.day.isocalendar()[:2] for one in entries})
    assert sum(cell.entries for cell in found.all.cells) == len(entries)
    assert sum(strip.minutes for strip in found.strips) >= found.all.minutes
    assert seen(*entries[::-1], goals=(goal(), goal(name="art")), period=span) == found
