"""The guide for authors says what the code does."""

import re
from pathlib import Path

import pytest

from cpdlog.model.requirement import filters, reading_rules
from cpdlog.model.requirement.measures import MEASURES
from cpdlog.model.requirement.reading import FORM
from tests.model.requirement.definitions import definition
from tests.model.requirement.entries import did
from tests.progress.counting.asking import ask, words

GUIDE = (Path(__file__).parents[3] / "docs" / "requirement-schema.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading, up to the next heading."""
    return re.split(r"^##+ .*$", GUIDE.split(f"# {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[
        0
    ]


def keys(title: str) -> list[str]:
    """The keys in the first column of a section's table."""
    rows = re.findall(r"^\| (`[^|]*) \|", section(title), re.MULTILINE)
    return [key for row in rows for key in re.findall(r"`(\w+)`", row)]


def test_the_whole_file_of_the_guide_is_without_fault() -> None:
    example = section("A whole file").split("```yaml\n")[1].split("```")[0]
    found = definition(example, head="")
    assert found.id == "example"
    done = [
        did("2026-03-01", "12", "example:structured example:ethics"),
        did("2026-08-01", "9", "example:private"),
        did("2026-01-02", kind="plan"),
    ]
    # 12 h, and 5 of the 9 h of private study, are 17; with fellows 30 are asked for
    report = ask(found, *done, answers="variant=fellow")
    assert words(report) == {
        "total": "open",
        "structured": "met",
        "ethics": "met",
        "spread": "met",
        "plan": "met",
    }
    assert report.rules[0].worst.short_by == 13 * 60


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("The file's own keys", ("schema", *FORM.required, *FORM.optional)),
        ("Filters: `where` and `counts_if`", filters.KEYS),
        ("Rules", reading_rules.KEYS),
    ],
)
def test_every_key_is_on_the_page_and_no_other(title: str, known: tuple[str, ...]) -> None:
    assert sorted(keys(title)) == sorted(known)


def test_every_measure_is_on_the_page() -> None:
    table = section("Measures")
    assert [kind.key for kind in MEASURES if f"`{{{kind.key}:" not in table] == []
