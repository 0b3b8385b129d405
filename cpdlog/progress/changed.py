"""What changed in a plan between two days, as an answer."""

from dataclasses import dataclass
from datetime import date

from cpdlog.progress.plan import Change


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed in a plan from one day to another."""

    since: date
    as_of: date
    changes: tuple[Change, ...]
