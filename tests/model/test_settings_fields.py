from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from cpdlog.model.raw import Mapping
from cpdlog.model.schema import read_settings
from cpdlog.model.settings import Adjustment, Pause, Role, Settings, Use
from tests.model.typed import FRONT, Typed, front, told

PATH = "cpdlog.yaml"


def test_the_settings_have_everything_that_their_file_says() -> None:
    raw = front(
        {
            "name": "Ann Reader",
            "roles": {
                "school": "School librarian",
                "law": {"title": "Law librarian", "from": "2024-01-01", "to": "2026-06-30"},
                "trustee": "",
                "volunteer": {"from": "2025-01-01"},
            },
            "year_starts": "04-01",
            "template": "gibbs",
            "share": ["mentor"],
            "commit": "false",
            "stale_after": "45",
            "types": ["exhibition"],
            "requirements": {
                "cilip-revalidation": {
                    "cycle_start": "2024-02-01",
                    "variant": "",
                    "adjustments": [
                        {
                            "window": "2026-01-01",
                            "rule": "total",
                            "reduce_by": "5.5",
                            "reason": "Parental leave",
                        },
                        {"rule": "plan", "reduce_by": "1", "reason": "Ill"},
                    ],
                },
                "nmc": "",
                "rics": {"adjustments": ""},
            },
            "privacy": {"profiles": ["general", "health"], "allow": ["12A3456B"]},
            "date_order": "DMY",
            "pauses": [
                {"from": "2026-07-01", "to": "2026-07-31", "reason": "Leave"},
                {"from": "2025-07-01", "to": "2025-07-31"},
            ],
        }
    )
    settings, problems = read_settings(raw, PATH)
    assert problems == ()
    assert settings == Settings(
        name="Ann Reader",
        roles=(
            Role("school", "School librarian"),
            Role("law", "Law librarian", date(2024, 1, 1), date(2026, 6, 30)),
            Role("trustee", "trustee"),
            Role("volunteer", "volunteer", date(2025, 1, 1)),
        ),
        year_starts=(4, 1),
        template="gibbs",
        share=("mentor",),
        commit=False,
        stale_after=45,
        types=("exhibition",),
        requirements=(
            Use(
                "cilip-revalidation",
                (("cycle_start", "2024-02-01"),),
                (
                    Adjustment("total", Decimal("5.5"), "Parental leave", date(2026, 1, 1)),
                    Adjustment("plan", Decimal(1), "Ill"),
                ),
            ),
            Use("nmc"),
            Use("rics"),
        ),
        privacy_profiles=("general", "health"),
        privacy_allow=("12A3456B",),
        date_order="dmy",
        pauses=(
            Pause(date(2025, 7, 1), date(2025, 7, 31)),
            Pause(date(2026, 7, 1), date(2026, 7, 31), "Leave"),
        ),
    )


def test_settings_that_say_nothing_are_the_defaults() -> None:
    assert read_settings(Mapping((), 1), PATH) == (Settings(), ())


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            {"editor": "vi"},
            (
                "warning cpdlog.yaml:2: editor: The key is not known. Known here: name, roles, "
                "year_starts, template, share, commit, stale_after, types, requirements, privacy, "
                "date_order, pauses."
            ),
        ),
        (
            {"year-starts": "04-01"},
            (
                "warning cpdlog.yaml:2: year-starts: The key only looks like 'year_starts'. "
                "Type it anew: year_starts."
            ),
        ),
        (
            {"role": "x"},
            "warning cpdlog.yaml:2: role: The key is not known. Did you mean 'roles'?",
        ),
        (
            {"year_starts": "02-30"},
            (
                "error cpdlog.yaml:2: year_starts: '02-30' is not a day of the year. "
                "Write MM-DD, such as 04-01."
            ),
        ),
        (
            {"year_starts": "1 April"},
            (
                "error cpdlog.yaml:2: year_starts: '1 April' is not a day of the year. "
                "Write MM-DD, such as 04-01."
            ),
        ),
        (
            {"commit": "no"},
            "error cpdlog.yaml:2: commit: 'no' is a word. Write true or false.",
        ),
        (
            {"stale_after": "0"},
            "error cpdlog.yaml:2: stale_after: '0' is not a whole number from 1.",
        ),
        (
            {"date_order": "ymd"},
            "error cpdlog.yaml:2: date_order: 'ymd' is not an order of dates. Write dmy or mdy.",
        ),
        (
            {"roles": ["school"]},
            (
                "error cpdlog.yaml:2: roles: This should be a mapping. "
                "Write 'id: title' on a line of its own."
            ),
        ),
        (
            {"requirements": ["nmc"]},
            (
                "error cpdlog.yaml:2: requirements: This should be a mapping. "
                "Write 'id:' on a line of its own."
            ),
        ),
        (
            {"privacy": "health"},
            "error cpdlog.yaml:2: privacy: This should be a mapping. Write {profiles: [general]}.",
        ),
        (
            {"privacy": {"profiles": ["medical"]}},
            (
                "warning cpdlog.yaml:4: privacy.profiles: 'medical' is not known here. "
                "Known: general, health, legal, education, social-care."
            ),
        ),
        (
            {"pauses": "July"},
            "error cpdlog.yaml:2: pauses: This should be a list. Begin each item with '- '.",
        ),
        (
            {"pauses": ["July"]},
            "error cpdlog.yaml:3: pauses: This item should be a mapping of from, to, reason.",
        ),
        (
            {"pauses": {"from": "2026-07-01"}},
            "error cpdlog.yaml:2: pauses.to: 'to' is missing. Add 'to: …'.",
        ),
        (
            {"pauses": [{"from": "2026-07-31", "to": "2026-07-01"}]},
            (
                "warning cpdlog.yaml:2: pauses: Leave ends on 2026-07-01, before it begins on "
                "2026-07-31. Correct 'from' or 'to'."
            ),
        ),
        (
            {"roles": {"law": {"from": "2026-07-31", "to": "2026-07-01"}}},
            (
                "warning cpdlog.yaml:2: roles: 'law' ends on 2026-07-01, before it begins. "
                "Correct 'from' or 'to'."
            ),
        ),
        (
            {"roles": {"law": ["Law librarian"]}},
            ("error cpdlog.yaml:3: roles.law: This should be one text. Put it in quotes."),
        ),
        (
            {"requirements": {"nmc": "yes"}},
            (
                "error cpdlog.yaml:3: requirements.nmc: This should be a mapping. "
                "Write {question: answer}."
            ),
        ),
        (
            {"requirements": {"nmc": {"adjustments": "none"}}},
            (
                "error cpdlog.yaml:4: requirements.nmc.adjustments: This should be a list. "
                "Begin each item with '- '."
            ),
        ),
        (
            {"requirements": {"nmc": {"adjustments": [{"rule": "total", "reason": "x"}]}}},
            (
                "error cpdlog.yaml:5: requirements.nmc.adjustments.reduce_by: "
                "'reduce_by' is missing. Add 'reduce_by: …'."
            ),
        ),
    ],
)
def test_what_is_wrong_in_the_settings_is_told_with_its_place(
    more: dict[str, Typed], problem: str
) -> None:
    settings, problems = read_settings(front({"name": "Ann"} | more, first_line=1), PATH)
    assert settings.name == "Ann"
    assert told(problems) == [problem]


def test_what_cannot_be_read_is_the_default_and_the_rest_is_kept() -> None:
    raw = front({"commit": "never", "stale_after": "x", "year_starts": "10-01"})
    settings, problems = read_settings(raw, PATH)
    assert settings == Settings(year_starts=(10, 1))
    assert len(problems) == 2


@given(FRONT)
def test_any_settings_are_read_and_never_an_exception(raw: Mapping) -> None:
    settings, problems = read_settings(raw, PATH)
    assert isinstance(settings, Settings)
    assert all(problem.line and problem.message for problem in problems)
