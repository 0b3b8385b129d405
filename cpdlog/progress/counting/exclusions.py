"""Why less is counted than was logged, and what a rolling window loses next."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from cpdlog.model.civil import Length
from cpdlog.model.requirement.lines import Line
from cpdlog.model.requirement.measure import Measure, Seen
from cpdlog.model.requirement.windows import leaves_on
from cpdlog.progress.counting.part import Excluded, Leaving, Reason


class Cause(NamedTuple):
    """A reason for not counting something, and what it is about."""

    reason: Reason
    name: str


def exclusions(measure: Measure, seen: Seen) -> tuple[Excluded, ...]:
    """Everything that was logged and is not counted, with its reason.

    What is missing is put right cause by cause, and then the caps are lifted one by one; each
    step's difference is that of its cause, so that they add up for every kind of measure.

    Args:
        measure: What is measured.
        seen: The entries that were logged, counted or not.
    """
    lines = list(seen.lines)
    amount = measure.amount(counting(seen, lines))
    found = []
    for cause in causes(lines):
        entries = tuple(line.entry.id for line in lines if cause in causes([line]))
        lines = [without(line, cause) for line in lines]
        after = measure.amount(counting(seen, lines))
        if after != amount:
            found.append(Excluded(cause.reason, cause.name, after - amount, entries))
        amount = after
    return tuple(found)


def counting(seen: Seen, lines: Sequence[Line]) -> Seen:
    """Those of some entries that have all they need to count."""
    return seen._replace(lines=[line for line in lines if not line.lacks])


def causes(lines: Sequence[Line]) -> list[Cause]:
    """Everything that keeps entries from counting: first what is missing, then the caps."""
    missing = dict.fromkeys(Cause("missing", ", ".join(line.lacks)) for line in lines if line.lacks)
    caps = dict.fromkeys(Cause("cap", lost.cap) for line in lines for lost in line.lost)
    return [*missing, *caps]


def without(line: Line, cause: Cause) -> Line:
    """An entry as it would be if a cause were not."""
    if cause.reason == "missing":
        return line._replace(lacks=()) if cause.name == ", ".join(line.lacks) else line
    return line._replace(lost=tuple(lost for lost in line.lost if lost.cap != cause.name))


def leaving(measure: Measure, seen: Seen, length: Length) -> Leaving | None:
    """What a rolling span loses next: the first day after which less is counted.

    Args:
        measure: What is measured; one to which entries add up.
        seen: The entries that count, by day.
        length: How long the span is.

    Returns:
        None where nothing counts that could leave.
    """
    total = measure.amount(seen)
    if not total:
        return None

    def less(number: int) -> bool:
        return measure.amount(seen._replace(lines=seen.lines[number + 1 :])) < total

    first = bisect_left(range(len(seen.lines)), x=True, key=less)
    day = seen.lines[first].entry.day
    kept = [line for line in seen.lines if line.entry.day > day]
    gone = tuple(line.entry.id for line in seen.lines if line.entry.day == day)
    lost = total - measure.amount(seen._replace(lines=kept))
    return Leaving(leaves_on(day, length), lost, gone)
