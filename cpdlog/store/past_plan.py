"""A journal whose plan is that of an earlier day."""

from datetime import date

from cpdlog.model.goal import Goal
from cpdlog.model.record import Record
from cpdlog.store.catalog import place_in_plan
from cpdlog.store.git.history import plan_at
from cpdlog.store.git.repository import Repository
from cpdlog.store.layout import GOALS
from cpdlog.store.meaning import read


def record(repository: Repository, day: date, now: Record) -> Record | None:
    """The journal with the goals that it had at the end of a day; None where git knows none.

    Entries are those of now: they are dated, so that those of later days count for nothing.
    """
    said = plan_at(repository, day)
    if said is None:
        return None
    found = (read(data, path)[0] for path, data in said.items() if path.startswith(f"{GOALS}/"))
    goals = sorted((it for it in found if isinstance(it, Goal)), key=place_in_plan)
    return now._replace(goals=tuple(goals))
