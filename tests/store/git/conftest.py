"""Journals in real repositories, with a user's settings and no others."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cpdlog.store.git.repository import Repository, find

USER = (
    "[user]\n\tname = Ada Law\n\temail = ada@example.org\n"
    "[init]\n\tdefaultBranch = main\n\ttemplateDir =\n"
)


@dataclass
class Place:
    """A journal in a repository, and the user's way to type git commands there."""

    root: Path
    environ: dict[str, str]

    @property
    def repository(self) -> Repository:
        found = find(str(self.root), self.environ)
        assert found is not None
        return found

    def git(self, *arguments: str, ok: bool = True) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert not ok or done.returncode == 0, done.stderr
        return done.stdout

    def write(self, path: str, text: str) -> str:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        return path

    def commit(self, path: str, text: str, message: str = "by hand") -> str:
        self.write(path, text)
        self.git("add", "--", path)
        self.git("commit", "-q", "-m", message, "--", path)
        return self.git("rev-parse", "HEAD").strip()

    def status(self) -> list[str]:
        return self.git("status", "--porcelain", "--untracked-files=all").splitlines()

    def subjects(self) -> list[str]:
        return self.git("log", "--format=%s").splitlines()

    def committed(self, commit: str = "HEAD") -> list[str]:
        return self.git("show", "--name-only", "--no-renames", "--format=", commit).splitlines()

    def hook(self, name: str, script: str) -> None:
        place = Path(self.repository.folder) / "hooks" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"#!/bin/sh\n{script}\n")
        place.chmod(0o755)


@dataclass
class Pair:
    """Two clones of one journal, and the bare repository that both sync with."""

    there: Place
    one: Place
    other: Place

    def base(self, path: str, text: str) -> None:
        """A file that both have."""
        self.one.commit(path, text)
        self.one.git("push", "-q")
        self.other.git("pull", "-q", "--ff-only")

    def apart(self, path: str, one: str | None, other: str | None) -> None:
        """Change a file on both sides, and push the other's; None removes it."""
        for place, text in ((self.one, one), (self.other, other)):
            if text is not None:
                place.commit(path, text)
            elif (place.root / path).exists():
                place.git("rm", "-q", path)
                place.git("commit", "-q", "-m", f"remove {path}")
        self.other.git("push", "-q")


def user(home: Path) -> dict[str, str]:
    """The environment of a user with a name, and with no other settings."""
    home.mkdir()
    (home / ".gitconfig").write_text(USER)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return user(tmp_path / "home")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a journal, and with a bare repository and two clones of it."""
    folder = tmp_path_factory.mktemp("pattern")
    one = Place(folder / "one", user(folder / "home"))
    one.root.mkdir()
    one.git("init", "-q")
    one.commit("cpdlog.yaml", "name: Ada Law\n", "journal: begun")
    shutil.copytree(one.root, folder / "journal")
    one.git("init", "-q", "--bare", "../there")
    one.git("remote", "add", "origin", "../there")
    one.git("push", "-q", "-u", "origin", "main")
    one.git("remote", "set-head", "origin", "main")
    shutil.copytree(one.root, folder / "other")
    return folder


@pytest.fixture
def new_place(tmp_path: Path, environ: dict[str, str], pattern: Path) -> Callable[[str], Place]:
    """Makes a repository with a journal in it that was just begun."""

    def make(name: str) -> Place:
        shutil.copytree(pattern / "journal", tmp_path / name)
        return Place(tmp_path / name, environ)

    return make


@pytest.fixture
def place(new_place: Callable[[str], Place]) -> Place:
    return new_place("journal")


@pytest.fixture
def pair(tmp_path: Path, environ: dict[str, str], pattern: Path) -> Pair:
    for name in ("there", "one", "other"):
        shutil.copytree(pattern / name, tmp_path / name)
    there, one, other = (Place(tmp_path / name, environ) for name in ("there", "one", "other"))
    return Pair(there, one, other)
