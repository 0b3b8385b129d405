"""A journal that somebody else made runs nothing, whatever it holds and whoever wrote in it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import PROGRAM, Shell
from tests.hostile.corpus import ESCAPES
from tests.hostile.world import ACTING

pytestmark = pytest.mark.usefixtures("unmeasured")

# What cpdlog imports besides itself; more than the names that it imports today.
MODULES = [
    *("click", "yaml", "_yaml", "rich", "frontmatter", "jinja2", "markdown_it", "sqlite3", "json"),
    *("csv", "fcntl", "hashlib", "shutil", "subprocess", "tempfile", "difflib", "marshal", "zlib"),
    *("decimal", "datetime", "unicodedata", "typing_extensions", "pygments", "readline", "glob"),
    *("sitecustomize", "usercustomize", "toml", "xml", "html", "string", "textwrap", "socket"),
]
PROGRAMS = ["git", "nano", "vi", "sensible-editor", "less", "more", "pager", "sh", "stty", "tput"]
COMMANDS = [
    *(["list"], ["report"], ["report", "--format", "table"], ["check"], ["next"], ["show", "@1"]),
    *(["new", "Talk", "-m", "Words."], ["set", "@1", "outcome=x"], ["history", "@1"]),
    *(["undo", "--yes"], ["search", "words"], ["plan", "--since", "-1mo"], ["sync"], ["--help"]),
]


@pytest.fixture
def cloned(shell: Shell) -> Shell:
    """A journal in a repository that brings along modules and programs of its own."""
    shell.bash("git config --global user.name Ada && git config --global user.email a@b.c")
    shell.bash("git init -q && git add cpdlog.yaml && git commit -qm begun")
    alarm = f"open({str(shell.folder / 'ran')!r}, 'a').write(__name__)\n"
    for name in MODULES:
        (shell.folder / f"{name}.py").write_text(alarm)
    for name in PROGRAMS:
        program = shell.folder / name
        program.write_text(f"#!/bin/sh\necho {name} >> '{shell.folder}/ran'\n")
        program.chmod(0o755)
    return shell


def ran(shell: Shell) -> str:
    place = shell.folder / "ran"
    return place.read_text() if place.exists() else ""


@pytest.mark.parametrize("path", ["", ":", "."], ids=["none", "empty part", "dot"])
def test_the_program_imports_nothing_from_the_folder_one_stands_in(
    cloned: Shell, path: str
) -> None:
    environ = {"PYTHONPATH": path} if path else {}
    for name in ("sitecustomize", "usercustomize") if path else ():
        (cloned.folder / f"{name}.py").unlink()  # Python runs these before any program
    for words in COMMANDS[:7]:
        done = cloned.process(*words, **environ)
        assert "Traceback" not in done.err
        assert ran(cloned) == "", words


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_module_runs_nothing_that_lies_there(cloned: Shell, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpdlog", *words],
        cwd=cloned.folder,
        env=cloned.environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    assert ran(cloned) == ""


def test_git_is_not_taken_from_the_journal_though_the_path_leads_there(cloned: Shell) -> None:
    path = f".::{cloned.environ['PATH']}"
    done = cloned.process("new", "Talk", "-m", "Words.", PATH=path)
    assert done.code == 0
    assert "not committed" not in done.err
    assert ran(cloned) == ""


def test_a_folder_that_is_gone_is_told_in_a_sentence(shell: Shell) -> None:
    (shell.folder / "gone").mkdir()
    program = f"rmdir ../gone && '{PROGRAM}'"
    done = shell.bash(f"cd gone && {program} list; {sys.executable} -m cpdlog list")
    assert "Traceback" not in done.err
    assert done.err.count("cpdlog: ") == 2
    assert done.code == 4


# Repositories that somebody else wrote in


@pytest.fixture
def signed(shell: Shell) -> Shell:
    """A repository whose author, subjects, branch and remote hold signs that act."""
    name = "".join(text for text in ESCAPES.values() if "\n" not in text)
    config = f'[user]\n\tname = "{quoted(name)}"\n\temail = "{quoted(name)}@x"\n'
    (shell.home / ".gitconfig").write_text(config)
    shell.bash("git init -q -b main && git add cpdlog.yaml && git commit -qm begun")
    shell.ok("new", "Talk", "-m", "Words.")
    subprocess.run(
        ["git", "commit", "-q", "--allow-empty", "-m", f"{name}\n\nCpdlog: change"],
        cwd=shell.folder,
        env=shell.environ,
        check=True,
    )
    url = f"https://ada:secret@127.0.0.1:1/{name}"
    subprocess.run(
        ["git", "remote", "add", "origin", url], cwd=shell.folder, env=shell.environ, check=True
    )
    shell.ok("set", "@1", "outcome=learnt")
    return shell


def quoted(text: str) -> str:
    """A text as git's settings have it in quotes."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


@pytest.mark.parametrize(
    "words",
    [
        *(["history", "@1"], ["history", "@1", "--json"], ["history", "@1", "--diff"]),
        *(["undo", "--list"], ["undo", "--list", "--json"], ["undo", "--yes"], ["sync"]),
        *(["plan", "--since", "2026-11-23"], ["new", "Second", "-m", "x"]),
    ],
    ids=" ".join,
)
def test_what_others_wrote_in_the_repository_cannot_act(signed: Shell, words: list[str]) -> None:
    done = signed.run(*words)
    assert "Traceback" not in done.err
    assert not ACTING.search(done.out + done.err)
    assert "secret" not in done.out + done.err
    if "--json" in words:
        json.loads(done.out)


def test_a_remote_that_is_an_option_or_a_program_is_not_run(shell: Shell) -> None:
    shell.bash("git config --global user.name Ada && git config --global user.email a@b.c")
    shell.bash("git init -q -b main && git add cpdlog.yaml && git commit -qm begun")
    for url in ("--upload-pack=touch ran", "ext::sh -c touch% ran", "-oProxyCommand=touch ran"):
        (shell.folder / ".git/config").write_text(
            '[remote "origin"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n'
            f'\turl = {url}\n[branch "main"]\n\tremote = origin\n\tmerge = refs/heads/main\n'
        )
        done = shell.run("sync")
        assert done.code == 6
        assert "Traceback" not in done.err
        assert not Path(shell.folder / "ran").exists()
