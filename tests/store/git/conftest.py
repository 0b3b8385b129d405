"""Journals in real repositories, with a user's settings and no others."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cpdlog.store.git.repository import Repository, find

USER = "[user]\n\tname = Ada Law\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"


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


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(USER)
    return {"PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def new_place(tmp_path: Path, environ: dict[str, str]) -> Callable[[str], Place]:
    """Makes a repository with a journal of one entry in it."""

    def make(name: str) -> Place:
        root = tmp_path / name
        root.mkdir()
        place = Place(root, environ)
        place.git("init", "-q")
        place.commit("cpdlog.yaml", "name: Ada Law\n", "journal: begun")
        return place

    return make


@pytest.fixture
def place(new_place: Callable[[str], Place]) -> Place:
    return new_place("journal")
