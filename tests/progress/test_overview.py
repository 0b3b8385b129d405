from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period, cpd_year
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings
from cpdlog.progress.agenda import Item
from cpdlog.progress.overview import Overview
from cpdlog.progress.totals import Totals
from tests.progress.journals import JOURNALS
from tests.progress.making import TODAY, entry, goal, on
from tests.progress.passing import overview

YEAR = cpd_year(TODAY, (1, 1))


def seen(record: Record, period: Period = YEAR) -> Overview[str]:
    return overview(record, TODAY, period, requirements=["cilip"])


def test_minutes_and_entries_are_told_recorded_and_reflected() -> None:
    found = seen(
        Record(
            entries=(
                entry("02-01", minutes=90),
                entry("11-23", minutes=30, words=0),
                entry("11-23"),
                entry("11-24", minutes=600),
            )
        )
    )
    assert found.totals == Totals(120, 90, 3, 2, 1)
    assert found.totals.inbox == 1
    assert found.outside == Totals()


def test_what_lies_outside_the_period_is_told() -> None:
    days = ("2025-12-31", "02-01", "2027-01-01")
    found = seen(Record(entries=tuple(entry(day, minutes=60) for day in days)))
    assert found.totals == Totals(60, 60, 1, 1, 0)
    assert found.outside == Totals(60, 60, 1, 1, 1)


def test_the_period_before_is_told_up_to_the_same_day() -> None:
    days = ("2025-11-23", "2025-11-24", "02-01")
    found = seen(Record(entries=tuple(entry(day, minutes=60) for day in days)))
    assert found.earlier
    assert found.earlier.period.last == on("2025-11-23")
    assert found.earlier.totals == Totals(60, 60, 1, 1, 0)


def test_no_period_before_is_told_where_it_has_no_entry() -> None:
    assert seen(Record(entries=(entry("2025-11-24"),))).earlier is None
    assert overview(Record(), on("2025-11-24"), YEAR).earlier is None


def test_the_day_of_the_cpd_year_is_told() -> None:
    found = seen(Record())
    assert (found.day, found.year.days, found.year.name) == (327, 365, "2026")
    schools = seen(Record(Settings(year_starts=(9, 1))))
    assert (schools.day, schools.year.days, schools.year.name) == (84, 365, "2026/27")


def test_the_most_urgent_goals_come_first_and_every_standing_is_counted() -> None:
    goals = (
        goal(name="dropped", dropped="03-01"),
        goal(name="done", done="03-01"),
        goal("1 paper", name="met"),
        goal(name="later", start="12-01"),
        goal(name="words"),
        goal("2 papers", name="dateless", due=""),
        goal("2 papers", name="ahead", start="11-20"),
        goal("200 papers", name="pace", start="11-23"),
        goal("2 papers", name="behind-b"),
        goal("2 papers", name="behind-a"),
        goal("2 papers", name="behind-first", due="12-01"),
        goal("52 weeks", name="weeks"),
        goal("2 papers", name="late", due="03-01"),
    )
    found = seen(Record(entries=(entry("11-21", "met ahead=1.5"),), goals=goals))
    assert [(report.goal.id, report.standing) for report in found.goals] == [
        ("late", "late"),
        ("weeks", "out of reach"),
        ("behind-first", "behind"),
        ("behind-a", "behind"),
        ("behind-b", "behind"),
        ("pace", "on pace"),
        ("ahead", "ahead"),
        ("dateless", "no date"),
        ("words", "unmeasured"),
        ("later", "not begun"),
        ("met", "met"),
        ("done", "done"),
        ("dropped", "dropped"),
    ]
    assert found.counts == (
        ("late", 1),
        ("out of reach", 1),
        ("behind", 3),
        ("on pace", 1),
        ("ahead", 1),
        ("no date", 1),
        ("unmeasured", 1),
        ("not begun", 1),
        ("met", 1),
        ("done", 1),
        ("dropped", 1),
    )


def test_goals_that_ended_before_the_period_are_only_counted() -> None:
    goals = (goal(name="old", done="2025-12-31"), goal(name="new", done="01-01"))
    found = seen(Record(goals=goals))
    assert [report.goal.id for report in found.goals] == ["new"]
    assert found.ended_before == 1


def test_problems_are_counted_by_what_they_keep_out() -> None:
    problems = (
        Problem("entries/a.md", 1, "", "It is empty."),
        Problem("entries/b.md", 2, "goal", "Unknown key.", severity="warning"),
        Problem("entries/b.md", 3, "hour", "Unknown key.", severity="warning"),
    )
    found = seen(Record(problems=problems))
    assert (found.errors, found.warnings) == (1, 2)


def test_what_bodies_and_programmes_say_is_handed_on() -> None:
    item = Item("requirement", "cilip", "Log 2 more hours")
    found = overview(
        Record(goals=(goal(programme="cpd23"),)),
        TODAY,
        YEAR,
        items={"cpd23": 23},
        others=[item],
        requirements=["short"],
    )
    assert found.requirements == ("short",)
    assert found.next[-1] == item
    assert found.goals[0].target == 23


def test_an_empty_journal_has_an_overview() -> None:
    found = seen(Record())
    assert (found.goals, found.counts, found.next) == ((), (), ())
    assert (found.totals, found.earlier) == (Totals(), None)


@given(JOURNALS)
def test_inside_and_outside_make_the_whole(entries: tuple[Entry, ...]) -> None:
    whole = seen(Record(entries=entries), Period(on("01-01"), on("12-31"), "2026"))
    part = seen(Record(entries=entries), Period(on("02-01"), on("02-28")))
    sums = [a + b for a, b in zip(part.totals, part.outside, strict=True)]
    assert tuple(sums) == whole.totals


@given(JOURNALS)
def test_the_order_of_files_changes_nothing(entries: tuple[Entry, ...]) -> None:
    goals = (goal("20 hours"), goal("3 weeks", name="art"))
    assert seen(Record(entries=entries, goals=goals)) == seen(
        Record(entries=entries[::-1], goals=goals[::-1])
    )
