"""The keys of an entry's front matter."""

import re
from decimal import Decimal

from cpdlog.model.amount import read_amount
from cpdlog.model.duration import read_duration, short
from cpdlog.model.entry import Evidence
from cpdlog.model.field import Faults, Field, Table, is_nothing
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence
from cpdlog.model.readers import attempt, day, items, one, share, text, texts
from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES

LONG_DAY = 24 * 60  # minutes
ONE = Decimal(1)
AMOUNT = one(read_amount)
# Compiled where the first value asks for them.
ITEM = r"[^#\s]+#[^#\s]+"
DIGEST = r"(?a)[0-9a-f]{64}"
ELSEWHERE = r"[/\\~]|[A-Za-z]:[\\/]|(?:.*[/\\])?\.\.(?:[/\\]|$)"


def hours(value: Raw, key: str, faults: Faults) -> int:
    """Time spent, in minutes; more than a day of it is odd."""
    typed = text(value, key, faults)
    minutes = read_duration(typed)
    if minutes > LONG_DAY:
        message = f"{quoted(typed)} is {short(minutes)}, which is more than a day."
        faults.warn(value.line, key, message, "Minutes are written 90m.")
    return minutes


def goals(value: Raw, key: str, faults: Faults) -> tuple[tuple[str, Decimal], ...]:
    """Goals with the amount that counts for each: 1 where none is given."""
    found: dict[str, Decimal] = {}
    if isinstance(value, Mapping):
        for name, amount in value.pairs:
            counts = ONE
            if not is_nothing(amount):
                counts = attempt(AMOUNT, amount, f"{key}.{name.text}", faults, ONE)
            found[name.text.strip()] = counts
        return tuple(found.items())
    for item in items(value, key, faults):
        goal = item.text.strip()
        if goal in found:
            faults.warn(item.line, key, f"{quoted(goal)} is named twice, and counts once.")
        found[goal] = ONE
    return tuple(found.items())


def programme_item(value: Raw, key: str, faults: Faults) -> str:
    """A programme and one of its items, `cpd23-2011#14`."""
    typed = text(value, key, faults)
    if not re.fullmatch(ITEM, typed):
        message = f"{quoted(typed)} does not name an item of a programme."
        faults.warn(value.line, key, message, "Write it as programme#item, such as cpd23-2011#14.")
    return typed


def digest(typed: str) -> str:
    """A SHA-256, in small hexadecimal letters."""
    if not re.fullmatch(DIGEST, typed.lower()):
        raise NotUnderstood(f"{quoted(typed)} is not a SHA-256, 64 figures and letters a to f.")
    return typed.lower()


EVIDENCE = Table(
    Field("path", "a path relative to the journal", "A file that proves it.", text),
    Field("url", "an address", "A page that proves it; instead of `path`.", text),
    Field("title", "text", "What it is.", text),
    Field("sha256", "64 hexadecimal figures", "The file's digest when it was added.", one(digest)),
    closed=True,
)


def evidence(value: Raw, key: str, faults: Faults) -> tuple[Evidence, ...]:
    """What proves an entry, each piece a path, an address or a mapping."""
    pieces = value.items if isinstance(value, Sequence) else (value,)
    found = (piece(item, key, faults) for item in pieces if not is_nothing(item))
    return tuple(each for each in found if each)


def piece(value: Raw, key: str, faults: Faults) -> Evidence | None:
    """One piece of evidence, or None where it says no place."""
    values = EVIDENCE.values(value, faults, f"{key}.") if isinstance(value, Mapping) else {}
    if isinstance(value, Scalar):
        values["path"] = value.text.strip()
    places = [values.pop(name) for name in ("path", "url") if name in values]
    if len(places) != 1:
        message = "A piece of evidence has one place: a path or a url."
        faults.error(value.line, key, message, "Write {path: evidence/…} or {url: https://…}.")
        return None
    found = Evidence(places[0], **values)
    if is_elsewhere(found):
        message = f"{quoted(found.place)} is not in the journal."
        faults.warn(value.line, key, message, "Copy it in: cpdlog set REF evidence+=FILE.")
    return found


def is_elsewhere(found: Evidence) -> bool:
    """Whether it is a file outside the journal, which nobody else will find."""
    if found.is_url:
        return found.place.lower().startswith("file:")
    return bool(re.match(ELSEWHERE, found.place))


ENTRY = Table(
    Field("title", "text", "What it was.", text, required=True),
    Field(
        "date",
        "`YYYY-MM-DD`",
        "The day it counts for; a date after today makes the entry planned, and it counts for "
        "nothing yet.",
        day,
        attribute="day",
        required=True,
    ),
    Field(
        "type",
        f"a word: {' '.join(ACTIVITIES)} are activities, {' '.join(NOT_ACTIVITIES)} are not; "
        "`reflection` where it is not given",
        "What sort of thing it was; settings can add types.",
        text,
    ),
    Field(
        "hours",
        "`1.5`, `1h30`, `90m` or `1:30`",
        "Time spent, kept as whole minutes.",
        hours,
        attribute="minutes",
    ),
    Field("points", "a number", "Points, units or credits, where a body counts those.", AMOUNT),
    Field(
        "goals",
        "`[id, …]` or `{id: amount, …}`",
        "The goals it serves; the amount counts towards a goal's target, 1 where none is given.",
        goals,
    ),
    Field("role", "a role's id in the settings", "The job it belongs to.", text),
    Field(
        "tags",
        "`[word, …]`",
        "Free; a body's category is a tag of the form `body:category` or `body:category/value`.",
        texts,
    ),
    Field("outcome", "one sentence", "What was learnt, or what changed.", text),
    Field(
        "evidence",
        "list of a path, an address or `{path or url, title, sha256}`",
        "What proves it; paths are relative to the journal.",
        evidence,
        inner=EVIDENCE.fields,
    ),
    Field("programme", "`cpd23-2011#14`", "The item of a programme that it does.", programme_item),
    Field("template", "a template's id", "The reflection model it was written with.", text),
    Field("partner", "text", "Who a discussion was with.", text),
    Field(
        "share",
        "list of `mentor`, `manager`, `portfolio`",
        "Who may see it in what is built for them; where it is not given the settings say, and "
        "else nobody.",
        share,
    ),
)
