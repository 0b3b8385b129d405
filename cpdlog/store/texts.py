"""The words of a journal as they stand in its files, for those who look at words."""

from collections.abc import Iterator

from cpdlog.errors import CpdlogError
from cpdlog.store import files
from cpdlog.store.layout import ENTRIES, GOALS

FOLDERS = (ENTRIES, GOALS)


def every_text(root: str) -> Iterator[tuple[str, str]]:
    """The path and the whole text of every entry and goal that can be read at all."""
    from cpdlog.store import walk

    for folder in FOLDERS:
        for path in walk.walk(root, folder, ".md")[0]:
            try:
                yield path, decoded(files.read_bytes(root, path))
            except CpdlogError:
                continue  # `check` tells what is wrong with it


def decoded(data: bytes) -> str:
    """The text of some bytes, whatever they are."""
    return data.decode(errors="replace").removeprefix("\ufeff")
