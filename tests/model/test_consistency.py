from datetime import date
from decimal import Decimal
from typing import Any

from cpdlog.model.consistency import check_against
from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.model.settings import Role, Settings
from tests.model.typed import told

SETTINGS = Settings(roles=(Role("school", "School librarian"),), types=("exhibition",))
GOALS = (Goal("audit", "goals/audit.md", "Audit", role="school"),)


def entry(name: str, **more: Any) -> Entry:
    plain = Entry(f"2026-11-23-{name}", f"entries/2026-11-23-{name}.md", name, date(2026, 11, 23))
    return plain._replace(**more)


def serving(*goals: str) -> tuple[tuple[str, Decimal], ...]:
    return tuple((goal, Decimal(1)) for goal in goals)


def test_a_journal_that_fits_together_has_no_problems() -> None:
    entries = (
        entry("a", role="school", type="exhibition", goals=serving("audit")),
        entry("b", type="statement"),
    )
    assert check_against(Record(SETTINGS, entries, GOALS)) == ()
    assert check_against(Record()) == ()


def test_names_that_lead_nowhere_are_told_with_what_is_near() -> None:
    entries = (
        entry("a", role="shcool", type="corse", goals=serving("audti", "audit", "visits")),
        entry("b", role="prison", type="xyzzy"),
    )
    goals = (*GOALS, Goal("law", "goals/law.md", "Law", role="Skool"))
    assert told(check_against(Record(SETTINGS, entries, goals))) == [
        "warning entries/2026-11-23-a.md: goals: No goal 'audti'. Did you mean 'audit'?",
        "warning entries/2026-11-23-a.md: goals: No goal 'visits'. Add it: cpdlog goal add.",
        "warning entries/2026-11-23-a.md: role: No role 'shcool'. Did you mean 'school'?",
        "warning entries/2026-11-23-a.md: type: No type 'corse'. Did you mean 'course'?",
        (
            "warning entries/2026-11-23-b.md: role: No role 'prison'. "
            "Add it to 'roles' in cpdlog.yaml."
        ),
        "warning entries/2026-11-23-b.md: type: No type 'xyzzy'. Add it to 'types' in cpdlog.yaml.",
        "warning goals/law.md: role: No role 'Skool'. Did you mean 'school'?",
    ]


def test_two_files_of_one_name_are_told() -> None:
    entries = (entry("a"), entry("a", path="entries/2026/2026-11-23-a.md"))
    assert told(check_against(Record(SETTINGS, entries, GOALS))) == [
        (
            "warning entries/2026/2026-11-23-a.md: '2026-11-23-a' is also the id of "
            "entries/2026-11-23-a.md. Rename one of the files."
        )
    ]
