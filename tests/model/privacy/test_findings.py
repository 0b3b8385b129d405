import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpdlog.model.privacy import PROFILES, Finding, findings

TEMPLATES = Path(__file__).parents[3] / "cpdlog" / "data" / "templates"

ENTRY = """\
---
title: Handover with Mrs Okonjo-Bright
date: 2026-03-04
partner: Dr Priya Nair
outcome: A patient seen on 3 March taught me to wait
---

## What

The sheet said **NHS
number** 999 000 0018, and I took it home.

- [ ] ask the 83-year-old's family (due 2026-12-01)
- [x] see ISBN 9990000018 (done 2026-11-20)
"""


def found(text: str, *profiles: str, allow: Iterable[str] = ()) -> list[tuple[str, str]]:
    return [(one.detector, one.text) for one in findings(text, profiles or ("general",), allow)]


def test_a_file_is_searched_whole_and_told_by_line_and_column() -> None:
    told = [
        (one.line, one.column, one.text, one.detector, one.profile, one.severity)
        for one in findings(ENTRY, ("general", "health"), ())
    ]
    assert told == [
        (2, 22, "Mrs Okonjo-Bright", "title-surname", "general", "warn"),
        (5, 28, "3 March", "event-date", "health", "warn"),
        (11, 10, "999 000 0018", "nhs-number", "health", "block"),
        (13, 15, "83-year-old", "exact-age", "health", "warn"),
    ]


def test_a_finding_says_why_and_what_to_write_instead() -> None:
    assert findings("An 83-year-old taught me to wait.", ("health",), ()) == (
        Finding(
            line=1,
            column=4,
            text="83-year-old",
            detector="exact-age",
            profile="health",
            reason="An exact age narrows down who it is.",
            suggestion=(
                "Write 'someone in their eighties', or leave the age out if it taught nothing."
            ),
            severity="warn",
            accepted="",
        ),
    )


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A 3-week-old", "a baby"),
        ("A 1-year-old", "a baby"),
        ("A 4-year-old", "a small child"),
        ("A 7-year-old", "a child"),
        ("A 15-year-old", "a teenager"),
        ("A 19-year-old", "a young adult"),
        ("A 20-year-old", "someone in their twenties"),
        ("A 41yo", "someone in their forties"),
        ("A seventy-two-year-old", "someone in their seventies"),
        ("She, aged ninety,", "someone in their nineties"),
        ("A 104-year-old", "someone in their nineties"),
    ],
)
def test_an_exact_age_is_reworded_as_a_stage_of_life(text: str, stage: str) -> None:
    (finding,) = findings(f"{text} came to us.", ("health",), ())
    assert finding.suggestion == f"Write '{stage}', or leave the age out if it taught nothing."


def test_only_the_profiles_that_are_asked_for_are_searched() -> None:
    text = "My client Jenkins, 47 years old, wrote from jo@example.org."
    assert found(text) == [("email", "jo@example.org")]
    assert found(text, "legal") == [("named-client", "Jenkins")]
    assert found(text, "health", "social-care") == [
        ("named-service-user", "Jenkins"),
        ("exact-age", "47 years old"),
    ]
    assert findings(text, (), ()) == ()
    with pytest.raises(KeyError):
        findings(text, ("helth",), ())


def test_there_are_five_profiles() -> None:
    assert PROFILES == ("general", "health", "legal", "education", "social-care")


def test_of_findings_that_share_text_the_one_that_blocks_stands() -> None:
    assert found("The patient's hospital number 9990000018 was wrong.", "health") == [
        ("nhs-number", "9990000018")
    ]
    assert found("Patient seen, CHI 3102457312.", "health") == [("chi-number", "3102457312")]


def test_of_findings_that_share_text_the_longer_stands_and_then_the_later_profiles() -> None:
    assert found("Acting for Pell&Sons Trading Ltd again.", "legal") == [
        ("named-client", "Pell&Sons Trading Ltd")
    ]
    text = "My student Aisha explained it."
    assert found(text, "general", "education") == [("named-pupil", "Aisha")]
    assert found(text, "education", "general") == [("named-person", "Aisha")]


def test_a_sentence_may_go_on_in_the_next_line_but_not_in_the_next_block() -> None:
    assert found("my colleague\nPriya", "general") == [("named-person", "Priya")]
    assert found("my colleague\r\n  Priya", "general") == [("named-person", "Priya")]
    for border in ("\n\n", "\n- ", "\n  * ", "\n# ", "\n> ", "\n| ", "\n3. ", "\n \n"):
        assert found(f"my colleague{border}Priya", "general") == []


def test_emphasis_code_and_typographic_marks_hide_nothing() -> None:
    assert found("my *colleague* `Priya`") == [("named-person", "Priya")]
    assert found("_Mr Pellow_ came") == [("title-surname", "Mr Pellow")]
    assert found("“My manager” Karen’s sick leave") == [("private-matter", "Karen")]
    assert found("An 83‑year–old", "health") == [("exact-age", "83‑year–old")]
    assert found("Dr\xa0Órla Briain é", "general") == [("title-surname", "Dr Órla Briain")]
    assert found("```\nDr Pellow\n```\n<!-- Mr Vane -->") == [
        ("title-surname", "Dr Pellow"),
        ("title-surname", "Mr Vane"),
    ]


def test_addresses_of_pages_are_not_searched_but_for_names_on_the_denylist() -> None:
    link = "https://example.org/patient/9990000018/jo@example.org/marlow"
    assert found(f"See {link}.", "general", "health") == []
    (finding,) = findings(f"See {link}.", ("general",), (), ["Marlow"])
    assert (finding.detector, finding.column, finding.text) == ("denylist", 59, "marlow")


def test_the_partner_of_a_discussion_is_not_a_finding_unless_on_the_denylist() -> None:
    text = "---\ntitle: Discussion\npartner: Dr Ama Sey\n---\n"
    assert found(text) == []
    assert [one.line for one in findings(text, ("general",), (), ["Ama Sey"])] == [3]
    assert found("partner: Dr Ama Sey") == [("title-surname", "Dr Ama Sey")]
    assert found("---\nnever closed: Dr Ama Sey") == [("title-surname", "Dr Ama Sey")]


def test_letters_whose_small_form_is_longer_keep_every_place() -> None:
    (finding,) = findings("İİİ Mr Pellow", ("general",), ())
    assert (finding.column, finding.text) == (5, "Mr Pellow")


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        ("0161 496 0347", "Ring me on 01614960347."),
        ("07c1884e", "My PIN is 07C1884E."),
        ("Okonjo-Bright", "I am Ms Okonjo-Bright."),
        ("dr. ama sey", "Written by Dr Ama Sey."),
        ("St Aldate's", "I work at St Aldate's Hospital."),
    ],
)
def test_what_is_allowed_is_no_finding_however_it_is_spelt(allowed: str, text: str) -> None:
    assert found(text, "general", "health") != []
    assert found(text, "general", "health", allow=["", "- -", allowed]) == []


def test_a_part_of_a_word_or_of_a_number_allows_nothing() -> None:
    text = "Ms Brightwater rang from 0161 496 0347."
    assert len(found(text)) == 2
    assert len(found(text, allow=["Bright", "016", "4960347"])) == 2


def test_a_couple_is_found_whole_and_a_bare_title_is_no_name() -> None:
    for profiles in (("legal",), ("general", "legal")):
        assert found("I acted for Mr and Mrs Prowse on the purchase.", *profiles) == [
            ("named-client", "Mr and Mrs Prowse")
        ]
    assert found("I was instructed by Dr & Mr Vane.", "legal") == [("named-client", "Dr & Mr Vane")]
    assert found("I acted for Mr and his wife.", "general", "legal") == []


def test_a_finding_is_accepted_by_a_comment_with_a_reason() -> None:
    text = (
        "Mr Pellow's talk, and his number 0161 496 0347.\n"
        '<!-- privacy: accepted "mr. pellow" because he agreed\nto be named, 3 March -->\n'
    )
    assert [(one.text, one.accepted) for one in findings(text, ("general",), ())] == [
        ("Mr Pellow", "he agreed to be named, 3 March"),
        ("0161 496 0347", ""),
    ]


def test_what_blocks_stops_until_it_is_accepted() -> None:
    text = "NHS number 999 000 0018 is the range for tests. An 83-year-old."
    reason = "<!-- privacy: accepted “999 000 0018” because nobody has it -->"
    assert [one.stops for one in findings(text, ("health",), ())] == [True, False]
    assert [one.stops for one in findings(text + reason, ("health",), ())] == [False, False]


def test_an_acceptance_without_a_reason_accepts_nothing_and_is_told() -> None:
    text = 'Mr Pellow spoke.\n\n<!-- privacy: accepted "Mr Pellow" -->'
    first, second = findings(text, ("general",), ())
    assert (first.text, first.accepted) == ("Mr Pellow", "")
    assert second == Finding(
        line=3,
        column=25,
        text="Mr Pellow",
        detector="acceptance",
        profile="general",
        reason="It is accepted without a reason, and so it is not accepted.",
        suggestion='Write <!-- privacy: accepted "…" because … -->.',
    )


def test_the_reason_of_an_acceptance_is_searched_as_well() -> None:
    text = '<!-- privacy: accepted "Mr Pellow" because Mrs Vane said so -->'
    assert found(text) == [("title-surname", "Mrs Vane")]


def test_names_on_the_denylist_are_found_in_any_case_as_whole_words() -> None:
    names = ["Marlow", " Ama  Sey ", "", "Zoë", "O'Hare"]
    text = "MARLOW's, marlowe, unmarlow; ama\nsey. Zoe\u0308 and zoë; _O’Hare_; amasey"
    told = findings(text, (), (), names)
    assert [one.text for one in told] == ["MARLOW", "ama sey", "Zoe\u0308", "zoë", "O’Hare"]
    assert {(one.detector, one.profile, one.severity) for one in told} == {
        ("denylist", "denylist", "warn")
    }


def test_a_name_on_the_denylist_that_is_allowed_or_accepted_is_left_alone() -> None:
    assert findings("Marlow", (), ["marlow"], ["Marlow"]) == ()
    text = 'Marlow wrote it. <!-- privacy: accepted "Marlow" because it is the town -->'
    (finding,) = findings(text, (), (), ["Marlow"])
    assert finding.accepted == "it is the town"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.md")), ids=lambda path: path.stem)
def test_the_prompts_of_a_reflection_template_are_no_finding(path: Path) -> None:
    assert findings(path.read_text(), PROFILES, ()) == ()


ANY_TEXT = st.text(st.characters(), max_size=300)
PIECES = st.lists(
    st.sampled_from(
        [
            *("Mr ", "Marlow", "my ", "client ", "patient ", ", ", "999 000 0018", "nhs number "),
            *(
                "83-year-old",
                "aged ",
                "two",
                "-",
                "\n",
                "\r\n",
                "---\n",
                "partner: ",
                "on 3 March ",
            ),
            *("2026-03-04", "a@b.org", "0161 496 0347", "(", ")", "'s ", "İ", "ß", "\ud800", "\0"),
            *('<!-- privacy: accepted "', '" because ', "-->", "https://", "QQ 12 34 56 C", "é"),
            *("J999123400124", "bed 4", "*", "_", ". ", "4111 1111 1111 1111", "born ", "the "),
            *(
                "GB33BUKB20201555555555",
                "family ",
                "photo of ",
                "Mosaic id ",
                "\u2028",
                "years old",
            ),
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=300)
@given(ANY_TEXT | PIECES, st.lists(ANY_TEXT | PIECES, max_size=3))
def test_no_text_is_too_much_and_every_finding_says_what_stands_where_it_says(
    text: str, names: list[str]
) -> None:
    lines = text.split("\n")
    for one in findings(text, PROFILES, (), names):
        there = lines[one.line - 1][one.column - 1 :].lstrip()
        assert there.startswith(tuple(one.text.split()[:1]) or "")
        assert one.reason
        assert one.suggestion


HOSTILE = (
    *("1", "1 ", "1-", "a ", "A. ", "Aa ", "(0", "+1 1", "QQ 12 ", "4111 ", "GB33 BUKB "),
    *("my manager ", "my a ", "client's ", "Mr ", "patient ", "Mr A", "O'", "A-", "St "),
    *("aged 9 ", "9 years old ", "eighty-", "83M with ", "1 May patient ", "May 1 ", "ward "),
    *("a@", "a@a.", "http://", "\n", "\n ", "\r\n", "\n- ", "---\n", "*", "\n\n---\n"),
    *('<!-- privacy: accepted "', '<!-- privacy: accepted "a" because b --> ', "A's a a "),
    *("999 000 0018 ", "matter no 1/", "photo of a a ", "case number ", "acting for A A "),
)


def seconds(text: str) -> float:
    """The time of one search with everything on, as this process spends it."""
    start = time.process_time()
    findings(text, PROFILES, ("a b",), ("nobody", "manager"))
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    # 0.1 s where nothing else runs; a pattern that goes back over itself takes minutes.
    assert seconds(piece * (20_000 // len(piece))) < 2


def test_a_hundred_kilobytes_of_all_that_is_hostile_are_searched_in_seconds() -> None:
    assert seconds("".join(piece * (2_400 // len(piece)) for piece in HOSTILE)) < 10
