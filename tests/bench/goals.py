"""The goals, each a ratio that is held in one run, and why one may be missed."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.bench.works import CLICK

# Times in C, the time of `python -c 'import click'` in the same run; memory in MB.
Figures = Mapping[tuple[str, int], float]

FIND, SEARCH, LIST = "find -printf", "search statute", "list --limit 10"
CHANGED = "report after a change"

MODULES = "The command loads 32 to 64 modules of cpdlog, which take 0.1 to 0.2 ms each."
RECORD = (
    "Every entry is made a value and asked, 2 µs each. Sums made in SQL would need no values, and "
    "would be a second truth beside the one function that decides what counts."
)
STAT = (
    "Python looks at a file in 3 µs where `find` takes 2, and each entry is made a value and asked."
)
TEXTS = "The folded bodies of a folder are held at a time, beside its entries."
READING = (
    "Front matter is read with the line of every value, checked key by key, and the words and "
    "follow-ups of the body are counted: some 90 µs an entry."
)
SMALL = "A program in C++ has ended before Python has begun."


class Goal(NamedTuple):
    """One goal.

    Attributes:
        text: What is compared with what.
        most: The ratio that it may have.
        ratio: It, in a run.
        reason: Why it may be missed.
    """

    text: str
    most: float
    ratio: Callable[[Figures], float]
    reason: str = ""


def alone(name: str, size: int) -> Callable[[Figures], float]:
    """A time in C."""
    return lambda it: it[name, size]


def over(name: str, size: int, other: str, at: int = 0) -> Callable[[Figures], float]:
    """A figure over another one, of the same size if no other is named."""
    return lambda it: it[name, size] / it[other, at or size]


def growth(it: Figures) -> float:
    """What 10,000 entries cost a report more than 100, over `find` on the same files."""
    return (it["report", 10_000] - it["report", 100]) / it[FIND, 10_000]


STARTS = (
    Goal("`--version`", 1.15, alone("--version", 1000)),
    Goal("`--help`", 1.35, alone("--help", 1000), MODULES),
    Goal("a tab press", 1.35, alone("tab key", 1000), MODULES),
    Goal("`--version` over jrnl's", 0.5, over("--version", 1000, "jrnl: version")),
    Goal("`--version` over Watson's", 0.7, over("--version", 1000, "watson: version")),
)
WRITING = (
    Goal("`new`, 1,000", 1.7, alone("new", 1000), MODULES),
    Goal("`new`, 10,000 over 100", 1.15, over("new", 10_000, "new", 100)),
    Goal("`new`, 100,000 over 100", 1.3, over("new", 100_000, "new", 100)),
    Goal("`new --goal` over a report after a change", 1.2, over("new --goal", 10_000, CHANGED)),
    Goal("`new` over jrnl's, 1,000", 0.2, over("new", 1000, "jrnl: add"), MODULES),
    Goal("`new` over Watson's, 10,000", 0.25, over("new", 10_000, "watson: add"), MODULES),
    Goal("`new` over taskwarrior's, 10,000", 0.4, over("new", 10_000, "task: add"), SMALL),
)
LISTING = (
    Goal("`list --limit 10`, 1,000", 1.7, alone(LIST, 1000), MODULES),
    Goal("`list --limit 10`, 10,000", 3.2, alone(LIST, 10_000), RECORD),
    Goal("`list --limit 10` over jrnl's, 1,000", 0.4, over(LIST, 1000, "jrnl: list"), MODULES),
    Goal("`list --limit 10` over jrnl's, 10,000", 0.2, over(LIST, 10_000, "jrnl: list"), RECORD),
    Goal("`list --limit 10` over taskwarrior's", 0.6, over(LIST, 10_000, "task: list"), RECORD),
    Goal("`list` over papis's, 10,000", 0.5, over("list", 10_000, "papis: list"), RECORD),
    Goal("`list --limit 10` over `find`, 100,000", 2.5, over(LIST, 100_000, FIND), STAT),
    Goal("`list --json` over papis's", 0.4, over("list --json", 10_000, "papis: export"), RECORD),
)
REPORTING = (
    Goal("`report`, 1,000", 1.7, alone("report", 1000), MODULES),
    Goal("`report`, 10,000", 3.6, alone("report", 10_000), RECORD),
    Goal("`report` as a rich table, 1,000", 2.8, alone("report --format table", 1000), MODULES),
    Goal("`report` over taskwarrior's", 1.0, over("report", 10_000, "task: report"), RECORD),
    Goal("`report` over Watson's, 10,000", 0.4, over("report", 10_000, "watson: report"), RECORD),
    Goal("`report` over hledger's", 0.35, over("report", 10_000, "hledger: report"), RECORD),
    Goal("`report` over beancount's", 0.12, over("report", 10_000, "bean-query: report"), RECORD),
    Goal("`report` over jrnl's pages, 10,000", 0.01, over("report", 10_000, "jrnl: all"), RECORD),
    Goal("`report` over `find`, 10,000", 4.5, over("report", 10_000, FIND), STAT),
    Goal("10,000 less 100 for `report`, over `find`", 3.0, growth, STAT),
    Goal("`report` over `find`, 100,000", 3.0, over("report", 100_000, FIND), STAT),
    Goal("`report` after a change over before", 1.3, over(CHANGED, 10_000, "report")),
)
FIRST = (
    Goal("first read, 1,000", 5, alone("first report", 1000), READING),
    Goal("first read, 10,000", 30, alone("first report", 10_000), READING),
    Goal("first read over papis's", 0.6, over("first report", 10_000, "papis: first"), READING),
    Goal("first read over todoman's", 0.25, over("first report", 10_000, "todo: first"), READING),
)
SEARCHING = (
    Goal("`search`, 1,000", 2, alone(SEARCH, 1000), MODULES),
    Goal("`search`, 10,000", 5, alone(SEARCH, 10_000), RECORD),
    Goal("`search` over rg, 10,000", 4.5, over(SEARCH, 10_000, "rg -l statute"), RECORD),
    Goal("`search` over jrnl's, 10,000", 0.3, over(SEARCH, 10_000, "jrnl: search"), RECORD),
)
TIMES = (*STARTS, *WRITING, *LISTING, *REPORTING, *FIRST, *SEARCHING)
MEMORY = (
    Goal("memory of `report`, 10,000, in C's", 1.7, over("report", 10_000, CLICK)),
    Goal("memory of `list --limit 10`, 10,000, in C's", 1.7, over(LIST, 10_000, CLICK)),
    Goal("memory of a first read, in C's", 2.2, over("first report", 10_000, CLICK)),
    Goal("memory of `search`, 10,000, in C's", 1.5, over(SEARCH, 10_000, CLICK), TEXTS),
    Goal("memory of `report`, 100,000 over 1,000", 1.8, over("report", 100_000, "report", 1000)),
    Goal("memory of `report` over jrnl's", 0.3, over("report", 10_000, "jrnl: report")),
)
