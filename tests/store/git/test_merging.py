"""What becomes of files that two machines changed; each case is a whole sync of two clones."""

import os

import pytest

from cpdlog.errors import GitFailed
from cpdlog.store.git.sync import Synced, sync
from cpdlog.store.git.textmerge import bodies_merged
from cpdlog.store.git.undo import changes
from tests.store.git.conftest import Pair, Place

GOAL, TALK = "goals/law.md", "entries/2026/2026-11-23-talk.md"
BODY = "\nFirst.\n\nSecond.\n\nThird.\n"
TEXT = f"---\ntitle: Law\ndue: 2026-11-01\ntags: [a]\n---\n{BODY}"


def joined(pair: Pair) -> Synced:
    """Sync ours, then theirs, which must be equal and clean then."""
    done = sync(pair.one.repository)
    sync(pair.other.repository)
    assert files(pair.one) == files(pair.other)
    assert pair.one.status() == pair.other.status() == []
    assert "+<<<<<<<" not in pair.one.git("log", "-p", "-m")
    return done


def files(place: Place) -> dict[str, bytes]:
    names = place.git("ls-files", "-z").split("\0")[:-1]
    return {
        name: os.fsencode(os.readlink(place.root / name))
        if (place.root / name).is_symlink()
        else (place.root / name).read_bytes()
        for name in names
    }


def text(pair: Pair, path: str) -> str:
    return (pair.one.root / path).read_text()


def test_a_goal_is_merged_key_by_key_and_unequal_values_are_stated(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    pair.apart(
        GOAL,
        TEXT.replace("2026-11-01", "2026-12-01").replace("[a]", "[a, mine]"),
        TEXT.replace("2026-11-01", "2026-12-31").replace("[a]", "[a, theirs]\nrole: law"),
    )
    done = joined(pair)
    assert done.conflicts == ((GOAL, ("due",)),)
    assert text(pair, GOAL) == (
        "---\ntitle: Law\ndue: 2026-12-01\ntags: [a, mine, theirs]\nrole: law\n"
        f"conflict:\n  due: [2026-12-31]\n---\n{BODY}"
    )
    assert pair.one.git("log", "-1", "--format=%B") == (
        f"sync: joined with origin\n\nIn conflict: {GOAL} (due)\n\n"
    )
    assert changes(pair.one.repository, 5) == []


def test_a_body_is_merged_by_git_and_where_that_fails_both_texts_are_kept(pair: Pair) -> None:
    pair.base(TALK, TEXT)
    pair.apart(
        TALK,
        TEXT.replace("First", "Mine at first").replace("Second", "Mine"),
        TEXT.replace("Third", "Theirs at last").replace("Second", "Theirs <<<<<<<<<"),
    )
    done = joined(pair)
    assert done.conflicts == ((TALK, ("body",)),)
    assert text(pair, TALK).split("---\n", 2)[2] == (
        "\nMine at first.\n\n"
        "<!-- conflict: one text -->\nMine.\n"
        "<!-- conflict: the other text -->\nTheirs <<<<<<<<<.\n"
        "<!-- conflict: end -->\n\nTheirs at last.\n"
    )
    assert 'conflict:\n  body: ["both texts are below, between the comments"]\n' in (
        text(pair, TALK)
    )


def test_the_same_new_name_on_two_machines_becomes_two_files(pair: Pair) -> None:
    pair.base("goals/law-2.md", "taken\n")
    pair.apart(GOAL, "mine\n", "theirs\n")
    done = joined(pair)
    assert done.moved == ((GOAL, "goals/law-3.md"),)
    assert (text(pair, GOAL), text(pair, "goals/law-3.md")) == ("theirs\n", "mine\n")
    assert text(pair, "goals/law-2.md") == "taken\n"
    assert f"Moved: {GOAL} to goals/law-3.md\n" in pair.one.git("log", "-1", "--format=%B")


def test_the_same_new_file_on_two_machines_is_one(pair: Pair) -> None:
    pair.one.commit("goals/one.md", "one\n")
    pair.apart(GOAL, "the same\n", "the same\n")
    assert joined(pair).moved == ()
    assert text(pair, GOAL) == "the same\n"


def test_the_same_change_on_two_machines_is_one_whatever_rights_it_got(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    pair.one.commit("goals/one.md", "one\n")
    pair.apart(GOAL, TEXT + "more\n", TEXT + "more\n")
    assert joined(pair).conflicts == ()
    (pair.one.root / GOAL).write_text(TEXT)
    (pair.one.root / GOAL).chmod(0o755)
    pair.one.git("commit", "-q", "-a", "-m", "rights")
    pair.other.commit(GOAL, TEXT)
    pair.other.git("push", "-q")
    assert joined(pair).conflicts == ()
    assert (pair.other.root / GOAL).stat().st_mode & 0o111


@pytest.mark.parametrize("remover", ["one", "other"])
def test_what_one_removes_and_the_other_changes_stays(pair: Pair, remover: str) -> None:
    pair.base(GOAL, TEXT)
    edited = TEXT.replace("First", "Edited")
    pair.apart(GOAL, *((None, edited) if remover == "one" else (edited, None)))
    done = joined(pair)
    assert done.kept == (GOAL,)
    assert text(pair, GOAL) == edited


def test_what_both_removed_is_gone(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    pair.one.commit("goals/one.md", "one\n")
    pair.apart(GOAL, None, None)
    assert joined(pair).kept == ()
    assert not (pair.one.root / GOAL).exists()


# Renaming


def rename(place: Place, old: str, new: str, old_text: str = "", new_text: str = "") -> None:
    place.git("mv", old, new)
    if new_text:
        place.write(new, (place.root / new).read_text().replace(old_text, new_text))
    place.git("commit", "-q", "-a", "-m", f"rename {old}")


@pytest.mark.parametrize("renamer", ["one", "other"])
def test_an_edit_follows_a_file_that_the_other_renamed(pair: Pair, renamer: str) -> None:
    pair.base(GOAL, TEXT)
    renaming, editing = (pair.one, pair.other) if renamer == "one" else (pair.other, pair.one)
    rename(renaming, GOAL, "goals/moot.md", "title: Law", "title: Moot")
    rename(renaming, "goals/moot.md", "goals/court.md", "title: Moot", "title: Court")
    editing.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.git("push", "-q")
    done = joined(pair)
    assert (done.conflicts, done.kept, done.moved) == ((), (), ())
    assert not (pair.one.root / GOAL).exists()
    assert text(pair, "goals/court.md") == TEXT.replace("Third", "Edited").replace(
        "title: Law", "title: Court"
    )


def test_of_two_new_names_the_one_that_others_have_is_taken(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    rename(pair.one, GOAL, "goals/mine.md", "title: Law", "title: Mine")
    rename(pair.other, GOAL, "goals/theirs.md", "title: Law", "title: Theirs")
    pair.other.git("push", "-q")
    done = joined(pair)
    assert done.conflicts == (("goals/theirs.md", ("title",)),)
    assert text(pair, "goals/theirs.md").startswith("---\ntitle: Mine\n")
    assert not (pair.one.root / "goals/mine.md").exists()


def test_a_renamed_file_gives_way_to_a_new_one_of_that_name(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    rename(pair.one, GOAL, "goals/moot.md")
    pair.other.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.commit("goals/moot.md", "another\n")
    pair.other.git("push", "-q")
    done = joined(pair)
    assert done.moved == (("goals/moot.md", "goals/moot-2.md"),)
    assert text(pair, "goals/moot.md") == "another\n"
    assert text(pair, "goals/moot-2.md") == TEXT.replace("Third", "Edited")


@pytest.mark.parametrize("remover", ["one", "other"])
def test_what_one_renames_and_the_other_removes_stays_under_its_new_name(
    pair: Pair, remover: str
) -> None:
    pair.base(GOAL, TEXT)
    removing, renaming = (pair.one, pair.other) if remover == "one" else (pair.other, pair.one)
    removing.git("rm", "-q", GOAL)
    removing.git("commit", "-q", "-m", "removed")
    rename(renaming, GOAL, "goals/moot.md")
    pair.other.git("push", "-q")
    assert joined(pair).kept == ("goals/moot.md",)
    assert text(pair, "goals/moot.md") == TEXT


def test_what_was_renamed_and_then_removed_is_removed(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    rename(pair.one, GOAL, "goals/moot.md")
    pair.one.git("rm", "-q", "goals/moot.md")
    pair.one.git("commit", "-q", "-m", "removed")
    pair.other.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.git("push", "-q")
    assert joined(pair).kept == (GOAL,)
    assert text(pair, GOAL) == TEXT.replace("Third", "Edited")


def test_a_name_alone_that_the_other_gave_is_taken(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    rename(pair.other, GOAL, "goals/moot.md")
    pair.one.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.git("push", "-q")
    assert joined(pair).moved == ()
    assert text(pair, "goals/moot.md") == TEXT.replace("Third", "Edited")


def test_a_name_that_was_given_up_and_given_again_is_two_files(pair: Pair) -> None:
    pair.base(GOAL, TEXT)
    rename(pair.one, GOAL, "goals/moot.md")
    pair.one.commit(GOAL, "another one\n")
    pair.other.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.git("push", "-q")
    joined(pair)
    assert text(pair, "goals/moot.md") == TEXT
    assert {text(pair, GOAL), text(pair, "goals/law-2.md")} == {
        *("another one\n", TEXT.replace("Third", "Edited"))
    }


# Evidence, settings and other files of the journal


def test_evidence_of_one_name_becomes_two_and_our_entry_names_ours(pair: Pair) -> None:
    proof, link = "evidence/2026/proof.pdf", "evidence: [evidence/2026/proof.pdf]\n"
    entry = f"---\ntitle: Law\ndate: 2026-11-23\n{link}---\nSee evidence/2026/proof.pdf-old.\n"
    pair.one.commit(TALK, entry)
    pair.other.commit("entries/2026/other.md", entry)
    pair.one.commit("goals/calm.md", TEXT)
    pair.apart(proof, "%PDF mine\0", "%PDF theirs\0")
    done = joined(pair)
    assert done.moved == ((proof, "evidence/2026/proof-2.pdf"),)
    assert text(pair, proof) == "%PDF theirs\0"
    assert text(pair, "evidence/2026/proof-2.pdf") == "%PDF mine\0"
    assert text(pair, TALK) == entry.replace("proof.pdf]", "proof-2.pdf]")
    assert text(pair, "entries/2026/other.md") == entry


def test_an_entry_that_gets_another_name_names_its_own_evidence_too(pair: Pair) -> None:
    proof = "evidence/2026/proof.pdf"
    entry = f"---\ntitle: %s\ndate: 2026-11-23\nevidence: [{proof}]\n---\n"
    pair.apart(TALK, entry % "Mine", entry % "Theirs")
    pair.apart(proof, "%PDF mine\0", "%PDF theirs\0")
    done = joined(pair)
    second = TALK.replace(".md", "-2.md")
    assert set(done.moved) == {(TALK, second), (proof, "evidence/2026/proof-2.pdf")}
    assert text(pair, TALK) == entry % "Theirs"
    assert text(pair, second) == (entry % "Mine").replace("proof.pdf", "proof-2.pdf")


def test_settings_are_merged_and_where_they_conflict_theirs_stay_and_ours_lie_beside(
    pair: Pair,
) -> None:
    pair.base("cpdlog.yaml", "name: Ada\nroles:\n  law: {title: Law}\n")
    pair.apart(
        "cpdlog.yaml",
        "name: Ada\nroles:\n  law: {title: Law}\n  moot: {title: Moot}\n",
        "name: Ada\nroles:\n  law: {title: Law}\n  court: {title: Court}",
    )
    assert joined(pair).moved == ()
    assert text(pair, "cpdlog.yaml") == (
        "name: Ada\nroles:\n  law: {title: Law}\n  moot: {title: Moot}\n  court: {title: Court}\n"
    )
    mine = text(pair, "cpdlog.yaml").replace("Ada", "Eve")
    theirs = text(pair, "cpdlog.yaml").replace("Ada", "Bea")
    pair.apart("cpdlog.yaml", mine, theirs)
    assert joined(pair).moved == (("cpdlog.yaml", "cpdlog-2.yaml"),)
    assert text(pair, "cpdlog.yaml") == theirs
    assert text(pair, "cpdlog-2.yaml") == mine


def test_settings_in_which_git_would_leave_a_key_twice_are_merged_by_key(pair: Pair) -> None:
    lines = "".join(f"key{n}: {n}\n" for n in range(9))
    pair.base("cpdlog.yaml", lines)
    pair.apart("cpdlog.yaml", f"stale_after: 30\n{lines}", f"{lines}stale_after: 30\n")
    joined(pair)
    assert text(pair, "cpdlog.yaml") == f"stale_after: 30\n{lines}"


def test_a_statement_is_merged_as_text_and_a_picture_becomes_two(pair: Pair) -> None:
    statement, picture = "portfolios/law/statement.md", "portfolios/law/me.png"
    pair.base(statement, BODY)
    pair.base(picture, "\0")
    pair.apart(statement, BODY.replace("First", "Mine"), BODY.replace("Third", "Theirs"))
    pair.apart(picture, "\0mine", "\0theirs")
    assert joined(pair).moved == ((picture, "portfolios/law/me-2.png"),)
    assert text(pair, statement) == BODY.replace("First", "Mine").replace("Third", "Theirs")


def test_an_entry_that_cannot_be_read_is_merged_as_text_or_becomes_two(pair: Pair) -> None:
    pair.base(GOAL, BODY)
    pair.apart(GOAL, BODY.replace("First", "Mine"), BODY.replace("Third", "Theirs"))
    assert joined(pair).moved == ()
    pair.apart(GOAL, BODY.replace("First", "One"), BODY.replace("First", "Other"))
    assert joined(pair).moved == ((GOAL, "goals/law-2.md"),)
    assert text(pair, GOAL) == BODY.replace("First", "Other")
    assert text(pair, "goals/law-2.md") == BODY.replace("First", "One")


def test_bodies_that_git_takes_for_no_text_are_both_kept(pair: Pair) -> None:
    text, torn = bodies_merged(pair.one.repository, "", "\0mine", "\0theirs\n")
    assert torn
    assert text == (
        "<!-- conflict: one text -->\n\0mine\n"
        "<!-- conflict: the other text -->\n\0theirs\n"
        "<!-- conflict: end -->\n"
    )


def test_rights_of_a_file_are_merged_too(pair: Pair) -> None:
    pair.base("goals/law.md", TEXT)
    (pair.one.root / GOAL).chmod(0o755)
    pair.one.git("commit", "-q", "-a", "-m", "rights")
    pair.one.commit("goals/one.md", "one\n")
    pair.other.commit(GOAL, TEXT.replace("Third", "Edited"))
    pair.other.git("push", "-q")
    joined(pair)
    assert (pair.other.root / GOAL).stat().st_mode & 0o111
    assert "Edited" in text(pair, GOAL)


# Outside the journal


def in_folder(pair: Pair) -> tuple[Place, Place]:
    """The journals of both in a sub-folder of the repository."""
    pair.base("cpd/cpdlog.yaml", "name: Ada\n")
    return (
        Place(pair.one.root / "cpd", pair.one.environ),
        Place(pair.other.root / "cpd", pair.other.environ),
    )


def test_outside_the_journal_only_what_git_merges_is_merged(pair: Pair) -> None:
    one, _ = in_folder(pair)
    pair.base("code.txt", BODY)
    pair.base("cpd/goals/law.md", TEXT)
    pair.apart("code.txt", BODY.replace("First", "Mine"), BODY.replace("Third", "Theirs"))
    pair.apart("cpd/goals/law.md", TEXT.replace("Law", "Mine"), TEXT.replace("Law", "Theirs"))
    done = sync(one.repository)
    assert done.conflicts == (("goals/law.md", ("title",)),)
    assert text(pair, "code.txt") == BODY.replace("First", "Mine").replace("Third", "Theirs")


@pytest.mark.parametrize(
    ("mine", "theirs", "base"),
    [("mine\n", "theirs\n", "base\n"), ("mine\n", "theirs\n", ""), (None, "theirs\n", "base\n")],
)
def test_what_only_the_user_can_merge_is_left_with_everything_as_it_was(
    pair: Pair, mine: str | None, theirs: str, base: str
) -> None:
    one, _ = in_folder(pair)
    if base:
        pair.base("code.txt", base)
    pair.apart("cpd/goals/law.md", "law\n", "law\n")
    pair.apart("code.txt", mine, theirs)
    head = pair.one.git("rev-parse", "HEAD")
    with pytest.raises(GitFailed) as caught:
        sync(one.repository)
    assert caught.value.message == (
        "'code.txt' was changed here and elsewhere, and only you can join that."
    )
    there = pair.other.git("rev-parse", "HEAD")[:12]
    assert caught.value.hint == (
        f"Merge by hand: git -C '{pair.one.root}' merge {there}, then sync again."
    )
    assert pair.one.git("rev-parse", "HEAD") == head
    assert pair.one.status() == []
    pair.one.git("merge", "-X", "ours", there, ok=False)
    pair.one.git("add", "code.txt", ok=False)
    pair.one.git("commit", "-q", "-m", "by hand", ok=False)
    assert sync(one.repository).received == 0


def test_links_that_both_changed_are_left_to_the_user(pair: Pair) -> None:
    for place, target in ((pair.one, "base"), (pair.one, "mine"), (pair.other, "theirs")):
        if target == "base":
            (place.root / "link").symlink_to(target)
            place.git("add", "link")
            place.git("commit", "-q", "-m", "link")
            place.git("push", "-q")
            pair.other.git("pull", "-q", "--ff-only")
            continue
        (place.root / "link").unlink()
        (place.root / "link").symlink_to(target)
        place.git("commit", "-q", "-a", "-m", target)
    pair.other.git("push", "-q")
    with pytest.raises(GitFailed, match="'link' was changed here and elsewhere"):
        sync(pair.one.repository)


def test_links_that_one_changed_are_taken(pair: Pair) -> None:
    (pair.other.root / "link").symlink_to("goals")
    pair.other.git("add", "link")
    pair.apart("goals/one.md", "one\n", None)
    pair.other.git("commit", "-q", "-m", "link")
    pair.other.git("push", "-q")
    joined(pair)
    assert os.readlink(pair.one.root / "link") == "goals"


def test_a_folder_may_stand_where_the_other_side_had_a_file(pair: Pair) -> None:
    pair.base("notes", "a file\n")
    pair.other.git("rm", "-q", "notes")
    pair.other.commit("notes/a.txt", "in a folder\n")
    pair.other.git("commit", "-q", "-a", "-m", "the file is gone", ok=False)
    pair.other.git("push", "-q")
    pair.one.commit("goals/one.md", "one\n")
    joined(pair)
    assert text(pair, "notes/a.txt") == "in a folder\n"
