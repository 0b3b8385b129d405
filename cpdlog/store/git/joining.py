"""One file out of two that were both changed."""

from typing import NamedTuple

from cpdlog.store.git import past, trees
from cpdlog.store.git.past import Blob
from cpdlog.store.git.repository import Repository
from cpdlog.store.git.textmerge import file_merged, text_merged
from cpdlog.text.frontmatter import read_yaml
from cpdlog.text.merge import merge_yaml

BY_KEY = ("entries/", "goals/")


class Joined(NamedTuple):
    """One file out of two.

    Attributes:
        blob: What it says; None where both are to be kept, as two files.
        conflicts: The keys in which a person must choose.
        by_hand: Whether only the user can merge it.
    """

    blob: Blob | None
    conflicts: tuple[str, ...] = ()
    by_hand: bool = False


def joined(repository: Repository, path: str, before: Blob, ours: Blob, theirs: Blob) -> Joined:
    """One file out of two versions of it, as `path` is merged."""
    if theirs in (ours, before):
        return Joined(ours)
    if ours == before:
        return Joined(theirs)
    if not (before.is_file and ours.is_file and theirs.is_file):
        return Joined(None, by_hand=True)
    mode = theirs.mode if ours.mode == before.mode else ours.mode
    if ours.id == theirs.id:
        return Joined(Blob(mode, ours.id))
    contents = past.blobs(repository.git, [before.id, ours.id, theirs.id])
    sides = (contents[before.id], contents[ours.id], contents[theirs.id])
    inside = path.startswith(repository.prefix)
    found = content_joined(
        repository, path.removeprefix(repository.prefix) if inside else "", sides
    )
    if found is None:
        return Joined(None, by_hand=not inside)
    data, conflicts = found
    return Joined(Blob(mode, trees.stored(repository, data)), conflicts)


def content_joined(
    repository: Repository, path: str, sides: tuple[bytes, bytes, bytes]
) -> tuple[bytes, tuple[str, ...]] | None:
    """One content out of two that come from a third (base, ours, theirs), and what is in conflict.

    Args:
        repository: Where git's text merge is run.
        path: In the journal; empty for a file outside it.
        sides: The contents.

    Returns:
        None where they cannot be made one.
    """
    if path.startswith(BY_KEY) and path.endswith(".md"):
        found = file_merged(repository, *sides)
        if found is not None:
            return found
    text = text_merged(repository, *sides)
    if text is not None and not text[1] and not (path.endswith(".yaml") and faulty(text[0])):
        return text[0], ()
    keyed = merge_yaml(*sides) if path.endswith(".yaml") else None
    return None if keyed is None else (keyed, ())


def faulty(data: bytes) -> bool:
    """Whether a YAML file has a fault, such as a key that is there twice after a merge."""
    return any(problem.severity == "error" for problem in read_yaml(data, "")[1])
