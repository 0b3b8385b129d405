"""What is typed on the command line, as values; what cannot be understood is told at once."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from cpdlog.model.grammar import NotUnderstood, quoted

if TYPE_CHECKING:
    from decimal import Decimal

    from cpdlog.cli.app import App
    from cpdlog.cli.programme.named import Doing
    from cpdlog.model.entry import Entry
    from cpdlog.model.goal import Goal
    from cpdlog.model.period import Period, Unit
    from cpdlog.progress.reference import Handle


class Typed(click.ParamType[Any]):
    """A value that is read from what was typed.

    Args:
        name: What help calls it.
        read: What a text means; it may ask the App, and raises NotUnderstood or a CpdlogError.
    """

    def __init__(self, name: str, read: Callable[[str, "App"], Any]) -> None:
        self.name = name
        self.read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value that was typed."""
        from cpdlog.cli.app import App

        app = ctx.find_object(App) if ctx else None
        if app is None or not isinstance(value, str):
            return value
        try:
            return self.read(value, app)
        except NotUnderstood as error:
            self.fail(f"{error.message} {error.hint}".rstrip(), param, ctx)


def known(what: str, typed: str, names: Collection[str]) -> str:
    """`typed`, if it is one of the names there are.

    Raises:
        NotUnderstood: There is no such name.
    """
    if typed in names:
        return typed
    from cpdlog.model.nearest import did_you_mean

    raise NotUnderstood(f"There is no {what} {quoted(typed)}.", did_you_mean(typed, names))


def past_day(text: str, app: "App") -> date:
    """A day; a weekday or a date without its year is the latest such day."""
    from cpdlog.model.day import read_day

    return read_day(text, app.today, prefer="past", order=date_order(text, app))


def future_day(text: str, app: "App") -> date:
    """A day; a weekday or a date without its year is the next such day."""
    from cpdlog.model.day import read_day

    return read_day(text, app.today, prefer="future", order=date_order(text, app))


def date_order(text: str, app: "App") -> str:
    """How the settings read `01/11/2026`; they are asked only where it is needed."""
    asks = any(mark in text[1:] for mark in "/.-") and app.has_journal
    return app.settings.date_order if asks else ""


def duration(text: str, _: "App") -> int:
    """Whole minutes."""
    from cpdlog.model.duration import read_duration

    return read_duration(text)


def amount(text: str, _: "App | None" = None) -> "Decimal":
    """An exact number."""
    from cpdlog.model.amount import read_amount

    return read_amount(text)


def period(text: str, app: "App") -> "Period":
    """A span of days."""
    from cpdlog.model.period_words import read_period

    settings = app.settings
    return read_period(
        text,
        app.as_of,
        year_starts=settings.year_starts,
        cycle=cycle(app) if "cycle" in text.lower() else None,
        order=settings.date_order,
    )


def cycle(app: "App") -> "Unit | None":
    """What gives the turn of a body's cycle that holds a day."""
    from cpdlog.cli.requirement import standing

    return standing.cycle(app)


def programme(text: str, app: "App") -> str:
    """The id of a programme; empty for none."""
    return text and known("programme", text, app.library.ids("programmes"))


def doing(text: str, app: "App") -> "Doing":
    """The item of a programme that an entry does."""
    from cpdlog.cli.programme import named

    return named.doing(text, app)


def entry(text: str, app: "App") -> "Entry":
    """The entry that a reference names."""
    from cpdlog.cli import lookup

    return lookup.entry(app, text)


def goal(text: str, app: "App") -> "Goal":
    """The goal that a reference names."""
    from cpdlog.cli import lookup

    return lookup.goal(app, text)


def file(text: str, app: "App") -> str:
    """The path of the entry or goal that a reference names; a goal's whole id goes first."""
    from cpdlog.cli import lookup

    return lookup.file(app, text)


def entry_file(text: str, app: "App") -> str:
    """The path of an entry, also of one that cannot be read."""
    from cpdlog.cli import lookup

    return lookup.editable(app, text, "entries")


def goal_file(text: str, app: "App") -> str:
    """The path of a goal, also of one that cannot be read."""
    from cpdlog.cli import lookup

    return lookup.editable(app, text, "goals")


def served_goal(text: str, app: "App") -> "tuple[str, Decimal | None]":
    """A goal's id and, after an equals sign, what counts towards its target."""
    from cpdlog.cli import lookup

    name, given, number = text.partition("=")
    found = lookup.known_goal(app, name)
    return found.id, amount(number) if given else None


def role(text: str, app: "App") -> str:
    """The id of a role; empty for none."""
    if not text:
        return ""
    return known("role", text, [it.id for it in app.settings.roles])


def kind(text: str, app: "App") -> str:
    """A type of entry that is known here; empty for none."""
    from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES

    if text in ("", *ACTIVITIES, *NOT_ACTIVITIES):
        return text
    return known("type", text, [*ACTIVITIES, *NOT_ACTIVITIES, *app.settings.types])


def tag(text: str, _: "App") -> str:
    """One tag: a word."""
    if not text or any(char.isspace() or char == "," for char in text):
        raise NotUnderstood(f"{quoted(text)} is not one tag.", "A tag is a word; give -t for each.")
    return text


def new_id(text: str, _: "App") -> str:
    """A name that a file can have."""
    from cpdlog.text.slug import is_safe_id, slug

    if not is_safe_id(text):
        raise NotUnderstood(f"{quoted(text)} cannot be an id.", f"Try '{slug(text)}'.")
    return text


def new_role(text: str, app: "App") -> tuple[str, str]:
    """A job's id and title; one without an equals sign has its id made from it."""
    from cpdlog.text.slug import slug

    name, given, title = text.partition("=")
    if not given:
        return slug(text), text.strip()
    return new_id(name.strip(), app), title.strip()


def year_start(text: str, _: "App | None" = None) -> str:
    """The day on which a CPD year begins, `MM-DD`."""
    from cpdlog.model.settings_fields import month_and_day

    month, day = month_and_day(text)
    return f"{month:02}-{day:02}"


def packaged_requirement(text: str, _: "App") -> str:
    """The id of a body's rules that come with cpdlog, for a part of it."""
    from cpdlog.cli.requirement.named import whole_name
    from cpdlog.store.definitions import packaged, packaged_text

    name = whole_name(text, (), packaged("requirements"))
    packaged_text("requirements", name)
    return name


def target(text: str, _: "App") -> str:
    """What reaching a goal takes, as its file has it; empty for none."""
    from cpdlog.model.amount import read_target

    return text and str(read_target(text))


def handle(text: str, app: "App") -> "Handle":
    """The action point or follow-up that a handle names."""
    owner, dot, number = text.rpartition(".")
    if not (owner and dot and number.isascii() and number.isdigit()):
        raise NotUnderstood(
            f"{quoted(text)} is no handle.", "Write ID.NUMBER, as in chartership.2."
        )
    from cpdlog.cli import lookup

    return lookup.task(app, owner, int(number))


PAST_DAY = Typed("date", past_day)
FUTURE_DAY = Typed("date", future_day)
DURATION = Typed("duration", duration)
AMOUNT = Typed("number", amount)
PERIOD = Typed("period", period)
ENTRY = Typed("ref", entry)
ENTRY_FILE = Typed("ref", entry_file)
GOAL = Typed("goal", goal)
GOAL_FILE = Typed("goal", goal_file)
FILE = Typed("ref", file)
SERVED_GOAL = Typed("goal[=amount]", served_goal)
HANDLE = Typed("handle", handle)
ROLE = Typed("role", role)
KIND = Typed("type", kind)
TAG = Typed("tag", tag)
NEW_ID = Typed("id", new_id)
NEW_ROLE = Typed("role", new_role)
YEAR_START = Typed("day", year_start)
TARGET = Typed("amount", target)
PROGRAMME = Typed("programme", programme)
DOING = Typed("item", doing)
PACKAGED_REQUIREMENT = Typed("requirement", packaged_requirement)
