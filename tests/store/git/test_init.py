from pathlib import Path

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store.git.commits import Committed, NotCommitted
from cpdlog.store.git.init import init
from cpdlog.store.git.undo import changes
from tests.store.git.conftest import Place


def test_a_new_journal_becomes_a_repository_with_a_first_commit(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    place = Place(tmp_path / "cpd", environ)
    place.write("cpdlog.yaml", "name: Ada\n")
    place.write("notes.txt", "not asked for\n")
    repository, outcome = init(str(place.root), environ, ["cpdlog.yaml"], ignore=True)
    assert outcome == Committed()
    assert repository == place.repository
    assert place.committed() == [".gitattributes", ".gitignore", "cpdlog.yaml"]
    assert place.status() == ["?? notes.txt"]
    assert place.git("check-attr", "text", "eol", "--", "goals/a.md", "evidence/a.md") == (
        "goals/a.md: text: set\n"
        "goals/a.md: eol: lf\n"
        "evidence/a.md: text: unset\n"
        "evidence/a.md: eol: lf\n"
    )


def test_the_beginning_of_a_journal_is_not_a_change_to_undo(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    place = Place(tmp_path / "cpd", environ)
    place.write("cpdlog.yaml", "name: Ada\n")
    repository, _ = init(str(place.root), environ, ["cpdlog.yaml"])
    assert not (place.root / ".gitignore").exists()
    assert changes(repository, 10) == []


def test_what_is_there_is_never_overwritten(tmp_path: Path, environ: dict[str, str]) -> None:
    place = Place(tmp_path / "cpd", environ)
    place.write("cpdlog.yaml", "name: Ada\n")
    place.write(".gitattributes", "* -text\n")
    _, outcome = init(str(place.root), environ, ["cpdlog.yaml"])
    assert outcome == Committed()
    assert (place.root / ".gitattributes").read_text() == "* -text\n"
    assert place.committed() == ["cpdlog.yaml"]


def test_a_first_commit_that_git_refuses_leaves_the_repository_and_the_files(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    place = Place(tmp_path / "cpd", environ)
    (tmp_path / "home/.gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    place.write("cpdlog.yaml", "name: Ada\n")
    repository, outcome = init(str(place.root), environ, ["cpdlog.yaml"])
    assert isinstance(outcome, NotCommitted)
    assert outcome.reason == "git does not know your name and e-mail address"
    assert repository.hindrance() == ""
    assert (place.root / "cpdlog.yaml").read_text() == "name: Ada\n"


def test_without_git_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(GitFailed, match=r"The git program is not installed\."):
        init(str(tmp_path), {"PATH": str(tmp_path)}, [])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_become_a_repository_is_told(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    root = tmp_path / "cpd"
    root.mkdir()
    (root / ".git").write_text("gitdir: nowhere\n")
    with pytest.raises(GitFailed):
        init(str(root), environ, [])
