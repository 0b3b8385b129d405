"""What reports say where there is nothing, too much, or something wrong."""

from typing import TYPE_CHECKING

import pytest

from cpdlog.model.civil import FIRST, LAST
from cpdlog.model.period import Period
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.progress.calendar import calendar
from cpdlog.progress.changed import PlanChanges
from cpdlog.progress.criteria import criteria
from cpdlog.progress.faults import faults
from cpdlog.progress.goal_list import GoalView, goal_list
from cpdlog.progress.goals import goal_reports
from cpdlog.progress.hours import hours
from cpdlog.progress.listing import EntryView
from cpdlog.progress.plan import changes, plan
from cpdlog.progress.review import review
from cpdlog.progress.series import goal_detail
from cpdlog.progress.timeline import timeline
from cpdlog.render import told
from cpdlog.render.days import listed
from cpdlog.render.review import frozen
from cpdlog.render.screen import view_of
from cpdlog.render.svg import svg
from tests.progress.making import TODAY, entry, goal, on, task
from tests.progress.passing import overview
from tests.render.showing import Terminal, piped, seen
from tests.render.small import QUARTER, SMALL, YEAR

if TYPE_CHECKING:
    from cpdlog.progress.overview import Overview

FAULTY = Record(
    goals=(goal(name="old", done="2025-03-01"), goal("9 talks", name="talk")),
    problems=(
        Problem("entries/a.md", 3, "hours", "'1,5' has a comma.", "Write 1.5."),
        Problem("entries/b.md", 0, "", "It is empty."),
        Problem("entries/c.md", 2, "goal", "Unknown key.", "Did you mean 'goals'?", "warning"),
    ),
    files=5,
)


def test_the_overview_says_what_it_leaves_out() -> None:
    text = piped(overview(FAULTY, TODAY, YEAR))
    assert "1 goal ended before: cpdlog goal list --all\n" in text
    assert "2 faults keep files out of the count: cpdlog check\n" in text


def test_an_overview_without_a_pace_has_no_legend() -> None:
    record = Record(goals=(goal("9 talks", due=""),))
    assert "even pace" not in piped(overview(record, TODAY, YEAR))


def test_faults_are_told_as_compilers_tell_them() -> None:
    assert piped(faults(FAULTY)) == (
        "error: entries/a.md:3: hours: '1,5' has a comma. Write 1.5.\n"
        "error: entries/b.md: It is empty.\n"
        "warning: entries/c.md:2: goal: Unknown key. Did you mean 'goals'?\n"
        "\n"
        "5 files read: 2 errors, 1 warning.\n"
    )
    assert piped(faults(FAULTY), plain=True).startswith("Error: entries/a.md:3: hours:")
    assert piped(faults(FAULTY), format="csv").count("\n") == 4


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (YEAR, "2026"),
        (QUARTER, "2026-Q3"),
        (Period(FIRST, LAST, "all"), "all time"),
        (Period(on("02-01"), on("03-15"), "2026-02-01..2026-03-15"), "2026-02-01 to 2026-03-15"),
        (Period(on("02-01"), on("03-15")), "2026-02-01 to 2026-03-15"),
    ],
)
def test_a_period_is_called_by_its_name_or_its_days(period: Period, name: str) -> None:
    assert told.name(period) == name


def test_without_a_tag_it_is_told_how_to_add_one() -> None:
    found = criteria(SMALL, TODAY, YEAR, "nmc")
    said = "No entry has a tag below 'nmc'. Add one: cpdlog set @1 tags+=nmc/1\n"
    assert piped(found).endswith(said)
    assert piped(found, plain=True).endswith(said)


def test_more_entries_in_a_month_than_a_figure_can_tell_are_a_plus() -> None:
    many = Record(entries=tuple(entry("11-20", name=f"e{n}", tags="x/1") for n in range(12)))
    assert "1          +    12/12  2026-11-20-e9" in piped(
        criteria(many, TODAY, Period(on("11-01"), on("11-30"), "2026-11"), "x")
    )


def test_hours_of_all_years_say_the_year_of_each_part() -> None:
    always = Period(FIRST, LAST, "all")
    assert "2025Q4  2026Q1  2026Q2" in piped(hours(SMALL, TODAY, always, "type", "quarter"))
    assert "NOV25 DEC25 JAN26" in piped(hours(SMALL, TODAY, always, "type", "month"))
    assert "2025  2026" in piped(hours(SMALL, TODAY, always, "type", "year"))
    aloud = piped(hours(SMALL, TODAY, always, "type", "year"), plain=True)
    assert "course: 5.0 hours, 2 entries: 1.0 in 2025 and 4.0 in 2026.\n" in aloud


def test_hours_that_nobody_noted_are_no_bar() -> None:
    record = Record(entries=(entry("11-20"),))
    assert "reflection  [....................]    0.0        1  ..........." in piped(
        hours(record, TODAY, YEAR, "type", "year")
    )


def test_a_calendar_of_days_to_come_has_nothing_to_show() -> None:
    later = Period(on("2027-01-01"), on("2027-12-31"), "2027")
    assert piped(calendar(SMALL, TODAY, later)).startswith("CPD by day  ")


def test_goals_that_ended_are_counted_where_they_are_left_out() -> None:
    ended = Record(goals=(goal(name="old", done="2025-03-01"),))
    text = piped(goal_list(ended, TODAY))
    assert text.startswith("Goals")
    assert "Add one:\n" in text
    assert text.endswith("1 goal met, done or dropped: cpdlog goal list --all\n")
    assert piped(goal_list(ended, TODAY), plain=True) == (
        "Goals as of Monday 23 November 2026: none.\n"
        "1 goal met, done or dropped: cpdlog goal list --all\n"
    )


def test_a_goal_with_much_evidence_shows_the_latest_and_where_the_others_are() -> None:
    record = Record(
        entries=tuple(entry(f"{n:02}-10", "law", name=f"e{n}") for n in range(1, 10)),
        goals=(goal("9 entries", reason="No room", dropped="11-01"),),
    )
    text = piped(GoalView(TODAY, goal_detail(record.goals[0], record, TODAY), ""))
    assert "and 4 more: cpdlog list --goal law\n" in text
    assert "Reason: No room\n" in text


def test_a_long_goal_is_drawn_from_fewer_points_where_there_is_little_room() -> None:
    long = goal("90 talks", start="2010-01-01", due="2030-12-31")
    record = Record(goals=(long,), entries=(entry("2015-01-01", "law=30"),))
    shown = GoalView(TODAY, goal_detail(long, record, TODAY), "")
    for columns in (40, 80):
        assert max(map(len, seen(shown, columns).split("\n"))) <= columns


def test_a_plan_says_whose_jobs_it_is_for_and_where_its_goals_end() -> None:
    text = piped(plan(SMALL, TODAY, bodies={"law": "## Why\n\n```\n# no heading\n```"}))
    assert "Librarian (from 1 Sep 2022).\n" in text
    assert "### Why\n" in text
    assert "\n# no heading\n" in text
    assert piped(plan(Record(), TODAY), plain=True) == (
        "Personal Development Plan, as of Monday 23 November 2026.\nNo goals yet.\n"
    )


def test_changes_of_a_plan_are_sentences() -> None:
    before = Record(goals=(goal("6 visits", name="visits"), goal("3 talks", name="gone")))
    after = Record(
        goals=(goal("6 visits", name="visits", due="", dropped="11-01", reason="No time"),)
    )
    found = PlanChanges(on("10-01"), TODAY, changes(before, on("10-01"), after, TODAY))
    assert piped(found, plain=True) == (
        "The plan since Thursday 1 October 2026, as of Monday 23 November 2026.\n"
        "Goal visits: due date 31 Dec before, none now.\n"
        "Goal visits: dropped on 1 Nov. No time.\n"
        "Goal gone: removed.\n"
    )
    same = PlanChanges(on("10-01"), TODAY, ())
    assert piped(same, plain=True).endswith("Nothing in it has changed.\n")
    assert piped(same).endswith("Nothing in the plan has changed.\n")


def test_a_review_of_much_shows_what_presses_most() -> None:
    many = goal(due="", actions=[task(n, due="12-01") for n in range(1, 14)])
    text = piped(review(Record(goals=(many,)), on("11-01"), TODAY))
    assert "Nothing was recorded in this time.\n" in text
    assert text.endswith("and 3 more: cpdlog next\n")


def test_a_fence_among_the_words_does_not_end_the_block_of_a_review() -> None:
    record = Record(entries=(entry("11-21", outcome=f"{'x' * 72} `````"),))
    lines = frozen(review(record, on("11-01"), TODAY)).split("\n")
    assert "`````" in lines
    assert (lines[0], lines[-2]) == ("``````text", "``````")


def test_an_entry_tells_what_is_known_of_it() -> None:
    made = entry("11-20", "law=2 visits", minutes=90, points="1.5", words=0, evidence=["a.pdf"])
    assert piped(EntryView(TODAY, made, "")) == (
        "Entry                                                            Fri 20 Nov 2026\n"
        "id        2026-11-20-entry\n"
        "type      reflection\n"
        "time      1h30\n"
        "points    1.5\n"
        "goals     law (2), visits\n"
        "evidence  a.pdf\n"
        "state     in the inbox: not reflected yet\n"
    )


def test_a_timeline_of_many_years_shows_the_latest_months() -> None:
    reports = goal_reports(Record(goals=(goal(start="1990-01-01"),)), TODAY)
    assert "earlier months left out for want of room." in piped(timeline(reports, TODAY))


def test_words_are_listed_with_an_and() -> None:
    assert [listed(list(words)) for words in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]


def test_a_picture_is_the_same_every_time_and_holds_what_was_typed() -> None:
    answer: Overview[str] = overview(SMALL, TODAY, YEAR)
    typed = "cpdlog report --period '{2026}' & <more>"
    drawn = svg(view_of(answer).blocks(answer), 80, typed)
    assert drawn == svg(view_of(answer).blocks(answer), 80, typed)
    assert "$ cpdlog report --period &#x27;{2026}&#x27; &amp; &lt;more&gt;" in drawn


def test_a_pager_is_not_used_where_nobody_can_press_a_key() -> None:
    from cpdlog.render.screen import Screen

    out = Terminal()
    Screen(out, {"LANG": "C"}, {}).show(overview(SMALL, TODAY, YEAR))
    assert out.getvalue().count("\n") > 20
