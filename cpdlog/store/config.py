"""What cpdlog remembers for a user outside any journal: which journal is the default one."""

import os

from cpdlog.errors import CpdlogError, NotFound
from cpdlog.store import files
from cpdlog.store.drafts import make_private

DEFAULT = "default-journal"


def default_journal(folder: str) -> str | None:
    """The path of the default journal, or None where none was noted.

    Args:
        folder: The user's configuration folder for cpdlog, absolute.
    """
    try:
        noted = files.read_bytes(folder, DEFAULT)
    except CpdlogError:
        return None
    return os.fsdecode(noted).strip() or None


def note_default(folder: str, journal: str) -> None:
    """Note the default journal, in place of one that was noted before."""
    with files.refusals(folder, "written"):
        make_private(folder)
    data = os.fsencode(f"{journal}\n")
    try:
        before = files.read_bytes(folder, DEFAULT)
    except NotFound:
        files.create(folder, "", DEFAULT, "", data, numbered=False)
    else:
        files.replace(folder, DEFAULT, data, before)
