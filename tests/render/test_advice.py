import pytest

from cpdlog.progress.advice import Finding
from cpdlog.progress.goal_list import Advice
from cpdlog.render.advice import step
from tests.progress.making import TODAY, on
from tests.render.showing import piped


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding("no due date", "law"),
            ("Goal law has no due date.", "cpdlog goal set law due=eoy"),
        ),
        (
            Finding("no measure", "law"),
            (
                "Goal law does not say how you will know that it is reached.",
                "cpdlog goal set law 'target=6 entries'",
            ),
        ),
        (
            Finding("vague", "law", "improve"),
            (
                "Goal law: nobody can measure 'improve'. Say what will be there, and how many.",
                "cpdlog goal edit law",
            ),
        ),
        (
            Finding("late", "law", day=on("10-31")),
            (
                "Goal law was due on 31 Oct, and nobody has looked at it since.",
                "cpdlog goal review law -m 'Why, and what now'",
            ),
        ),
        (
            Finding("role ended", "law", "college", on("2025-08-31")),
            (
                "Goal law belongs to the job 'college', which ended on 31 Aug 2025.",
                "cpdlog goal edit law",
            ),
        ),
        (
            Finding("too many", "", active=7),
            (
                "7 goals are under way; more than 6 are hard to follow.",
                "cpdlog report goals",
            ),
        ),
    ],
)
def test_each_flaw_has_a_reason_and_what_to_type(finding: Finding, said: tuple[str, str]) -> None:
    assert step(finding, TODAY) == said


def test_a_plan_without_a_flaw_is_told_so() -> None:
    assert piped(Advice(TODAY, 1, ())) == "1 open goal: nothing to say.\n"
    assert piped(Advice(TODAY, 1, ()), plain=True) == "1 open goal: nothing to say.\n"
