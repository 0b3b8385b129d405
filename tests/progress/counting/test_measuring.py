"""Entries that are counted, values that differ, gaps, and the words of a text."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

import pytest

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.measure import Measure, Seen
from cpdlog.model.requirement.rules import Limits, Rule
from tests.model.requirement.definitions import TOTAL, YEAR, body, rules
from tests.model.requirement.entries import did
from tests.progress.counting.asking import ask, facts, part, rule, words

STATEMENT = "statement"


@pytest.mark.parametrize(
    ("kinds", "counted", "status"),
    [
        # "5 pieces of practice-related feedback"
        (["feedback"] * 4, 4, "open"),
        (["feedback"] * 5, 5, "met"),
        (["feedback"] * 6, 6, "met"),
        (["feedback"] * 4 + ["course"], 4, "open"),
    ],
)
def test_entries_of_a_kind_are_counted(kinds: list[str], counted: int, status: str) -> None:
    entries = [did("2025-06-01", kind=kind) for kind in kinds]
    report = ask(body("nmc"), *entries, answers="cycle_start=2024-04-01")
    assert facts(part(report, "feedback"), "counted status") == [counted, status]


@pytest.mark.parametrize(
    ("has", "status"), [("partner", "met"), ("outcome evidence reflection", "open")]
)
def test_a_discussion_needs_the_one_it_was_with(has: str, status: str) -> None:
    report = ask(
        body("nmc"),
        did("2025-06-01", kind="discussion", has=has),
        answers="cycle_start=2024-04-01",
    )
    assert words(report)["discussion"] == status


@pytest.mark.parametrize(
    ("words_of_it", "status"),
    [
        # "One statement of at most 250 words": at the limit, and one over
        (250, "met"),
        (251, "short"),
        (1, "met"),
        (0, "short"),
    ],
)
def test_a_statement_keeps_to_its_words(words_of_it: int, status: str) -> None:
    statement = did("06-01", kind=STATEMENT, tags="cilip:revalidation", words=words_of_it)
    assert words(ask(body("cilip"), statement))["statement"] == status


@pytest.mark.parametrize(
    ("tags", "counted", "absent", "status"),
    [
        # "CPD touches all three assessment criteria"
        (["1", "2", "3"], 3, (), "met"),
        (["1", "1", "2"], 2, ("3",), "short"),
        (["4", "5", "6"], 0, ("1", "2", "3"), "short"),
        ([], 0, ("1", "2", "3"), "short"),
    ],
)
def test_values_that_are_looked_for_are_named_where_they_are_absent(
    tags: list[str], counted: int, absent: tuple[str, ...], status: str
) -> None:
    entries = [did("06-01", tags=f"cilip:criterion/{tag}") for tag in tags]
    found = part(ask(body("cilip"), *entries), "criteria")
    assert facts(found, "counted absent status") == [counted, absent, status]


@pytest.mark.parametrize(
    ("tags", "counted", "status"),
    [
        # "at least two types of activity", whatever they are
        (["work", "formal"], 2, "met"),
        (["work", "work/project"], 1, "short"),
        (["anything"], 1, "short"),
        (["work", "formal", "self"], 3, "met"),
    ],
)
def test_any_values_are_counted_where_none_are_named(
    tags: list[str], counted: int, status: str
) -> None:
    entries = [did("06-01", tags=f"hcpc:type/{tag}") for tag in tags]
    assert facts(part(ask(body("hcpc"), *entries), "mixture"), "counted status absent") == [
        *(counted, status, ()),
    ]


@pytest.mark.parametrize(
    ("days", "gap", "status"),
    [
        # The window begins on 24 November 2024; "explain any gap of three months or more".
        # 91 days a step: 23 February, 25 May, 24 August, 23 November, ... to 22 November 2026
        (
            [
                *("2025-02-23", "2025-05-25", "2025-08-24", "2025-11-23"),
                *("2026-02-22", "2026-05-24", "2026-08-23", "2026-11-22"),
            ],
            *(91, "met"),
        ),
        # without the one of 24 August 2025 there are 182
        (
            [
                *("2025-02-23", "2025-05-25", "2025-11-23"),
                *("2026-02-22", "2026-05-24", "2026-08-23", "2026-11-22"),
            ],
            *(182, "short"),
        ),
        # a journal that was given up looks broken, and not whole
        (["2024-11-24", "2025-02-01"], 660, "short"),
        ([], 729, "short"),
    ],
)
def test_a_long_gap_shows(days: list[str], gap: int, status: str) -> None:
    found = part(ask(body("hcpc"), *[did(each) for each in days]), "continuous")
    assert facts(found, "counted status over_by") == [gap, status, max(0, gap - 91)]
    assert facts(found, "leaves") == [None]


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        # on 2 April 91 days have passed since 1 January
        ("2026-04-01", "met"),
        ("2026-04-02", "met"),
        # and on the 3rd 92: "its `max` is already exceeded, which nothing later mends"
        ("2026-04-03", "missed"),
        ("2026-12-31", "missed"),
    ],
)
def test_a_gap_in_a_year_is_missed_as_soon_as_it_is_too_long(as_of: str, status: str) -> None:
    gap = '{id: gap, text: "No gap", measure: {max_gap_days: true}, max: 91}'
    entries = [did(f"2026-{each}") for each in ("04-10", "06-01", "08-01", "10-01", "12-01")]
    report = ask(rules(gap, window=YEAR), *entries, as_of=as_of)
    assert words(report) == {"gap": status}


@dataclass(frozen=True, slots=True)
class Days(Measure):
    """A kind of rule that nobody has asked for yet: on how many days something was done."""

    key = "days"
    keys = ("days",)

    @property
    def unit(self) -> str:
        return "days"

    def amount(self, seen: Seen) -> Decimal:
        return Decimal(len({line.entry.day for line in seen.lines}))

    def written(self) -> str:
        return "days: true"

    @classmethod
    def read(cls, fields: Fields) -> Self | None:
        return cls() if fields.read("days", one_of(("true",))) else None


def test_a_new_kind_of_rule_is_one_class() -> None:
    plain = rules(TOTAL, more="counts_if: {has: [outcome]}\n")
    often = Rule("often", "On three days", "must", Days(), Limits(min=Decimal(3)))
    entries = [did("02-01"), did("02-01"), did("03-01"), did("04-01", has=""), did("12-01")]
    report = rule(ask(replace(plain, rules=(often,)), *entries), "often")
    assert facts(report, "status unit planned") == ["open", "days", 1]
    assert facts(report.worst, "counted logged short_by") == [2, 3, 1]
    assert [(lost.name, int(lost.amount)) for lost in report.worst.excluded] == [("outcome", 1)]
