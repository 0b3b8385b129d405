"""Where a programme stands: what is done, what is due, and what there is to catch up on.

The words and how they are found are in docs/programme-schema.md.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.programme import BREAK, REFLECTION, WEEK, Item, Programme, followed
from cpdlog.progress.steps import item as item_of

State = Literal["done", "skipped", "due", "open", "catch-up", "upcoming", "break"]
# What comes next is looked for in this order.
TO_DO: tuple[State, ...] = ("due", "open", "catch-up", "upcoming")


class ItemReport(NamedTuple):
    """One item on the day asked about.

    Attributes:
        item: The item.
        state: Where it stands.
        day: When it comes; None where nothing says it.
        done: The day of the first entry that does it.
        entries: The ids of all entries that do it, by day.
        reflected: Whether one of them says something.
        reason: Why it is skipped.
    """

    item: Item
    state: State
    day: date | None = None
    done: date | None = None
    entries: tuple[str, ...] = ()
    reflected: bool = False
    reason: str = ""


class Badge(NamedTuple):
    """A badge: how many of the items that it needs are done, and the day on which it was earned."""

    name: str
    done: int
    total: int
    earned: date | None = None


class Completion(NamedTuple):
    """The record of what is done; optional items apart.

    Attributes:
        finished: The day on which nothing but skipped and optional items were left.
    """

    done: int
    total: int
    optional_done: int
    optional_total: int
    skipped: int
    finished: date | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeReport:
    """Where a programme stands.

    Attributes:
        as_of: The day asked about.
        programme: As its participant sees it, from the day on which they began.
        items: In the order of the programme, breaks among them.
        badges: In the order in which items name them.
        completion: How much is done.
        strays: The ids of entries that name an item which there is not.
    """

    as_of: date
    programme: Programme
    items: tuple[ItemReport, ...]
    badges: tuple[Badge, ...]
    completion: Completion
    strays: tuple[str, ...] = ()

    @property
    def next(self) -> ItemReport | None:
        """What to do next; None where nothing is left."""
        left = (report for state in TO_DO for report in self.items if report.state == state)
        return next(left, None)

    @property
    def catch_up(self) -> tuple[ItemReport, ...]:
        """The items whose time is past."""
        return tuple(report for report in self.items if report.state == "catch-up")

    @property
    def reflections(self) -> tuple[ItemReport, ...]:
        """The items that look back."""
        return tuple(report for report in self.items if report.item.kind == REFLECTION)

    @property
    def to_reflect(self) -> tuple[ItemReport, ...]:
        """The items that are done and not reflected yet."""
        return tuple(report for report in self.items if report.done and not report.reflected)


def status(programme: Programme, entries: Iterable[Entry], as_of: date) -> ProgrammeReport:
    """Where a programme stands on a day.

    Args:
        programme: As its file says it, with what it extends put in.
        entries: Of the journal, by day; those of other programmes do not matter.
        as_of: The day asked about; later entries do not count.
    """
    run = followed(programme)
    known = {str(item.number) for item in run.numbered}
    doing: dict[str, list[Entry]] = {number: [] for number in known}
    strays = []
    for entry in entries:
        number = item_of(entry, run.id)
        if entry.day <= as_of and number in known:
            doing[number].append(entry)
        elif entry.day <= as_of and entry.programme.startswith(f"{run.id}#"):
            strays.append(entry.id)
    items = item_reports(run, doing, as_of)
    return ProgrammeReport(as_of, run, items, badges(items), completion(items), tuple(strays))


def item_reports(
    run: Programme, doing: dict[str, list[Entry]], as_of: date
) -> tuple[ItemReport, ...]:
    """Every item on a day.

    Args:
        run: The programme, from the day on which it was begun.
        doing: The entries that do each item, by its number.
        as_of: The day asked about.
    """
    days = sorted({day for item in run.items if (day := run.day_of(item))})
    reasons = dict(run.skipped)
    reports = []
    for item in run.items:
        day, done = run.day_of(item), doing.get(str(item.number), [])
        if item.kind == BREAK:
            reports.append(ItemReport(item, "break", day))
        elif done:
            names = tuple(entry.id for entry in done)
            reflected = any(entry.reflected for entry in done)
            reports.append(ItemReport(item, "done", day, done[0].day, names, reflected))
        elif item.number in reasons:
            reports.append(ItemReport(item, "skipped", day, reason=reasons[item.number]))
        else:
            reports.append(ItemReport(item, to_do(day, days, as_of), day))
    return tuple(reports)


def to_do(day: date | None, days: Sequence[date], as_of: date) -> State:
    """Where an item stands that is still to be done.

    Args:
        day: When it comes.
        days: All days of the programme, in order; an item's time ends when the next one begins.
        as_of: The day asked about.
    """
    if day is None:
        return "open"
    if as_of < day:
        return "upcoming"
    later = bisect_right(days, day)
    end = days[later] if later < len(days) else day + WEEK
    return "due" if as_of < end else "catch-up"


def badges(items: Sequence[ItemReport]) -> tuple[Badge, ...]:
    """The badges, each with what it needs; optional items are not needed."""
    needs: dict[str, list[ItemReport]] = {}
    for report in items:
        if report.item.badge and not report.item.optional:
            needs.setdefault(report.item.badge, []).append(report)
    return tuple(badge(name, needed) for name, needed in needs.items())


def badge(name: str, needed: Sequence[ItemReport]) -> Badge:
    """One badge."""
    done = [report.done for report in needed if report.done]
    earned = max(done) if len(done) == len(needed) else None
    return Badge(name, len(done), len(needed), earned)


def completion(items: Sequence[ItemReport]) -> Completion:
    """How much of a programme is done."""
    real = [report for report in items if report.state != "break"]
    needed = [report for report in real if not report.item.optional]
    done = [report.done for report in needed if report.done]
    left = any(report.state in TO_DO for report in needed)
    optional_done = sum(1 for report in real if report.item.optional and report.done)
    return Completion(
        done=len(done),
        total=len(needed),
        optional_done=optional_done,
        optional_total=len(real) - len(needed),
        skipped=sum(1 for report in real if report.state == "skipped"),
        finished=None if left else max(done, default=None),
    )
