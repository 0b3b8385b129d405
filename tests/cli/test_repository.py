"""What a journal and the git repository around it have to do with each other."""

import json

import pytest

from tests.cli.shell import Shell

IDENTITY = "[user]\nname = A\nemail = a@example.org\n"
BY_HAND = {"GIT_EDITOR": "echo by hand >"}


@pytest.fixture
def user(empty: Shell) -> Shell:
    """A user whom git knows."""
    (empty.home / ".gitconfig").write_text(IDENTITY)
    return empty


@pytest.fixture
def journal(user: Shell) -> Shell:
    """A journal with a repository to sync with, and the user in it."""
    user.ok("init", "cpd")
    assert user.bash("git init -q --bare there").code == 0
    assert user.bash("git -C cpd remote add origin ../there").code == 0
    user.environ["CPDLOG_JOURNAL"] = str(user.folder / "cpd")
    user.ok("sync")
    return user


def write(shell: Shell, *names: str) -> None:
    """Write entries by hand."""
    folder = shell.folder / "cpd/entries"
    folder.mkdir(exist_ok=True)
    for name in names:
        path = folder / f"2026-11-01-{name}.md"
        path.write_text(f"---\ntitle: {name}\ndate: 2026-11-01\n---\n\nWords.\n")


def test_a_sync_tells_what_is_not_committed_and_the_command_that_commits_it(
    journal: Shell,
) -> None:
    write(journal, "one")
    (journal.folder / "cpd/program.py").touch()
    told = journal.ok("sync").splitlines()
    command = f"git -C {journal.folder}/cpd"
    name = "entries/2026-11-01-one.md"
    assert told[:2] == ["No new commit, here or at origin.", ""]
    assert " ".join(told[2:-1]) == (
        f"1 file of the journal ({name}) was not sent: not committed yet."
    )
    assert told[-1] == f"    {command} add -- {name} && {command} commit -- {name}"
    assert json.loads(journal.ok("sync", "--json"))["uncommitted"] == ["entries/2026-11-01-one.md"]
    assert journal.bash(told[-1], **BY_HAND).code == 0
    assert journal.ok("sync") == "0 changes received from origin, 1 change sent.\n"
    assert journal.ok("sync") == "Nothing new, here or at origin.\n"
    assert json.loads(journal.ok("sync", "--json"))["uncommitted"] == []


def test_many_files_that_are_not_committed_are_committed_by_their_folders(journal: Shell) -> None:
    write(journal, "one", "two", "three", "four")
    (journal.folder / "cpd/cpdlog.yaml").write_text("name: A\n")
    said = journal.ok("sync", "--plain").splitlines()[-1]
    root = journal.folder / "cpd"
    assert said == (
        "5 files of the journal (cpdlog.yaml and others) were not sent: not committed yet."
        f" Type: git -C {root} add -- cpdlog.yaml entries"
        f" && git -C {root} commit -- cpdlog.yaml entries"
    )
    assert journal.bash(said.partition("Type: ")[2], **BY_HAND).code == 0
    assert journal.bash("git -C cpd status --short").out == ""


def test_a_journal_in_a_repository_that_is_there_is_told_where_its_changes_go(user: Shell) -> None:
    user.bash("git init -q . && touch program.py && git add program.py && git commit -qm program")
    made, lies, *_ = user.run("init", "cpd").err.splitlines()
    assert made == f"made a journal in {user.folder}/cpd"
    assert lies == (
        f"it lies in the repository {user.folder}: changes are committed there,"
        " and cpdlog sync sends the whole branch"
    )
    assert user.bash("git log --format=%s").out == "journal: begun\nprogram\n"


def test_a_journal_with_a_repository_of_its_own_needs_no_such_word(user: Shell) -> None:
    assert user.run("init", "cpd").err.splitlines()[1].startswith("next: ")


@pytest.mark.parametrize(
    "words",
    [
        ["undo"],
        ["undo", "--list"],
        ["history", "@1"],
        ["sync"],
        ["check", "--privacy", "--staged"],
        ["plan", "--since", "yesterday"],
    ],
    ids=" ".join,
)
def test_what_asks_a_repository_says_that_there_is_none(shell: Shell, words: list[str]) -> None:
    shell.ok("new", "Talk", "-m", "Words.")
    done = shell.run(*words)
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "cpdlog: This journal is in no git repository, so its changes are not kept."
        " Make it one: git init, and commit what is there.\n"
    )


def test_what_an_undo_removes_can_be_restored_after_other_changes(user: Shell) -> None:
    user.ok("init")
    user.ok("new", "Undone", "-m", "Words that are nowhere else.")
    path = user.folder / "entries/2026/2026-11-23-undone.md"
    said = path.read_text()
    assert user.run("undo", "--yes").err.splitlines()[-1] == (
        "removed entries/2026/2026-11-23-undone.md  bring it back: cpdlog restore 2026-11-23-undone"
    )
    user.ok("new", "Another", "-m", "Words.")
    assert user.ok("restore") == "entries/2026/2026-11-23-undone.md\n"
    user.ok("restore", "undone")
    assert path.read_text() == said
    assert user.bash("git status --short entries").out == ""


def test_an_undo_that_cannot_be_done_keeps_nothing(user: Shell) -> None:
    user.ok("init")
    user.ok("new", "Talk", "-m", "Words.")
    (user.folder / ".git/MERGE_HEAD").touch()
    assert user.run("undo", "--yes").code == 6
    assert user.ok("restore") == ""


def test_several_files_that_an_undo_removes_are_counted(user: Shell) -> None:
    user.ok("init")
    (user.folder / "proof.txt").write_text("Proof.\n")
    user.ok("new", "Talk", "-m", "Words.", "--evidence", "proof.txt")
    told = user.run("undo", "--yes").err.splitlines()[-1]
    assert told == "removed 2 files  list them: cpdlog restore"
    assert sorted(user.ok("restore").splitlines()) == [
        "entries/2026/2026-11-23-talk.md",
        "proof.txt",
    ]
