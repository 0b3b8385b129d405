"""Ratings by a framework of skills: as they are, what changed, and what a job asks for besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cpdlog.model.problem import Problem
from cpdlog.model.skills import (
    Difference,
    Framework,
    Gap,
    Snapshot,
    differences,
    gaps,
    latest,
    latest_target,
)


class Listed(NamedTuple):
    """A framework in a list, and the day of somebody's latest ratings by it."""

    framework: Framework
    rated: date | None


@dataclass(frozen=True, slots=True)
class FrameworkList:
    """Frameworks to choose from.

    Attributes:
        as_of: The day of the question.
        frameworks: Those that were rated by first, each by id.
        problems: What is wrong with files that are therefore not among them.
    """

    as_of: date
    frameworks: tuple[Listed, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """A framework to look at."""

    as_of: date
    framework: Framework


@dataclass(frozen=True, slots=True)
class Skills:
    """Somebody's ratings.

    Attributes:
        as_of: The day of the question.
        framework: What they are by.
        ratings: The latest; None where there are none.
        before: Those before them; None where there are none.
        target: What the job asks for; None where none was named, or nothing is known of it.
        role: The job that was named; empty for none.
    """

    as_of: date
    framework: Framework
    ratings: Snapshot | None
    before: Snapshot | None = None
    target: Snapshot | None = None
    role: str = ""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The sections in which the ratings are below what the job asks for, the widest first."""
        if self.target is None:
            return ()
        nothing = Snapshot("", self.framework.id, self.as_of, ())
        return gaps(self.ratings or nothing, self.target)


@dataclass(frozen=True, slots=True)
class SkillsDiff:
    """What changed between two snapshots."""

    framework: Framework
    earlier: Snapshot
    later: Snapshot
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class SkillsGaps:
    """What a job asks for beyond somebody's ratings."""

    skills: Skills


def framework_list(
    frameworks: Iterable[Framework],
    snapshots: Iterable[Snapshot],
    as_of: date,
    problems: Iterable[Problem] = (),
) -> FrameworkList:
    """Frameworks to choose from.

    Args:
        frameworks: All there are.
        snapshots: Of the journal.
        as_of: The day of the question.
        problems: What is wrong with files of frameworks.
    """
    kept = tuple(snapshots)
    listed = []
    for framework in frameworks:
        found = latest(kept, framework.id, as_of)
        listed.append(Listed(framework, found.day if found else None))
    listed.sort(key=lambda it: (it.rated is None, it.framework.id))
    errors = tuple(it for it in problems if it.severity == "error")
    return FrameworkList(as_of, tuple(listed), errors)


def skills(
    framework: Framework, snapshots: Iterable[Snapshot], as_of: date, role: str = ""
) -> Skills:
    """Somebody's ratings on a day.

    Args:
        framework: What they are by.
        snapshots: Of the journal, in any order.
        as_of: The day of the question; later ones do not count.
        role: The job that is aimed at: its demands, and ratings for it where there are such.
    """
    kept = tuple(snapshots)
    name = framework.id
    own = (latest(kept, name, as_of, role) if role else None) or latest(kept, name, as_of)
    target = latest_target(kept, name, as_of, role) if role else None
    return Skills(as_of, framework, own, before(kept, own), target, role)


def before(snapshots: Iterable[Snapshot], later: Snapshot | None) -> Snapshot | None:
    """The ratings before others, for the same job or likewise for none."""
    if later is None:
        return None
    found = [
        one
        for one in snapshots
        if not one.target
        and (one.framework, one.role) == (later.framework, later.role)
        and (one.day, one.path) < (later.day, later.path)
    ]
    return max(found, key=lambda one: (one.day, one.path), default=None)


def skills_diff(framework: Framework, earlier: Snapshot, later: Snapshot) -> SkillsDiff:
    """What changed between two snapshots of one framework."""
    return SkillsDiff(framework, earlier, later, differences(earlier, later))
