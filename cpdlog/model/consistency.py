"""What only the whole journal can tell: names that lead nowhere, and ids that two files have.

All of it is warnings: an entry counts even where the goal it names was renamed since.
"""

from collections.abc import Iterable, Iterator

from cpdlog.model.entry import Entry
from cpdlog.model.goal import Goal
from cpdlog.model.nearest import did_you_mean
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES


def check_against(record: Record) -> tuple[Problem, ...]:
    """What does not fit together in a journal, by path.

    Values do not know their lines, so that the line is 0.
    """
    found = [
        *unknown_goals(record),
        *unknown_roles(record),
        *unknown_types(record),
        *shared_ids(record.entries),
        *shared_ids(record.goals),
    ]
    return tuple(sorted(found))


def unknown_goals(record: Record) -> Iterator[Problem]:
    """Goals that entries name, and that have no file."""
    known = {goal.id for goal in record.goals}
    for entry in record.entries:
        for name, _ in entry.goals:
            if name not in known:
                hint = did_you_mean(name, known) or "Add it: cpdlog goal add."
                yield Problem(entry.path, 0, "goals", f"No goal '{name}'.", hint, "warning")


def unknown_roles(record: Record) -> Iterator[Problem]:
    """Roles that entries and goals name, and that the settings do not have."""
    known = {role.id for role in record.settings.roles}
    items: tuple[Entry | Goal, ...] = (*record.entries, *record.goals)
    for item in items:
        if item.role and item.role not in known:
            hint = did_you_mean(item.role, known) or "Add it to 'roles' in cpdlog.yaml."
            yield Problem(item.path, 0, "role", f"No role '{item.role}'.", hint, "warning")


def unknown_types(record: Record) -> Iterator[Problem]:
    """Types of entry that no journal and no setting has; their hours count in no activity."""
    known = (*ACTIVITIES, *NOT_ACTIVITIES, *record.settings.types)
    for entry in record.entries:
        if entry.type not in known:
            hint = did_you_mean(entry.type, known) or "Add it to 'types' in cpdlog.yaml."
            yield Problem(entry.path, 0, "type", f"No type '{entry.type}'.", hint, "warning")


def shared_ids(items: Iterable[Entry | Goal]) -> Iterator[Problem]:
    """Files of one name in two folders, of which only one can be meant."""
    first: dict[str, str] = {}
    for item in items:
        other = first.setdefault(item.id, item.path)
        if other != item.path:
            message = f"'{item.id}' is also the id of {other}."
            yield Problem(item.path, 0, "", message, "Rename one of the files.", "warning")
