from cpdlog.model.problem import Problem
from cpdlog.model.skills import (
    NOT_RELEVANT,
    Framework,
    Gap,
    Rating,
    Scale,
    Section,
    Snapshot,
)
from cpdlog.progress.ratings import framework_list, skills, skills_diff
from tests.progress.making import TODAY, on

OURS = Framework(
    "frameworks/ours.yaml",
    "ours",
    "Ours",
    Scale(0, 4),
    (Section("1", "Cataloguing"), Section("2", "Enquiries")),
)


def rated(
    day: str, one: Rating | None, two: Rating | None = None, *, role: str = "", target: bool = False
) -> Snapshot:
    ratings = tuple((name, it) for name, it in (("1", one), ("2", two)) if it is not None)
    path = f"skills/{on(day)}-ours{'-' + role if role else ''}{'-target' if target else ''}.yaml"
    return Snapshot(path, "ours", on(day), ratings, (), role, target)


def test_frameworks_that_were_rated_by_come_first() -> None:
    other = Framework("frameworks/a.yaml", "a", "A", Scale(0, 1), ())
    wrong = Problem("frameworks/x.yaml", 1, "", "No.")
    slip = wrong._replace(severity="warning")
    found = framework_list([other, OURS], [rated("11-01", 1)], TODAY, [wrong, slip])
    assert [(it.framework.id, it.rated) for it in found.frameworks] == [
        ("ours", on("11-01")),
        ("a", None),
    ]
    assert found.problems == (wrong,)


def test_the_latest_ratings_are_told_with_those_before() -> None:
    old, new, later = rated("01-14", 1), rated("11-01", 2), rated("12-01", 4)
    found = skills(OURS, [later, new, old], TODAY)
    assert (found.ratings, found.before, found.target) == (new, old, None)
    assert found.gaps == ()
    assert skills(OURS, [], TODAY).ratings is None
    assert skills(OURS, [], TODAY).before is None


def test_ratings_before_are_of_the_same_job() -> None:
    law, other = rated("01-14", 3, role="law"), rated("02-14", 1)
    now = rated("11-01", 4, role="law")
    assert skills(OURS, [other, law, now], TODAY, "law").before == law
    assert skills(OURS, [other, law, now], TODAY).before == law
    target = rated("03-01", 4, role="law", target=True)
    assert skills(OURS, [now, target], TODAY, "law").before is None


def test_for_a_job_without_ratings_of_its_own_the_others_stand() -> None:
    own = rated("11-01", 2, NOT_RELEVANT)
    target = rated("11-02", 3, 1, role="law", target=True)
    found = skills(OURS, [own, target], TODAY, "law")
    assert (found.ratings, found.target) == (own, target)
    assert found.gaps == (Gap("1", 2, 3, 1), Gap("2", NOT_RELEVANT, 1))
    unrated = skills(OURS, [target], TODAY, "law")
    assert unrated.gaps == (Gap("1", None, 3), Gap("2", None, 1))


def test_two_snapshots_are_held_against_each_other() -> None:
    found = skills_diff(OURS, rated("01-14", 1, 2), rated("11-01", 3, 2))
    assert [(it.section, it.before, it.after, it.by) for it in found.differences] == [
        ("1", 1, 3, 2)
    ]
