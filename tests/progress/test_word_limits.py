import pytest

from cpdlog.model.template import Section, Template
from cpdlog.progress.word_limits import over
from tests.progress.making import entry

WHOLE = Template("short", "Short form", max_words=3)
PARTS = Template(
    "parts",
    "Form in parts",
    sections=(Section("History", max_words=3), Section("List"), Section("Statement", max_words=2)),
)


def told(template: Template, body: str, words: int = 0) -> list[str]:
    found = over(entry("11-01", words=words), template, body)
    return [f"{it.message} {it.hint}" for it in found]


@pytest.mark.parametrize(("words", "expected"), [(0, 0), (3, 0), (4, 1)])
def test_an_entry_may_have_as_many_words_as_its_form_allows(words: int, expected: int) -> None:
    assert len(told(WHOLE, "", words)) == expected


def test_what_is_too_long_is_told_with_what_to_leave_out() -> None:
    assert told(WHOLE, "", 10) == ["It has 10 words; Short form allows 3. Leave out 7."]
    (found,) = over(entry("11-01", words=10), WHOLE, "")
    assert (found.severity, found.key) == ("warning", "template")


def test_each_part_has_its_own_limit_and_prompts_are_no_words() -> None:
    body = "## History\n<!-- Which? -->\none two three\n\n## List\na b c\n\n## Statement\none two\n"
    assert told(PARTS, body) == []
    longer = body.replace("one two three", "one two three four")
    assert told(PARTS, longer) == ["'History' has 4 words; Form in parts allows 3. Leave out 1."]


def test_what_stands_under_a_deeper_heading_belongs_to_the_part() -> None:
    body = "## Statement\none\n\n### More\ntwo three\n\n## Other\nfour\n"
    assert told(PARTS, body) == ["'Statement' has 3 words; Form in parts allows 2. Leave out 1."]


def test_a_form_without_limits_lets_everything_pass() -> None:
    assert told(Template("free", "Free"), "## History\none two three four\n", 400) == []
