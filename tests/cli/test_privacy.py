import json
import shutil

import pytest

from tests.cli.shell import Shell, editor

# From the range of the NHS that is kept for tests; its check digit is right.
NUMBER = "999 000 0018"
IDENTITY = "[user]\nname = Sample\nemail = sample@example.org\n"


@pytest.fixture
def journal(empty: Shell) -> Shell:
    (empty.home / ".gitconfig").write_text(IDENTITY)
    empty.ok("init", "--hook")
    with (empty.folder / "cpdlog.yaml").open("a") as settings:
        settings.write("privacy: {profiles: [general, health]}\n")
    assert empty.bash("git add -A && git commit -qm settings").code == 0
    return empty


def test_what_may_identify_somebody_is_told_when_it_is_written(journal: Shell) -> None:
    done = journal.run("new", "A clinic", "-m", "I wrote to jo@example.org.")
    assert done.code == 0
    assert "look: entries/2026/2026-11-23-a-clinic.md:6:12: 'jo@example.org'" in done.err


def test_the_hook_stops_a_number_whose_check_digit_and_words_agree(journal: Shell) -> None:
    done = journal.run("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it.")
    assert done.code == 0
    assert done.err.splitlines()[-1] == (
        "saved, not committed: a hook of this repository refused it:"
        f" stop: entries/2026/2026-11-23-a-clinic.md:6:16: '{NUMBER}':"
        " An NHS number belongs to one patient. Leave it out."
        " Correct it, which commits it: cpdlog edit 2026-11-23-a-clinic"
    )
    assert journal.bash("git log --format=%s").out.split("\n")[0] == "settings"
    assert journal.run("check", "--privacy").code == 3


def test_an_entry_that_the_hook_refused_is_committed_once_it_is_corrected(journal: Shell) -> None:
    journal.ok("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it.")
    told = journal.run("rename", "@1", "A morning").err.splitlines()[-1]
    assert told.endswith("Correct it, which commits it: cpdlog edit 2026-11-23-a-morning")
    corrects = editor(journal.folder, f"sed -i 's/ {NUMBER}//' $1")
    said = journal.terminal(*told.split(": ")[-1].split()[1:], EDITOR=corrects)
    assert (said.code, said.out) == (0, "saved entries/2026/2026-11-23-a-morning.md\n")
    assert journal.bash("git log --format=%s").out.split("\n")[0] == "edit: A morning"
    assert journal.bash("git status --short entries").out == ""


def test_an_entry_that_was_never_committed_is_removed_without_a_word_of_git(
    journal: Shell,
) -> None:
    for staged in (False, True):
        journal.ok("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it.")
        if staged:
            journal.bash("git add entries")
        assert journal.run("remove", "@1", "--yes").err == (
            "removed entries/2026/2026-11-23-a-clinic.md"
            "  bring it back: cpdlog restore 2026-11-23-a-clinic\n"
        )
        assert journal.bash("git status --short entries").out == ""


def test_what_is_staged_is_told_on_one_line_a_finding(journal: Shell) -> None:
    journal.ok("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it, and Dr Vane.")
    journal.bash("git add entries")
    done = journal.run("check", "--privacy", "--staged")
    assert done.code == 3
    assert [line.split(": ")[0] for line in done.out.splitlines()] == [
        "stop",
        "look",
        "1 file looked at",
    ]
    assert json.loads(journal.run("check", "--staged", "--json").out)["stops"] is True


def test_the_hook_lets_the_rest_through(journal: Shell) -> None:
    done = journal.run("new", "A clinic", "-m", "Nobody is in it.")
    assert "not committed" not in done.err
    assert journal.bash("git log --format=%s").out.split("\n")[0] == "entry: A clinic"


def test_a_finding_that_is_accepted_with_a_reason_stops_nothing(journal: Shell) -> None:
    accepted = f'<!-- privacy: accepted "{NUMBER}" because it is a test number -->'
    journal.ok("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it.\n\n{accepted}")
    found = json.loads(journal.ok("check", "--privacy", "--json"))
    assert found["stops"] is False
    assert [it["accepted"] for it in found["findings"]] == ["it is a test number"]


STOPPED = (
    "cpdlog: Nothing was written, because of what is told above."
    ' Reword it, or keep it with a reason: <!-- privacy: accepted "…" because … -->'
)


@pytest.fixture
def health(shell: Shell) -> Shell:
    """A journal without git, so that nothing is said of commits."""
    with (shell.folder / "cpdlog.yaml").open("a") as settings:
        settings.write("privacy: {profiles: [general, health]}\n")
    return shell


@pytest.mark.parametrize("option", ["--html", "--svg"])
def test_a_page_or_picture_that_identifies_somebody_is_not_written(
    health: Shell, option: str
) -> None:
    """`next`, which both of them show, names an entry that waits for its reflection."""
    health.ok("new", f"NHS number {NUMBER} & Dr Vane", "-m", "")
    path = "entries/2026/2026-11-23-nhs-number-999-000-0018-dr-vane.md"
    done = health.run("report", option, "page")
    assert done.code == 3
    lines = done.err.splitlines()
    assert lines[0].startswith(f"stop: {path}:2:19: '{NUMBER}'")
    assert lines[1].startswith(f"look: {path}:2:34: 'Dr Vane'")
    assert lines[2:] == [STOPPED]
    assert not (health.folder / "page").exists()
    with (health.folder / path).open("a") as entry:
        entry.write(f'<!-- privacy: accepted "{NUMBER}" because it is a test number -->\n')
    assert health.run("report", option, "page").err.splitlines() == [lines[1], "written page"]


def test_what_a_page_does_not_show_stops_it_not(health: Shell) -> None:
    health.ok("new", "A clinic", "-m", f"The NHS number {NUMBER} was on it, and Dr Vane.")
    done = health.run("report", "--html", "page.html", "--svg", "report.svg")
    assert done.code == 0
    assert done.err == "written report.svg\nwritten page.html\n"


def test_of_two_files_none_is_written_where_one_identifies_somebody(health: Shell) -> None:
    health.ok("goal", "add", f"Learn from patient {NUMBER}", "--target", "3 talks", "--due", "eoy")
    done = health.run("report", "hours", "--svg", "hours.svg", "--html", "page.html")
    assert done.code == 3
    assert not (health.folder / "hours.svg").exists()
    assert not (health.folder / "page.html").exists()
    assert health.run("report", "hours", "--svg", "hours.svg").err == "written hours.svg\n"


def test_what_leaves_the_house_is_made_of_the_files_alone(health: Shell) -> None:
    shutil.rmtree(health.home / ".cache")
    health.ok("report", "--html", "page.html", "--svg", "report.svg")
    assert not (health.home / ".cache").exists()
    health.ok("report")
    assert (health.home / ".cache").exists()


def test_the_denylist_is_kept_outside_the_journal(journal: Shell) -> None:
    folder = journal.home / ".config" / "cpdlog"
    folder.mkdir(parents=True)
    (folder / "denylist.txt").write_text("Penelope  # who must not be named\n")
    done = journal.run("new", "Talk", "-m", "penelope was there.")
    assert "'penelope'" in done.err


def test_a_hook_in_a_sub_folder_of_a_repository_looks_at_the_journal(empty: Shell) -> None:
    (empty.home / ".gitconfig").write_text(IDENTITY)
    assert empty.bash("git init -q .").code == 0
    empty.ok("init", "my cpd", "--hook")
    hook = (empty.folder / ".git" / "hooks" / "pre-commit").read_text()
    assert "cpdlog --journal 'my cpd' check --privacy --staged" in hook
    done = empty.run("-j", "my cpd", "new", "Talk", "-m", "Nobody is in it.")
    assert done.err == "saved entries/2026/2026-11-23-talk.md\n"


def test_a_hook_of_the_users_own_is_not_changed(empty: Shell) -> None:
    assert empty.bash("git init -q . && echo '#!/bin/sh' > .git/hooks/pre-commit").code == 0
    assert empty.run("init", "--hook").code == 5
    assert (empty.folder / ".git" / "hooks" / "pre-commit").read_text() == "#!/bin/sh\n"


def test_doctor_says_where_everything_is_and_nothing_of_what_is_written(journal: Shell) -> None:
    journal.ok("new", "A secret", "-m", "words")
    facts = json.loads(journal.ok("doctor", "--json"))["facts"]
    assert facts["journal"] == str(journal.folder)
    assert facts["denylist"].endswith("/.config/cpdlog/denylist.txt")
    assert "secret" not in str(facts)


def test_doctor_says_what_keeps_changes_from_being_committed(journal: Shell) -> None:
    def hindrances() -> list[str]:
        lines = journal.ok("doctor").splitlines()
        return [it.partition("\t")[2] for it in lines if it.startswith("no commits\t")]

    assert hindrances() == []
    lock = journal.folder / ".git/index.lock"
    lock.touch()
    told = f"a git is at work, or was killed. If none is running: rm '{lock}'"
    assert hindrances() == [told]
    (journal.folder / ".git/MERGE_HEAD").touch()
    assert hindrances() == ["a merge is under way in this repository", told]
