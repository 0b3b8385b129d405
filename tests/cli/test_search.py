import json

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def searched(shell: Shell) -> Shell:
    shell.ok("new", "Law library visit", "-m", "Statutes stand by their short titles.", "-H", "2h")
    shell.ok("new", "A day in the café", "-d", "2026-11-02", "-t", "cpd", "-m", "One law student.")
    return shell


def test_entries_are_found_by_what_they_say_the_best_first(searched: Shell) -> None:
    assert searched.ok("search", "law") == (
        "2026-11-23\t2026-11-23-law-library-visit\tLaw library visit\t8\t"
        "Statutes stand by their short titles.\n"
        "2026-11-02\t2026-11-02-a-day-in-the-cafe\tA day in the café\t1\tOne *law* student.\n"
    )


def test_words_given_one_by_one_are_one_search(searched: Shell) -> None:
    assert searched.ok("search", "cafe", "student") == searched.ok("search", "cafe student")
    for refused in (["not", "cafe"], ["-cafe"], ["-day in the", "--limit", "5"], ["--", "-cafe"]):
        assert searched.ok("search", "law", *refused).count("\n") == 1
    assert searched.ok("search", "law", "-t", "cpd", "-student") == ""


def test_a_search_is_narrowed_as_a_list_is(searched: Shell) -> None:
    assert searched.ok("search", "law", "--tag", "cpd").count("\n") == 1
    assert searched.ok("search", "law", "--period", "2025") == ""
    done = searched.run("search", "law", "--tag", "cdp")
    assert (done.code, done.out) == (2, "")
    assert "There is no tag 'cdp' in this journal. Did you mean 'cpd'?" in done.err


def test_the_answer_is_the_same_with_the_index_and_without(searched: Shell) -> None:
    for words in (["law"], ["statute*", "or", "student"], ["-law"]):
        without = searched.ok("search", "--no-cache", "--json", "--", *words)
        for _ in range(2):
            assert searched.ok("search", "--json", "--", *words) == without


def test_as_json_each_entry_has_its_score_and_its_passage(searched: Shell) -> None:
    found = json.loads(searched.ok("search", "student", "--json"))
    assert found["schema"] == "cpdlog/entries@1"
    (entry,) = found["entries"]
    assert (entry["id"], entry["score"], entry["passage"], entry["found"]) == (
        *("2026-11-02-a-day-in-the-cafe", 1, "One law student.", ["student"]),
    )


def test_on_a_terminal_the_passage_stands_below_the_title(searched: Shell) -> None:
    assert searched.terminal("search", "law", NO_COLOR="1").out == (
        "2026-11-23  Law library visit  reflection  2h\n"
        "Statutes stand by their short titles.\n"
        "\n"
        "2026-11-02  A day in the café  reflection\n"
        "One law student.\n"
    )


def test_read_aloud_it_is_sentences(searched: Shell) -> None:
    assert searched.ok("search", "student", "--plain") == (
        "Mon 2 Nov 2026: A day in the café. One law student.\n"
    )


def test_the_prompts_of_a_template_are_no_words_of_the_user(shell: Shell) -> None:
    shell.ok("new", "Visit", "-H", "1h")
    shell.ok("new", "Talk", "-m", "Said.\n<!-- Why does it matter? -->\n```\n<!-- code -->\n```")
    for form in ([], ["--no-cache"], []):
        assert shell.ok("search", "matter", *form) == ""
        assert "<!-- *code* -->" in shell.ok("search", "code", *form)
        assert shell.ok("search", "visit", *form).endswith("\t## What? ## So what? ## Now what?\n")


def test_whatever_is_typed_is_a_search(searched: Shell) -> None:
    for text in ("", '"', "*", "((", "it's", "C++", "not", "and or", "-"):
        assert searched.run("search", "--", text).code == 0


@pytest.mark.parametrize("form", [[], ["--plain"], ["--format", "table"], ["--format", "csv"]])
def test_where_nothing_is_found_that_is_told(searched: Shell, form: list[str]) -> None:
    done = searched.run("search", "museum", *form)
    assert (done.code, done.err) == (0, "No entries match.\n")
    assert done.out.count("\n") == (form == ["--format", "csv"])


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
def test_files_that_could_not_be_searched_are_told(searched: Shell, form: list[str]) -> None:
    for name in ("a", "b"):
        (searched.folder / f"entries/{name}.md").write_text("No front matter.\n")
    told = "2 files could not be read: cpdlog check\n"
    assert searched.run("search", "law", *form).err == told
    assert searched.run("search", "museum", *form).err == f"No entries match.\n{told}"
