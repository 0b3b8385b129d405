"""Everything that a journal's files say, as one value: what every question is put to."""

from datetime import date
from typing import NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.problem import Problem
from cpdlog.model.settings import Settings


class Record(NamedTuple):
    """A person's record.

    Attributes:
        settings: What `cpdlog.yaml` says.
        entries: Of every file that could be read, by day and then by id.
        goals: Likewise, in the order of the plan: by `order`, then due date, then id.
        problems: What is wrong with files; one with an error is in neither list.
        files: How many files were read.
    """

    settings: Settings = Settings()
    entries: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: int = 0

    def counted(self, as_of: date) -> tuple[Entry, ...]:
        """The entries that count on `as_of`: those that are not planned for later."""
        return tuple(entry for entry in self.entries if entry.day <= as_of)

    def goal(self, name: str) -> Goal | None:
        """The goal with this id, or None."""
        return next((goal for goal in self.goals if goal.id == name), None)
