"""A programme's file, read into a programme; all that is wrong with it is told at once."""

from functools import partial

from cpdlog.model.civil import iso
from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.data_file import Form, pairs, read_id, read_whole, read_yes
from cpdlog.model.data_words import an_id, whole
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.origin import ORIGIN_KEYS, read_origin
from cpdlog.model.problem import Problem
from cpdlog.model.programme import BREAK, REFLECTION, THING, Item, Programme
from cpdlog.model.raw import Raw

FORM = Form(
    "cpdlog/programme@1",
    ("id", "title"),
    (*ORIGIN_KEYS, "notes", "starts", "pace", "extends", "items", "started", "skipped"),
)
ITEM_KEYS = (
    *("n", "title", "topic", "task", "prompt", "week", "date", "kind", "optional", "level"),
    *("badge", "catch_up", "unsure"),
)
KINDS = (THING, REFLECTION, BREAK)
PACES = ("own", "weekly")
UNSURE = ("title", "topic", "week", "date")
MOST = 999


def read_programme(value: Raw | None, path: str) -> tuple[Programme | None, tuple[Problem, ...]]:
    """The programme that a file gives, and all that is wrong with it.

    Args:
        value: What the file holds.
        path: The file, relative to the journal; it is named for the programme's id.

    Returns:
        No programme where there is an error; problems are in the order of the file's lines.
    """
    return read_whole(value, path, FORM, read_file)


def read_file(file: Fields) -> Programme:
    """The programme; where something is wrong, something harmless stands for it."""
    name, extends = read_id(file), file.read("extends", an_id) or ""
    if name and extends == name:
        file.fault("extends", "A programme cannot extend itself.")
    items = read_items(file, extends)
    known = None if extends else {item.number for item in items}
    return Programme(
        path=file.faults.path,
        id=name,
        title=file.text("title"),
        items=items,
        origin=read_origin(file),
        starts=file.read("starts", iso),
        pace=file.read("pace", one_of(PACES)) or "own",
        extends=extends,
        notes=file.text("notes"),
        started=file.read("started", iso),
        skipped=pairs(file, "skipped", partial(an_item_of, known), str),
    )


def read_items(file: Fields, extends: str) -> tuple[Item, ...]:
    """The items; a programme that extends another may have none of its own."""
    if "items" not in file.values and not extends:
        file.fault("items", "This key is required.", "Or name another programme: extends: ID.")
    taken: set[int] = set()
    needed = () if extends else ("title",)
    return tuple(read_item(each, taken) for each in file.each("items", ITEM_KEYS, needed))


def read_item(fields: Fields, taken: set[int]) -> Item:
    """One item; its number is added to those that are taken."""
    kind = fields.read("kind", one_of(KINDS)) or THING
    return Item(
        number=read_number(fields, kind, taken),
        title=fields.text("title"),
        topic=fields.text("topic"),
        task=fields.text("task"),
        prompt=fields.text("prompt"),
        week=fields.read("week", a_count),
        day=fields.read("date", iso),
        kind=kind,
        optional=read_yes(fields, "optional"),
        levels=fields.several("level", str, alone=True),
        badge=fields.text("badge"),
        catch_up=read_yes(fields, "catch_up"),
        unsure=fields.several("unsure", one_of(UNSURE), alone=True),
    )


def read_number(fields: Fields, kind: str, taken: set[int]) -> int:
    """The number of an item; breaks have none."""
    number = fields.read("n", a_count) or 0
    if kind == BREAK:
        if "n" in fields.values:
            fields.fault("n", "A break has no number, because nobody does it.")
        return 0
    if "n" not in fields.values:
        fields.fault("n", "This key is required.", "Only a break has no number.")
    elif number in taken:
        fields.fault("n", f"{number} is taken.", "Give each item its own number.")
    taken.add(number)
    return number


def a_count(text: str) -> int:
    """A whole number from 1, such as a week's or an item's."""
    number = whole(text)
    if not 1 <= number <= MOST:
        raise NotUnderstood(f"{quoted(text)} is not from 1 to {MOST}.")
    return number


def an_item_of(known: set[int] | None, text: str) -> int:
    """The number of an item; any number where another programme has the items."""
    number = a_count(text)
    if known is not None and number not in known:
        raise NotUnderstood(f"There is no item {number}.")
    return number
