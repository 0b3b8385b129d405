"""A list of things to do and to reflect on, at a pace.

Every key of its file is explained in docs/programme-schema.md.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from cpdlog.model.origin import NOWHERE, Origin

WEEK = timedelta(weeks=1)
THING = "thing"
REFLECTION = "reflection"
BREAK = "break"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; texts are empty where the file gives none.

    Attributes:
        number: Its number in the programme, from 1; 0 for a break.
        title: What it is about; empty where it is another programme's.
        topic: The theme of its week or part.
        task: What to do.
        prompt: What to reflect on.
        week: The week in which it comes, from 1.
        day: The day on which it comes.
        kind: `thing`, `reflection` or `break`.
        optional: Whether it is counted apart from the others.
        levels: How deep one may go; one of them is enough.
        badge: The badge it counts towards.
        catch_up: Whether its week is meant for catching up.
        unsure: The keys of which no source is sure.
    """

    number: int = 0
    title: str = ""
    topic: str = ""
    task: str = ""
    prompt: str = ""
    week: int | None = None
    day: date | None = None
    kind: str = THING
    optional: bool = False
    levels: tuple[str, ...] = ()
    badge: str = ""
    catch_up: bool = False
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as its file says it; texts are empty where the file gives none.

    Attributes:
        path: The file, relative to the journal.
        id: What it is called; also the file's name.
        title: What people call it.
        items: In the order of the programme.
        origin: Where the items come from.
        starts: The first day of the run that the dates belong to, where week 1 begins.
        pace: `weekly` or `own`; a label.
        extends: The id of the programme whose items these are.
        notes: What else a participant should know.
        started: The day on which the journal's owner began; None where nobody has.
        skipped: The numbers of items that are left out, each with the reason.
    """

    path: str
    id: str
    title: str
    items: tuple[Item, ...] = ()
    origin: Origin = NOWHERE
    starts: date | None = None
    pace: str = "own"
    extends: str = ""
    notes: str = ""
    started: date | None = None
    skipped: tuple[tuple[int, str], ...] = ()

    @property
    def numbered(self) -> tuple[Item, ...]:
        """The items that can be done: all but the breaks."""
        return tuple(item for item in self.items if item.number)

    def item(self, number: int) -> Item | None:
        """The item with this number, or None."""
        return next((item for item in self.numbered if item.number == number), None)

    def handle(self, item: Item) -> str:
        """How an entry names an item that it does: `cpd23-2011#14`."""
        return f"{self.id}#{item.number}"

    def day_of(self, item: Item) -> date | None:
        """The day on which an item comes; None where nothing says it."""
        if item.day or not item.week or not self.starts:
            return item.day
        return self.starts + (item.week - 1) * WEEK


def shifted(programme: Programme, start: date) -> Programme:
    """The programme with all its days moved by as much, so that the first item falls on `start`."""
    dates = [item.day for item in programme.items if item.day]
    starts = programme.starts or min(dates, default=start)
    run = replace(programme, starts=starts)
    by = start - min((day for item in run.items if (day := run.day_of(item))), default=starts)
    items = (replace(item, day=item.day + by) if item.day else item for item in run.items)
    return replace(run, starts=starts + by, items=tuple(items))


def followed(programme: Programme) -> Programme:
    """The programme as the journal's owner sees it: from the day on which they began."""
    return shifted(programme, programme.started) if programme.started else programme


def extended(base: Programme, child: Programme) -> Programme:
    """`child` with the items of `base`, the programme that it extends.

    The timetable belongs to a run, so days, weeks and breaks are those of `child`.
    """
    own = {item.number: item for item in child.items if item.number}
    items = [over(item, own.pop(item.number, Item())) for item in base.numbered]
    more = [item for item in child.items if item.number in own or not item.number]
    return replace(child, items=(*items, *more))


def over(item: Item, own: Item) -> Item:
    """An item with what a later run says of it instead."""
    return Item(
        number=item.number,
        title=own.title or item.title,
        topic=own.topic or item.topic,
        task=own.task or item.task,
        prompt=own.prompt or item.prompt,
        week=own.week,
        day=own.day,
        kind=item.kind if own.kind == THING else own.kind,
        optional=own.optional or item.optional,
        levels=own.levels or item.levels,
        badge=own.badge or item.badge,
        catch_up=own.catch_up or item.catch_up,
        unsure=own.unsure,
    )
