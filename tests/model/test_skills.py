from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.origin import Origin, Source
from cpdlog.model.raw import Mapping
from cpdlog.model.skills import (
    NOT_RELEVANT,
    Difference,
    Framework,
    Gap,
    Rating,
    Scale,
    Section,
    Snapshot,
    differences,
    gaps,
    latest,
    latest_target,
)
from cpdlog.model.skills_fields import read_framework, read_snapshot
from tests.model.typed import FRONT, Typed, front

PATH = "frameworks/example.yaml"
RATED = "skills/2026-11-23-example.yaml"
TODAY = date(2026, 11, 23)
BARE: dict[str, Typed] = {
    "schema": "cpdlog/framework@1",
    "id": "example",
    "title": "What we can do",
    "scale": {"min": "0", "max": "3"},
    "sections": [{"id": "1", "name": "Cataloguing"}, {"id": "C1", "name": "Context"}],
}
FRAMEWORK = Framework(
    PATH,
    "example",
    "What we can do",
    Scale(0, 3),
    (Section("1", "Cataloguing"), Section("C1", "Context")),
)
RATINGS: dict[str, Typed] = {
    "schema": "cpdlog/skills@1",
    "framework": "example",
    "date": "2026-11-23",
    "ratings": {"1": "2", "C1": "not relevant"},
}


def rated(
    day: str = "2026-11-23", role: str = "", *, target: bool = False, **ratings: Rating
) -> Snapshot:
    path = f"skills/{day}-example{role and '-'}{role}.yaml"
    pairs = tuple(ratings.items())
    return Snapshot(path, "example", date.fromisoformat(day), pairs, role=role, target=target)


def test_a_framework_has_everything_that_its_file_says() -> None:
    raw = front(
        BARE
        | {
            "owner": "Example Library",
            "source": [{"citation": "A letter", "confidence": "secondary"}],
            "confidence": "secondary",
            "checked": "2026-11-23",
            "licence": "Anybody may use it.",
            "notes": "Be kind to yourself.",
            "scale": {"min": "0", "max": "3", "labels": {"0": "nothing yet", "3": "I teach it"}},
            "sections": [
                {"id": "1", "group": "Core", "name": "Cataloguing", "about": "Describing books."}
            ],
        }
    )
    assert read_framework(raw, PATH) == (
        Framework(
            path=PATH,
            id="example",
            title="What we can do",
            scale=Scale(0, 3, ((0, "nothing yet"), (3, "I teach it"))),
            sections=(Section("1", "Cataloguing", "Core", "Describing books."),),
            origin=Origin(
                owner="Example Library",
                sources=(Source(citation="A letter", confidence="secondary"),),
                confidence="secondary",
                checked=TODAY,
                licence="Anybody may use it.",
            ),
            notes="Be kind to yourself.",
        ),
        (),
    )
    assert read_framework(front(BARE), PATH) == (FRAMEWORK, ())


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"id": "other"}, "id: The file is named 'example'. Name it other.yaml."),
        ({"owners": "us"}, "owners: There is no such key. Did you mean 'owner'"),
        ({"scale": "0 to 3"}, "scale: A mapping belongs here. Its keys: min, max, labels."),
        ({"scale": {"min": "0"}}, "scale.max: This key is required."),
        ({"scale": {"min": "3", "max": "3"}}, "scale.max: It is not more than min."),
        ({"scale": {"min": "0", "max": "2.5"}}, "scale.max: '2.5' is not a whole number."),
        (
            {"scale": {"min": "0", "max": "3", "labels": {"4": "all"}}},
            "scale.labels.4: '4' is not from 0 to 3.",
        ),
        ({"sections": [{"name": "Cataloguing"}]}, "sections.1.id: This key is required."),
        ({"sections": [{"id": "1", "name": " "}]}, "sections.1.name: There is no value."),
        (
            {"sections": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]},
            "sections.2: '1' is taken. Give each its own id.",
        ),
    ],
)
def test_a_fault_of_a_framework_names_its_key(more: dict[str, Typed], problem: str) -> None:
    found, problems = read_framework(front(BARE | more), PATH)
    assert found is None
    told = [str(each).partition(f"{each.line}: ")[2] for each in problems]
    assert told[0].startswith(problem)


def test_ratings_have_everything_that_their_file_says() -> None:
    raw = front(RATINGS | {"role": "school", "comments": {"1": "Never music."}})
    found, problems = read_snapshot(raw, RATED, {"example": FRAMEWORK})
    assert problems == ()
    assert found == Snapshot(
        path=RATED,
        framework="example",
        day=TODAY,
        ratings=(("1", 2), ("C1", NOT_RELEVANT)),
        comments=(("1", "Never music."),),
        role="school",
    )
    assert (found.rating("1"), found.rating("C1"), found.rating("2")) == (2, "not relevant", None)
    assert (found.comment("1"), found.comment("C1")) == ("Never music.", "")


def test_what_a_job_asks_for_is_written_down_likewise() -> None:
    raw = front(RATINGS | {"role": "law-librarian", "target": "true"})
    found, _ = read_snapshot(raw, RATED, {"example": FRAMEWORK})
    assert found is not None
    assert (found.target, found.role) == (True, "law-librarian")


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            {"framework": "exampel"},
            "framework: There is no framework 'exampel'. Did you mean 'exam",
        ),
        ({"date": "23/11/2026"}, "date: '23/11/2026' is not a date. Write 2026-11-23."),
        ({"ratings": {"2": "1"}}, "ratings.2: There is no section '2'. Known: 1, C1."),
        (
            {"ratings": {"1": "4"}},
            "ratings.1: '4' is not from 0 to 3. Or write 'not relevant'.",
        ),
        (
            {"ratings": {"1": "none"}},
            "ratings.1: 'none' is not a number. Or write 'not relevant'.",
        ),
        ({"ratings": {"1": ""}}, "ratings.1: There is no value."),
        ({"comments": {"2": "Why?"}}, "comments.2: There is no section '2'. Known: 1, C1."),
        ({"target": "true"}, "target: It does not say which job asks for this. Add 'role: JOB'."),
        ({"targets": "true"}, "targets: There is no such key. Did you mean 'target'"),
    ],
)
def test_a_fault_of_ratings_names_its_key(more: dict[str, Typed], problem: str) -> None:
    found, problems = read_snapshot(front(RATINGS | more), RATED, {"example": FRAMEWORK})
    assert found is None
    told = [str(each).partition(f"{each.line}: ")[2] for each in problems]
    assert told[0].startswith(problem)


def test_of_a_framework_that_is_not_there_no_section_is_a_fault() -> None:
    found, problems = read_snapshot(front(RATINGS), RATED, {})
    assert found is None
    assert [problem.key for problem in problems] == ["framework"]


@given(FRONT)
def test_whatever_a_file_says_is_read_or_told(raw: Mapping) -> None:
    for found, problems in (read_framework(raw, PATH), read_snapshot(raw, RATED, {})):
        assert (found is None) == any(problem.severity == "error" for problem in problems)


def test_a_rating_is_told_in_the_words_of_the_scale() -> None:
    scale = Scale(0, 3, ((0, "nothing yet"),))
    assert [scale.label(0), scale.label(1), scale.label(NOT_RELEVANT)] == [
        *("nothing yet", "", "not relevant"),
    ]


def test_a_section_is_found_by_its_id() -> None:
    assert FRAMEWORK.section("C1") == Section("C1", "Context")
    assert FRAMEWORK.section("2") is None


def test_the_difference_of_two_snapshots_is_told_section_by_section() -> None:
    earlier = rated("2025-11-23", a=1, b=2, c=NOT_RELEVANT, d=3, e=1)
    later = rated(b=2, a=3, c=1, f=0, e=0)
    assert differences(earlier, later) == (
        Difference("a", 1, 3, 2),
        Difference("c", NOT_RELEVANT, 1),
        Difference("f", None, 0),
        Difference("e", 1, 0, -1),
        Difference("d", 3, None),
    )


def test_a_gap_is_what_a_job_asks_for_and_ratings_do_not_reach() -> None:
    own = rated(a=1, b=3, c=NOT_RELEVANT, d=2, e=0, z=0)
    asked = rated(role="law", target=True, c=2, a=2, b=3, d=1, e=3, f=1, g=NOT_RELEVANT)
    assert gaps(own, asked) == (
        Gap("e", 0, 3, 3),
        Gap("a", 1, 2, 1),
        Gap("c", NOT_RELEVANT, 2),
        Gap("f", None, 1),
    )


def test_the_latest_ratings_are_those_of_the_last_day_that_has_come() -> None:
    first, second = rated("2026-01-05", a=1), rated("2026-06-01", "school", a=2)
    later, target = rated("2026-12-01", a=3), rated("2026-06-01", "law", target=True, a=3)
    other = Snapshot("skills/2026-07-01-other.yaml", "other", date(2026, 7, 1), ())
    found = [later, first, second, target, other]
    assert latest(found, "example", TODAY) == second
    assert latest(found, "example", TODAY, "school") == second
    assert latest(found, "example", TODAY, "law") is None
    assert latest(found, "example", date(2026, 1, 4)) is None
    assert latest_target(found, "example", TODAY, "law") == target
    assert latest_target(found, "example", TODAY, "school") is None


def test_of_two_files_of_one_day_the_later_name_is_taken() -> None:
    plain, school = rated(a=1), rated(role="school", a=2)
    assert latest([plain, school], "example", TODAY) == max(
        (plain, school), key=lambda one: one.path
    )


RATING: st.SearchStrategy[Rating] = st.one_of(st.integers(0, 3), st.just(NOT_RELEVANT))
SNAPSHOTS = st.dictionaries(st.sampled_from("abcdef"), RATING).map(
    lambda found: Snapshot("skills/2026-11-23-example.yaml", "example", TODAY, tuple(found.items()))
)


@given(SNAPSHOTS, SNAPSHOTS)
def test_what_changed_one_way_changed_back_the_other(one: Snapshot, other: Snapshot) -> None:
    forth = {each.section: each for each in differences(one, other)}
    back = {each.section: each for each in differences(other, one)}
    assert forth.keys() == back.keys()
    for name, each in forth.items():
        assert (each.before, each.after) == (back[name].after, back[name].before)
    assert differences(one, one) == ()


@given(SNAPSHOTS, SNAPSHOTS)
def test_ratings_that_reach_everything_have_no_gap(own: Snapshot, asked: Snapshot) -> None:
    found = {gap.section for gap in gaps(own, asked)}
    for section, rating in asked.ratings:
        mine = own.rating(section)
        reached = isinstance(mine, int) and isinstance(rating, int) and mine >= rating
        assert (section in found) == (isinstance(rating, int) and not reached)
    assert gaps(asked, asked) == ()
