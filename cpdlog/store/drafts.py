"""Text that is not saved yet, kept where no editor, kill or clash can lose it.

The folder belongs to the user's state and not to the journal, and only its owner may look into it:
`$XDG_STATE_HOME/cpdlog/drafts`, which the caller names.
"""

import os
from contextlib import suppress
from typing import NamedTuple

from cpdlog.store import files, walk

OWNER_ONLY = 0o700


class Draft(NamedTuple):
    """One text that was not saved: its absolute path, and when it last changed, in nanoseconds."""

    path: str
    changed_ns: int


def keep(folder: str, stem: str, text: str) -> str:
    """Write a draft under a name that is free, readable by its owner alone.

    Args:
        folder: The drafts folder, absolute; made if it is not there.
        stem: What to call it, such as the slug of its title.
        text: Anything; bytes that were no UTF-8 when it was read come out as they went in.

    Returns:
        Its absolute path.

    Raises:
        WriteFailed: The disk refused.
        UsageFault: The stem cannot name a file.
    """
    with files.refusals(folder, "written"):
        make_private(folder)
        os.chmod(folder, OWNER_ONLY)
    name = files.create(folder, "", stem, ".md", encoded(text), mode=0o600)
    return os.path.join(folder, name)


def kept(folder: str) -> list[Draft]:
    """The drafts there are, the latest first."""
    found = [
        Draft(os.path.join(folder, seen.name), seen.mtime_ns)
        for place in walk.scan(folder, "", ".md")
        for seen in place.files
    ]
    return sorted(found, key=lambda draft: (-draft.changed_ns, draft.path))


def discard(path: str) -> None:
    """Remove a draft whose text is safe elsewhere; one that is gone already is no fault."""
    with files.refusals(path, "removed"), suppress(FileNotFoundError):
        os.unlink(path)


def make_private(folder: str) -> None:
    """Make a folder, and those above it that are missing, for its owner alone."""
    if not os.path.isdir(folder):
        make_private(os.path.dirname(folder) or ".")
        with suppress(FileExistsError):
            os.mkdir(folder, OWNER_ONLY)


def encoded(text: str) -> bytes:
    """The bytes of a text, whatever it holds."""
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
