"""Rules that are held against other spans than the window, and once for each value."""

import pytest

from cpdlog.model.entry import Entry
from cpdlog.progress.counting.report import RuleReport
from tests.model.requirement.definitions import TOTAL, YEAR, body, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import H, ask, facts, rule, words

CYCLE = "window: {kind: cycle, length: P3Y, anchor: 2024-01-01, record_by: P31D}\n"
SIX_A_YEAR = '{id: yearly, text: "6 h a year", measure: {sum: hours}, min: 6, within: {each: P1Y}}'
ANY_TWO = SIX_A_YEAR.replace("each: P1Y", "any: P2Y")
ETHICS = (
    '{id: ethics, text: "Ethics once in three years", measure: {count: entries},'
    ' where: {tags: "x:ethics"}, min: 1, within: {last: P3Y}}'
)


def pieces(report: RuleReport) -> list[tuple[str, str, int]]:
    """The first day, the word and the hours of each part."""
    return [(str(each.span.start), each.status, int(each.counted / H)) for each in report.parts]


def a_year(hours: dict[int, str]) -> list[Entry]:
    """An entry in the middle of each year."""
    return [did(f"{year}-06-01", amount) for year, amount in hours.items()]


@pytest.mark.parametrize(
    ("hours", "as_of", "found"),
    [
        (
            {2024: "6", 2025: "5", 2026: "7"},
            "2026-11-23",
            [("2024-01-01", "met", 6), ("2025-01-01", "missed", 5), ("2026-01-01", "met", 7)],
        ),
        # "Unfinished" pieces are open, and "Pieces that begin after A are left out"
        (
            {2024: "6", 2025: "5"},
            "2025-12-31",
            [("2024-01-01", "met", 6), ("2025-01-01", "open", 5)],
        ),
        ({2024: "1"}, "2024-01-01", [("2024-01-01", "open", 0)]),
        # a day later the piece is over, and the next one has begun
        (
            {2024: "6", 2025: "5"},
            "2026-01-01",
            [("2024-01-01", "met", 6), ("2025-01-01", "missed", 5), ("2026-01-01", "open", 0)],
        ),
    ],
)
def test_a_floor_in_each_year_is_held_in_every_piece(
    hours: dict[int, str], as_of: str, found: list[tuple[str, str, int]]
) -> None:
    report = ask(rules(SIX_A_YEAR, window=CYCLE), *a_year(hours), as_of=as_of)
    assert pieces(rule(report, "yearly")) == found


def test_only_the_piece_that_ends_with_the_window_has_its_record_by() -> None:
    report = ask(rules(SIX_A_YEAR, window=CYCLE), as_of="2027-01-15", on="2026-12-31")
    assert [(each.status, str(each.by)) for each in rule(report, "yearly").parts] == [
        *(("missed", "2024-12-31"), ("missed", "2025-12-31"), ("open", "2027-01-31")),
    ]
    assert words(ask(rules(SIX_A_YEAR, window=CYCLE), as_of="2027-02-01", on="2026-12-31")) == {
        "yearly": "missed"
    }


@pytest.mark.parametrize(
    ("hours", "worst"),
    [
        # "the worst word of its parts ...; its counted amount is that of its worst part"
        ({2024: "6", 2025: "5", 2026: "0.5"}, ("missed", 5)),
        ({2024: "6", 2025: "6", 2026: "3"}, ("open", 3)),
        ({2024: "4", 2025: "2", 2026: "3"}, ("missed", 2)),
        # all hold: the one with the least to spare
        ({2024: "9", 2025: "7", 2026: "8"}, ("met", 7)),
    ],
)
def test_a_rule_with_parts_has_the_worst_word_of_them(
    hours: dict[int, str], worst: tuple[str, int]
) -> None:
    report = rule(ask(rules(SIX_A_YEAR, window=CYCLE), *a_year(hours)), "yearly")
    assert (report.status, int(report.worst.counted / H)) == worst


@pytest.mark.parametrize(
    ("hours", "word"),
    [
        # "10 hours in any two consecutive years": 4 + 6, 6 + 5, 5 + 5, 5 + 9
        ({2021: "4", 2022: "6", 2023: "5", 2024: "5", 2025: "9"}, "met"),
        # 5 + 4.75 is 9.75
        ({2021: "4", 2022: "6", 2023: "5", 2024: "4.75", 2025: "9"}, "missed"),
        # a year without anything is made up for by its neighbours
        ({2021: "10", 2023: "10", 2025: "10"}, "met"),
        ({2021: "10", 2024: "10"}, "missed"),
    ],
)
def test_any_two_consecutive_years_of_five(hours: dict[int, str], word: str) -> None:
    report = ask(
        body("gdc"),
        *a_year(hours),
        as_of="2026-06-01",
        on="2021-01-01",
        answers="cycle_start=2021-01-01 variant=nurse",
    )
    assert words(report)["spread"] == word


def test_a_pair_of_years_is_open_until_it_ends_and_left_out_until_it_begins() -> None:
    definition = rules(ANY_TWO, window=CYCLE)
    early = ask(definition, as_of="2024-12-31")
    assert pieces(rule(early, "yearly")) == [("2024-01-01", "open", 0)]
    later = ask(definition, *a_year({2025: "6"}), as_of="2026-01-01")
    assert pieces(rule(later, "yearly")) == [("2024-01-01", "met", 6), ("2025-01-01", "met", 6)]
    late = ask(definition, *a_year({2024: "5"}), as_of="2026-01-01")
    assert pieces(rule(late, "yearly")) == [("2024-01-01", "missed", 5), ("2025-01-01", "open", 0)]


def test_a_rule_of_which_no_span_fits_or_has_begun_is_left_out() -> None:
    # 31 days fit in no February, which a cycle of a month meets
    month = "window: {kind: cycle, length: P1M, anchor: 2024-01-01}\n"
    definition = rules(ANY_TWO.replace("P2Y", "P31D"), TOTAL, window=month)
    assert words(ask(definition, as_of="2026-01-15")) == {"yearly": "open", "total": "open"}
    assert words(ask(definition, as_of="2026-02-15")) == {"total": "open"}
    assert words(ask(rules(SIX_A_YEAR, TOTAL), on="2028-01-01")) == {"total": "open"}


@pytest.mark.parametrize(
    ("when", "counted"),
    [
        # three years that end with 2026 begin on 1 January 2024
        ("2023-12-31", 0),
        ("2024-01-01", 1),
        ("2026-11-23", 1),
        # the day after the question
        ("2026-11-24", 0),
    ],
)
def test_a_look_back_reaches_before_the_window(when: str, counted: int) -> None:
    report = ask(rules(ETHICS), did(when, "1", "x:ethics"))
    found = rule(report, "ethics").worst
    assert facts(found, "counted status") == [counted, "met" if counted else "open"]
    assert (found.span.start, found.span.end) == (day("2024-01-01"), day("2027-01-01"))


@pytest.mark.parametrize(
    ("as_of", "on", "word", "by"),
    [
        # The rules began on 1 January 2026, so nobody has had three years before 2029, and it
        # "stays `open` until `effective.from` + length (exclusive)".
        ("2026-11-23", "2026-11-23", "open", "2028-12-31"),
        ("2028-12-31", "2026-11-23", "open", "2028-12-31"),
        ("2029-01-01", "2026-11-23", "missed", "2028-12-31"),
        # and in the window of 2028 "not only until the window's end": that lies before
        ("2028-12-31", "2028-12-31", "open", "2029-01-31"),
        ("2029-02-01", "2028-12-31", "missed", "2029-01-31"),
    ],
)
def test_a_look_back_beyond_the_first_day_of_the_rules_stays_open(
    as_of: str, on: str, word: str, by: str
) -> None:
    report = rule(ask(body("rics"), as_of=as_of, on=on), "topics")
    assert report.status == word
    assert {str(each.by) for each in report.parts} == {by}


def test_what_is_needed_a_week_looks_to_the_end_of_the_whole_time() -> None:
    # one entry in the days from 24 December 2028 to the 31st: one a week
    report = rule(ask(body("rics"), as_of="2028-12-24", on="2026-06-01"), "topics")
    assert report.worst.needed_per_week == 1


def test_each_value_has_an_answer_of_its_own() -> None:
    entries = [
        did("2024-05-01", tags="rics:topic/ethics"),
        did("2025-05-01", tags="RICS:Topic/Data-AI-Technology/models"),
        did("2026-05-01", tags="rics:topic/sustainable"),
    ]
    report = rule(ask(body("rics"), *entries), "topics")
    assert [facts(each, "value status counted") for each in report.parts] == [
        ["ethics", "met", 1],
        ["sustainability", "open", 0],
        ["data-ai-technology", "met", 1],
    ]
    assert (report.status, report.worst.value) == ("open", "sustainability")


@pytest.mark.parametrize(
    ("points", "status", "worst"),
    [
        # "8+ in each of 3 triangle areas"
        (("8", "8", "8"), "met", "ways-of-working"),
        (("8", "7.5", "9"), "open", "power-skills"),
        (("9", "8.5", "8"), "met", "business-acumen"),
        (("7", "6", "0"), "open", "business-acumen"),
    ],
)
def test_a_floor_for_each_of_a_list(points: tuple[str, str, str], status: str, worst: str) -> None:
    areas = ("ways-of-working", "power-skills", "business-acumen")
    entries = [
        did("2026-05-01", points=each, tags=f"pmi:education/{area}")
        for each, area in zip(points, areas, strict=True)
    ]
    report = rule(ask(body("pmi"), *entries, answers="certified_on=2025-01-01"), "triangle")
    assert (report.status, report.worst.value) == (status, worst)


def test_each_value_is_held_in_every_piece() -> None:
    both = (
        '{id: both, text: "Both in each half", measure: {count: entries}, min: 1,'
        ' each: {prefix: "x:", values: [a, b]}, within: {each: P6M}}'
    )
    entries = [did("02-01", tags="x:a x:b"), did("08-01", tags="x:b")]
    report = rule(ask(rules(both, window=YEAR), *entries), "both")
    assert [(str(each.span.start), each.value, each.status) for each in report.parts] == [
        ("2026-01-01", "a", "met"),
        ("2026-01-01", "b", "met"),
        ("2026-07-01", "a", "open"),
        ("2026-07-01", "b", "met"),
    ]


def test_pieces_take_what_the_caps_of_the_whole_window_have_left() -> None:
    # at most 5 h of study: 4 in the first half, so 1 of the 3 in the second
    cap = 'caps: [{where: {tags: "x:study"}, sum: hours, up_to: 5}]\n'
    halves = SIX_A_YEAR.replace("P1Y", "P6M").replace("min: 6", "min: 1")
    entries = [did("02-01", "4", "x:study"), did("08-01", "3", "x:study")]
    report = ask(rules(halves, more=cap), *entries)
    assert pieces(rule(report, "yearly")) == [("2026-01-01", "met", 4), ("2026-07-01", "met", 1)]


def test_a_look_back_applies_the_caps_to_its_own_span() -> None:
    # 5 h count in the three years: 4 of 2024 and 1 of 2026; in the year alone all 3 of 2026 do
    cap = 'caps: [{where: {tags: "x:study"}, sum: hours, up_to: 5}]\n'
    three = SIX_A_YEAR.replace("each: P1Y", "last: P3Y")
    entries = [did("2024-02-01", "4", "x:study"), did("2026-08-01", "3", "x:study")]
    report = ask(rules(three, TOTAL, more=cap), *entries)
    assert pieces(rule(report, "yearly")) == [("2024-01-01", "open", 5)]
    assert facts(rule(report, "total").worst, "counted") == [3 * H]


def test_in_a_rolling_window_pieces_are_met_or_short() -> None:
    rolling = "window: {kind: rolling, length: P2Y}\n"
    report = ask(rules(SIX_A_YEAR, window=rolling), did("2025-06-01", "6"))
    assert pieces(rule(report, "yearly")) == [
        *(("2024-11-24", "met", 6), ("2025-11-24", "short", 0)),
    ]
    assert {each.by for each in rule(report, "yearly").parts} == {None}
