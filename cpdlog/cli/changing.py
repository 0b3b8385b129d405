"""`KEY=VALUE` as edits of a file: what was typed becomes what the file's key wants."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.errors import UsageFault
from cpdlog.model.entry_fields import ENTRY
from cpdlog.model.goal_fields import GOAL
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.nearest import did_you_mean
from cpdlog.model.vocabulary import AUDIENCES
from cpdlog.text import edit

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry, Evidence
    from cpdlog.store.journal import Edit

LISTS = ("goals", "tags", "evidence", "share")
DAYS_AHEAD = ("due",)
DAYS_PAST = ("date", "start", "done", "dropped", "reviewed")
STANDINGS = ("status", "state", "standing")
ADD, TAKE = "+=", "-="
DATED = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Change(NamedTuple):
    """One change of a key: its sign is `=`, `+=` or `-=`; without a value it removes the key."""

    key: str
    sign: str
    value: str


def read_change(text: str, _: App) -> Change:
    """`hours=2`, `goals+=law`, `tags-=draft`, `outcome=`: a key, what is done, and the value."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip("+-"):
        raise NotUnderstood(
            f"{quoted(text)} changes nothing.", "Write KEY=VALUE, KEY+=ITEM, KEY-=ITEM or KEY=."
        )
    if name[-1] in "+-":
        return Change(name[:-1].strip(), f"{name[-1]}=", value.strip())
    return Change(name.strip(), "=", value.strip())


CHANGE = params.Typed("key=value", read_change)


def edits(app: App, path: str, changes: Iterable[Change]) -> "list[Edit]":
    """The edits that were asked for, in their order."""
    return [edit_for(app, path, change) for change in changes]


def edit_for(app: App, path: str, change: Change) -> "Edit":
    """One edit."""
    key, value = change.key, understood(app, change, path)
    if change.sign == ADD:
        name, _, amount = value.partition("=") if key == "goals" else (value, "", "")
        return lambda data: edit.add_item(data, path, key, name, amount or None)
    if change.sign == TAKE:
        return lambda data: edit.remove_item(data, path, key, value)
    if not value:
        return lambda data: edit.remove_key(data, path, key)
    items = [part.strip() for part in value.split(",")] if key in LISTS else value
    return lambda data: edit.set_key(data, path, key, items)


def understood(app: App, change: Change, path: str) -> str:
    """The value as it stands in the file: a day in full, a goal by its whole id.

    Raises:
        UsageFault: It is no such thing.
    """
    try:
        return in_full(app, change, path)
    except NotUnderstood as error:
        raise UsageFault(f"{change.key}: {error.message}", error.hint) from error


def in_full(app: App, change: Change, path: str) -> str:
    """The same; raises NotUnderstood."""
    refuse_unknown(change.key, change.sign, path)
    if not change.value or change.sign == TAKE:
        return change.value
    if change.key in LISTS:
        return ", ".join(item(app, change.key, it.strip()) for it in change.value.split(","))
    if change.key in DAYS_PAST:
        return params.past_day(change.value, app).isoformat()
    if change.key in DAYS_AHEAD:
        return params.future_day(change.value, app).isoformat()
    if change.key == "role":
        return params.role(change.value, app)
    return params.kind(change.value, app) if change.key == "type" else change.value


def item(app: App, key: str, typed: str) -> str:
    """One item of a list, as it stands in the file; a file as evidence is copied in."""
    if key == "goals":
        goal, amount = params.served_goal(typed, app)
        return goal if amount is None else f"{goal}={amount:f}"
    if key == "share":
        return params.known("audience", typed, AUDIENCES)
    if key == "tags":
        return params.tag(typed, app)
    return proof(app, app.as_of.year, typed).place


def proof(app: App, year: int, typed: str) -> "Evidence":
    """What was named as evidence; a file is copied into the journal, and remarked upon."""
    from cpdlog.store.evidence import given, remarks

    found = given(app.root, year, typed, app.here())
    for it in remarks(app.root, found):
        app.tell(it)
    return found


def refuse_unknown(key: str, sign: str, path: str) -> None:
    """Refuse what is nearly a key, what is no key of a file, and to add to what is no list.

    Raises:
        NotUnderstood: It is such a key or change.
    """
    of_goal = path.startswith("goals/")
    known = [field.key for field in (GOAL if of_goal else ENTRY).fields]
    if key == "id":
        raise NotUnderstood("The id is the file's name.", "Type: cpdlog rename, or goal rename.")
    if of_goal and key in STANDINGS:
        raise NotUnderstood(
            "How a goal stands follows from its other keys.",
            "Close it: cpdlog goal done, or goal drop. Open it again: done= or dropped=",
        )
    if sign != "=" and key in known and key not in LISTS:
        raise NotUnderstood("This is one value, and no list.", f"Write {key}=VALUE.")
    if key not in known and (near := did_you_mean(key, known)):
        raise NotUnderstood("There is no such key.", near)


def keys(changes: Iterable[Change]) -> str:
    """The keys of some changes, each once."""
    return " ".join(dict.fromkeys(change.key for change in changes))


def stem_after(app: App, entry: "Entry", changes: Iterable[Change]) -> str:
    """The name an entry's file has after these changes: its date stands at the beginning."""
    days = [understood(app, it, entry.path) for it in changes if it.key == "date" and it.value]
    dated = DATED.match(entry.id)
    return days[-1] + entry.id[dated.end() :] if days and dated else entry.id


def key_set(path: str, key: str, value: str) -> "Edit":
    """The edit that gives a key one value."""
    return lambda data: edit.set_key(data, path, key, value)


def goal_renamed(path: str, old: str, new: str) -> "Edit":
    """The edit that lets an entry serve a goal under its new id."""
    return lambda data: edit.rename_item(data, path, "goals", old, new)


def goals_touched(entry: "Entry", changes: Iterable[Change]) -> list[str]:
    """The goals whose standing may be another after these changes."""
    added = [change.value for change in changes if change.key == "goals"]
    return [*(goal for goal, _ in entry.goals), *added]
