import pytest

from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.model.settings import Role, Settings
from cpdlog.progress.advice import Finding, advice
from cpdlog.progress.goals import goal_reports
from tests.progress.making import TODAY, entry, goal, on, task

COLLEGE = Role("college", "College library", on("2024-01-01"), on("06-30"))


def said(*goals: Goal) -> tuple[Finding, ...]:
    settings = Settings(roles=(COLLEGE, Role("school", "School library")))
    record = Record(settings, (entry("02-01", "met"),), goals)
    return advice(goal_reports(record, TODAY), settings, TODAY)


def test_a_goal_with_a_date_and_a_target_is_left_alone() -> None:
    assert said(goal("20 hours")) == ()


def test_a_goal_without_a_due_date_is_told() -> None:
    assert said(goal("20 hours", due="")) == (Finding("no due date", "law"),)


def test_a_goal_that_nothing_measures_is_told() -> None:
    assert said(goal()) == (Finding("no measure", "law"),)
    assert said(goal(measure="I find any statute without help")) == ()
    assert said(goal(programme="cpd23")) == ()
    assert said(goal(actions=[task(1)])) == ()


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Improve my teaching", "Improve"),
        ("Improving enquiries", "Improving"),
        ("Be more patient", "more"),
        ("Be aware of the law", "aware"),
        ("Understand open access", "Understand"),
        ("A better handover", "better"),
        ("Learn about metadata", "Learn about"),
        ("Keep up to date", "Keep up to date"),
    ],
)
def test_a_word_that_nobody_can_measure_is_told(title: str, word: str) -> None:
    assert said(goal(title=title, measure="I will know")) == (Finding("vague", "law", word),)


def test_a_vague_word_beside_a_figure_is_left_alone() -> None:
    title = "Improve my teaching"
    assert said(goal("20 hours", title=title)) == ()
    assert said(goal(title=f"{title} in 3 lessons", measure="Observed")) == ()
    assert said(goal(title=title, measure="Two colleagues have observed a lesson")) == ()


@pytest.mark.parametrize(
    "title", ["Anymore", "Butter the bread", "Betterment", "Teach three lessons on open access"]
)
def test_words_that_only_look_vague_are_left_alone(title: str) -> None:
    assert said(goal(title=title, measure="Done")) == ()


def test_a_goal_past_its_due_date_is_told_until_somebody_looks_at_it() -> None:
    assert said(goal("2 papers", due="06-30")) == (Finding("late", "law", day=on("06-30")),)
    assert said(goal("2 papers", due="06-30", reviewed="06-30")) != ()
    assert said(goal("2 papers", due="06-30", reviewed="11-24")) != ()
    assert said(goal("2 papers", due="06-30", reviewed="07-01")) == ()
    assert said(goal("2 papers", due="11-23")) == ()


def test_a_goal_of_a_job_that_has_ended_is_told() -> None:
    assert said(goal("2 papers", role="college")) == (
        Finding("role ended", "law", "college", on("06-30")),
    )
    assert said(goal("2 papers", role="school")) == ()
    assert said(goal("2 papers", role="unknown")) == ()


def test_the_day_on_which_a_role_ends_still_belongs_to_it() -> None:
    settings = Settings(roles=(COLLEGE,))
    record = Record(settings, goals=(goal("2 papers", role="college"),))
    reports = goal_reports(record, on("06-30"))
    assert advice(reports, settings, on("06-30")) == ()


def test_more_than_six_active_goals_are_told_once() -> None:
    six = [goal("2 papers", name=f"goal-{number}") for number in range(6)]
    later = goal("2 papers", name="later", start="12-01")
    assert said(*six, later) == ()
    assert said(*six, later, goal("2 papers", name="seventh")) == (
        Finding("too many", "", active=7),
    )


def test_goals_that_have_ended_are_left_alone() -> None:
    assert said(goal(due="", done="02-01"), goal(due="", dropped="02-01")) == ()
    assert said(goal("1 paper", name="met", due="")) == ()


def test_all_that_could_be_better_is_told_goal_by_goal() -> None:
    found = said(goal(name="a", due="", title="Do better"), goal("2 papers", name="b", due=""))
    assert [(one.flaw, one.goal) for one in found] == [
        ("no due date", "a"),
        ("no measure", "a"),
        ("vague", "a"),
        ("no due date", "b"),
    ]
