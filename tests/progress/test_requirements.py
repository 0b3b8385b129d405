"""Where somebody stands with a body's rules: whole bodies, worked by hand from their own words."""

import pytest

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.settings import Settings
from cpdlog.progress.counting.report import Caution
from cpdlog.progress.requirements import status, statuses
from tests.model.requirement.definitions import HEAD, TOTAL, YEAR, body, definition, rules
from tests.model.requirement.entries import day, did
from tests.progress.counting.asking import H, ask, facts, part, rule, words

RECORDED_BY = "window: {kind: calendar, length: P1Y, record_by: P31D}\n"
DATED = "effective: {from: 2026-01-01, to: 2026-12-31, review: 2026-09-01}\n"


def test_a_librarian_has_twenty_hours_a_statement_and_three_criteria() -> None:
    entries = [
        did("2025-11-23", "6", name="a day too old"),
        did("2025-12-01", "6.5", "cilip:criterion/1"),
        did("2026-03-01", "8", "cilip:criterion/2"),
        did("2026-09-01", "5.5", "cilip:criterion/1", has=""),
        did("2026-11-01", kind="statement", tags="cilip:revalidation", words=249),
    ]
    report = ask(body("cilip"), *entries)
    # 6.5 + 8 + 5.5 = 20 h in the twelve months; nothing for criterion 3, which is advice
    assert words(report) == {"hours": "met", "statement": "met", "criteria": "short"}
    assert facts(part(report, "criteria"), "short_by absent") == [1, ("3",)]
    assert report.meets
    hours = part(report, "hours")
    assert facts(hours, "counted") == [20 * H]
    assert hours.leaves is not None
    assert facts(hours.leaves, "day amount") == [day("2026-12-01"), 390]


def test_a_nurse_has_three_years() -> None:
    entries = [
        *(did(f"2025-0{month}-28", "150", kind="practice") for month in (1, 2, 3)),
        did("2025-05-01", "20", "nmc:participatory"),
        did("2025-06-01", "14"),
        *(did(f"2025-0{month}-01", kind="feedback") for month in range(1, 6)),
        *(did(f"2025-0{month}-02", kind="reflection", tags="nmc:code/people") for month in (1, 2)),
        did("2025-07-01", "3", kind="reflection", tags="nmc:code"),
        did("2026-01-01", kind="discussion", has="partner"),
    ]
    report = ask(body("nmc"), *entries, answers="cycle_start=2024-04-01")
    assert words(report) == {
        # 3 x 150 = 450; 20 + 14 + 3 = 37; of five accounts two are linked to the Code
        "practice": "met",
        "cpd": "met",
        "participatory": "met",
        "feedback": "met",
        "accounts": "open",
        "discussion": "met",
    }
    assert facts(part(report, "cpd"), "counted by") == [37 * H, day("2027-03-31")]
    assert facts(part(report, "accounts"), "counted short_by") == [2, 3]
    assert report.definition.judge == ("Your CPD is relevant to your practice.",)
    assert not report.meets


def test_a_project_manager_has_a_cap_inside_a_cap_and_a_triangle() -> None:
    entries = [
        did("2026-01-10", points="20", tags="pmi:education/ways-of-working"),
        did("2026-02-10", points="9", tags="pmi:education/power-skills"),
        did("2026-03-10", points="7.5", tags="pmi:education/business-acumen"),
        did("2026-04-10", points="10", tags="pmi:giving/practitioner"),
        did("2026-05-10", points="15", tags="pmi:giving/mentoring"),
    ]
    report = ask(body("pmi"), *entries, answers="certified_on=2025-01-01")
    # 20 + 9 + 7.5 = 36.5; giving 8 of 10 and all 15, together 23: 59.5
    assert str(part(report, "education").counted) == "36.5"
    assert str(part(report, "total").counted) == "59.5"
    assert words(report) == {"total": "open", "education": "met", "triangle": "open"}
    assert str(part(report, "total").short_by) == "0.5"
    assert facts(part(report, "triangle"), "value") == ["business-acumen"]


def test_a_surveyor_counts_only_what_has_an_outcome_and_a_reflection() -> None:
    entries = [
        did("2026-02-01", "10", "rics:structured rics:topic/ethics"),
        did("2026-03-01", "8", "rics:topic/sustainability"),
        did("2026-04-01", "4", has="outcome"),
        did("2026-05-01", "2", "rics:topic/data-ai-technology"),
    ]
    report = ask(body("rics"), *entries)
    assert words(report) == {"total": "met", "structured": "met", "topics": "met"}
    assert facts(part(report, "total"), "counted logged") == [20 * H, 24 * H]
    assert report.meets


def test_a_dentist_needs_certificates() -> None:
    entries = [
        did("2024-06-01", "60"),
        did("2025-06-01", "39.5"),
        did("2025-07-01", "5", has="outcome"),
        did("2024-01-01", kind="plan", has=""),
    ]
    report = ask(body("gdc"), *entries, answers="cycle_start=2024-01-01 variant=dentist")
    assert words(report) == {
        "total": "open",
        "spread": "open",
        "outcomes": "open",
        "pdp": "met",
    }
    # 60 + 39.5 h are verifiable, and half an hour is missing; and 2026 with 2027 has none yet
    assert facts(part(report, "total"), "counted short_by") == [5970, 30]
    # but a hygienist is asked for 75
    hygienist = ask(body("gdc"), *entries, answers="cycle_start=2024-01-01 variant=hygienist")
    assert words(hygienist)["total"] == "met"


def test_an_optometrist_has_points_a_year_and_in_each_domain() -> None:
    entries = [
        did("2025-03-01", points="6", tags="goc:domain/leadership goc:interactive"),
        did("2026-03-01", points="5.5", tags="goc:domain/communication"),
        did("2026-04-01", points="0.5", tags="goc:domain/clinical-practice goc:peer-review"),
    ]
    report = ask(body("goc"), *entries)
    assert words(report) == {
        "total": "open",
        "interactive": "open",
        "yearly": "met",
        "domains": "open",
        "peer-review": "met",
    }
    domains = [facts(each, "value counted") for each in rule(report, "domains").parts]
    assert [[name, str(points)] for name, points in domains] == [
        *(["professionalism", "0"], ["communication", "5.5"]),
        *(["clinical-practice", "0.5"], ["leadership", "6"]),
    ]
    assert facts(part(report, "domains"), "value") == ["professionalism"]


def test_an_engineer_has_a_cap_on_all_that_is_not_technical() -> None:
    entries = [
        did("2024-03-01", "80", "bpeq:type/workplace bpeq:technical"),
        did("2025-03-01", "37.5", "bpeq:technical bpeq:ethics"),
        did("2025-06-01", "20", "bpeq:type/private-study"),
        did("2026-03-01", "30"),
    ]
    report = ask(body("bpeq"), *entries)
    # workplace 75 of 80; study 18 of 20; not technical 18 + 19.5 of 48: 75 + 37.5 + 37.5 = 150
    assert facts(part(report, "total"), "counted logged status") == [150 * H, 167.5 * H, "met"]
    assert facts(part(report, "technical"), "counted status") == [112.5 * H, "met"]
    assert [facts(each, "logged counted") for each in report.caps] == [
        *([80 * H, 75 * H], [20 * H, 18 * H], [0, 0], [50 * H, 37.5 * H]),
    ]


def test_an_architect_has_half_of_it_structured_and_every_topic() -> None:
    entries = [
        did("2026-02-01", "17", "riba:structured riba:core/t1", points="60"),
        did("2026-03-01", "18", "riba:core/t2/fire", points="40"),
        did("2026-04-01", "1.5", "riba:core/t3"),
    ]
    report = ask(body("riba"), *entries)
    # 17 h are 1 h 15 less than half of 36.5; of t3 half an hour is missing
    assert words(report) == {"total": "met", "structured": "open", "points": "met", "core": "open"}
    assert facts(part(report, "structured"), "short_by") == [75]
    assert facts(part(report, "core"), "value short_by") == ["t3", 30]


@pytest.mark.parametrize(
    ("as_of", "windows"),
    [
        ("2026-12-31", ["2026-01-01"]),
        # until that day "what was done in the window may still be written down"
        ("2027-01-01", ["2026-01-01", "2027-01-01"]),
        ("2027-01-31", ["2026-01-01", "2027-01-01"]),
        ("2027-02-01", ["2027-01-01"]),
        # the rules hold from 2026 on, so there is no year before that may be completed
        ("2026-01-15", ["2026-01-01"]),
    ],
)
def test_the_window_before_is_told_as_long_as_it_may_be_completed(
    as_of: str, windows: list[str]
) -> None:
    definition = rules(TOTAL, window=RECORDED_BY, more="effective: {from: 2026-01-01}\n")
    reports = statuses(definition, None, [], Settings(), day(as_of))
    assert [str(each.window.start) for each in reports if each.window] == windows
    assert [each.as_of for each in reports] == [day(as_of)] * len(windows)


@pytest.mark.parametrize(
    "definition",
    [
        rules(TOTAL, window=YEAR),
        rules(TOTAL, window="window: {kind: rolling, length: P1Y}\n"),
        body("gdc"),
    ],
)
def test_else_there_is_one_report(definition: Definition) -> None:
    assert len(statuses(definition, None, [], Settings(), day("2027-01-01"))) == 1


def test_a_window_with_record_by_and_no_first_day_of_the_rules() -> None:
    reports = statuses(rules(TOTAL, window=RECORDED_BY), None, [], Settings(), day("2027-01-15"))
    assert [words(each) for each in reports] == [{"total": "open"}, {"total": "open"}]
    assert [str(each.closes) for each in reports] == ["2027-01-31", "2028-01-31"]


@pytest.mark.parametrize(
    ("as_of", "cautions"),
    [
        # "older than 12 months gives a warning"
        ("2026-03-01", ()),
        ("2027-01-01", ("ended", "review")),
        ("2027-01-02", ("checked", "ended", "review")),
        # "from `review` on a change is expected"
        ("2026-08-31", ()),
        ("2026-09-01", ("review",)),
        # "After `to`": the last day is inclusive
        ("2026-12-31", ("review",)),
        ("2025-12-31", ("not begun",)),
    ],
)
def test_the_dates_of_a_file_give_cautions(as_of: str, cautions: tuple[str, ...]) -> None:
    report = ask(rules(TOTAL, more=DATED), as_of=as_of)
    assert tuple(sorted(each.why for each in report.cautions)) == cautions


def test_a_caution_has_its_day() -> None:
    report = ask(rules(TOTAL, more=DATED), as_of="2027-06-01")
    assert report.cautions == (
        Caution("checked", day=day("2026-01-01")),
        Caution("review", day=day("2026-09-01")),
        Caution("ended", day=day("2026-12-31")),
    )
    early = ask(rules(TOTAL, more=DATED), as_of="2025-06-01")
    assert early.cautions == (Caution("not begun", day=day("2026-01-01")),)


def test_a_file_that_was_checked_on_a_29th_is_old_after_the_28th() -> None:
    leap = definition(f"{YEAR}rules: [{TOTAL}]\n", HEAD.replace("2026-01-01", "2024-02-29"))
    assert ask(leap, as_of="2025-02-28").cautions == ()
    assert [each.why for each in ask(leap, as_of="2025-03-01").cautions] == ["checked"]


def test_rules_that_are_not_in_use_are_judged_with_their_defaults() -> None:
    report = status(rules(TOTAL), None, [did("06-01", "20")], Settings(), day("11-23"))
    assert words(report) == {"total": "met"}
    assert report.cautions == ()


def test_a_rolling_window_ends_with_the_day_whatever_is_asked() -> None:
    report = ask(body("cilip"), on="2020-01-01")
    assert report.window is not None
    assert report.window.last_day == day("2026-11-23")
