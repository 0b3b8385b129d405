"""What is wrong with the files of a journal, and what its files say of each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from cpdlog.model.consistency import check_against
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record


@dataclass(frozen=True, slots=True)
class Faults:
    """All that a check found.

    Attributes:
        files: How many files were read.
        problems: By file and line.
    """

    files: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of them keep a file out of the count."""
        return sum(it.severity == "error" for it in self.problems)


def faults(record: Record, others: Iterable[Problem] = (), files: int = 0) -> Faults:
    """The problems of single files, and those that only the whole journal shows.

    Args:
        record: The whole journal.
        others: What is wrong with files that are not in the record, such as bodies' rules.
        files: How many of these were read.
    """
    found = (*record.problems, *check_against(record), *others)
    return Faults(record.files + files, tuple(sorted(found)))
