import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.progress.agenda import Agenda, Item, agenda
from cpdlog.progress.goals import goal_reports
from cpdlog.render import agenda as view
from tests.progress.making import TODAY, entry, goal, on, task
from tests.render.showing import piped, seen


def items(*made: Goal | Entry) -> tuple[Item, ...]:
    goals = tuple(it for it in made if isinstance(it, Goal))
    record = Record(entries=tuple(it for it in made if isinstance(it, Entry)), goals=goals)
    return agenda(record, goal_reports(record, TODAY), TODAY)


BEHIND = goal("30 hours", name="metadata", reviewed="11-01")
LATE = goal("3 talks", name="late", due="11-06", reviewed="11-10")
FAR = goal("50 weeks", name="weekly", reviewed="11-01")
TASK = goal(name="law", due="", actions=[task(1, due="11-15")], reviewed="11-01")
WAITING = entry("11-03", name="waiting", words=0)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (items(LATE, FAR, BEHIND, TASK, WAITING), "metadata -26.9h 38d"),
        (items(LATE, FAR, TASK, WAITING), "late 17d late"),
        (items(FAR, TASK), "weekly 38d"),
        (items(TASK, WAITING), "law.1 8d late"),
        (items(goal(name="law", due="", actions=[task(1)], reviewed="11-01")), "law.1"),
        (items(goal("9 talks", name="talks", reviewed="11-01")), "talks -8.1 38d"),
        (items(WAITING, WAITING), "inbox 2"),
        (items(goal(name="old", due="")), "old"),
        (items(), ""),
    ],
)
def test_a_prompt_has_one_short_line(found: tuple[Item, ...], line: str) -> None:
    assert view.brief(found, TODAY) == line


def test_of_each_kind_one_comes_first_where_there_is_little_room() -> None:
    tasks = goal(
        name="law",
        due="",
        reviewed="11-01",
        actions=[task(n, due="11-01") for n in (1, 2, 3)],
    )
    found = items(tasks, LATE, WAITING)
    assert [it.handle for it in view.varied(found, 3)] == ["law.1", "late", WAITING.id]
    assert [it.handle for it in view.varied(found, 5)][:4] == ["law.1", "law.2", "law.3", "late"]


@pytest.mark.parametrize(
    ("item", "reason", "command"),
    [
        (
            Item("action", "law.1", "draw the map", on("11-23"), "law"),
            "Draw the map (due today).",
            "cpdlog tick law.1",
        ),
        (
            Item("followup", "a b.1", "ask: why?"),
            "Ask: why?",
            "cpdlog tick 'a b.1'",
        ),
        (
            Item("action", "law.2", "Send it.", on("2027-04-09"), "law"),
            "Send it (due 9 Apr 2027, in 137 d).",
            "cpdlog tick law.2",
        ),
        (
            Item("review", "law", "Know the law library", goal="law", days=251),
            "Nobody has looked at 'Know the law library' for 251 days.",
            "cpdlog goal review law -m 'Looked at it'",
        ),
        (
            Item("inbox", "2026-11-03-visit", "Visit", waiting=1),
            "'Visit' waits for a reflection.",
            "cpdlog reflect",
        ),
        (
            Item("requirement", "cilip", "Log 2 more hours", on("12-31")),
            "Log 2 more hours (due 31 Dec, in 38 d).",
            "cpdlog requirement status cilip",
        ),
        (
            Item("programme", "cpd23", "Thing 4 is next"),
            "Thing 4 is next.",
            "cpdlog programme status cpd23",
        ),
    ],
)
def test_a_step_is_a_reason_and_a_command(item: Item, reason: str, command: str) -> None:
    assert view.step(item, TODAY) == (reason, command)


def test_nothing_left_to_do_is_told_with_what_to_do_then() -> None:
    done = Agenda(TODAY, ())
    assert seen(done) == (
        "Nothing is left to do. Write down what you do next:\n"
        '    cpdlog new "Law library visit" -H 2h\n'
    )
    assert piped(done, plain=True) == "Nothing is left to do. Write down what you do next:\n"
    assert piped(done) == ""
