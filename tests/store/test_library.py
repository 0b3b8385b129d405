from pathlib import Path

import pytest

from cpdlog.errors import JournalFaulty, NotFound
from cpdlog.store.cache import NoCache
from cpdlog.store.definitions import packaged
from cpdlog.store.library import Library

PROGRAMME = """\
schema: cpdlog/programme@1
id: {name}
title: Four weeks
items:
  - {{n: 1, week: 1, title: Look}}
  - {{n: 2, week: 2, title: Ask}}
"""
AGAIN = """\
schema: cpdlog/programme@1
id: again
title: Once more
extends: {base}
starts: 2026-02-02
"""
RATINGS = """\
schema: cpdlog/skills@1
framework: pksb-2013
date: 2026-11-23
ratings: {"1": 2, "99": 2}
"""


def library(root: Path | None) -> Library:
    return Library(str(root) if root else None, NoCache())


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def own_rules(text: str) -> str:
    data = Path(__file__).parents[2] / "cpdlog" / "data" / "requirements"
    return (data / "cilip-revalidation.yaml").read_text().replace("min: 20", text)


def test_what_comes_with_cpdlog_is_there_without_a_journal() -> None:
    found = library(None)
    assert found.requirements.find("nmc-revalidation").body == "Nursing and Midwifery Council"
    assert found.requirements.names() == packaged("requirements")
    assert len(found.requirements.every()) == len(packaged("requirements"))
    assert found.ratings.found == {}
    assert found.faults() == ((), 0)


def test_the_path_of_what_comes_with_cpdlog_says_so() -> None:
    rules = library(None).requirements.find("hcpc")
    assert rules.path == "cpdlog/data/requirements/hcpc.yaml"


def test_the_journals_own_file_goes_before_the_one_that_comes_with_cpdlog(tmp_path: Path) -> None:
    put(tmp_path, "requirements/cilip-revalidation.yaml", own_rules("min: 25"))
    shelf = library(tmp_path).requirements
    assert shelf.find("cilip-revalidation").path == "requirements/cilip-revalidation.yaml"
    assert shelf.find("cilip-revalidation").rules[0].limits.min == 25 * 60
    original = shelf.original("cilip-revalidation")
    assert original
    assert original.rules[0].limits.min == 20 * 60
    assert shelf.names()[0] == "cilip-revalidation"
    assert shelf.names().count("cilip-revalidation") == 1


def test_a_file_of_the_journals_own_with_a_fault_is_not_replaced_in_silence(tmp_path: Path) -> None:
    put(tmp_path, "requirements/cilip-revalidation.yaml", own_rules("mim: 20"))
    found = library(tmp_path)
    with pytest.raises(JournalFaulty) as error:
        found.requirements.find("cilip-revalidation")
    path = "requirements/cilip-revalidation.yaml"
    assert error.value.message.startswith(f"{path}:26: rules.hours.min: The rule has no limit.")
    assert error.value.hint == "Mend the file, and look again: cpdlog check"
    problems, files = found.faults()
    assert {problem.path for problem in problems} == {path}
    assert files == 1


def test_a_name_that_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFound) as error:
        library(None).requirements.find("cilip-revalidaton")
    assert str(error.value) == "There is no requirement 'cilip-revalidaton'."
    assert error.value.hint == "Did you mean 'cilip-revalidation' or 'nmc-revalidation'?"
    with pytest.raises(NotFound) as error:
        library(None).frameworks.find("?")
    assert error.value.hint == "See: cpdlog framework list"


def test_a_programme_has_the_items_of_the_one_that_it_extends(tmp_path: Path) -> None:
    again = library(None).programmes.find("cpd23-2012")
    assert [item.title for item in again.numbered][13] == "Zotero, Mendeley, CiteULike"
    put(tmp_path, "programmes/own.yaml", PROGRAMME.format(name="own"))
    put(tmp_path, "programmes/again.yaml", AGAIN.format(base="own"))
    own = library(tmp_path).programmes.own
    assert [item.title for item in own["again"].items] == ["Look", "Ask"]


def test_a_base_that_is_not_in_the_journal_is_the_one_that_comes_with_cpdlog(
    tmp_path: Path,
) -> None:
    put(tmp_path, "programmes/again.yaml", AGAIN.format(base="learning-2-0"))
    assert len(library(tmp_path).programmes.own["again"].numbered) == 23


def test_a_programme_without_its_base_is_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "programmes/again.yaml", AGAIN.format(base="lost"))
    put(
        tmp_path,
        "programmes/third.yaml",
        AGAIN.format(base="again").replace(" again\n", " third\n", 1),
    )
    problems, _ = library(tmp_path).faults()
    assert [str(problem) for problem in problems] == [
        "programmes/again.yaml: extends: There is no programme 'lost'.",
        (
            "programmes/third.yaml: extends: 'again' extends another programme itself. "
            "Name that one: extends: lost."
        ),
    ]
    with pytest.raises(JournalFaulty):
        library(tmp_path).programmes.find("third")


def test_ratings_are_held_against_their_framework(tmp_path: Path) -> None:
    put(tmp_path, "skills/2026-11-23-pksb-2013.yaml", RATINGS)
    put(tmp_path, "skills/2026-11-24-pksb-2013.yaml", RATINGS.replace(', "99": 2', ""))
    found = library(tmp_path)
    assert list(found.ratings.found) == ["skills/2026-11-24-pksb-2013.yaml"]
    problems, files = found.faults()
    assert problems[0].message == "There is no section '99'."
    assert files == 2


def test_ids_are_known_without_reading_a_file(tmp_path: Path) -> None:
    put(tmp_path, "requirements/mine.yaml", "{")
    found = library(tmp_path)
    assert found.ids("requirements") == ["mine", *packaged("requirements")]
    assert found.own_ids("requirements") == ["mine"]
    assert found.own_ids("programmes") == []
