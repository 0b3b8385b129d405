"""Front matter into entries, goals and settings, with everything that is wrong in it at once.

A file with an error is None, and so in no count; warnings are of what was read all the same. The
keys are in `entry_fields`, `goal_fields` and `settings_fields`. What only the whole journal can
tell is in `consistency`.
"""

from typing import TypeVar

from cpdlog.model.checklist import tasks
from cpdlog.model.civil import ISO
from cpdlog.model.entry import Entry
from cpdlog.model.entry_fields import ENTRY
from cpdlog.model.field import Faults, line_of
from cpdlog.model.goal import Goal
from cpdlog.model.goal_fields import GOAL
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping
from cpdlog.model.settings import Settings
from cpdlog.model.settings_fields import SETTINGS
from cpdlog.model.task import Task

T = TypeVar("T")
CONFLICT = "conflict"
DATE_LENGTH = 10  # characters of YYYY-MM-DD, with which the name of an entry's file begins


def read_entry(
    raw: Mapping, path: str, body: str, body_line: int, words: int
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """An entry, and what is wrong with its file.

    Args:
        raw: Its front matter.
        path: Its file, relative to the journal.
        body: The Markdown after the front matter.
        body_line: The first line of the body.
        words: How many words the body says.
    """
    faults = Faults(path)
    stem = stem_of(path)
    look_at_conflict(raw, faults)
    followups = listed(body, body_line, faults)
    entry = ENTRY.made(Entry, raw, faults, id=stem, path=path, words=words, followups=followups)
    if entry:
        look_at_name(entry, raw, faults)
    return usable(entry, faults)


def read_goal(
    raw: Mapping, path: str, body: str, body_line: int
) -> tuple[Goal | None, tuple[Problem, ...]]:
    """A goal, and what is wrong with its file; the arguments are those of `read_entry`."""
    faults = Faults(path)
    look_at_conflict(raw, faults)
    actions = listed(body, body_line, faults)
    goal = GOAL.made(Goal, raw, faults, id=stem_of(path), path=path, actions=actions)
    if goal:
        look_at_dates(goal, raw, faults)
    return usable(goal, faults)


def read_settings(raw: Mapping, path: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what is wrong with their file; what cannot be read is the default."""
    faults = Faults(path)
    values = SETTINGS.values(raw, faults)
    privacy = values.pop("privacy", {})
    settings = Settings(**values, **privacy)
    look_at_spans(settings, raw, faults)
    return settings, tuple(faults.found)


def stem_of(path: str) -> str:
    """The id of a file: its name without the suffix."""
    return path.rpartition("/")[2].removesuffix(".md")


def listed(body: str, body_line: int, faults: Faults) -> tuple[Task, ...]:
    """The task-list items of a body; a date that is wrong there is only a warning."""
    found, wrong = tasks(body, body_line)
    for fault in wrong:
        faults.warn(fault.line, "", fault.message)
    return found


def usable(value: T | None, faults: Faults) -> tuple[T | None, tuple[Problem, ...]]:
    """A value, or None where its file has an error, with all that was found."""
    if not faults.found:
        return value, ()
    return None if faults.fatal() else value, tuple(faults.found)


def look_at_conflict(raw: Mapping, faults: Faults) -> None:
    """Warn of what two machines said differently; `cpdlog sync` keeps both under this key."""
    for key, value in raw.pairs:
        if key.text == CONFLICT:
            names = [name.text for name, _ in value.pairs] if isinstance(value, Mapping) else []
            message = f"Two machines did not say the same of: {', '.join(names) or 'this file'}."
            hint = f"Choose, then type: cpdlog resolve {stem_of(faults.path)}"
            faults.warn(key.line, CONFLICT, message, hint)


def look_at_name(entry: Entry, raw: Mapping, faults: Faults) -> None:
    """Warn where the file is named for another day than it counts for."""
    named = entry.id[:DATE_LENGTH]
    if named != entry.day.isoformat() and ISO.fullmatch(named):
        message = f"The file is named for {named}, and counts for {entry.day}."
        faults.warn(line_of(raw, "date"), "date", message, "Correct the date, or rename the file.")


def look_at_dates(goal: Goal, raw: Mapping, faults: Faults) -> None:
    """Warn where a goal's dates contradict each other."""
    if goal.start and goal.due and goal.due < goal.start:
        message = f"{goal.due} is before the goal begins, {goal.start}."
        faults.warn(line_of(raw, "due"), "due", message, "Correct one of them.")
    if goal.done and goal.dropped:
        message = "The goal is both done and dropped."
        faults.warn(line_of(raw, "dropped"), "dropped", message, "Keep one of the two keys.")


def look_at_spans(settings: Settings, raw: Mapping, faults: Faults) -> None:
    """Warn of roles and leave that end before they begin."""
    for role in settings.roles:
        if role.start and role.end and role.end < role.start:
            message = f"'{role.id}' ends on {role.end}, before it begins."
            faults.warn(line_of(raw, "roles"), "roles", message, "Correct 'from' or 'to'.")
    for pause in settings.pauses:
        if pause.last < pause.first:
            message = f"Leave ends on {pause.last}, before it begins on {pause.first}."
            faults.warn(line_of(raw, "pauses"), "pauses", message, "Correct 'from' or 'to'.")
