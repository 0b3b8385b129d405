"""The terminal, JSON, the page and the sentences say the same, and so does a slow calculation.

The calculation knows nothing of the code: it reads the sample journal's files by hand, and works
the standings out as docs/reference tells it to.
"""

import html
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.cli.shell import Shell

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)
DAY = timedelta(days=1)
TASK = re.compile(r"^\s*[-*+] \[(?P<mark>[ xX])\] .*?(?:\((?P<dates>[^()]*)\))?\s*$", re.MULTILINE)


class File(NamedTuple):
    """A file's keys and its body."""

    name: str
    keys: dict[str, Any]
    body: str


def files(folder: str) -> list[File]:
    found = []
    for path in sorted((ROOT / folder).rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found.append(File(path.stem, yaml.load(front, yaml.BaseLoader), body))
    return found


ENTRIES, GOALS = files("entries"), files("goals")


def minutes(entry: File) -> int:
    text = entry.keys.get("hours", "0m")
    if found := re.fullmatch(r"(\d+)(?:h|:)(\d+)?m?", text):
        return int(found[1]) * 60 + int(found[2] or 0)
    if text.endswith("m"):
        return int(text[:-1])
    return int(Decimal(text.rstrip("h")) * 60)


def day(entry: File) -> date:
    return date.fromisoformat(entry.keys["date"])


def says_something(entry: File) -> bool:
    text = re.sub(r"<!--.*?-->", "", entry.body, flags=re.DOTALL)
    lines = (line for line in text.split("\n") if not line.startswith("#") and not TASK.match(line))
    return any(re.search(r"\w", line) for line in lines)


def amounts(entry: File) -> dict[str, Decimal]:
    goals = entry.keys.get("goals", [])
    if isinstance(goals, dict):
        return {goal: Decimal(amount) for goal, amount in goals.items()}
    return {goal: Decimal(1) for goal in ([goals] if isinstance(goals, str) else goals)}


def ticks(goal: File) -> list[tuple[bool, date | None]]:
    found = []
    for task in TASK.finditer(goal.body):
        done = re.search(r"done (\d{4}-\d{2}-\d{2})", task["dates"] or "")
        found.append((task["mark"] != " ", date.fromisoformat(done[1]) if done else None))
    return found


def course(goal: File) -> tuple[str, Decimal, list[tuple[date, Decimal]]]:
    """Its unit, its target, and what was added on which day."""
    start = date.fromisoformat(goal.keys["start"])
    target = goal.keys.get("target", "")
    programme = goal.keys.get("programme", "")
    mine = [
        it
        for it in ENTRIES
        if start <= day(it) <= AS_OF
        and (
            goal.name in amounts(it)
            or (programme and it.keys.get("programme", "").startswith(f"{programme}#"))
        )
    ]
    mine.sort(key=day)
    if not target:
        found = [(done or date.min, Decimal(1)) for ticked, done in ticks(goal) if ticked]
        return "actions", Decimal(len(ticks(goal))), sorted(found)
    number, unit = target.split()
    if programme:
        return unit, Decimal(number), firsts((day(it), it.keys["programme"]) for it in mine)
    match unit:
        case "hours":
            return unit, Decimal(number), [(day(it), Decimal(minutes(it)) / 60) for it in mine]
        case "points":
            return (
                unit,
                Decimal(number),
                [(day(it), Decimal(it.keys.get("points", "0"))) for it in mine],
            )
        case "entries":
            return unit, Decimal(number), [(day(it), Decimal(1)) for it in mine]
        case "weeks":
            weeks = ((day(it), str(day(it).isocalendar()[:2])) for it in mine if says_something(it))
            return unit, Decimal(number), firsts(weeks)
        case _:
            return unit, Decimal(number), [(day(it), amounts(it)[goal.name]) for it in mine]


def firsts(found: Iterator[tuple[date, str]]) -> list[tuple[date, Decimal]]:
    seen: dict[str, date] = {}
    for on, name in found:
        seen.setdefault(name, on)
    return [(on, Decimal(1)) for on in seen.values()]


def standing(goal: File) -> str:
    unit, target, steps = course(goal)
    done = sum((amount for _, amount in steps), Decimal(0))
    start, due = date.fromisoformat(goal.keys["start"]), goal.keys.get("due")
    if "dropped" in goal.keys:
        return "dropped"
    if target and done >= target:
        return "met"
    if "done" in goal.keys:
        return "done"
    if start > AS_OF:
        return "not begun"
    if due and date.fromisoformat(due) < AS_OF:
        return "late"
    if not target:
        return "unmeasured"
    return paced(unit, target, steps, start, due) if due else "no date"


def paced(
    unit: str, target: Decimal, steps: list[tuple[date, Decimal]], start: date, due: str
) -> str:
    end = date.fromisoformat(due)
    done = sum((amount for _, amount in steps), Decimal(0))
    if unit == "weeks":
        present = AS_OF - DAY * AS_OF.weekday()
        weeks = [present + DAY * 7 * number for number in range(200)]
        free = [it for it in weeks if it <= end]
        if any(on >= present for on, _ in steps):
            free = free[1:]
        if target - done > len(free):
            return "out of reach"
    span, elapsed = (end - start).days, (AS_OF - start).days
    off = done - target * elapsed / span
    if abs(off) <= target * 7 / span:
        return "on pace"
    return "ahead" if off > 0 else "behind"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("agreement")
    shell = Shell(folder, CPDLOG_TODAY=AS_OF.isoformat(), CPDLOG_JOURNAL=str(ROOT))
    shell.ok("report", "--html", "page.html")
    page = (folder / "page.html").read_text(encoding="utf-8")
    return {
        "json": shell.ok("report", "--json"),
        "pipe": shell.ok("report"),
        "terminal": shell.terminal("report", columns=100, NO_COLOR="1").out,
        "aloud": shell.ok("report", "--plain"),
        "page": " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split()),
    }


def one_decimal(amount: Decimal) -> str:
    return str(amount.quantize(Decimal("0.1"), ROUND_HALF_UP))


def test_hours_and_entries_are_those_of_a_slow_calculation(told: dict[str, str]) -> None:
    mine = [it for it in ENTRIES if day(it).year == 2026 and day(it) <= AS_OF]
    recorded = sum(minutes(it) for it in mine)
    reflected = sum(minutes(it) for it in mine if says_something(it))
    found = json.loads(told["json"])
    assert found["minutes"] == {"recorded": recorded, "reflected": reflected}
    assert found["entries"] == {
        "total": len(mine),
        "reflected": sum(map(says_something, mine)),
        "inbox": len(mine) - sum(map(says_something, mine)),
        "planned": sum(day(it).year == 2026 and day(it) > AS_OF for it in ENTRIES),
    }
    outside = [it for it in ENTRIES if day(it).year != 2026 and day(it) <= AS_OF]
    assert found["outside"] == {
        "entries": len(outside),
        "minutes": sum(minutes(it) for it in outside),
    }
    for form in ("pipe", "terminal", "aloud", "page"):
        for figure in (recorded, reflected):
            assert one_decimal(Decimal(figure) / 60) in told[form], form


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_a_goal_stands_where_a_slow_calculation_says(goal: File, told: dict[str, str]) -> None:
    unit, target, steps = course(goal)
    done = sum((amount for _, amount in steps), Decimal(0))
    found = next(it for it in json.loads(told["json"])["goals"] if it["id"] == goal.name)
    assert found["standing"] == standing(goal)
    if not target:
        assert (found["target"], found["done"], found["unit"]) == (None, None, None)
        return
    assert (found["unit"], found["target"]) == (unit, float(target))
    assert found["done"] == pytest.approx(float(done), abs=0.005)


def test_every_form_tells_the_same_of_every_goal(told: dict[str, str]) -> None:
    for goal in json.loads(told["json"])["goals"]:
        row = next(line for line in told["pipe"].split("\n") if line.startswith(f"{goal['id']} "))
        line = next(it for it in told["terminal"].split("\n") if it.startswith(f"{goal['id']} "))
        aloud = next(it for it in told["aloud"].split("\n") if it.startswith(f"Goal {goal['id']},"))
        page = re.search(rf"{re.escape(goal['title'])} {goal['id']} (.{{60}})", told["page"])
        assert page
        for text in (row, line, page[1]):
            assert goal["standing"] in text
        assert goal["standing"].capitalize() in aloud
        if goal["target"] is not None:
            done = figure(goal)
            assert f"{done}/{goal['target']:g} " in row
            assert f"{done}/{goal['target']:g} " in line
            assert f"{done} of {goal['target']:g} " in page[1]
            assert f"{done.removesuffix('.0')} of {goal['target']:g} " in aloud


def figure(goal: dict[str, Any]) -> str:
    rounded = Decimal(str(goal["done"])).quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value() and goal["unit"] != "hours"
    return f"{rounded:.0f}" if whole else f"{rounded:.1f}"


def test_the_next_steps_are_the_same_everywhere(told: dict[str, str]) -> None:
    first = json.loads(told["json"])["next"][0]
    for form in ("pipe", "terminal", "aloud", "page"):
        assert first["reason"] in told[form], form
        assert first["command"] in told[form], form
