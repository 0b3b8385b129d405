"""What comes with cpdlog as data: every file can be read, and says where it comes from."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cpdlog.model.civil import plus_length
from cpdlog.model.origin import Origin
from cpdlog.model.programme import BREAK, Programme, extended
from cpdlog.model.programme_fields import read_programme
from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.reading import read_definition
from cpdlog.model.skills import Framework
from cpdlog.model.skills_fields import read_framework
from cpdlog.text.frontmatter import read_yaml

DATA = Path(__file__).parent.parent / "cpdlog" / "data"
REQUIREMENTS = sorted((DATA / "requirements").glob("*"))
PROGRAMMES = sorted((DATA / "programmes").glob("*"))
FRAMEWORKS = sorted((DATA / "frameworks").glob("*"))
EVERY_FILE = pytest.mark.parametrize(
    "path", [*REQUIREMENTS, *PROGRAMMES, *FRAMEWORKS], ids=lambda path: path.stem
)
EVERY_REQUIREMENT = pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.stem)
EVERY_PROGRAMME = pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
EVERY_FRAMEWORK = pytest.mark.parametrize("path", FRAMEWORKS, ids=lambda path: path.stem)
# The day on which the first files were held against their sources.
WRITTEN = date(2026, 11, 23)


@cache
def requirement(path: Path) -> Definition:
    """The definition that a file gives, which must be without a fault."""
    fields, faults = read_yaml(path.read_bytes(), path.name)
    definition, problems = read_definition(fields, path.name)
    assert (faults, problems) == ((), ())
    assert definition is not None
    return definition


@cache
def programme(path: Path) -> Programme:
    """The programme that a file gives, with what it extends; without a fault."""
    fields, faults = read_yaml(path.read_bytes(), path.name)
    found, problems = read_programme(fields, path.name)
    assert (faults, problems) == ((), ())
    assert found is not None
    return extended(programme(path.with_stem(found.extends)), found) if found.extends else found


@cache
def framework(path: Path) -> Framework:
    """The framework that a file gives, which must be without a fault."""
    fields, faults = read_yaml(path.read_bytes(), path.name)
    found, problems = read_framework(fields, path.name)
    assert (faults, problems) == ((), ())
    assert found is not None
    return found


def trusted(origin: Origin) -> bool:
    """Whether a file says who made it, where it was found and when it was held against that."""
    sources = all(source.says and source.confidence for source in origin.sources)
    checked = origin.checked is not None and origin.checked >= WRITTEN
    return bool(origin.owner and origin.sources and origin.confidence and sources and checked)


def test_there_are_data_of_every_kind() -> None:
    assert len(REQUIREMENTS) >= 39
    assert len(PROGRAMMES) >= 5
    assert [path.stem for path in FRAMEWORKS] == ["pksb-2013"]


@EVERY_FILE
def test_a_file_is_tidy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert text.isascii()
    assert not [line for line in text.splitlines() if line != line.rstrip() or "\t" in line]
    assert not [line for line in text.splitlines() if len(line) > 100 and "http" not in line]
    assert "compliant" not in text.casefold()


@EVERY_REQUIREMENT
def test_a_requirement_says_where_its_figures_come_from_and_when_that_was(path: Path) -> None:
    definition = requirement(path)
    assert definition.id == path.stem
    assert definition.checked >= WRITTEN
    assert all(source.says for source in definition.source)
    if definition.confidence == "official":
        assert any(source.confidence == "official" for source in definition.source)


@EVERY_REQUIREMENT
def test_a_requirement_says_what_it_cannot_count_and_which_tags_to_use(path: Path) -> None:
    definition = requirement(path)
    assert definition.judge
    assert all(text.endswith(".") for text in (*definition.judge, definition.notes))
    assert not any(rule.text.endswith(".") for rule in definition.rules)
    for tag in tags(path):
        assert tag.rstrip("*").rstrip("/").partition("/")[0] in definition.notes, tag


def tags(path: Path) -> set[str]:
    """Every text of a requirement that looks like a tag."""
    words = path.read_text(encoding="utf-8").partition("window:")[2].split('"')[1::2]
    return {word for word in words if ":" in word and "//" not in word and " " not in word}


@EVERY_REQUIREMENT
def test_a_requirement_can_be_taken_into_use_with_its_questions_answered(path: Path) -> None:
    definition = requirement(path)
    for param in definition.params:
        assert param.ask.endswith("?")
        assert param.type == "date" or param.values
    assert all(cap.text for cap in definition.caps)
    assert plus_length(WRITTEN, definition.window.length) > WRITTEN


def test_requirements_of_health_law_teaching_and_care_ask_for_their_privacy_profile() -> None:
    found = {path.stem: requirement(path).privacy for path in REQUIREMENTS}
    assert {name for name, profile in found.items() if profile == "health"} == {
        *("gdc-dentist", "gmc-rcgp", "goc-optometrist", "gphc", "hcpc", "mba-cpd-home", "nmba"),
        *("nmc-revalidation", "physio-au"),
    }
    assert {name for name, profile in found.items() if profile == "legal"} == {"bsb", "sra"}
    assert (found["gtcs"], found["swe"]) == ("education", "social-care")


@EVERY_PROGRAMME
def test_a_programme_says_where_its_items_come_from(path: Path) -> None:
    found = programme(path)
    assert found.id == path.stem
    assert trusted(found.origin)
    assert found.started is None
    assert found.skipped == ()


@EVERY_PROGRAMME
def test_a_programme_has_its_23_things_in_order_and_closes_with_a_reflection(path: Path) -> None:
    found = programme(path)
    assert [item.number for item in found.numbered] == list(range(1, 24))
    assert all(item.title for item in found.items)
    assert found.numbered[-1].kind == "reflection"
    assert found.numbered[-1].prompt.endswith("?")
    days = [day for item in found.items if (day := found.day_of(item))]
    weeks = [item.week for item in found.items if item.week]
    assert (days, weeks) == (sorted(days), sorted(weeks))


@EVERY_PROGRAMME
def test_a_date_is_in_the_week_that_the_programme_says(path: Path) -> None:
    found = programme(path)
    for item in found.items:
        if item.day and item.week and found.starts:
            assert (item.day - found.starts).days // 7 + 1 == item.week


def test_the_first_run_of_cpd23_was_every_monday() -> None:
    found = programme(DATA / "programmes" / "cpd23-2011.yaml")
    assert {item.day.weekday() for item in found.items if item.day} == {0}
    assert found.day_of(found.items[22]) == date(2011, 10, 10)
    assert [item.number for item in found.items if item.kind == "reflection"] == [5, 12, 19, 23]


def test_the_second_run_of_cpd23_has_the_things_of_the_first_and_two_dates() -> None:
    first = programme(DATA / "programmes" / "cpd23-2011.yaml")
    second = programme(DATA / "programmes" / "cpd23-2012.yaml")
    assert [item.title for item in second.items] == [item.title for item in first.items]
    assert [str(item.day) for item in second.items if item.day] == ["2012-05-07", "2012-05-28"]


def test_one_programme_has_a_break_and_one_has_levels_and_badges() -> None:
    swinburne = programme(DATA / "programmes" / "23-things-swinburne-2007.yaml")
    assert [item.week for item in swinburne.items if item.kind == BREAK] == [7]
    data = programme(DATA / "programmes" / "23-research-data-things.yaml")
    assert {item.levels for item in data.items[:-1]} == {
        ("Getting started", "Learn more", "Challenge me")
    }
    assert len({item.badge for item in data.items}) == 8


@EVERY_FRAMEWORK
def test_a_framework_says_where_its_headings_come_from_and_no_more_than_them(path: Path) -> None:
    found = framework(path)
    assert found.id == path.stem
    assert trusted(found.origin)
    assert found.origin.licence
    assert not any(section.about for section in found.sections)
    assert len(found.scale.labels) == found.scale.most - found.scale.least + 1


def test_the_base_of_2013_has_its_fifteen_headings() -> None:
    found = framework(DATA / "frameworks" / "pksb-2013.yaml")
    assert [section.id for section in found.sections] == [
        *("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "C1", "C2"),
    ]
