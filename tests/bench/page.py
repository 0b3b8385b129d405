"""The figures of a run, as the part of docs/performance.md that is written by it."""

import os
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.goals import MEMORY, TIMES, Figures
from tests.bench.peers import FROM_DEBIAN, FROM_PYPI

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BEGIN = "<!-- What follows is written by python -m tests.bench -->"
END = "<!-- What stands above was written by python -m tests.bench -->"


def write(lines: Iterable[str]) -> None:
    """Put the figures in the place of those of the run before."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    written = "\n".join(lines).strip("\n")
    PAGE.write_text(f"{before}{BEGIN}\n\n{written}\n\n{END}{after}", encoding="utf-8")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; all columns but the first are numbers."""
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'---:|' * (len(heads) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def goals(times: Figures, memory: Figures) -> Iterator[str]:
    """Each goal with its figure; those that are missed with the reason."""
    rows: list[tuple[str, ...]] = []
    missed: list[str] = []
    for goal, figures in [(it, times) for it in TIMES] + [(it, memory) for it in MEMORY]:
        try:
            ratio = goal.ratio(figures)
        except KeyError:
            rows.append((goal.text, f"{goal.most:g}", "", "not measured"))
            continue
        met = round(ratio, 2) <= goal.most
        rows.append((goal.text, f"{goal.most:g}", f"{ratio:.2f}", "yes" if met else "**no**"))
        if not met:
            missed.append(f"- {goal.text}: {ratio:.2f} instead of {goal.most:g}. {goal.reason}")
    yield from ("## Goals", "", "Without another measure a goal is in C.", "")
    yield from table(("goal", "at most", "measured", "reached"), rows)
    if missed:
        yield from ("### Missed, and why", "", *missed, "")


def by_size(
    title: str, figures: Figures, sizes: Sequence[int], form: str, *, note: str = ""
) -> Iterator[str]:
    """A table of figures, a command a row and a size a column."""
    names = list(dict.fromkeys(name for name, _ in figures))
    rows = [
        (
            f"`{name}`" if ":" not in name else name,
            *(
                format(figures[name, size], form) if (name, size) in figures else ""
                for size in sizes
            ),
        )
        for name in names
    ]
    yield from (f"## {title}", "", note, "")
    yield from table(("", *(f"{size:,}" for size in sizes)), rows)


def machine(path: str, rounds: Mapping[int, int], c: Mapping[int, float]) -> Iterator[str]:
    """What it was measured on, and what with."""
    turns = ", ".join(f"{count} at {size:,}" for size, count in rounds.items())
    ones = ", ".join(f"{taken:.1f} ms at {size:,}" for size, taken in c.items())
    yield from (
        *("## This run", ""),
        f"{platform.system()} {platform.release().partition('-')[0]}, {processor()}.",
        f"{os.cpu_count()} cores, CPython {platform.python_version()}.",
        f"Turns: {turns}. C: {ones}.",
        *("", "Versions: " + "; ".join(versions(path)) + ".", ""),
    )


def processor() -> str:
    """The name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((it.partition(": ")[2] for it in lines if it.startswith("model name")), "?")


def versions(path: str) -> Iterator[str]:
    """The programs that were measured, as they name themselves."""
    for program in (*FROM_PYPI, *FROM_DEBIAN):
        try:
            done = subprocess.run(
                [program, "--version"],
                env={"PATH": f"{path}:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"},
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        first = done.stdout.strip().partition("\n")[0]
        yield first if program in first.lower() else f"{program} {first}"
