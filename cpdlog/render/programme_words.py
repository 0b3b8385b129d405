"""What is said of a programme and of its items."""

import shlex
from datetime import date

from cpdlog.progress.programme import ItemReport, ProgrammeReport, State
from cpdlog.progress.programme_list import left
from cpdlog.render import days
from cpdlog.render.blocks import FAINT, GOOD, PLAIN, STRONG, WARN

STYLES: dict[State, str] = {
    "done": GOOD,
    "due": STRONG,
    "open": PLAIN,
    "catch-up": WARN,
    "skipped": FAINT,
    "upcoming": FAINT,
    "break": FAINT,
}


def state(it: ItemReport, as_of: date) -> str:
    """`done 6 Nov`, `due`, `catch-up`, `skipped: we have no use for it`."""
    if it.done:
        return f"done {days.near(it.done, as_of)}"
    return f"skipped: {it.reason}" if it.reason else it.state


def tally(report: ProgrammeReport) -> str:
    """`21 of 23 done, 2 to catch up on, 1 skipped`."""
    found = report.completion
    words = [f"{found.done} of {found.total} done"]
    if report.catch_up:
        words.append(f"{len(report.catch_up)} to catch up on")
    if found.skipped:
        words.append(f"{found.skipped} skipped")
    if found.optional_total:
        words.append(f"{found.optional_done} of {found.optional_total} optional ones")
    return ", ".join(words)


def end(report: ProgrammeReport) -> str:
    """`finished 12 Nov 2026`, or how many items are left."""
    finished = report.completion.finished
    if finished:
        return f"finished {days.near(finished, date.min)}"
    return f"{days.counted(left(report), 'item')} left"


def begun(report: ProgrammeReport) -> str:
    """`begun 22 Jun 2026`."""
    started = report.programme.started
    return f"begun {days.near(started, date.min)}" if started else "not begun"


def command(report: ProgrammeReport, it: ItemReport) -> str:
    """What to type for an item."""
    return f"cpdlog new --programme {shlex.quote(report.programme.handle(it.item))}"
