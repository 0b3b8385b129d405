"""Ratings on a terminal and off it, and what is kept of them."""

from pathlib import Path

from tests.cli.dialogue import talk
from tests.cli.shell import Shell

OWN = """\
schema: cpdlog/framework@1
id: ours
title: Ours
scale: {min: 0, max: 2}
sections:
  - {id: "1", name: Cataloguing}
  - {id: "2", name: Enquiries}
  - {id: "3", name: Teaching}
"""


def ours(shell: Shell) -> Shell:
    folder = shell.folder / "frameworks"
    folder.mkdir()
    (folder / "ours.yaml").write_text(OWN)
    return shell


def kept(shell: Shell, name: str) -> str:
    return (shell.folder / "skills" / f"{name}.yaml").read_text()


def test_each_section_is_asked_for_on_a_terminal(shell: Shell) -> None:
    ours(shell)
    done = talk(
        shell,
        ("skills", "rate", "--framework", "ours"),
        ("1  Cataloguing:", "3\n"),
        ("'3' is not from 0 to 2.", "2\n"),
        ("why, and what next:", "Ten years of it\n"),
        ("2  Enquiries:", "n\n"),
        ("why, and what next:", "\n"),
        ("3  Teaching:", "\n"),
    )
    assert done.code == 0
    assert "saved skills/2026-11-23-ours.yaml  2 sections rated" in done.out
    assert kept(shell, "2026-11-23-ours") == (
        "schema: cpdlog/skills@1\nframework: ours\ndate: 2026-11-23\n"
        'ratings: {"1": 2, "2": not relevant}\ncomments: {"1": Ten years of it}\n'
    )


def test_enter_keeps_a_rating_and_a_dash_takes_it_back(shell: Shell) -> None:
    ours(shell)
    shell.ok(
        "skills", "rate", "-f", "ours", "1=1", "2=2", "--comment", "2=Well", "-d", "2026-01-05"
    )
    done = talk(
        shell,
        ("skills", "rate"),
        ("1  Cataloguing [1]:", "-\n"),
        ("2  Enquiries [2]:", "\n"),
        ("3  Teaching:", "0\n"),
        ("why, and what next:", "To learn\n"),
    )
    assert done.code == 0
    assert 'ratings: {"2": 2, "3": 0}\ncomments: {"2": Well, "3": To learn}\n' in kept(
        shell, "2026-11-23-ours"
    )


def test_ratings_of_one_day_are_one_file_edited_in_place(shell: Shell) -> None:
    ours(shell)
    shell.ok("skills", "rate", "-f", "ours", "1=1", "2=2", "--comment", "1=Some")
    path = shell.folder / "skills" / "2026-11-23-ours.yaml"
    path.write_text(f"# mine\n{path.read_text()}")
    shell.ok("skills", "rate", "1=2", "2=-", "--comment", "1=-", "--comment", "2=None")
    assert kept(shell, "2026-11-23-ours") == (
        "# mine\nschema: cpdlog/skills@1\nframework: ours\ndate: 2026-11-23\n"
        'ratings: {"1": 2}\ncomments: {"2": None}\n'
    )


def test_ratings_for_a_job_stand_beside_those_for_none(shell: Shell) -> None:
    ours(shell)
    shell.ok("skills", "rate", "-f", "ours", "1=1")
    shell.ok("skills", "rate", "--role", "law", "2=2")
    assert kept(shell, "2026-11-23-ours-law").endswith('role: law\nratings: {"2": 2}\n')
    assert 'ratings: {"1": 1}\n' in kept(shell, "2026-11-23-ours")


def test_nothing_rated_is_nothing_written(shell: Shell) -> None:
    ours(shell)
    assert shell.run("skills", "rate", "-f", "ours", "1=-").code == 2
    assert shell.run("skills", "rate", "-f", "ours", "1").code == 2
    assert shell.run("skills", "rate", "-f", "ours", "1=2", "--comment", "9=x").code == 2
    assert not (shell.folder / "skills").exists()


def test_which_framework_is_asked_where_there_are_several(shell: Shell) -> None:
    done = ours(shell).run("skills", "show")
    assert (done.code, done.err) == (
        2,
        "cpdlog: Which framework? Say --framework ID: ours, pksb-2013.\n",
    )


def test_a_file_of_the_day_with_faults_is_left_as_it_is(shell: Shell) -> None:
    ours(shell)
    shell.ok("skills", "rate", "-f", "ours", "1=1")
    path = shell.folder / "skills" / "2026-11-23-ours.yaml"
    path.write_text(path.read_text().replace('"1": 1', '"1": 9'))
    before = path.read_bytes()
    assert shell.run("skills", "rate", "-f", "ours", "1=2").code == 5
    assert path.read_bytes() == before
    done = shell.run("check")
    assert done.code == 3
    assert "'9' is not from 0 to 2." in " ".join(done.out.split())


def test_a_framework_with_faults_is_told(shell: Shell) -> None:
    ours(shell)
    (shell.folder / "frameworks" / "broken.yaml").write_text(OWN.replace("ours", "other"))
    listed = " ".join(shell.ok("framework", "list", "--format", "table").split())
    assert listed.endswith("1 fault keeps frameworks out of this list: cpdlog check")


def test_two_snapshots_are_needed_to_compare(shell: Shell) -> None:
    ours(shell)
    shell.ok("skills", "rate", "-f", "ours", "1=1")
    assert shell.run("skills", "diff").code == 4
    assert shell.run("skills", "diff", "--since", "2026-11-23").code == 4
    shell.ok("skills", "rate", "1=1", "-d", "2026-01-01")
    assert "No rating is another." in shell.ok("skills", "diff")


def test_a_job_without_gaps_says_so(shell: Shell) -> None:
    ours(shell)
    shell.ok("skills", "rate", "-f", "ours", "1=2")
    shell.ok("skills", "rate", "--target", "--role", "law", "1=1")
    assert "There is no gap" in shell.ok("skills", "gaps", "--role", "law")
    told = shell.ok("skills", "show", "--role", "wine")
    assert "Nobody has written down what 'wine' asks for" in told


def test_an_imported_copy_takes_the_place_of_what_comes_with_cpdlog(shell: Shell) -> None:
    table = shell.folder / "ours.csv"
    table.write_text("id,name,about\n1,Organising,What it means\n")
    shell.ok("framework", "import", "ours.csv", "--id", "pksb-2013")
    told = shell.ok("framework", "show", "pksb")
    assert told.startswith("Professional Knowledge and Skills Base (2013)\n")
    assert "1  Organising What it means\n" in told
    assert shell.run("framework", "import", "ours.csv", "--id", "x", "--scale", "4-0").code == 2
    assert Path(shell.folder, "frameworks", "private", ".gitignore").exists()


def test_a_model_of_ones_own_opens_in_the_editor(shell: Shell) -> None:
    editor = shell.folder / "editor.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/^title: .*/title: Mine/" "$1"\n')
    editor.chmod(0o755)
    done = shell.terminal("template", "new", "mine", EDITOR=str(editor))
    assert done.code == 0
    assert (shell.folder / "templates" / "mine.md").read_text().startswith("---\ntitle: Mine\n")
    done = shell.terminal("template", "new", "other", "--no-edit")
    assert "templates/other.md" in done.out


def test_a_model_with_a_fault_is_told_by_check(shell: Shell) -> None:
    shell.ok("template", "new", "mine")
    path = shell.folder / "templates" / "mine.md"
    path.write_text(path.read_text().replace("title: mine", "limit: many"))
    done = shell.run("check")
    assert done.code == 3
    assert "templates/mine.md:2: limit: 'many' is not a number." in done.out
    assert "templates/mine.md:2: title: 'title' is missing." in " ".join(done.out.split())
