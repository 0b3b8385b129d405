"""One journal with every kind of bad file that the format names, beside good ones."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell

GOOD = "---\ntitle: Good {n}\ndate: 2026-11-0{n}\nhours: 1h30\ngoals: [visits]\n---\n\nWords.\n"
HEAD = "title: Bad\ndate: 2026-11-01\n"

# Each bad entry: what it says, the line of its fault (0 for the whole file), and words of it.
BAD: dict[str, tuple[bytes, int, str]] = {
    "none": (b"Just words.\n", 1, "front matter"),
    "nothing": (b"", 0, "empty"),
    "empty": (b"---\n---\n\nWords\n", 2, "empty"),
    "list": (b"---\n- a\n- b\n---\n", 2, "key: value"),
    "scalar": (b"---\nwords\n---\n", 2, "key: value"),
    "open": (b"---\n" + HEAD.encode() + b"\nWords that go on\n", 1, "never closed"),
    "twice": (b"---\n" + HEAD.encode() + b"title: Again\n---\n", 4, "twice"),
    "tag": (b"---\n" + HEAD.encode() + b"x: !!python/object:os.system {}\n---\n", 4, "tag"),
    "alias": (b"---\ntitle: &a Bad\ndate: 2026-11-01\noutcome: *a\n---\n", 2, "&"),
    "deep": (b"---\n" + HEAD.encode() + b"x: " + b"[" * 60 + b"]" * 60 + b"\n---\n", 4, "deep"),
    "abyss": (b"---\n" + HEAD.encode() + b"x: " + b"[" * 30000 + b"\n---\n", 4, ""),
    "colon": (b"---\ntitle: Course: part 2\ndate: 2026-11-01\n---\n", 2, "quotes"),
    "date": (b"---\ntitle: Bad\ndate: 2026-02-30\n---\n", 3, "2026-02-30"),
    "date-form": (b"---\ntitle: Bad\ndate: 2026-1-2\n---\n", 3, "2026-01-02"),
    "no-title": (b"---\ndate: 2026-11-01\n---\n", 2, "title"),
    "no-date": (b"---\ntitle: Bad\n---\n", 2, "date"),
    "hours": (b"---\n" + HEAD.encode() + b"hours: lots\n---\n", 4, "duration"),
    "comma": (b"---\n" + HEAD.encode() + b"hours: 1,5\n---\n", 4, "1.5"),
    "markers": (
        b"---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\ndate: 2026-11-01\n---\n",
        2,
        "merge",
    ),
    "latin": (b"---\ntitle: caf\xe9\ndate: 2026-11-01\n---\n", 2, "UTF-8"),
    "utf16": ("---\ntitle: Bad\n---\n".encode("utf-16"), 0, "UTF-16"),
    "nul": (b"---\ntitle: B\x00d\ndate: 2026-11-01\n---\n", 2, ""),
    "escape": (b"---\ntitle: \x1b]0;x\x07\ndate: 2026-11-01\n---\n", 2, ""),
    "tab": (b"---\ntitle:\tBad\n\tdate: 2026-11-01\n---\n", 2, "tab"),
}

READING = [
    ["list"],
    ["list", "--json"],
    ["list", "--plain"],
    ["report"],
    ["report", "--json"],
    ["report", "--plain"],
    ["goal", "list"],
    ["goal", "show", "visits"],
    ["goal", "check"],
    ["show", "good-1"],
    [],
]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("bad"))
    shell.ok("init", "--no-git")
    shell.ok(
        "goal", "add", "Visits", "--target", "20 hours", "--start", "2026-10-01", "--due", "eoy"
    )
    folder = shell.folder / "entries" / "2026"
    folder.mkdir(parents=True)
    for number in range(1, 6):
        (folder / f"2026-11-0{number}-good-{number}.md").write_text(GOOD.format(n=number))
    for name, (data, _, _) in BAD.items():
        (folder / f"2026-11-01-{name}.md").write_bytes(data)
    return shell


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_the_good_ones_are_counted_and_nothing_is_a_traceback(
    shell: Shell, words: list[str]
) -> None:
    done = shell.run(*words)
    assert done.code == 0
    assert "Traceback" not in done.err
    assert "\x1b" not in done.out


def test_the_sum_is_that_of_the_good_ones(shell: Shell) -> None:
    assert len(json.loads(shell.ok("list", "--json"))["entries"]) == 5
    report = json.loads(shell.ok("report", "--json"))
    assert report["minutes"]["recorded"] == 5 * 90
    assert report["goals"][0]["done"] == 7.5


def test_check_names_each_bad_file_with_its_line_and_changes_none(shell: Shell) -> None:
    done = shell.run("check", "--json")
    assert done.code == 3
    problems = json.loads(done.out)["problems"]
    for name, (data, line, words) in BAD.items():
        path = f"entries/2026/2026-11-01-{name}.md"
        found = [it for it in problems if it["path"] == path and it["severity"] == "error"]
        assert found, name
        told = f"{found[0]['message']} {found[0]['hint'] or ''}"
        assert words in told, (name, told)
        assert found[0]["line"] == line, (name, found[0])
        assert (shell.folder / path).read_bytes() == data
    good = [it for it in problems if "good" in it["path"]]
    assert good == []


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_not_edited(shell: Shell, name: str) -> None:
    path = shell.folder / "entries" / "2026" / f"2026-11-01-{name}.md"
    done = shell.run("set", f"2026-11-01-{name}", "hours=2")
    assert done.code in (4, 5)
    assert path.read_bytes() == BAD[name][0]


def test_completion_is_silent_where_the_settings_are_broken(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.ok("init", "--no-git")
    (tmp_path / "cpdlog.yaml").write_bytes(b"\xff\x00{")
    done = shell.bash(
        "COMP_WORDS='cpdlog list --role ' COMP_CWORD=3 _CPDLOG_COMPLETE=bash_complete cpdlog"
    )
    assert done.out.strip() == ""
    assert done.err == ""
