from datetime import date
from decimal import Decimal

import pytest

from cpdlog.model.entry import Entry
from cpdlog.model.requirement.counts import Count
from cpdlog.model.requirement.distinct import Distinct
from cpdlog.model.requirement.gaps import LongestGap
from cpdlog.model.requirement.lines import Lost, lines_of
from cpdlog.model.requirement.measure import LIMITS, Measure, Seen
from cpdlog.model.requirement.measures import MEASURES
from cpdlog.model.requirement.sums import Sum
from cpdlog.model.requirement.windows import Span
from cpdlog.model.settings import Settings
from tests.model.requirement.entries import day, did

YEAR = Span(day("2026-01-01"), day("2027-01-01"))
TODAY = day("2026-11-23")


def amount(measure: Measure, *entries: Entry, as_of: date = TODAY) -> Decimal:
    return measure.amount(Seen(lines_of(entries, Settings()), YEAR, as_of))


def test_hours_are_summed_in_minutes() -> None:
    # 1 h 30 + 45 min + nothing = 135 min; "an entry without hours adds nothing to a sum"
    entries = [did("01-01", "1.5"), did("02-01", "0.75"), did("03-01", points="4")]
    assert amount(Sum("hours"), *entries) == 90 + 45


def test_points_are_summed_exactly() -> None:
    tenths = [did("01-01", points="0.1") for _ in range(3)]
    assert amount(Sum("points"), *tenths, did("02-01", "9")) == Decimal("0.3")


def test_a_sum_of_nothing_is_nothing() -> None:
    assert amount(Sum("hours")) == amount(Sum("points")) == 0


def test_a_sum_is_what_caps_have_left() -> None:
    lines = lines_of([did("01-01", "3", points="2")], Settings())
    clipped = lines[0]._replace(lost=(Lost("a cap", "hours", Decimal(60)),))
    assert Sum("hours").amount(Seen([clipped], YEAR, TODAY)) == 120
    assert Sum("points").amount(Seen([clipped], YEAR, TODAY)) == 2
    assert Count().amount(Seen([clipped], YEAR, TODAY)) == 1


def test_entries_are_counted_with_and_without_hours() -> None:
    assert amount(Count(), did("01-01", "2"), did("02-01"), did("02-01", kind="plan")) == 3
    assert amount(Count()) == 0


@pytest.mark.parametrize(
    ("tags", "values", "found"),
    [
        # one entry may touch several criteria, and several entries the same one
        (["cilip:criterion/1 cilip:criterion/2", "cilip:criterion/1"], ("1", "2", "3"), 2),
        (["cilip:criterion/1", "cilip:criterion/2", "cilip:criterion/3"], ("1", "2", "3"), 3),
        # "with values only those are looked at"
        (["cilip:criterion/1", "cilip:criterion/9"], ("1", "2", "3"), 1),
        (["cilip:criterion/1", "cilip:criterion/9"], (), 2),
        # "up to a further /"
        (["cilip:criterion/1/a", "cilip:criterion/1/b"], (), 1),
        (["CILIP:Criterion/A", "cilip:criterion/a"], ("A",), 1),
        (["", "cilip:criterion", "other:criterion/1"], (), 0),
    ],
)
def test_different_values_are_counted_once(
    tags: list[str], values: tuple[str, ...], found: int
) -> None:
    entries = [did("01-01", tags=each) for each in tags]
    assert amount(Distinct("cilip:criterion/", values), *entries) == found


def test_each_value_that_is_looked_for_can_be_measured_alone() -> None:
    criteria = Distinct("cilip:criterion/", ("1", "2"))
    entry = did("01-01", tags="cilip:criterion/2")
    found = [(name, int(amount(alone, entry))) for name, alone in criteria.by_name]
    assert found == [("1", 0), ("2", 1)]
    assert Distinct("cilip:criterion/").by_name == ()
    assert Count().by_name == ()


@pytest.mark.parametrize(
    ("days", "as_of", "gap"),
    [
        # "Two entries a day apart have a gap of 1"
        (["01-01", "01-02"], "01-02", 1),
        # from the first day: 31 January - 1 January = 30; then 59 to 31 March; then 0
        (["01-31", "03-31"], "03-31", 59),
        # "from the last to A": 23 November - 1 July = 145 days, though nothing else is as long
        (["03-01", "05-01", "07-01"], "11-23", 145),
        # "from the span's first day to the first entry": 1 June - 1 January = 151
        (["06-01"], "06-30", 151),
        # "or to the span's last day, once that is past": 31 December - 1 July = 183
        (["03-01", "05-01", "07-01"], "2027-06-01", 183),
        # "Without any entry it is the whole way"
        ([], "11-23", 326),
        ([], "2027-06-01", 364),
        ([], "01-01", 0),
        # a window that is yet to begin has no gap
        ([], "2025-06-01", 0),
        (["07-01", "03-01", "07-01", "05-01"], "07-01", 61),
    ],
)
def test_the_longest_gap_counts_both_ends(days: list[str], as_of: str, gap: int) -> None:
    assert amount(LongestGap(), *[did(each) for each in days], as_of=day(as_of)) == gap


def test_every_measure_says_what_it_is() -> None:
    measures = [Sum("hours"), Sum("points"), Count(), Distinct("a:b/", ("x", "y")), LongestGap()]
    assert [(each.unit, each.sort, each.written(), each.adds) for each in measures] == [
        ("hours", "sum: hours", "sum: hours", True),
        ("points", "sum: points", "sum: points", True),
        ("entries", "count: entries", "count: entries", True),
        ("values", "distinct: values", "distinct: a:b/, values: [x, y]", True),
        ("days", "max_gap_days: days", "max_gap_days: true", False),
    ]
    assert Distinct("a:b/").written() == "distinct: a:b/"
    assert [kind.limits for kind in MEASURES] == [LIMITS, LIMITS, LIMITS, ("max",)]
