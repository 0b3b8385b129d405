"""Where the index of a journal lies: in the user's cache folder, never in the journal.

In a journal it would be synced between computers, and come crafted with somebody else's.
"""

import os
from collections.abc import Mapping
from zlib import crc32


def cache_folder(environ: Mapping[str, str], home: str, platform: str) -> str:
    """The folder of caches: that of the XDG Base Directory Specification, or the system's own.

    Args:
        environ: The environment.
        home: The user's home.
        platform: As `sys.platform` names it.
    """
    if platform == "win32":
        return environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    named = environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # a relative one is to be ignored, says the specification
        return named
    return os.path.join(home, *(("Library", "Caches") if platform == "darwin" else (".cache",)))


def index_folder(caches: str, root: str) -> str:
    """The folder of one journal's index, whose `root` is absolute.

    Two journals may come to share one by chance; each then finds nothing of its own in it.
    """
    return os.path.join(caches, "cpdlog", f"{crc32(os.fsencode(os.path.realpath(root))):08x}")


def made_private(folder: str) -> None:
    """Make a folder that nobody else can write to.

    Raises:
        OSError: It cannot be made, or is somebody else's.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    kind = os.stat(folder)
    if os.name == "posix" and (kind.st_uid != os.geteuid() or kind.st_mode & 0o022):
        raise PermissionError(f"'{folder}' can be written by others.")
