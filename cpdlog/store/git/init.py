"""A repository for a new journal."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

from cpdlog.errors import CannotEdit
from cpdlog.store import files
from cpdlog.store.git.commits import BEGINNING, Outcome, commit
from cpdlog.store.git.program import Git
from cpdlog.store.git.refusals import failure
from cpdlog.store.git.repository import Repository, git_folder

# Texts have the same bytes on every system, and what proves something is never converted.
ATTRIBUTES = "*.md text eol=lf\n*.yaml text eol=lf\nevidence/** -text\n"
IGNORED = ".cpdlog-*.tmp\n"


def init(
    root: str, environ: Mapping[str, str], paths: Iterable[str], *, ignore: bool = False
) -> tuple[Repository, Outcome]:
    """Make the journal's folder a repository, and commit what is there.

    Args:
        root: The journal's folder, which is in no repository yet.
        environ: The user's environment.
        paths: The files that the journal begins with, relative to it.
        ignore: Also write a `.gitignore`.

    Returns:
        The repository, and whether the first commit could be made.

    Raises:
        GitFailed: git could not make it, or is not there.
    """
    git = Git(os.path.realpath(root), environ)
    answer = git.do("init", "-q")
    if answer.code:
        raise failure(answer.err, git.top)
    repository = Repository(git, "", git_folder(git.top))
    made = [".gitattributes"] if written(root, ".gitattributes", ATTRIBUTES) else []
    if ignore and written(root, ".gitignore", IGNORED):
        made.append(".gitignore")
    begun = [*made, *paths]
    return repository, commit(repository, begun, "journal: begun", new=begun, mark=BEGINNING)


def written(root: str, name: str, text: str) -> bool:
    """Write a file if there is none of that name; whether it was written."""
    with suppress(CannotEdit):
        files.create(root, "", name, "", text.encode(), numbered=False)
        return True
    return False
