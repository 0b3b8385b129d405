"""Floors, ceilings and shares, and the word for where they stand."""

from decimal import Decimal

import pytest

from cpdlog.model.requirement.definition import Definition
from tests.model.requirement.definitions import TOTAL, YEAR, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import H, ask, facts, part, words

RECORDED_BY = "window: {kind: calendar, length: P1Y, record_by: P31D}\n"
ROLLING = "window: {kind: rolling, length: P1Y}\n"
CEILING = '{id: total, text: "At most 20 hours", measure: {sum: hours}, max: 20}'
HALF = (
    '{id: half, text: "Half of it", measure: {sum: hours}, where: {tags: "x:y"},'
    " of: total, min_share: 0.5}"
)
AT_MOST_HALF = HALF.replace("min_share", "max_share")


@pytest.mark.parametrize(
    ("hours", "word", "short_by"),
    [
        # it is met by exactly 20
        ("20", "met", 0),
        ("20.25", "met", 0),
        # a minute less is a minute short
        ("19.99", "open", 1),
        ("", "open", 20 * H),
    ],
)
def test_a_floor_is_inclusive(hours: str, word: str, short_by: int) -> None:
    found = part(ask(rules(TOTAL), did("06-01", hours)), "total")
    assert found.status == word
    assert found.short_by == short_by
    assert facts(found, "min max over_by") == [20 * H, None, 0]


@pytest.mark.parametrize(
    ("as_of", "word"),
    [
        # "A is before the end of its span"
        ("2026-01-01", "open"),
        ("2026-12-31", "open"),
        ("2027-01-01", "missed"),
    ],
)
def test_a_floor_is_missed_once_its_window_is_over(as_of: str, word: str) -> None:
    report = ask(rules(TOTAL), did("2026-01-01", "1"), as_of=as_of, on="2026-01-01")
    assert words(report) == {"total": word}
    assert part(report, "total").by == day("2026-12-31")


@pytest.mark.parametrize(
    ("as_of", "word"),
    [
        # "a calendar year with P31D can be completed up to and including 31 January"
        ("2027-01-01", "open"),
        ("2027-01-31", "open"),
        ("2027-02-01", "missed"),
    ],
)
def test_what_was_done_may_be_written_down_until_record_by(as_of: str, word: str) -> None:
    report = ask(rules(TOTAL, window=RECORDED_BY), as_of=as_of, on="2026-12-31")
    assert words(report) == {"total": word}
    assert part(report, "total").by == day("2027-01-31")
    assert report.closes == day("2027-01-31")


def test_what_is_dated_after_the_window_does_not_count_although_it_is_written_in_time() -> None:
    late = did("2027-01-15", "20")
    report = ask(rules(TOTAL, window=RECORDED_BY), late, as_of="2027-01-20", on="2026-12-31")
    assert facts(part(report, "total"), "counted status") == [0, "open"]


@pytest.mark.parametrize(
    ("hours", "word", "over_by"),
    [
        # "`max: 20` too" is met by exactly 20
        ("20", "met", 0),
        # "or its `max` is already exceeded, which nothing later mends"
        ("20.5", "missed", 30),
        ("", "met", 0),
        ("25", "missed", 5 * H),
    ],
)
def test_a_ceiling_is_inclusive(hours: str, word: str, over_by: int) -> None:
    found = part(ask(rules(CEILING), did("06-01", hours)), "total")
    assert facts(found, "status over_by short_by") == [word, over_by, 0]
    assert facts(found, "min max") == [None, 20 * H]


@pytest.mark.parametrize(
    ("hours", "word"), [("9", "open"), ("10", "met"), ("20", "met"), ("21", "missed")]
)
def test_a_floor_and_a_ceiling_stand_together(hours: str, word: str) -> None:
    both = rules(CEILING.replace("max: 20", "min: 10, max: 20"))
    assert words(ask(both, did("06-01", hours))) == {"total": word}


@pytest.mark.parametrize(
    ("definition", "hours", "word"),
    [
        # "In a rolling window the words are `met` and `short` alone, for every kind of rule"
        (rules(TOTAL, window=ROLLING), "20", "met"),
        (rules(TOTAL, window=ROLLING), "19", "short"),
        (rules(CEILING, window=ROLLING), "20", "met"),
        (rules(CEILING, window=ROLLING), "21", "short"),
    ],
)
def test_a_rolling_window_has_no_end_to_be_missed(
    definition: Definition, hours: str, word: str
) -> None:
    report = ask(definition, did("06-01", hours))
    found = part(report, "total")
    assert found.status == word
    assert (found.by, found.needed_per_week, report.closes) == (None, None, None)


@pytest.mark.parametrize(
    ("part_of_it", "rest", "word", "short_by"),
    [
        # half of 30 h is 15 h
        ("15", "15", "met", 0),
        ("14", "16", "open", H),
        ("30", "", "met", 0),
        # half of 20.5 h is 10 h 15 min
        ("10", "10.5", "open", 15),
    ],
)
def test_a_share_is_of_what_the_whole_counts(
    part_of_it: str, rest: str, word: str, short_by: int
) -> None:
    entries = [did("03-01", part_of_it, "x:y"), did("04-01", rest, "x:z")]
    found = part(ask(rules(TOTAL, HALF), *entries), "half")
    assert facts(found, "status short_by") == [word, short_by]


def test_a_share_is_compared_exactly() -> None:
    # a third of 100 min is 33.333333 min: 33 are too few, and 34 are enough
    third = HALF.replace("0.5", "0.333333")
    for minutes, word in ((33, "open"), (34, "met")):
        done = did("03-01", "", "x:y")._replace(minutes=minutes)
        rest = did("04-01", "", "")._replace(minutes=100 - minutes)
        assert words(ask(rules(TOTAL, third), done, rest))["half"] == word


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        # "While the whole is zero, a `min_share` is not met and a `max_share` is"
        (HALF, "open"),
        (AT_MOST_HALF, "met"),
    ],
)
def test_a_share_of_nothing(rule: str, word: str) -> None:
    found = part(ask(rules(TOTAL, rule)), "half")
    assert facts(found, "status short_by over_by") == [word, 0, 0]


@pytest.mark.parametrize(("as_of", "word"), [("2026-12-31", "open"), ("2027-01-01", "missed")])
def test_a_share_that_is_exceeded_may_yet_come_right(as_of: str, word: str) -> None:
    entries = [did("2026-03-01", "3", "x:y"), did("2026-04-01", "1")]
    report = ask(rules(TOTAL, AT_MOST_HALF), *entries, as_of=as_of, on="2026-03-01")
    found = part(report, "half")
    # 3 h of 4 h, and half of 4 h is 2 h
    assert facts(found, "status counted max over_by") == [word, 3 * H, 2 * H, H]


def test_a_floor_and_a_share_are_both_held() -> None:
    both = rules(TOTAL, HALF.replace("min_share", "min: 4, min_share"))
    # half of 12 h is 6 h, more than 4 h; half of 6 h is 3 h, less than 4 h
    six = part(ask(both, did("03-01", "5", "x:y"), did("04-01", "7")), "half")
    assert facts(six, "min short_by") == [6 * H, H]
    four = part(ask(both, did("03-01", "3", "x:y"), did("04-01", "3")), "half")
    assert facts(four, "min short_by") == [4 * H, H]


def test_the_whole_of_a_share_may_be_a_rule_that_is_left_out() -> None:
    variants = TOTAL.replace("min: 20", "min: 20, variants: {student: 0}")
    params = "params: {variant: {ask: Who?, type: choice, values: [member, student]}}\n"
    report = ask(
        rules(variants, HALF, more=params),
        did("03-01", "1", "x:y"),
        did("04-01", "2"),
        answers="variant=student",
    )
    assert words(report) == {"half": "open"}
    assert part(report, "half").min == Decimal("1.5") * H


@pytest.mark.parametrize(
    ("as_of", "per_week"),
    [
        # 7 h in the 38 days from 23 November to 31 December: 7 x 60 x 7 / 38 min
        ("2026-11-23", Decimal(420) * 7 / 38),
        # and in the 7 days from 24 to 31 December, 7 h a week
        ("2026-12-24", Decimal(420)),
        # on the last day there is no week left
        ("2026-12-31", None),
        ("2027-01-15", None),
    ],
)
def test_what_is_needed_a_week_is_what_is_missing_over_the_weeks_left(
    as_of: str, per_week: Decimal | None
) -> None:
    report = ask(
        rules(TOTAL, window=RECORDED_BY), did("2026-03-01", "13"), as_of=as_of, on="2026-03-01"
    )
    assert part(report, "total").needed_per_week == per_week


def test_nothing_is_needed_of_a_floor_that_holds() -> None:
    assert part(ask(rules(TOTAL), did("03-01", "20")), "total").needed_per_week is None


def test_an_amount_is_told_in_the_rules_own_unit() -> None:
    report = ask(
        rules(TOTAL, '{id: n, text: "N", measure: {count: entries}, min: 3}'), did("03-01")
    )
    hours, entries = report.rules
    assert (hours.unit, hours.in_unit(Decimal(875)), hours.in_unit(Decimal(875), 1)) == (
        "hours",
        Decimal("14.58"),
        Decimal("14.6"),
    )
    assert (entries.unit, entries.in_unit(Decimal(2), 0)) == ("entries", Decimal(2))
    assert str(hours.in_unit(Decimal("-0.1"))) == "0.00"


def test_only_what_must_hold_decides_and_there_must_be_something() -> None:
    should = TOTAL.replace("id: total,", "id: advice, level: should,")
    assert ask(rules(TOTAL, should.replace("min: 20", "min: 99")), did("03-01", "20")).meets
    assert not ask(rules(TOTAL, should), did("03-01", "19")).meets
    assert not ask(rules(should), did("03-01", "20")).meets


def test_the_window_is_half_open() -> None:
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")
    report = ask(
        rules(TOTAL), *(did(each, "1") for each in days), as_of="2027-06-01", on="2026-06-01"
    )
    found = part(report, "total")
    assert found.counted == 2 * H
    assert (found.span.start, found.span.end) == (day("2026-01-01"), day("2027-01-01"))
    assert report.window == found.span


def test_a_window_that_is_yet_to_begin_is_open() -> None:
    report = ask(rules(TOTAL, window=YEAR), did("03-01", "20"), on="2027-06-01")
    assert facts(part(report, "total"), "status counted") == ["open", 0]
