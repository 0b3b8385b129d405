"""The hook that looks for what may identify people before it is committed."""

import os
import shlex

from cpdlog.store import files
from cpdlog.store.definitions import PACKAGED
from cpdlog.store.git.repository import Repository

NAME = "pre-commit"
LOOKS = b"cpdlog check"
RUNNABLE = 0o777


def install(repository: Repository) -> str:
    """Put the hook in its place; a hook of the user's own stays, and is not changed.

    Args:
        repository: The journal's; where the journal is a folder of it, the hook names that folder.

    Returns:
        The hook's path.

    Raises:
        CannotEdit: There is a hook of that name already.
    """
    # Not by `read`, which runs git without hooks and would be told that there is no place for them.
    said = repository.git.do("rev-parse", "--git-path", "hooks").out
    folder = os.path.join(repository.git.top, os.fsdecode(said.rstrip(b"\n")))
    os.makedirs(folder, exist_ok=True)
    script = files.read_bytes(PACKAGED, f"hooks/{NAME}")
    if repository.prefix:
        named = f"cpdlog --journal {shlex.quote(repository.prefix.rstrip('/'))} check"
        script = script.replace(LOOKS, os.fsencode(named))
    files.create(folder, "", NAME, "", script, numbered=False, mode=RUNNABLE)
    return os.path.join(folder, NAME)
