from datetime import date
from decimal import Decimal

import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.model.task import Task
from cpdlog.progress.reference import entries_meant, meant, tasks_meant

TODAY = date(2026, 11, 23)
TASK = Task(1, "ask", False, None, None, 5)


def entry(name: str, day: date, *goals: str) -> Entry:
    served = tuple((goal, Decimal(1)) for goal in goals)
    return Entry(name, f"entries/{name}.md", name, day, goals=served, followups=(TASK,))


ENTRIES = (
    entry("2026-11-20-talk", date(2026, 11, 20), "law"),
    entry("2026-11-22-aardvark", date(2026, 11, 22)),
    entry("2026-11-22-zebra", date(2026, 11, 22)),
    entry("2026-12-03-planned", date(2026, 12, 3)),
)
GOALS = (
    Goal("law", "goals/law.md", "Law", actions=(TASK,)),
    Goal("law-two", "goals/law-two.md", "Law", actions=(TASK,), done=TODAY),
)


def named(typed: str) -> list[str]:
    written = {"2026-11-22-aardvark": 2, "2026-11-22-zebra": 1}
    found = entries_meant(typed, ENTRIES, TODAY, lambda it: written.get(it.id, 0))
    return [it.id for it in found]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("@1", ["2026-11-22-aardvark"]),
        ("@2", ["2026-11-22-zebra"]),
        ("@3", ["2026-11-20-talk"]),
        ("@4", []),
        ("@0", []),
        ("TALK", ["2026-11-20-talk"]),
        ("2026-11-20", ["2026-11-20-talk"]),
        ("2026-11-22", ["2026-11-22-aardvark", "2026-11-22-zebra"]),
        ("entries/2026-11-20-talk.md", ["2026-11-20-talk"]),
        ("nowhere", []),
    ],
)
def test_an_entry_is_meant_by_its_place_its_day_or_a_part_of_its_name(
    typed: str, ids: list[str]
) -> None:
    assert named(typed) == ids


def test_a_whole_name_goes_before_its_parts() -> None:
    assert [goal.id for goal in meant("law", GOALS)] == ["law"]
    assert [goal.id for goal in meant("w-t", GOALS)] == ["law-two"]


def test_a_task_is_meant_by_the_name_of_its_goal_or_entry_and_its_number() -> None:
    record = Record(entries=ENTRIES, goals=GOALS)
    assert [it.path for it in tasks_meant("law", 1, record)] == ["goals/law.md"]
    assert [it.goals for it in tasks_meant("talk", 1, record)] == [("law",)]
    assert tasks_meant("law", 2, record) == []
    assert len(tasks_meant("2026-11-22", 1, record)) == 2


def test_what_a_goal_and_an_entry_say_of_themselves() -> None:
    assert [goal.open for goal in GOALS] == [True, False]
    assert [it.amount_for("law") for it in ENTRIES[:2]] == [Decimal(1), None]
    assert Record(goals=GOALS).goal("law") is GOALS[0]
    assert Record(goals=GOALS).goal("nope") is None
    assert Record(entries=ENTRIES).counted(TODAY) == ENTRIES[:3]
