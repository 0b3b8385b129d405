"""What was read from the files of a folder, as plain values that a cache can keep, and back.

Plain values are tuples, lists, texts, whole numbers, booleans and None. A list stands for a value
of ours: the place of its type in `TYPES`, and what it is made of.

Entries are kept column by column, because ten thousand of them are made for one report: a column
is turned back at one go, and what recurs in it is kept once.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from typing import Any, TypeVar

from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.goal import Goal, Target
from cpdlog.model.problem import Problem
from cpdlog.model.settings import Adjustment, Pause, Role, Settings, Use
from cpdlog.model.task import Task

T = TypeVar("T")
Problems = tuple[Problem, ...]
Read = tuple[T | None, Problems]
Types = tuple[Callable[..., Any], ...]

TYPES: Types = (
    *(date.fromordinal, Decimal, Problem, Task, Evidence, Goal, Target),
    *(Settings, Role, Pause, Use, Adjustment),
)
DATE, DECIMAL = 0, 1


def plain(value: Any, types: Types = TYPES) -> Any:
    """A value without types of ours, of which it may have those in `types`."""
    if value is None or isinstance(value, str | int):
        return value
    if type(value) is tuple:
        return tuple(plain(part, types) for part in value)
    if isinstance(value, date):
        return [DATE, value.toordinal()]
    if isinstance(value, Decimal):
        return [DECIMAL, str(value)]
    kind = type(value)
    parts = (plain(getattr(value, name), types) for name in kind.__match_args__)
    return [types.index(kind), *parts]


def whole(value: Any, types: Types = TYPES) -> Any:
    """The value that `plain` made plain."""
    if type(value) is tuple:
        return tuple(whole(part, types) for part in value)
    if type(value) is list:
        return types[value[0]](*(whole(part, types) for part in value[1:]))
    return value


def dumped(value: Any) -> bytes:
    """A plain value as bytes; `marshal` is what Python keeps its own modules in."""
    return marshal.dumps(value)


def loaded(data: bytes) -> Any:
    """The plain value that this program made bytes of: strange ones could do harm."""
    return marshal.loads(data)


def plain_entries(read: Sequence[Read[Entry]]) -> Any:
    """Entries, those that could not be read among them, with what is wrong with each file."""
    entries = [entry for entry, _ in read if entry]
    unread = [place for place, (entry, _) in enumerate(read) if not entry]
    wrong = [(place, plain(problems)) for place, (_, problems) in enumerate(read) if problems]
    return len(entries), tuple(columns(entries)), unread, wrong


def whole_entries(value: Any) -> tuple[Read[Entry], ...]:
    """What `plain_entries` made plain."""
    count, given, unread, wrong = value
    # `Entry._make` does no more than this, and would be the dearest part of a report.
    made = map(tuple.__new__, repeat(Entry), zip(*rebuilt(given, count), strict=True))
    entries: list[Entry | None] = list(made)
    for place in unread:
        entries.insert(place, None)
    problems: list[Problems] = [()] * len(entries)
    for place, told in wrong:
        problems[place] = whole(told)
    return tuple(zip(entries, problems, strict=True))


def plain_texts(read: Sequence[Read[str]]) -> Any:
    """Texts, with nothing wrong with them."""
    return tuple(text for text, _ in read)


def whole_texts(value: Any) -> tuple[Read[str], ...]:
    """What `plain_texts` made plain."""
    return tuple((text, ()) for text in value)


def columns(entries: Iterable[Entry]) -> Iterator[tuple[Any, ...]]:
    """The fields of entries, each as one column; equal values are one object.

    A column with one value all over, as many have in which nobody writes, is that value alone.
    """
    known: dict[Any, Any] = {}
    for name, column in zip(Entry._fields, zip(*entries, strict=True), strict=False):
        values = map(FLATTEN[name], column) if name in FLATTEN else column
        kept = tuple(known.setdefault(value, value) for value in values)
        yield kept[:1] if len(set(kept)) == 1 else kept


def rebuilt(given: Iterable[Sequence[Any]], count: int) -> Iterator[Iterable[Any]]:
    """The fields of so many entries, as they are in them."""
    for name, column in zip(Entry._fields, given, strict=False):
        values = list(map(REBUILD[name], column)) if name in REBUILD else column
        yield values if len(values) == count else repeat(values[0], count)


def text_of(points: Decimal | None) -> str | None:
    """Points as text."""
    return None if points is None else str(points)


def points_of(text: str | None) -> Decimal | None:
    """Points from text."""
    return None if text is None else Decimal(text)


def flat_goals(goals: tuple[tuple[str, Decimal], ...]) -> tuple[str, ...]:
    """Goals and their amounts in turn."""
    return tuple(part for goal, amount in goals for part in (goal, str(amount)))


@lru_cache(maxsize=4096)
def goals_of(parts: tuple[str, ...]) -> tuple[tuple[str, Decimal], ...]:
    """What `flat_goals` made flat."""
    return tuple(zip(parts[::2], map(Decimal, parts[1::2]), strict=True))


def flat_evidence(evidence: tuple[Evidence, ...]) -> tuple[tuple[str, ...], ...]:
    """Evidence without our type."""
    return tuple(map(tuple, evidence))


@lru_cache(maxsize=256)
def evidence_of(pieces: tuple[tuple[str, ...], ...]) -> tuple[Evidence, ...]:
    """What `flat_evidence` made flat."""
    return tuple(map(Evidence._make, pieces))


def flat_tasks(tasks: tuple[Task, ...]) -> tuple[tuple[Any, ...], ...]:
    """Follow-ups without types of ours; 0 for a date that is not there."""
    return tuple((*task[:3], ordinal(task.due), ordinal(task.done), task.line) for task in tasks)


@lru_cache(maxsize=256)
def tasks_of(tasks: tuple[tuple[Any, ...], ...]) -> tuple[Task, ...]:
    """What `flat_tasks` made flat."""
    return tuple(
        Task(number, text, ticked, day_of(due), day_of(done), line)
        for number, text, ticked, due, done, line in tasks
    )


def ordinal(day: date | None) -> int:
    """A date's number; 0 for none."""
    return day.toordinal() if day else 0


def day_of(number: int) -> date | None:
    """The date with this number; None for 0."""
    return date.fromordinal(number) if number else None


FLATTEN: dict[str, Callable[[Any], Any]] = {
    "day": date.toordinal,
    "points": text_of,
    "goals": flat_goals,
    "evidence": flat_evidence,
    "followups": flat_tasks,
}
REBUILD: dict[str, Callable[[Any], Any]] = {
    "day": date.fromordinal,
    "points": points_of,
    "goals": goals_of,
    "evidence": evidence_of,
    "followups": tasks_of,
}
