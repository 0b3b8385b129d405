"""A new journal: its settings, and nothing that is not needed."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from cpdlog.errors import CannotEdit
from cpdlog.store import files
from cpdlog.store.layout import SETTINGS
from cpdlog.text.compose import Plain, Value, written

FIRST_DAY = "01-01"
HEADER = (
    "# The settings of this journal. What each key means: docs/reference/settings.md of cpdlog.\n"
)


class NewJournal(NamedTuple):
    """What is known of a journal that is to be made.

    Attributes:
        name: Whose it is.
        roles: Ids with titles.
        year_starts: `MM-DD`.
        requirements: Ids of the rules that are in use from the beginning.
    """

    name: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    year_starts: str = ""
    requirements: tuple[str, ...] = ()


def make(folder: str, new: NewJournal) -> str:
    """Make a journal in a folder, which may be there and hold other files.

    Args:
        folder: Absolute.
        new: What goes into its settings.

    Returns:
        The path of its settings, relative to it.

    Raises:
        CannotEdit: There is a journal already.
        WriteFailed: The disk refused.
    """
    with files.refusals(folder, "written"):
        os.makedirs(folder, exist_ok=True)
    if os.path.lexists(os.path.join(folder, SETTINGS)):
        raise CannotEdit(f"'{folder}' is a journal already; nothing was changed.")
    stem, suffix = os.path.splitext(SETTINGS)
    return files.create(folder, "", stem, suffix, settings_text(new).encode(), numbered=False)


def settings_text(new: NewJournal) -> str:
    """The settings of a new journal."""
    pairs = [(key, value) for key, value in keys(new) if value]
    return HEADER + "".join(written(key, value) for key, value in pairs)


def keys(new: NewJournal) -> Iterable[tuple[str, Value]]:
    """Every key with its value, or none."""
    yield "name", new.name
    yield "year_starts", Plain(new.year_starts or FIRST_DAY)
    yield "roles", {name: {"title": title} for name, title in new.roles}
    yield "requirements", {name: {} for name in new.requirements}
