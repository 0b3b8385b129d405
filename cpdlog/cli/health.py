"""What `doctor` shows: the versions and places of this run."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from shutil import which
from typing import TYPE_CHECKING

from cpdlog import __version__

if TYPE_CHECKING:
    from cpdlog.cli.app import App

LIBRARIES = ("click", "PyYAML", "python-frontmatter", "rich", "jinja2")


def versions() -> list[tuple[str, str]]:
    """The program, what it is written in, and the libraries that it uses."""
    found = [("cpdlog", __version__), ("python", platform.python_version())]
    for name in LIBRARIES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, "missing"))
    from cpdlog.text.frontmatter import reads_quickly

    quick = "yes" if reads_quickly() else "no: reading is several times slower"
    return [*found, ("libyaml", quick), ("git", which("git") or "missing")]


def hindrances(app: "App") -> list[str]:
    """What keeps changes from being committed now, and what to do about it."""
    repository = app.repository
    if repository is None:
        return []
    found = [repository.hindrance()] if repository.hindrance() else []
    if lock := repository.lock():
        found.append(f"a git is at work, or was killed. If none is running: rm '{lock}'")
    return found


def places(app: "App") -> list[tuple[str, str]]:
    """Where the journal is, and what is kept outside it."""
    from cpdlog.index.place import cache_folder
    from cpdlog.store.config import DENYLIST

    caches = cache_folder(app.environ, os.path.expanduser("~"), sys.platform)
    journal = app.root if app.has_journal else "none"
    found = [("journal", journal), ("encoding", sys.stdout.encoding)]
    if app.has_journal:
        found.append(("repository", app.repository.top if app.repository else "none"))
        found += [("no commits", it) for it in hindrances(app)]
    return [
        *found,
        ("cache", os.path.join(caches, "cpdlog")),
        ("drafts", os.path.join(app.state_folder, "drafts")),
        ("removed files", app.bin),
        ("denylist", os.path.join(app.config_folder, DENYLIST)),
    ]
