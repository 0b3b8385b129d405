"""`KEY=VALUE` as edits of a file: what was typed becomes what the file's key wants."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cpdlog.cli import lookup, params
from cpdlog.cli.app import App
from cpdlog.errors import UsageFault
from cpdlog.model.grammar import NotUnderstood
from cpdlog.text import edit

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry
    from cpdlog.store.journal import Edit

LISTS = ("goals", "tags", "evidence", "share")
DAYS_AHEAD = ("due",)
DAYS_PAST = ("date", "start", "done", "dropped", "reviewed")
ADD, TAKE = "+=", "-="


def edits(app: App, path: str, changes: Iterable[params.Change]) -> "list[Edit]":
    """The edits that were asked for, in their order."""
    return [edit_for(app, path, change) for change in changes]


def edit_for(app: App, path: str, change: params.Change) -> "Edit":
    """One edit."""
    key, value = change.key, understood(app, change)
    if change.sign == ADD:
        return lambda data: edit.add_item(data, path, key, value)
    if change.sign == TAKE:
        return lambda data: edit.remove_item(data, path, key, value)
    if not value:
        return lambda data: edit.remove_key(data, path, key)
    items = [part.strip() for part in value.split(",")] if key in LISTS else value
    return lambda data: edit.set_key(data, path, key, items)


def understood(app: App, change: params.Change) -> str:
    """The value as it stands in the file: a day in full, a goal by its whole id.

    Raises:
        UsageFault: It is no such thing.
    """
    try:
        return in_full(app, change)
    except NotUnderstood as error:
        raise UsageFault(f"{change.key}: {error.message}", error.hint) from error


def in_full(app: App, change: params.Change) -> str:
    """The same; raises NotUnderstood."""
    key, value = change.key, change.value
    if value and key in DAYS_PAST:
        return params.past_day(value, app).isoformat()
    if value and key in DAYS_AHEAD:
        return params.future_day(value, app).isoformat()
    if key == "goals" and change.sign == ADD:
        return lookup.known_goal(app, value).id
    return value


def stem_after(app: App, entry: "Entry", changes: Iterable[params.Change]) -> str:
    """The name an entry's file has after these changes: its date stands at the beginning."""
    old = entry.day.isoformat()
    days = [understood(app, it) for it in changes if it.key == "date" and it.value]
    if not days or not entry.id.startswith(old):
        return entry.id
    return days[-1] + entry.id[len(old) :]


def key_set(path: str, key: str, value: str) -> "Edit":
    """The edit that gives a key one value."""
    return lambda data: edit.set_key(data, path, key, value)


def goal_renamed(path: str, old: str, new: str) -> "Edit":
    """The edit that lets an entry serve a goal under its new id."""
    return lambda data: edit.rename_item(data, path, "goals", old, new)


def goals_touched(entry: "Entry", changes: Iterable[params.Change]) -> list[str]:
    """The goals whose standing may be another after these changes."""
    added = [change.value for change in changes if change.key == "goals"]
    return [*(goal for goal, _ in entry.goals), *added]
