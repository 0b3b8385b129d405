from tests.cli.shell import Shell

IDENTITY = "[user]\nname = Sample\nemail = sample@example.org\n"


def test_words_that_git_does_not_have_come_back_too(empty: Shell) -> None:
    (empty.home / ".gitconfig").write_text(IDENTITY)
    empty.ok("init")
    by_hand = empty.folder / "entries" / "2026-11-01-by-hand.md"
    by_hand.parent.mkdir()
    by_hand.write_text("---\ntitle: By hand\ndate: 2026-11-01\n---\n\nNowhere else.\n")
    said = by_hand.read_text()
    empty.ok("remove", "by-hand", "--yes")
    assert not by_hand.exists()
    empty.ok("restore", "by-hand")
    assert by_hand.read_text() == said
    assert empty.bash("git status --short entries").out == ""


def test_an_entry_comes_back_when_other_changes_came_after_it(empty: Shell) -> None:
    (empty.home / ".gitconfig").write_text(IDENTITY)
    empty.ok("init")
    empty.ok("new", "First", "-m", "words")
    empty.ok("new", "Second", "-m", "words")
    empty.ok("remove", "first", "--yes")
    empty.ok("set", "second", "hours=2")
    empty.ok("restore", "first")
    assert empty.ok("list").count("\n") == 2


def test_without_git_it_comes_back_as_well(shell: Shell) -> None:
    shell.ok("new", "First", "-m", "words")
    shell.ok("remove", "@1", "--yes")
    assert shell.ok("restore") == "entries/2026/2026-11-23-first.md\n"
    shell.ok("restore", "first")
    assert shell.ok("restore") == ""


def test_nothing_is_removed_without_a_yes(shell: Shell) -> None:
    shell.ok("new", "First", "-m", "words")
    assert shell.run("remove", "@1").code == 2
    done = shell.terminal("remove", "@1", typed="n\n")
    assert done.code == 1
    assert shell.ok("list").count("\n") == 1


def test_the_latest_is_the_one_that_was_written_last(shell: Shell) -> None:
    shell.ok("new", "Zebra", "-m", "words")
    shell.ok("new", "Aardvark", "-m", "words")
    assert shell.ok("show", "@1").startswith("Aardvark")
    assert shell.ok("show", "@2").startswith("Zebra")


def test_a_pipe_that_nobody_asked_for_is_told(shell: Shell) -> None:
    done = shell.run("new", "Notes", typed="what I wrote\n")
    assert "put '-' after the title" in done.err


def test_what_a_key_does_not_take_is_refused(shell: Shell) -> None:
    shell.ok("new", "First", "-m", "words")
    for change in ("houres=2", "id=x", "role=nope", "type=nope", "goals+=nope", "share=boss"):
        done = shell.run("set", "@1", change)
        assert (done.code, done.err.count("\n")) == (2, 1), done
    assert shell.run("set", "@1", "evidence+=nofile.pdf").code == 4
    assert shell.run("set", "@1", "mood=fine").code == 0


def test_a_file_that_cannot_be_read_is_named_where_it_is_meant(shell: Shell) -> None:
    shell.ok("new", "First", "-m", "words")
    path = shell.folder / "entries/2026/2026-11-23-first.md"
    path.write_text(path.read_text().replace("date:", "date: x #"))
    done = shell.run("show", "first")
    assert done.code == 5
    assert "2026-11-23-first.md:3: date:" in done.err
    assert "1 file could not be read: cpdlog check" in shell.run("list").err
