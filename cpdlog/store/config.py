"""What cpdlog remembers for a user outside any journal: which journal is the default one."""

import os

from cpdlog.errors import CpdlogError, NotFound

DEFAULT, DENYLIST = "default-journal", "denylist.txt"


def default_journal(folder: str) -> str | None:
    """The path of the default journal, or None where none was noted.

    Args:
        folder: The user's configuration folder for cpdlog, absolute.
    """
    from cpdlog.store import files

    try:
        noted = files.read_bytes(folder, DEFAULT)
    except CpdlogError:
        return None
    return os.fsdecode(noted).strip() or None


def denylist(folder: str) -> tuple[str, ...]:
    """Names that must not occur in a journal: one a line, `#` begins a remark.

    They are kept here and not in the journal, where they would be what they are to prevent.
    """
    from cpdlog.store import files

    try:
        text = files.read_bytes(folder, DENYLIST).decode(errors="replace")
    except CpdlogError:
        return ()
    names = (line.partition("#")[0].strip() for line in text.split("\n"))
    return tuple(name for name in names if name)


def note_default(folder: str, journal: str) -> None:
    """Note the default journal, in place of one that was noted before."""
    from cpdlog.store import files
    from cpdlog.store.drafts import make_private

    with files.refusals(folder, "written"):
        make_private(folder)
    data = os.fsencode(f"{journal}\n")
    try:
        before = files.read_bytes(folder, DEFAULT)
    except NotFound:
        files.create(folder, "", DEFAULT, "", data, numbered=False)
    else:
        files.replace(folder, DEFAULT, data, before)
