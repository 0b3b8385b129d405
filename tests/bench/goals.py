"""The goals, each a ratio that is held in one run, and why one may be missed."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.bench.works import CLICK

# Times in C, the time of `python -c 'import click'` in the same run; memory in MB.
Figures = Mapping[tuple[str, int], float]
FIND = "find -printf"
SEARCH = "search statute"
ALL_VALUES = (
    "every report is put to one value with all entries, of about 1 kB each; a program that sums in "
    "SQL holds none of them"
)
MORE_MODULES = "the answer needs some 70 modules of cpdlog, at 0.1 ms each"


class Goal(NamedTuple):
    """One goal.

    Attributes:
        text: What is compared with what.
        most: The ratio that it may have.
        times, memory: The ratio in a run.
        reason: Why it may be missed.
    """

    text: str
    most: float
    times: Callable[[Figures], float] | None = None
    memory: Callable[[Figures], float] | None = None
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


GOALS = (
    Goal("`--version`", 1.15, alone("--version", 1000)),
    Goal("`--help`", 1.35, alone("--help", 1000)),
    Goal("a tab press", 1.35, alone("tab key", 1000), reason=MORE_MODULES),
    Goal("`--version` over jrnl's", 0.5, over("--version", 1000, "jrnl: version")),
    Goal("`--version` over Watson's", 0.7, over("--version", 1000, "watson: version")),
    Goal("`new` at 1,000", 1.7, alone("new", 1000), reason=MORE_MODULES),
    Goal("`new` at 10,000 over 100", 1.15, over("new", 10_000, "new", 100)),
    Goal("`new` at 100,000 over 100", 1.3, over("new", 100_000, "new", 100)),
    Goal(
        *("`new --goal` over a report after a change, 10,000", 1.2),
        over("new --goal", 10_000, "report after a change"),
    ),
    Goal("`new` over jrnl's, 1,000", 0.2, over("new", 1000, "jrnl: add")),
    Goal("`new` over Watson's, 10,000", 0.25, over("new", 10_000, "watson: add")),
    Goal("`new` over taskwarrior's, 10,000", 0.4, over("new", 10_000, "task: add")),
    Goal("`list --limit 10` at 1,000", 1.7, alone("list --limit 10", 1000), reason=MORE_MODULES),
    Goal("`list --limit 10` at 10,000", 3.2, alone("list --limit 10", 10_000), reason=ALL_VALUES),
    Goal("`list --limit 10` over jrnl's, 1,000", 0.4, over("list --limit 10", 1000, "jrnl: list")),
    Goal(
        "`list --limit 10` over jrnl's, 10,000", 0.2, over("list --limit 10", 10_000, "jrnl: list")
    ),
    Goal(
        *("`list --limit 10` over taskwarrior's, 10,000", 0.6),
        over("list --limit 10", 10_000, "task: list"),
        reason="taskwarrior, in C++, reads one file where we look at ten thousand",
    ),
    Goal("`list` over papis's, 10,000", 0.5, over("list", 10_000, "papis: list")),
    Goal("`report` at 1,000", 1.7, alone("report", 1000), reason=MORE_MODULES),
    Goal("`report` at 10,000", 3.6, alone("report", 10_000), reason=ALL_VALUES),
    Goal("`report` over taskwarrior's, 10,000", 1.0, over("report", 10_000, "task: report")),
    Goal("`report` over Watson's, 10,000", 0.4, over("report", 10_000, "watson: report")),
    Goal("`report` over hledger's, 10,000", 0.35, over("report", 10_000, "hledger: report")),
    Goal("`report` over jrnl's, 10,000", 0.1, over("report", 10_000, "jrnl: report")),
    Goal("`report` over `find`, 10,000", 4.5, over("report", 10_000, FIND), reason=ALL_VALUES),
    Goal("what 10,000 cost `report` more than 100, over `find`", 3.0, growth, reason=ALL_VALUES),
    Goal("`report` as a rich table, 1,000", 2.8, alone("report --format table", 1000)),
    Goal(
        *("`report` after a change over unchanged, 10,000", 1.3),
        over("report after a change", 10_000, "report"),
    ),
    Goal("first read at 1,000", 5, alone("first report", 1000)),
    Goal("first read at 10,000", 30, alone("first report", 10_000)),
    Goal("first read over papis's, 10,000", 0.6, over("first report", 10_000, "papis: first")),
    Goal("first read over todoman's, 10,000", 0.25, over("first report", 10_000, "todo: first")),
    Goal("`search` at 1,000", 2, alone(SEARCH, 1000), reason=MORE_MODULES),
    Goal("`search` at 10,000", 5, alone(SEARCH, 10_000), reason=ALL_VALUES),
    Goal("`search` over rg, 10,000", 4.5, over(SEARCH, 10_000, "rg -l statute")),
    Goal("`search` over jrnl's, 10,000", 0.3, over(SEARCH, 10_000, "jrnl: search")),
    Goal("`export json` over papis's, 10,000", 0.4, over("export json", 10_000, "papis: export")),
    Goal(
        "`list --json` over papis's export, 10,000",
        0.4,
        over("list --json", 10_000, "papis: export"),
    ),
    Goal("`list` over `find`, 100,000", 2.5, over("list", 100_000, FIND), reason=ALL_VALUES),
    Goal("`report` over `find`, 100,000", 3.0, over("report", 100_000, FIND), reason=ALL_VALUES),
    *(
        Goal(
            f"memory: `{name}` at 10,000 over `import click`",
            most,
            None,
            over(name, 10_000, CLICK),
            reason,
        )
        for name, most, reason in (
            ("report", 1.7, ALL_VALUES),
            ("list --limit 10", 1.7, ALL_VALUES),
            ("first report", 2.2, ALL_VALUES),
            (SEARCH, 1.5, ALL_VALUES),
        )
    ),
    Goal(
        *("memory: `report` at 100,000 over 1,000", 1.8, None),
        over("report", 100_000, "report", 1000),
        ALL_VALUES,
    ),
    Goal(
        *("memory: `report` over jrnl's, 10,000", 0.3, None),
        over("report", 10_000, "jrnl: report"),
    ),
)
