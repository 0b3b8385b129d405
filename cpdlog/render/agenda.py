"""What next: one ranked list with commands to paste."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from cpdlog.model.visible import visible
from cpdlog.progress.agenda import (
    BEHIND,
    LATER,
    OVERDUE,
    SOON,
    UNDATED,
    UNSEEN,
    WAITING,
    Agenda,
    Item,
    rank,
)
from cpdlog.render import days, documents, goal_sentences, goal_words
from cpdlog.render.blocks import Block, Gap, Heading, Steps, paragraph

LISTED = True
TASKS = ("action", "followup")
NOTHING = "Nothing is left to do. Write down what you do next:"
RANKS = {
    OVERDUE: "Overdue",
    SOON: "Due within two weeks",
    BEHIND: "Goals that even pace has left behind",
    WAITING: "Inbox",
    UNSEEN: "Not looked at for a quarter of a year",
    LATER: "Later",
    UNDATED: "Without a date",
}


def varied(items: Sequence[Item], most: int) -> list[Item]:
    """The first of each kind, as far as there is room, and then the next; in their order.

    So that an old follow-up does not hide that a goal is late or that entries wait.
    """
    kinds: set[str] = set()
    firsts: list[Item] = []
    others: list[Item] = []
    for it in items:
        kind = "task" if it.kind in TASKS else it.kind
        (others if kind in kinds else firsts).append(it)
        kinds.add(kind)
    chosen = [*firsts, *others][:most]
    return [it for it in items if it in chosen]


def step(it: Item, as_of: date) -> tuple[str, str]:
    """Why something is next, as a sentence, and the command for it."""
    return reason(it, as_of), command(it)


def reason(it: Item, as_of: date) -> str:
    """One sentence."""
    match it.kind:
        case "goal" if it.report:
            return goal_sentences.reason(it.report, as_of)
        case "inbox":
            if it.waiting == 1:
                return f"'{it.title}' waits for a reflection."
            return f"{it.waiting} entries wait for a reflection; the oldest is '{it.title}'."
        case "review":
            return f"Nobody has looked at '{it.title}' for {days.counted(it.days, 'day')}."
        case _:
            return days.sentence(f"{it.title.rstrip('.')}{when(it, as_of)}")


def brief(items: Sequence[Item], as_of: date) -> str:
    """One short line for a shell prompt: `metadata -4.8h 38d`; empty where nothing is left.

    A goal that is behind goes before all else, because there something can be done; then one that
    is late or out of reach.
    """
    goals = [it for it in items if it.report]
    behind = [it for it in goals if it.report and it.report.standing == "behind"]
    first = next(iter([*behind, *goals, *items]), None)
    if first is None:
        return ""
    if first.kind == "inbox":
        return f"inbox {first.waiting}"
    off = goal_words.distance(first.report) if first.report else ""
    unit = "h" if first.report and first.report.unit == "hours" else ""
    parts = [visible(first.handle), f"-{off}{unit}" if off else "", days_to(first.due, as_of)]
    return " ".join(filter(None, parts))


def days_to(due: date | None, as_of: date) -> str:
    """`38d`, or `17d late`."""
    if due is None:
        return ""
    left = (due - as_of).days
    return f"{left}d" if left >= 0 else f"{-left}d late"


def when(it: Item, as_of: date) -> str:
    """When something is due, in brackets."""
    if it.due is None:
        return ""
    left = (it.due - as_of).days
    day = days.near(it.due, as_of)
    if left < 0:
        return f" (due {day}, {-left} d late)"
    return " (due today)" if left == 0 else f" (due {day}, in {left} d)"


def command(it: Item) -> str:
    """The command that does it, or that shows it."""
    handle = shlex.quote(it.handle)
    match it.kind:
        case "action" | "followup":
            return f"cpdlog tick {handle}"
        case "goal":
            return f"cpdlog goal show {handle}"
        case "inbox":
            return "cpdlog reflect"
        case "review":
            return f"cpdlog goal review {handle} -m 'Looked at it'"
        case "requirement":
            return f"cpdlog requirement status {handle}"
        case _:
            return f"cpdlog programme status {handle}"


def blocks(answer: Agenda) -> Iterator[Block]:
    """The items under how urgent they are, each with its command."""
    if not answer.items:
        yield paragraph(NOTHING)
        yield Steps((("", 'cpdlog new "Law library visit" -H 2h'),))
        return
    for place, same in groupby(answer.items, key=lambda it: rank(it, answer.as_of)):
        yield Heading(RANKS[place])
        yield Steps(tuple(step(it, answer.as_of) for it in same))
        yield Gap()


def sentences(answer: Agenda) -> Iterator[str]:
    """One sentence an item."""
    if not answer.items:
        yield NOTHING
    for it in answer.items:
        yield f"{reason(it, answer.as_of)} Type: {command(it)}"


def item(it: Item, as_of: date) -> documents.Document:
    """One item as JSON has it."""
    return {
        "kind": it.kind,
        "handle": it.handle,
        "title": it.title,
        "due": documents.iso(it.due),
        "goal": it.goal or None,
        "command": command(it),
        "reason": reason(it, as_of),
    }


def document(answer: Agenda) -> documents.Document:
    """The whole list."""
    return {
        "schema": "cpdlog/next@1",
        "as_of": documents.iso(answer.as_of),
        "items": [item(it, answer.as_of) for it in answer.items],
    }


def rows(answer: Agenda) -> Iterator[tuple[str, ...]]:
    """Kind, handle, due date, title, goal and command."""
    yield ("kind", "handle", "due", "title", "goal", "command")
    for it in answer.items:
        due = it.due.isoformat() if it.due else ""
        yield (it.kind, it.handle, due, it.title, it.goal, command(it))
