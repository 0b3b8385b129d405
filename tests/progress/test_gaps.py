from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.model.settings import Pause, Settings
from cpdlog.progress.gaps import Gaps, gaps
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.rhythm import Gap
from tests.progress.journals import JOURNALS
from tests.progress.making import TODAY, entry, goal, on, task

YEAR = cpd_year(TODAY, (1, 1))


def seen(
    *entries: Entry,
    goals: tuple[Goal, ...] = (),
    period: Period = YEAR,
    pauses: tuple[Pause, ...] = (),
    types: tuple[str, ...] = (),
) -> Gaps:
    record = Record(Settings(pauses=pauses, types=types), entries, goals)
    return gaps(record, goal_reports(record, TODAY), TODAY, period)


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def test_the_longest_gaps_and_the_weeks_without_entries_are_told() -> None:
    found = seen(entry("11-03"), entry("11-16"), pauses=(Pause(on("11-05"), on("11-08")),))
    assert found.longest == (
        Gap(on("11-04"), on("11-15"), 8, 4),
        Gap(on("11-17"), on("11-23"), 7, 0),
    )
    assert (found.weeks, found.active) == (4, 2)
    assert [week.name for week in found.without] == ["2026-W46", "2026-W48"]


def test_no_more_than_five_gaps_are_told() -> None:
    assert len(seen(*(entry(f"02-{day:02}") for day in range(1, 28, 3))).longest) == 5


def test_entries_are_told_that_serve_no_goal_of_the_plan() -> None:
    found = seen(
        entry("02-03", "old"),
        entry("02-02"),
        entry("02-04", "law"),
        entry("02-05", programme="cpd#1"),
        goals=(goal(name="law"), goal(name="things", programme="cpd")),
    )
    assert ids(found.no_goal) == ["2026-02-02-entry", "2026-02-03-entry"]


def test_activities_are_told_that_nothing_proves() -> None:
    found = seen(
        entry("02-01", kind="course"),
        entry("02-02", kind="course", evidence=["evidence/a.pdf"]),
        entry("02-03", kind="feedback"),
        entry("02-04", kind="podcast"),
        types=("podcast",),
    )
    assert ids(found.no_evidence) == ["2026-02-01-entry", "2026-02-04-entry"]


def test_entries_are_told_that_wait_for_a_reflection() -> None:
    found = seen(entry("02-02"), entry("02-01", words=0), entry("11-24", words=0))
    assert ids(found.no_reflection) == ["2026-02-01-entry"]


def test_goals_are_told_that_nothing_serves_or_has_served_for_long() -> None:
    goals = (
        goal("2 papers", name="untouched"),
        goal("2 papers", name="stale"),
        goal("2 papers", name="ticked", actions=[task(1, done="02-01")]),
        goal("2 papers", name="fresh"),
        goal("1 paper", name="met"),
        goal(name="dropped", dropped="02-01"),
        goal(name="later", start="12-01"),
    )
    found = seen(entry("03-01", "stale met"), entry("11-01", "fresh"), goals=goals)
    assert [report.goal.id for report in found.untouched] == ["untouched"]
    assert [report.goal.id for report in found.stale] == ["stale", "ticked"]


def test_only_what_lies_in_the_period_is_told_and_what_lies_outside_is_counted() -> None:
    spring = Period(on("03-01"), on("05-31"))
    found = seen(entry("02-01", words=0), entry("04-01", words=0), period=spring)
    assert ids(found.no_reflection) == ids(found.no_goal) == ["2026-04-01-entry"]
    assert found.outside.entries == 1
    assert found.longest[0] == Gap(on("04-02"), on("05-31"), 60, 0)


def test_a_period_to_come_and_an_empty_journal_have_no_gaps() -> None:
    for found in (seen(), seen(entry("02-01"), period=Period(on("12-01"), on("12-31")))):
        assert (found.longest, found.weeks, found.active, found.no_goal) == ((), 0, 0, ())


@given(JOURNALS)
def test_the_order_of_files_changes_nothing(entries: tuple[Entry, ...]) -> None:
    assert seen(*entries[::-1], goals=(goal(),)) == seen(*entries, goals=(goal(),))
