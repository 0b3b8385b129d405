import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.filters import Filter
from cpdlog.model.requirement.lines import Line, lines_of
from cpdlog.model.settings import Settings
from tests.model.requirement.entries import did

SETTINGS = Settings(types=("exhibition",))


def line(entry: Entry) -> Line:
    return lines_of([entry], SETTINGS)[0]


@pytest.mark.parametrize(
    ("kind", "type_of_entry", "passes"),
    [
        ("activity", "course", True),
        ("activity", "reflection", True),
        ("activity", "exhibition", True),
        ("activity", "plan", False),
        ("activity", "unheard-of", False),
        ("plan", "plan", True),
        ("course", "course", True),
        ("course", "conference", False),
        ("", "plan", True),
    ],
)
def test_a_kind_is_one_type_or_any_activity(kind: str, type_of_entry: str, passes: bool) -> None:
    assert Filter(kind=kind).passes(line(did("11-23", kind=type_of_entry))) is passes


@pytest.mark.parametrize(
    ("pattern", "tags", "passes"),
    [
        ("nmc:participatory", "law nmc:participatory", True),
        # "which matches that tag alone"
        ("nmc:participatory", "nmc:participatory/online", False),
        ("nmc:participatory", "nmc:participator", False),
        # "every tag that begins with what stands before the star and has something after it"
        ("nmc:code/*", "nmc:code/people", True),
        ("nmc:code/*", "nmc:code/people/one", True),
        ("nmc:code/*", "nmc:code", False),
        ("nmc:code/*", "nmc:code/", False),
        ("nmc:code/*", "nmc:codes/people", False),
        # "Case does not matter"
        ("nmc:code/*", "NMC:Code/People", True),
        ("nmc:code/*", "", False),
    ],
)
def test_a_pattern_matches_one_tag_or_all_below_it(pattern: str, tags: str, passes: bool) -> None:
    assert Filter(tags=(pattern,)).passes(line(did("11-23", tags=tags))) is passes


@pytest.mark.parametrize(
    ("given", "tags", "lacks"),
    [
        # "every pattern matches one of its tags"
        (Filter(tags=("a:x", "a:y")), "a:x a:y", []),
        (Filter(tags=("a:x", "a:y")), "a:x", ["tags: a:y"]),
        (Filter(tags=("a:x", "a:y")), "", ["tags: a:x", "tags: a:y"]),
        # "at least one matches"
        (Filter(any_tags=("a:x", "a:y")), "a:y", []),
        (Filter(any_tags=("a:x", "a:y")), "a:z", ["any_tags: a:x, a:y"]),
        # "none matches"
        (Filter(not_tags=("a:x", "b:y/*")), "a:y", []),
        (Filter(not_tags=("a:x", "a:y/*")), "a:x a:y/1", ["not_tags: a:x", "not_tags: a:y/*"]),
        # "Everything that is given must hold"
        (Filter(tags=("a:x",), not_tags=("a:y",)), "a:x a:y", ["not_tags: a:y"]),
    ],
)
def test_what_tags_lack_is_named(given: Filter, tags: str, lacks: list[str]) -> None:
    entry = line(did("11-23", tags=tags))
    assert list(given.lacks(entry)) == lacks
    assert given.passes(entry) is (not lacks)


@pytest.mark.parametrize(
    ("has", "lacks"),
    [
        ("evidence outcome partner reflection", []),
        ("evidence outcome reflection", ["partner"]),
        ("partner", ["evidence", "outcome", "reflection"]),
        ("", ["evidence", "outcome", "partner", "reflection"]),
    ],
)
def test_what_an_entry_does_not_have_is_named(has: str, lacks: list[str]) -> None:
    everything = Filter(has=("evidence", "outcome", "partner", "reflection"))
    assert list(everything.lacks(line(did("11-23", has=has)))) == lacks


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        (0, ["min_words: 1"]),
        (1, []),
        # "One statement of at most 250 words": at the limit, and one over
        (250, []),
        (251, ["max_words: 250"]),
    ],
)
def test_word_limits_are_inclusive(words: int, lacks: list[str]) -> None:
    statement = Filter(min_words=1, max_words=250)
    assert list(statement.lacks(line(did("11-23", words=words)))) == lacks


def test_what_is_lacking_is_named_in_the_order_of_the_keys() -> None:
    given = Filter(kind="statement", tags=("a:x",), has=("partner",), min_words=30)
    assert list(given.lacks(line(did("11-23")))) == [
        *("kind: statement", "tags: a:x", "partner", "min_words: 30"),
    ]


def test_an_empty_filter_lets_everything_pass() -> None:
    assert Filter().passes(line(did("11-23", kind="plan", has="")))


def test_entries_stand_by_day_and_then_by_id() -> None:
    late, b, a = did("11-23", name="a"), did("11-22", name="b"), did("11-22", name="a")
    assert [each.entry for each in lines_of([late, b, a], SETTINGS)] == [a, b, late]


def test_an_entry_names_each_value_below_a_prefix_once() -> None:
    tagged = line(did("11-23", tags="Goc:Domain/A goc:domain/a/1 goc:domain/b goc:domain/ x"))
    assert tagged.values("goc:domain/") == {"a", "b"}
