"""What a repository brings along does not run when it is only read."""

import os
from datetime import date
from pathlib import Path

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store.git import history, program, undo
from cpdlog.store.git.program import LOCAL, Git
from cpdlog.store.git.refusals import failure, masked, said
from tests.store.git.conftest import Place


@pytest.fixture
def alarm(tmp_path: Path) -> Path:
    """A program that leaves a sign behind where it runs, as any that a repository names."""
    script = tmp_path / "alarm"
    script.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{tmp_path}/ran'\nexit 1\n")
    script.chmod(0o755)
    return script


def test_nothing_that_the_settings_of_a_repository_name_is_run(place: Place, alarm: Path) -> None:
    place.commit(".gitattributes", "*.md diff=evil filter=evil\n")
    place.commit("goals/law.md", "one\n")
    place.commit("goals/law.md", "two\n")
    for key in (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "diff.external"),
        *("diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "gpg.program"),
        *("credential.helper", "core.askPass", "core.alternateRefsCommand"),
    ):
        place.git("config", key, str(alarm))
    for key in ("log.showSignature", "diff.evil.cachetextconv"):
        place.git("config", key, "true")
    place.git("config", "core.hooksPath", str(alarm.parent / "hooks"))
    (alarm.parent / "hooks").mkdir()
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        (alarm.parent / "hooks" / hook).symlink_to(alarm)
    (alarm.parent / "ran").unlink(missing_ok=True)
    place.git("config", "--list")
    repository = place.repository
    (alarm.parent / "ran").unlink(missing_ok=True)
    found = history.history(repository, "goals/law.md")
    assert [change.subject for change in found] == ["by hand", "by hand"]
    assert "+two" in history.diff(repository, found[0])
    assert undo.changes(repository, 5) == []
    assert history.plan_at(repository, date(2099, 1, 1)) is not None
    assert not (alarm.parent / "ran").exists()


def test_a_bare_repository_inside_a_journal_is_not_entered(place: Place, alarm: Path) -> None:
    """safety of `git status` in a folder that a clone brought: safe.bareRepository."""
    bare = Place(place.root / "evidence", place.environ)
    bare.root.mkdir()
    bare.git("init", "-q", "--bare")
    bare.git("config", "core.fsmonitor", str(alarm))
    (bare.root / "cpdlog.yaml").write_text("name: x\n")
    assert bare.repository.top == str(place.root)
    assert history.history(bare.repository, "goals/law.md") == []
    answer = Git(str(bare.root), place.environ).ask("status")
    assert b"cannot use bare repository" in answer.err
    assert not (alarm.parent / "ran").exists()


def test_a_partial_clone_fetches_nothing_by_itself(place: Place, alarm: Path) -> None:
    place.commit("goals/law.md", "words\n")
    place.git("config", "extensions.partialClone", "origin")
    place.git("config", "remote.origin.promisor", "true")
    place.git("config", "remote.origin.url", "ssh://example.org/x.git")
    place.git("config", "core.sshCommand", str(alarm))
    blob = place.git("rev-parse", "HEAD:goals/law.md").strip()
    os.unlink(place.root / ".git/objects" / blob[:2] / blob[2:])
    with pytest.raises(GitFailed, match="The repository lacks a file of its past"):
        history.plan_at(place.repository, date(2099, 1, 1))
    assert not (alarm.parent / "ran").exists()


def test_git_is_never_taken_from_the_folder_one_stands_in(
    place: Place, alarm: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.root / "git").symlink_to(alarm)
    monkeypatch.chdir(place.root)
    for path in ("", ".", ".:bin", ":"):
        with pytest.raises(GitFailed, match=r"The git program is not installed\."):
            Git(str(place.root), {"PATH": path}).read("status")
    assert not (alarm.parent / "ran").exists()


def test_the_variables_that_lead_git_elsewhere_are_those_that_git_names(place: Place) -> None:
    assert set(place.git("rev-parse", "--local-env-vars").split()) <= LOCAL


def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    (tmp_path / "git").write_text("no program\n")
    (tmp_path / "git").chmod(0o755)
    with pytest.raises(GitFailed, match=r"git could not be started: Exec format error\."):
        Git(str(tmp_path), {"PATH": str(tmp_path)}).read("status")


def test_git_is_not_waited_for_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "READS_AT_MOST", 0.05)
    (tmp_path / "git").write_text("#!/bin/sh\nexec sleep 30\n")
    (tmp_path / "git").chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with pytest.raises(GitFailed, match=r"git gave no answer within 0\.05 seconds\."):
        Git(str(tmp_path), {"PATH": path}).read("status")


# What git says


def test_an_address_is_shown_without_its_password() -> None:
    text = "unable to access 'https://ada:s3cret@example.org/x.git/': and ssh://git@example.org"
    assert masked(text) == (
        "unable to access 'https://…@example.org/x.git/': and ssh://…@example.org"
    )
    assert masked("mail ada@example.org") == "mail ada@example.org"


def test_of_what_git_says_the_telling_line_is_shown_and_cannot_act() -> None:
    err = b"hint: x\nfatal: bad revision '\x1b]0;gone\x07\xff'\nmore\n"
    assert said(err) == r"bad revision '\x1b]0;gone\x07�'"
    assert said(b"") == ""
    assert said(b"\n  plain words.\n") == "plain words"
    assert len(said(b"error: " + b"x" * 1000)) == 500


def test_a_refusal_that_nobody_foresaw_is_told_in_gits_own_words() -> None:
    error = failure(b"fatal: the moon is in the wrong place\n", "/home/ada/cpd")
    assert (error.message, error.exit_code) == (
        "git refused: the moon is in the wrong place.",
        6,
    )
    assert failure(b"", "/").message == "git refused: it gave no reason."


def test_a_folder_with_braces_in_its_name_is_told_as_it_is() -> None:
    error = failure(b"fatal: not a git repository\n", "/home/{ada}")
    assert error.message == "Git finds no repository in '/home/{ada}'."
