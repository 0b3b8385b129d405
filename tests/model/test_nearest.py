import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.nearest import did_you_mean, nearest

GOALS = ["audit", "chartership", "threats", "visits"]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("audti", "audit"),
        ("AUDIT", "audit"),
        ("charter-ship", "chartership"),
        ("visit", "visits"),
        ("аudіt", "audit"),
        ("au\u200bdit", "audit"),
    ],
)
def test_the_likest_word_comes_first(word: str, known: str) -> None:
    assert nearest(word, GOALS)[0] == known


def test_words_are_given_back_as_they_are_known() -> None:
    assert nearest("year-starts", ["Year_Starts"]) == ("Year_Starts",)


def test_no_word_is_near_to_nonsense() -> None:
    assert nearest("xyzzy", GOALS) == ()
    assert nearest("", GOALS) == ()
    assert nearest("audit", []) == ()


def test_at_most_so_many_words_are_given() -> None:
    assert nearest("goal", ["goal-1", "goal-2", "goal-3", "goal-4"], most=2) == (
        *("goal-4", "goal-3"),
    )


@pytest.mark.parametrize(
    ("word", "known", "question"),
    [
        ("audti", GOALS, "Did you mean 'audit'?"),
        ("law-3", ["law-1", "law-2"], "Did you mean 'law-2' or 'law-1'?"),
        ("a1", ["a2", "a3", "a4"], ""),
        ("abc1", ["abc2", "abc3", "abc4"], "Did you mean 'abc4', 'abc3' or 'abc2'?"),
        ("xyzzy", GOALS, ""),
    ],
)
def test_the_question_names_what_is_near(word: str, known: list[str], question: str) -> None:
    assert did_you_mean(word, known) == question


@given(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=6))
def test_only_known_words_are_given(word: str, known: list[str]) -> None:
    assert set(nearest(word, known)) <= set(known)
