from decimal import Decimal

import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.goals import GoalReport, standing
from cpdlog.render import goal_sentences, goal_words
from cpdlog.render.blocks import Bar, Span
from tests.progress.making import TODAY, entry, goal, on, task


def stands(made: Goal, *entries: Entry, day: str = "11-23") -> GoalReport:
    return standing(made, Record(entries=entries, goals=(made,)), on(day))


def hours(minutes: int, *, target: str = "20 hours", day: str = "11-23") -> GoalReport:
    return stands(goal(target), entry("02-01", "law", minutes=minutes), day=day)


def ticked(*days: str, due: str = "12-31") -> GoalReport:
    return stands(goal(actions=[task(at, done=day) for at, day in enumerate(days, 1)], due=due))


@pytest.mark.parametrize(
    ("report", "progress", "tally", "words"),
    [
        (hours(780), "13.0 of 20 h", ("13.0/20", "h"), "behind 4.9 h"),
        (hours(1080), "18.0 of 20 h", ("18.0/20", "h"), "on pace"),
        (hours(1300), "21.7 of 20 h", ("21.7/20", "h"), "met 1 Feb"),
        (hours(0, target="7.5 hours"), "0.0 of 7.5 h", ("0.0/7.5", "h"), "behind 6.7 h"),
        (
            stands(goal("6 visits"), entry("02-01", "law=2"), entry("02-02", "law=0.5")),
            "2.5 of 6 visits",
            ("2.5/6", "visits"),
            "behind 2.9 visits",
        ),
        (
            stands(goal("1 talk", due="06-30"), day="11-23"),
            "0 of 1 talk",
            ("0/1", "talk"),
            "late 146 d",
        ),
        (
            stands(goal("1 entries"), entry("02-01", "law")),
            "1 of 1 entry",
            ("1/1", "entry"),
            "met 1 Feb",
        ),
        (ticked("01-05", "", due=""), "1 of 2 actions", ("1/2", "actions"), "no date"),
        (stands(goal()), "0 entries", ("0", "entries"), "unmeasured"),
        (stands(goal(), entry("02-01", "law")), "1 entry", ("1", "entry"), "unmeasured"),
        (
            stands(goal("5 visits", dropped="05-20")),
            "0 of 5 visits",
            ("0/5", "visits"),
            "dropped 20 May",
        ),
        (stands(goal("5 visits", start="12-01")), "0 of 5 visits", ("0/5", "visits"), "not begun"),
    ],
)
def test_figures_and_standing_in_a_few_words(
    report: GoalReport, progress: str, tally: tuple[str, str], words: str
) -> None:
    assert goal_words.progress(report) == progress
    assert goal_words.tally(report) == tally
    assert goal_words.standing(report) == words


def test_a_distance_that_rounds_to_nothing_is_not_told() -> None:
    report = stands(goal("1 talk"), entry("01-01", "law=0.86"))
    assert report.standing == "behind"
    assert goal_words.standing(report) == "behind"
    assert goal_sentences.standing(report) == "Behind"


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    report = stands(goal("1 visits", start="2025-01-01"), entry("2025-11-14", "law"))
    assert goal_words.standing(report, TODAY) == "met 14 Nov 2025"
    assert goal_words.standing_beside(report, TODAY) == "met 14 Nov 2025"
    assert goal_words.standing(report, on("2025-12-01")) == "met 14 Nov"


def test_beside_its_unit_a_distance_needs_none() -> None:
    assert goal_words.standing_beside(hours(780), TODAY) == "behind 4.9"
    assert goal_words.standing_beside(stands(goal("1 talk", due="06-30")), TODAY) == "late 146 d"


@pytest.mark.parametrize(
    ("unit", "amount", "word"),
    [
        ("visits", "1", "visit"),
        ("visits", "2", "visits"),
        ("studies", "1", "study"),
        ("entries", "1.0", "entry"),
        ("progress", "1", "progress"),
    ],
)
def test_one_of_a_unit_is_named_in_the_singular(unit: str, amount: str, word: str) -> None:
    assert goal_words.noun(unit, amount) == word


def test_a_bar_has_the_shares_of_the_target() -> None:
    half = stands(goal("10 hours"), entry("02-01", "law", minutes=300))
    assert goal_words.bar(half) == Bar(0.5, float(Decimal(326) / 364), "warn")
    assert goal_words.bar(hours(1300)) == Bar(1.0, None, "good")
    assert goal_words.bar(stands(goal())) == Span("")


def test_percent_is_rounded_down_so_that_all_means_reached() -> None:
    assert goal_words.percent(hours(1199)) == 99
    assert goal_words.percent(hours(1300)) == 108
    assert goal_words.percent(stands(goal())) is None


WEEKS = [entry(f"{month:02}-10", "law") for month in range(1, 11)]


@pytest.mark.parametrize(
    ("report", "reason"),
    [
        (
            hours(780),
            "Goal law needs 1.3 h a week up to 31 Dec; the last 8 weeks averaged 0.0 h.",
        ),
        (
            stands(goal("6 visits"), entry("11-01", "law=2"), entry("02-02", "law")),
            "Goal law needs 3 more visits up to 31 Dec; the last 8 weeks brought 2.",
        ),
        (
            stands(goal("12 weeks", due="12-06"), *WEEKS),
            "Goal law needs 2 more weeks, and 2 are left up to 6 Dec.",
        ),
        (
            stands(goal("14 weeks", due="12-06"), *WEEKS),
            (
                "Goal law needs 4 more weeks, and 2 are left up to 6 Dec; "
                "the most that can be reached is 12."
            ),
        ),
        (
            stands(goal("12 weeks", due="11-27"), *WEEKS),
            (
                "Goal law needs 2 more weeks, and 1 is left up to 27 Nov; "
                "the most that can be reached is 11."
            ),
        ),
        (
            stands(goal("6 visits", due="11-22")),
            "Goal law is 1 day late, with 6 of 6 visits to go.",
        ),
        (stands(goal(due="11-20")), "Goal law is 3 days late."),
        (stands(goal("6 visits", due="11-23")), "Goal law needs 6 visits today."),
    ],
)
def test_the_reason_why_a_goal_is_in_trouble_is_one_sentence(
    report: GoalReport, reason: str
) -> None:
    assert goal_sentences.reason(report, TODAY) == reason


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            hours(780),
            [
                "Goal law, Know the law library: 13 of 20 hours, 65 percent. Behind by 4.9 hours.",
                (
                    "  Due Thursday 31 December 2026, in 38 days. "
                    "Needs 1.3 hours a week; the last 8 weeks averaged 0 hours."
                ),
            ],
        ),
        (
            stands(goal("1 talk", due="06-30")),
            [
                "Goal law, Know the law library: 0 of 1 talk, 0 percent. Late by 146 days.",
                "  Due Tuesday 30 June 2026.",
            ],
        ),
        (
            stands(goal("1 visits"), entry("11-14", "law")),
            [
                (
                    "Goal law, Know the law library: 1 of 1 visit, 100 percent. "
                    "Met on Saturday 14 November 2026, 47 days early."
                )
            ],
        ),
        (
            stands(goal("1 visits", due="11-13"), entry("11-14", "law")),
            [
                (
                    "Goal law, Know the law library: 1 of 1 visit, 100 percent. "
                    "Met on Saturday 14 November 2026, 1 day late."
                )
            ],
        ),
        (
            stands(goal("1 visits", due="11-14"), entry("11-14", "law")),
            [
                (
                    "Goal law, Know the law library: 1 of 1 visit, 100 percent. "
                    "Met on Saturday 14 November 2026."
                )
            ],
        ),
        (
            stands(goal("5 hours", start="12-01")),
            [
                "Goal law, Know the law library: 0 of 5 hours, 0 percent. Not begun.",
                "  Begins on Tuesday 1 December 2026.",
                "  Due Thursday 31 December 2026, in 38 days.",
            ],
        ),
        (
            stands(goal(due="11-23")),
            [
                "Goal law, Know the law library: 0 entries. Unmeasured.",
                "  Due Monday 23 November 2026, today.",
            ],
        ),
    ],
)
def test_a_goal_is_read_aloud_in_whole_words(report: GoalReport, said: list[str]) -> None:
    assert list(goal_sentences.aloud(report, TODAY)) == said
