"""Frameworks of skills, and dated snapshots of how somebody rates themselves by one.

Every key of their files is explained in docs/framework-schema.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from cpdlog.model.origin import NOWHERE, Origin

NOT_RELEVANT: Final = "not relevant"
Rating: TypeAlias = int | Literal["not relevant"]


class Section(NamedTuple):
    """One section: its id, its heading, the part it stands in, and what it means, if known."""

    id: str
    name: str
    group: str = ""
    about: str = ""


class Scale(NamedTuple):
    """The least and the greatest rating, and what each means where anybody said so."""

    least: int
    most: int
    labels: tuple[tuple[int, str], ...] = ()

    def label(self, rating: Rating) -> str:
        """What a rating means; empty where nobody said so."""
        return dict(self.labels).get(rating, "") if isinstance(rating, int) else rating


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework as its file says it; texts are empty where the file gives none.

    Attributes:
        path: The file, relative to the journal.
        id: What it is called; also the file's name.
        title: What people call it.
        scale: How one rates by it.
        sections: In the order of the file.
        origin: Where the headings come from.
        notes: What else somebody should know who rates by it.
    """

    path: str
    id: str
    title: str
    scale: Scale
    sections: tuple[Section, ...]
    origin: Origin = NOWHERE
    notes: str = ""

    def section(self, name: str) -> Section | None:
        """The section with this id, or None."""
        return next((section for section in self.sections if section.id == name), None)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Ratings of one day.

    Attributes:
        path: The file, relative to the journal.
        framework: The id of the framework whose sections are rated.
        day: The day on which they were.
        ratings: By section; one that is left out is not rated.
        comments: By section.
        role: The job that they are rated for; empty where none is named.
        target: Whether these are what the job asks for, and not somebody's ratings.
    """

    path: str
    framework: str
    day: date
    ratings: tuple[tuple[str, Rating], ...]
    comments: tuple[tuple[str, str], ...] = ()
    role: str = ""
    target: bool = False

    def rating(self, section: str) -> Rating | None:
        """The rating of a section; None where it is not rated."""
        return dict(self.ratings).get(section)

    def comment(self, section: str) -> str:
        """The comment on a section; empty where there is none."""
        return dict(self.comments).get(section, "")


class Difference(NamedTuple):
    """A section whose rating changed; None stands for not rated.

    Attributes:
        by: The later rating less the earlier one, where both are numbers.
    """

    section: str
    before: Rating | None
    after: Rating | None
    by: int | None = None


class Gap(NamedTuple):
    """A section in which a rating is below what a job asks for.

    Attributes:
        section: Its id.
        rating: What it is; None where it is not rated.
        asked: What the job asks for.
        short: By how much; None where the rating is no number.
    """

    section: str
    rating: Rating | None
    asked: int
    short: int | None = None


def differences(earlier: Snapshot, later: Snapshot) -> tuple[Difference, ...]:
    """The sections whose rating changed between two snapshots of one framework.

    Returns:
        In the order of the later one, then those that it no longer rates.
    """
    names = dict.fromkeys(name for snapshot in (later, earlier) for name, _ in snapshot.ratings)
    found = (difference(name, earlier.rating(name), later.rating(name)) for name in names)
    return tuple(each for each in found if each.before != each.after)


def difference(section: str, before: Rating | None, after: Rating | None) -> Difference:
    """One section before and after."""
    by = after - before if isinstance(before, int) and isinstance(after, int) else None
    return Difference(section, before, after, by)


def gaps(ratings: Snapshot, target: Snapshot) -> tuple[Gap, ...]:
    """The sections in which ratings are below what a job asks for.

    Args:
        ratings: Somebody's own.
        target: What the job asks for; what it calls not relevant it does not ask for.

    Returns:
        The widest first, then those without a number, each in the order of the target.
    """
    found = []
    for section, asked in target.ratings:
        own = ratings.rating(section)
        if not isinstance(asked, int) or (isinstance(own, int) and own >= asked):
            continue
        found.append(Gap(section, own, asked, asked - own if isinstance(own, int) else None))
    return tuple(sorted(found, key=lambda gap: -(gap.short or 0)))


def latest(
    snapshots: Iterable[Snapshot], framework: str, as_of: date, role: str = ""
) -> Snapshot | None:
    """Somebody's latest ratings on a day.

    Args:
        snapshots: Of the journal, in any order.
        framework: The framework's id.
        as_of: The day asked about; later ones do not count.
        role: The job they are rated for; without one, those for any job or none.
    """
    own = (one for one in snapshots if not one.target and role in ("", one.role))
    return last(own, framework, as_of)


def latest_target(
    snapshots: Iterable[Snapshot], framework: str, as_of: date, role: str
) -> Snapshot | None:
    """What a job asks for on a day, as it was last written down."""
    asked = (one for one in snapshots if one.target and one.role == role)
    return last(asked, framework, as_of)


def last(snapshots: Iterable[Snapshot], framework: str, as_of: date) -> Snapshot | None:
    """The last snapshot by a framework up to a day; of one day's, the one whose path is last."""
    found = [one for one in snapshots if one.framework == framework and one.day <= as_of]
    return max(found, key=lambda one: (one.day, one.path), default=None)
