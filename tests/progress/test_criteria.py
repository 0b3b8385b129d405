from hypothesis import given

from cpdlog.model.entry import Entry
from cpdlog.model.period import Period, cpd_year
from cpdlog.model.record import Record
from cpdlog.progress.criteria import Criteria, criteria
from cpdlog.progress.totals import Totals
from tests.progress.journals import JOURNALS
from tests.progress.making import NEW_YEAR, TODAY, entry, on

YEAR = cpd_year(TODAY, (1, 1))


def seen(*entries: Entry, prefix: str = "cilip:criterion", **titles: str) -> Criteria:
    named = {key.removeprefix("c"): title for key, title in titles.items()}
    return criteria(Record(entries=entries), TODAY, YEAR, prefix, named)


def test_each_criterion_says_its_entries_by_month_and_how_many_are_reflected() -> None:
    found = seen(
        entry("01-10", tags="cilip:criterion/1 law"),
        entry("01-20", tags="cilip:criterion/1", words=0),
        entry("03-01", tags="cilip:criterion/1 cilip:criterion/2"),
        entry("03-02"),
    )
    assert [(row.key, row.by_month[:4], row.reflected) for row in found.rows] == [
        ("1", (2, 0, 1, 0), 2),
        ("2", (0, 0, 1, 0), 1),
    ]
    assert [len(row.entries) for row in found.rows] == [3, 1]
    assert len(found.months) == 11
    assert (found.total, found.without) == (3, 1)


def test_a_criterion_with_fewer_than_three_reflected_entries_is_thin_or_empty() -> None:
    found = seen(
        *(entry(f"02-0{day}", tags="cilip:criterion/1") for day in (1, 2, 3)),
        *(entry(f"02-0{day}", tags="cilip:criterion/2") for day in (1, 2)),
        entry("02-01", tags="cilip:criterion/3", words=0),
        c4="Wider profession",
    )
    assert [(row.key, row.lack) for row in found.rows] == [
        ("1", ""),
        ("2", "thin"),
        ("3", "empty"),
        ("4", "empty"),
    ]
    assert found.rows[3].title == "Wider profession"
    assert found.rows[3].best is None


def test_the_best_evidence_is_proved_then_says_the_most_then_is_the_latest() -> None:
    tag = "cilip:criterion/1"
    found = seen(
        entry("02-01", tags=tag, words=900, name="long"),
        entry("02-02", tags=tag, words=20, name="short"),
        entry("02-03", tags=tag, words=20, evidence=["a.pdf"], name="proved"),
        entry("02-04", tags=tag, words=20, name="later"),
        entry("02-05", tags=tag, words=0, evidence=["a.pdf"], name="silent"),
    )
    assert [one.title for one in found.rows[0].entries] == [
        "Proved",
        "Silent",
        "Long",
        "Later",
        "Short",
    ]
    assert found.rows[0].best == found.rows[0].entries[0]
    silent = seen(entry("02-05", tags=tag, words=0, evidence=["a.pdf"]))
    assert silent.rows[0].best is None


def test_criteria_are_ordered_by_the_numbers_in_them() -> None:
    tags = "c:10 c:2 c:1.10 c:1.9 c:b c:a10 c:a9 c c:007 c:²"
    found = seen(entry("02-01", tags=tags), prefix="c")
    assert [row.key for row in found.rows] == [
        *("", "1.9", "1.10", "2", "007", "10", "a9", "a10", "b", "²"),
    ]


def test_a_shorter_prefix_finds_what_lies_below_it_and_nothing_that_only_begins_alike() -> None:
    found = seen(entry("02-01", tags="cilip:criterion/1 cilip/2 cilipx:3"), prefix="cilip")
    assert [row.key for row in found.rows] == ["2", "criterion/1"]


def test_only_the_period_counts_and_what_lies_outside_is_told() -> None:
    found = seen(
        entry("2025-12-31", tags="cilip:criterion/1"),
        entry("11-24", tags="cilip:criterion/1"),
    )
    assert (found.rows, found.total, found.outside) == ((), 0, Totals(0, 0, 1, 1, 0))


def test_a_period_to_come_has_no_columns() -> None:
    period = Period(on("12-01"), on("12-31"))
    found = criteria(Record(), TODAY, period, "cilip", {"1": "Practice"})
    assert (found.months, [row.by_month for row in found.rows]) == ((), [()])


@given(JOURNALS)
def test_the_months_of_every_row_make_its_entries(entries: tuple[Entry, ...]) -> None:
    period = Period(NEW_YEAR, on("02-28"))
    found = criteria(Record(entries=entries), TODAY, period, "cilip:criterion")
    for row in found.rows:
        assert sum(row.by_month) == len(row.entries) >= row.reflected
    inside = [one for one in entries if period.contains(one.day)]
    assert found.total + found.without == len(inside)
    assert found.outside.entries == len(entries) - len(inside)
    assert criteria(Record(entries=entries[::-1]), TODAY, period, "cilip:criterion") == found
