"""What is said of bodies' rules: where little is missing, where rules are old, where they end."""

from decimal import Decimal

import pytest

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Adjustment
from cpdlog.progress.counting.report import RequirementReport
from cpdlog.progress.in_use import Standings
from cpdlog.render import requirement_notes, requirement_table, requirements
from cpdlog.render import requirement_words as words
from cpdlog.render.blocks import Marks
from cpdlog.render.requirement_cautions import cautions
from tests.model.requirement.definitions import HEAD, TOTAL, YEAR, definition, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import ask, lowered

SHARE = (
    '{id: half, text: "Half structured", measure: {sum: hours}, of: total, min_share: 0.5, '
    'where: {tags: "x:s"}}'
)
BETWEEN = '{id: range, text: "8 to 10 points", measure: {sum: points}, min: 8, max: 10}'
GAP = '{id: gap, text: "No gap", measure: {max_gap_days: true}, max: 91}'
HALVES = '{id: half, text: "Each half", measure: {count: entries}, within: {each: P6M}, min: 1}'
CRITERIA = '{id: all, text: "All", measure: {distinct: "x:c/", values: [a, b]}, min: 2}'


def told(report: RequirementReport) -> list[str]:
    return [it.sentence for it in requirement_notes.lacking(report)]


def standings(report: RequirementReport) -> list[str]:
    return [words.standing(it, part) for it in report.rules for part in it.parts]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "0.0"), (30, "0.5"), (2099, "34.98"), (2100, "35.0"), (1, "0.02"), (75, "1.25")],
)
def test_every_minute_can_be_told_from_the_next(minutes: int, expected: str) -> None:
    assert words.figure(Decimal(minutes), "hours") == expected


def test_amounts_are_told_with_their_units() -> None:
    assert words.measured(Decimal(1), "entries") == "1 entry"
    assert words.measured(Decimal("1.50"), "points") == "1.5 points"
    assert words.measured(Decimal(2), "values") == "2"
    assert words.measured(Decimal(60), "hours") == "1.0 h"


def test_a_floor_a_ceiling_and_a_share_are_told_as_such() -> None:
    report = ask(
        rules(TOTAL, SHARE, BETWEEN, GAP), did("01-05", "10", "x:s"), did("03-01", points="12")
    )
    asked = [words.limits(it, it.worst) for it in report.rules]
    assert asked == ["at least 20 h", "at least 50 % of total", "8 to 10 points", "at most 91 days"]
    assert standings(report) == ["10.0 to go", "met", "over by 2", "over by 176"]
    assert told(report)[1:] == [
        "8 to 10 points: 12 points counted, over by 2 points, by 31 Dec 2026, in 38 days.",
        "No gap: 267 days, over by 176 days, by 31 Dec 2026, in 38 days.",
    ]


def test_a_share_of_nothing_is_open() -> None:
    report = ask(rules(TOTAL, SHARE))
    assert standings(report) == ["20.0 to go", "open"]
    assert words.in_sentence(report.rules[1], report.rules[1].worst) == "open"


def test_what_is_past_is_missed() -> None:
    report = ask(rules(TOTAL), did("06-01", "19"), as_of="2027-01-01", on="2026-06-01")
    assert standings(report) == ["missed by 1.0"]
    assert told(report) == ["20 hours: 19.0 h counted, missed by 1.0 h."]


def test_pieces_of_a_window_are_told_by_their_days() -> None:
    report = ask(rules(HALVES), as_of="2026-08-01")
    assert told(report) == [
        "Each half (1 Jan 2026 to 30 Jun 2026): 0 entries counted, missed by 1 entry.",
        (
            "Each half (1 Jul 2026 to 31 Dec 2026): 0 entries counted, 1 entry to go, "
            "by 31 Dec 2026, in 152 days."
        ),
    ]


def test_the_last_day_is_today() -> None:
    report = ask(rules(TOTAL), as_of="2026-12-31")
    assert told(report) == ["20 hours: 0.0 h counted, 20.0 h to go, by 31 Dec 2026, today."]


def test_after_the_window_it_can_still_be_written_down() -> None:
    late = rules(TOTAL, window=YEAR.replace("P1Y}", "P1Y, record_by: P31D}"))
    report = ask(late, as_of="2027-01-30", on="2026-06-01")
    assert told(report) == [
        "20 hours: 0.0 h counted, 20.0 h to go, to be written down by 31 Jan 2027, in 1 day."
    ]


def test_values_without_an_entry_are_named() -> None:
    report = ask(rules(CRITERIA), did("06-01", "1", "x:c/a"))
    assert told(report) == [
        "All: 1 counted, 1 to go; there is nothing yet for b, by 31 Dec 2026, in 38 days."
    ]


def test_a_lowered_floor_is_told_with_its_reason() -> None:
    report = ask(
        rules(TOTAL),
        did("06-01", "15"),
        adjustments=[lowered("total", "5", "2026-01-01", "leave.")],
    )
    assert list(requirement_notes.remarks(report)) == ["total is lowered by 5.0 h: leave."]
    assert requirement_notes.verdict(report) == (
        "Meets the counted rules of requirements/example.yaml, checked 1 Jan 2026."
    )


def test_the_verdict_says_no_more_than_what_was_counted() -> None:
    one, two = TOTAL, TOTAL.replace("id: total", "id: other")
    file = "requirements/example.yaml, checked 1 Jan 2026"
    advice = TOTAL.replace("id: total", "id: total, level: should")
    verdicts = [
        (rules(one), f"The one counted rule of {file}, is not met."),
        (rules(one, two), f"Of the 2 counted rules of {file}, none is met."),
        (rules(one, BETWEEN), f"Of the 2 counted rules of {file}, none is met."),
        (rules(advice), f"The counted rules of {file}, are all recommendations."),
    ]
    for found, expected in verdicts:
        assert requirement_notes.verdict(ask(found)) == expected


def test_a_window_in_a_few_words() -> None:
    assert requirement_notes.brief(ask(rules(TOTAL))) == "0 of 1 counted rule met"
    asking = "params: {began: {ask: When?, type: date}}\n"
    cycle = "window: {kind: cycle, length: P3Y, anchor: began}\n"
    unanswered = ask(rules(TOTAL, window=cycle, more=asking))
    assert requirement_notes.brief(unanswered) == "not judged yet"
    assert list(cautions(unanswered)) == [
        (
            "Nothing can be judged before this is answered: When? "
            "Type: cpdlog requirement use example --set began=ANSWER"
        )
    ]
    assert list(requirements.rule_rows(unanswered)) == []
    shown = list(requirements.blocks(Standings(day("2026-11-23"), (unanswered,))))
    assert len(shown) == 2


def old(effective: str) -> Definition:
    head = HEAD.replace("checked: 2026-01-01", "checked: 2025-01-01")
    return definition(f"effective: {{{effective}}}\n{YEAR}rules:\n  - {TOTAL}\n", head=head)


def test_what_has_to_be_known_before_a_report_is_relied_on() -> None:
    ended = ask(old("to: 2025-12-31, review: 2025-06-01"), on="2025-06-01")
    assert list(cautions(ended)) == [
        (
            "These rules were last held against their sources on 1 Jan 2025, more than 12 months "
            "ago. See whether there are newer ones: cpdlog requirement diff example"
        ),
        "A change of these rules has been expected since 1 Jun 2025. Look at their sources.",
        "These rules held up to 31 Dec 2025. This is how the last window ended.",
    ]
    coming = ask(old("from: 2027-01-01"))
    assert list(cautions(coming))[1:] == ["These rules hold from 1 Jan 2027 on."]
    useless = ask(
        rules(TOTAL), answers="grade=x", adjustments=[Adjustment("no", Decimal(1), "leave")]
    )
    assert list(cautions(useless)) == [
        "'grade' in cpdlog.yaml has an answer that makes no sense; it is not used.",
        "An adjustment of 'no' in cpdlog.yaml fits no rule or window; it is not used.",
    ]


@pytest.mark.parametrize(
    ("counted", "logged", "low", "high", "expected"),
    [
        (0, 0, 20, None, "[...........>]"),
        (1999, 1999, 2000, None, "[##########.>]"),
        (20, 20, 20, None, "[###########>]"),
        (40, 40, 20, None, "[######>####.]"),
        (20, 40, 20, None, "[######>-----]"),
        (75, 90, None, 75, "[##########<-]"),
        (40, 40, None, 91, "[#####......<]"),
        (9, 9, 8, 10, "[#########>.<]"),
        (0, 0, 0, None, "[>...........]"),
        (0, 0, None, None, "[............]"),
    ],
)
def test_a_bar_shows_what_counts_against_the_limits(
    counted: int, logged: int, low: int | None, high: int | None, expected: str
) -> None:
    least, most = (None if it is None else Decimal(it) for it in (low, high))
    found = requirement_table.bar(Decimal(counted), Decimal(logged), least, most, "plain")
    assert isinstance(found, Marks)
    assert found.plain == expected
    assert len(found.fine) == len(found.plain)
