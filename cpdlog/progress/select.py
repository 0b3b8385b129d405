"""Which entries are meant: a filter as a value, and the one function that decides."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period
from cpdlog.model.record import Record
from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES
from cpdlog.progress.steps import item


class Query(NamedTuple):
    """A filter; what is empty does not narrow, and what is given must all hold.

    Attributes:
        goal: Entries that name this goal.
        programme: The programme which that goal follows: entries that do its items serve it too.
        tags: Entries that have each of these tags, or one below it: `cilip` finds
            `cilip:criterion/1`, and so does `cilip:criterion`.
        inbox: Only entries that count and wait for a reflection.
        planned: Only entries that are still to come.
        words: Each occurs somewhere in what an entry says of itself, or in its body.
    """

    period: Period | None = None
    since: date | None = None
    until: date | None = None
    goal: str = ""
    programme: str = ""
    role: str = ""
    tags: tuple[str, ...] = ()
    type: str = ""
    inbox: bool = False
    planned: bool = False
    words: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """A name in a filter that the journal does not have, and those that it has."""

    kind: Literal["goal", "role", "tag", "type"]
    name: str
    known: tuple[str, ...]


def selected(entries: Iterable[Entry], query: Query, as_of: date) -> tuple[Entry, ...]:
    """The entries that match, newest first."""
    return tuple(newest(entry for entry in entries if matches(entry, query, as_of)))


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Entries, the newest first."""
    return sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)


def matches(entry: Entry, query: Query, as_of: date, body: str = "") -> bool:
    """Whether an entry is meant.

    Args:
        entry: The entry.
        query: The filter.
        as_of: The day of the question, after which entries are planned.
        body: What the entry says, where its words are searched too.
    """
    return (
        in_time(entry, query, as_of)
        and (not query.goal or serves(entry, query))
        and (not query.role or entry.role == query.role)
        and (not query.type or entry.type == query.type)
        and all(any(below(tag, name) for tag in entry.tags) for name in query.tags)
        and (not query.inbox or (not entry.reflected and not entry.planned(as_of)))
        and (not query.words or says(entry, query.words, body))
    )


def in_time(entry: Entry, query: Query, as_of: date) -> bool:
    """Whether an entry's day is meant."""
    return (
        (query.period is None or query.period.contains(entry.day))
        and (query.since is None or entry.day >= query.since)
        and (query.until is None or entry.day <= query.until)
        and (not query.planned or entry.planned(as_of))
    )


def serves(entry: Entry, query: Query) -> bool:
    """Whether an entry serves the goal of a filter."""
    named = any(name == query.goal for name, _ in entry.goals)
    return named or bool(query.programme and item(entry, query.programme))


def below(tag: str, name: str) -> bool:
    """Whether a tag is `name`, or one of the tags below it."""
    return tag == name or tag.startswith((f"{name}:", f"{name}/"))


def says(entry: Entry, words: Iterable[str], body: str) -> bool:
    """Whether each of the words occurs in an entry; capitals and diacritics do not matter."""
    from cpdlog.model.folding import folded

    told = (entry.title, entry.id, entry.outcome, entry.partner, *entry.tags, body)
    text = folded("\n".join(told))
    return all(folded(word) in text for word in words)


def unknown(query: Query, record: Record) -> tuple[Unknown, ...]:
    """The names in a filter that occur nowhere in the journal, in the order of their kinds."""
    return tuple(strangers(query, record))


def strangers(query: Query, record: Record) -> Iterator[Unknown]:
    """As `unknown`, one by one; names that are not asked for are not gathered."""
    if query.goal and query.goal not in (goals := goal_names(record)):
        yield Unknown("goal", query.goal, tuple(sorted(goals)))
    if query.role and query.role not in (roles := role_names(record)):
        yield Unknown("role", query.role, tuple(sorted(roles)))
    tags = {tag for entry in record.entries for tag in entry.tags} if query.tags else ()
    for name in query.tags:
        if not any(below(tag, name) for tag in tags):
            yield Unknown("tag", name, tuple(sorted(tags)))
    if query.type and query.type not in (types := type_names(record)):
        yield Unknown("type", query.type, tuple(sorted(types)))


def goal_names(record: Record) -> set[str]:
    """The goals of the plan, and those that entries name."""
    return {goal.id for goal in record.goals} | {n for it in record.entries for n, _ in it.goals}


def role_names(record: Record) -> set[str]:
    """The roles of the settings, and those that entries name."""
    return {role.id for role in record.settings.roles} | {it.role for it in record.entries} - {""}


def type_names(record: Record) -> set[str]:
    """The types that every journal knows, those of the settings, and those of entries."""
    used = (entry.type for entry in record.entries)
    return {*ACTIVITIES, *NOT_ACTIVITIES, *record.settings.types, *used}
