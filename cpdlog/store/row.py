"""What was made of a file, as bytes that a cache can keep, and back.

An entry is kept as its fields, because ten thousand of them are made for one report; goals,
settings and definitions as the tree that was read, because they are few.

`marshal` is quick and not to be trusted with strange bytes: a cache hands out only rows that it
wrote itself and whose checksum it has looked at.
"""

import marshal
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from cpdlog.model.checklist import Task
from cpdlog.model.entry import Entry, Evidence
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence

ONE = Decimal(1)
SCALAR, SEQUENCE, MAPPING = range(3)


class Parsed(NamedTuple):
    """A file of front matter or YAML as it was read: its tree, and the text below it.

    The tree is None where the file could not be read; `problems` say why.
    """

    path: str
    tree: Mapping | None
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def packed_entry(entry: Entry | None, problems: tuple[Problem, ...]) -> bytes:
    """The row of an entry's file; None where it could not be read."""
    return marshal.dumps((entry and flat(entry), flat_problems(problems)))


def unpacked_entry(row: bytes) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry of a row, and what is wrong with its file."""
    fields, problems = marshal.loads(row)
    return fields and rebuilt(fields), tuple(Problem(*it) for it in problems)


def flat(entry: Entry) -> tuple[Any, ...]:
    """An entry without types of ours; dates as their number, decimals as text."""
    return (
        *entry[:3],
        entry.day.toordinal(),
        entry.type,
        entry.minutes,
        None if entry.points is None else str(entry.points),
        tuple((goal, str(amount)) for goal, amount in entry.goals),
        *entry[8:11],
        tuple(map(tuple, entry.evidence)),
        *entry[12:17],
        tuple(map(flat_task, entry.followups)),
    )


def flat_task(task: Task) -> tuple[Any, ...]:
    """A follow-up without types of ours."""
    return (*task[:3], ordinal(task.due), ordinal(task.done), task.line)


def flat_problems(problems: tuple[Problem, ...]) -> tuple[tuple[Any, ...], ...]:
    """Problems without types of ours."""
    return tuple((*problem,) for problem in problems)


def ordinal(day: date | None) -> int:
    """A date's number; 0 for none."""
    return day.toordinal() if day else 0


def rebuilt(row: tuple[Any, ...]) -> Entry:
    """The entry that `flat` made a row of."""
    return Entry._make(
        (
            *row[:3],
            date.fromordinal(row[3]),
            *row[4:6],
            None if row[6] is None else Decimal(row[6]),
            tuple([(goal, ONE if amount == "1" else Decimal(amount)) for goal, amount in row[7]]),
            *row[8:11],
            tuple([Evidence(*proof) for proof in row[11]]),
            *row[12:17],
            tuple([rebuilt_task(task) for task in row[17]]),
        )
    )


def rebuilt_task(row: tuple[Any, ...]) -> Task:
    """The follow-up that `flat_task` made a row of."""
    number, text, ticked, due, done, line = row
    return Task(number, text, ticked, day_of(due), day_of(done), line)


def day_of(number: int) -> date | None:
    """The date with this number; None for 0."""
    return date.fromordinal(number) if number else None


def packed_tree(parsed: Parsed) -> bytes:
    """The row of a file whose tree is kept as it was read."""
    tree = parsed.tree and flat_tree(parsed.tree)
    problems = flat_problems(parsed.problems)
    return marshal.dumps((parsed.path, tree, parsed.body, parsed.body_line, problems))


def unpacked_tree(data: bytes) -> Parsed:
    """The file of a row."""
    path, tree, body, body_line, problems = marshal.loads(data)
    fields = tree and rebuilt_mapping(tree)
    return Parsed(path, fields, body, body_line, tuple(Problem(*it) for it in problems))


def flat_tree(tree: Raw) -> tuple[Any, ...]:
    """A tree of front matter without types of ours."""
    if isinstance(tree, Scalar):
        return (SCALAR, *tree)
    if isinstance(tree, Sequence):
        return (SEQUENCE, tuple(map(flat_tree, tree.items)), tree.line)
    pairs = tuple((tuple(key), flat_tree(value)) for key, value in tree.pairs)
    return (MAPPING, pairs, tree.line)


def rebuilt_tree(row: tuple[Any, ...]) -> Raw:
    """The tree that `flat_tree` made a row of."""
    if row[0] == SCALAR:
        return Scalar(*row[1:])
    if row[0] == SEQUENCE:
        return Sequence(tuple(map(rebuilt_tree, row[1])), row[2])
    return rebuilt_mapping(row)


def rebuilt_mapping(row: tuple[Any, ...]) -> Mapping:
    """The mapping that `flat_tree` made a row of."""
    _, pairs, line = row
    return Mapping(tuple((Scalar(*key), rebuilt_tree(value)) for key, value in pairs), line)
