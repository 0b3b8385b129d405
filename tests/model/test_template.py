from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.reflection import words_said
from cpdlog.model.template import Section, Template, answered, filled, sections
from cpdlog.text import template

PACKAGED = sorted((Path(template.__file__).parent.parent / "data" / "templates").glob("*.md"))
BODY = (
    "## What?\n<!-- What happened?\n     And then? -->\n\n## So what? ##\n<!-- Why? -->\n\nMine.\n"
)


def read(text: str) -> tuple[Template | None, list[str]]:
    found, problems = template.read(text.encode(), "templates/my-own.md")
    assert all(problem.path == "templates/my-own.md" for problem in problems)
    return found, [str(problem._replace(path="", line=0))[2:] for problem in problems]


def test_the_sections_of_a_body_are_its_headings_with_their_prompts() -> None:
    assert sections("Before.\n" + BODY + "```\n# code\n```\n# End") == (
        Section("What?", "What happened?\nAnd then?"),
        Section("So what?", "Why?"),
        Section("End", level=1),
    )
    assert sections("") == ()


def test_an_answer_takes_the_place_of_its_prompt() -> None:
    assert answered(BODY, ["I did\nthis.\n", ""]) == BODY.replace(
        "<!-- What happened?\n     And then? -->", "I did\nthis."
    )
    assert answered(BODY, ["", " It matters. "]) == BODY.replace(
        "<!-- Why? -->\n\nMine.\n", "Mine.\n\nIt matters.\n"
    )
    assert answered("# A", ["a"]) == "# A\na\n"


def test_without_an_answer_a_body_is_as_it_was() -> None:
    assert answered(BODY, []) == BODY
    assert answered(BODY, ["", "\n", "too many"]) == BODY
    assert answered("", []) == ""
    assert answered("\n", [" "]) == "\n"


def test_a_body_without_headings_takes_answers_one_after_the_other() -> None:
    free = Template("free", "Free text")
    assert filled(free, ["One.\n", "", "Two."]) == "One.\n\nTwo.\n"
    assert answered("Before.\n", ["After."]) == "Before.\n\nAfter.\n"


@pytest.mark.parametrize("path", PACKAGED, ids=lambda path: path.stem)
def test_every_packaged_template_is_read_says_nothing_yet_and_can_be_filled(path: Path) -> None:
    found, problems = template.read(path.read_bytes(), f"templates/{path.name}")
    assert problems == ()
    assert found is not None
    assert found.id == path.stem
    assert found.about
    assert found.sources
    assert found.confidence
    assert found.checked == date(2026, 11, 23)
    assert words_said(found.body) == 0
    assert all(section.prompt for section in found.sections)
    answers = [f"answer{number}" for number in range(len(found.sections))]
    assert words_said(filled(found, answers)) == len(answers)
    assert sections(filled(found, answers)) == tuple(
        section._replace(prompt="", max_words=None, optional=False) for section in found.sections
    )


def test_a_template_knows_its_limits() -> None:
    text = (
        "---\ntitle: Mine\r\nabout: For me.\nsource: Me, myself (2026)\nconfidence: memory\n"
        "checked: 2026-11-23\ntype: statement\nlimit: 250\nlimits: {What?: 100}\n"
        "optional: [So what?]\n---\n\n" + BODY
    )
    assert read(text) == (
        Template(
            id="my-own",
            title="Mine",
            about="For me.",
            sources=("Me, myself (2026)",),
            body=BODY,
            sections=(
                Section("What?", "What happened?\nAnd then?", max_words=100),
                Section("So what?", "Why?", optional=True),
            ),
            confidence="memory",
            checked=date(2026, 11, 23),
            type="statement",
            max_words=250,
        ),
        [],
    )


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("about: x", ["title: 'title' is missing. Add 'title: …'."]),
        (
            "title: x\nconfidence: high",
            ["confidence: The word is not known here. Write one of official, secondary, memory."],
        ),
        (
            "title: x\nlimits: 100",
            ["limits: This should be headings with words. Write 'Heading: 250'."],
        ),
        (
            "title: x\nlimits: {What?: many}",
            ["limits.What?: 'many' is not a number. Write figures, such as 3 or 2.5."],
        ),
    ],
)
def test_a_fault_in_a_template_is_told_and_there_is_no_template(
    front: str, said: list[str]
) -> None:
    assert read(f"---\n{front}\n---\n{BODY}") == (None, said)


def test_headings_that_the_body_does_not_have_are_warnings() -> None:
    found, said = read(f"---\ntitle: x\nlimits: {{What: 100}}\noptional: [Now what?]\n---\n{BODY}")
    assert found is not None
    assert said == [
        "The body has no heading 'What'. Write it as it stands in the body.",
        "The body has no heading 'Now what?'. Write it as it stands in the body.",
    ]


def test_a_template_that_cannot_be_read_is_told() -> None:
    assert read("No front matter.\n")[0] is None
    assert read("---\ntitle: a\ntitle: b\n---\n")[0] is None


@given(st.lists(st.sampled_from(["", "Yes.", "Two\nlines."]), max_size=4))
def test_answering_again_with_nothing_changes_nothing(answers: list[str]) -> None:
    once = answered(BODY, answers)
    assert answered(once, ["", ""]) == once
    assert [it.heading for it in sections(once)] == ["What?", "So what?"]
