import pytest

from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.requirement.definition import questions
from cpdlog.model.requirement.params import Param, answered
from tests.model.requirement.definitions import body

BEGAN = Param("began", "When did it begin?", "date")
GRADE = Param("variant", "Which grade?", "choice", ("member", "fellow"), "member")


@pytest.mark.parametrize(
    ("param", "answer", "kept"),
    [(BEGAN, "2024-02-29", "2024-02-29"), (GRADE, "fellow", "fellow")],
)
def test_an_answer_that_makes_sense_is_kept(param: Param, answer: str, kept: str) -> None:
    assert param.read(answer) == kept
    assert param.accepts(answer)


@pytest.mark.parametrize(
    ("param", "answer", "message", "hint"),
    [
        (BEGAN, "2023-02-29", "2023-02-29 does not exist: February 2023 has 28 days.", ""),
        (BEGAN, "", "'' is not a date.", "Write YYYY-MM-DD."),
        (GRADE, "felow", "'felow' is not known here.", "Did you mean 'fellow'?"),
        (GRADE, "Fellow", "'Fellow' is not known here.", "Did you mean 'fellow'?"),
    ],
)
def test_an_answer_that_makes_none_is_refused(
    param: Param, answer: str, message: str, hint: str
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        param.read(answer)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert not param.accepts(answer)


@pytest.mark.parametrize(
    ("answers", "used"),
    [
        ({}, {"variant": "member"}),
        ({"began": "2024-01-01"}, {"began": "2024-01-01", "variant": "member"}),
        ({"began": "soon", "variant": "felow"}, {"variant": "member"}),
        ({"variant": "fellow", "other": "x"}, {"variant": "fellow"}),
    ],
)
def test_the_default_stands_for_an_answer_that_is_missing_or_makes_no_sense(
    answers: dict[str, str], used: dict[str, str]
) -> None:
    assert answered((BEGAN, GRADE), answers) == used


def test_what_is_not_known_yet_is_asked_when_rules_are_taken_into_use() -> None:
    nmc = body("nmc")
    assert [param.name for param in questions(nmc)] == ["cycle_start", "variant"]
    assert [param.ask for param in questions(nmc, {"variant": "dual"})] == [
        "When did your registration period begin?"
    ]
    known = {"cycle_start": "2024-04-01", "variant": "triple"}
    assert [param.name for param in questions(nmc, known)] == ["variant"]
    assert questions(body("riba")) == ()
