"""What entries, goals and settings say of programmes and of bodies' rules, and what is not there.

All of it is warnings: an entry counts even where the programme that it names is gone.
"""

from collections.abc import Container, Iterator, Mapping

from cpdlog.model.nearest import did_you_mean
from cpdlog.model.problem import Problem
from cpdlog.model.programme import Programme
from cpdlog.model.record import Record
from cpdlog.model.settings import Settings


def check_programmes(record: Record, programmes: Mapping[str, Programme]) -> Iterator[Problem]:
    """Programmes and items that entries and goals name, and that there are not.

    Args:
        record: The whole journal.
        programmes: All there are, by id.
    """
    for goal in record.goals:
        if goal.programme and goal.programme not in programmes:
            hint = did_you_mean(goal.programme, programmes) or "See: cpdlog programme list"
            yield unknown(goal.path, f"No programme '{goal.programme}'.", hint)
    for entry in record.entries:
        if entry.programme:
            yield from named_item(entry.path, entry.programme, programmes)


def named_item(path: str, named: str, programmes: Mapping[str, Programme]) -> Iterator[Problem]:
    """What is wrong with the item that an entry names."""
    name, _, number = named.partition("#")
    programme = programmes.get(name)
    if programme is None:
        hint = did_you_mean(name, programmes) or "See: cpdlog programme list"
        yield unknown(path, f"No programme '{name}'.", hint)
    elif number not in {str(item.number) for item in programme.numbered}:
        hint = f"Write {name}#1, for its first item." if "#" not in named else ""
        yield unknown(path, f"'{named}' names no item of {name}.", hint)


def unknown(path: str, message: str, hint: str) -> Problem:
    """A name that leads nowhere."""
    return Problem(path, 0, "programme", message, hint, "warning")


def check_copies(
    settings: Settings, own: Container[str], packaged: Container[str], path: str
) -> Iterator[Problem]:
    """Rules that the settings name, and of which the journal has no file.

    Args:
        settings: Of the journal.
        own: The ids of the files that the journal has, also of those with faults.
        packaged: The ids of what comes with cpdlog.
        path: The file of the settings.
    """
    for use in settings.requirements:
        if use.id not in own:
            message = f"There is no file requirements/{use.id}.yaml."
            hint = "Mend the id, or remove it."
            if use.id in packaged:
                message += " The rules that come with cpdlog stand for it."
                hint = f"Copy them, so that they stay as they are: cpdlog requirement use {use.id}"
            yield Problem(path, 0, f"requirements.{use.id}", message, hint, "warning")
