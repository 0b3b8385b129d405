import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.folding import folded
from cpdlog.model.problem import Problem
from cpdlog.model.record import Record
from cpdlog.progress.passage import Piece, passage
from cpdlog.progress.search import Found, Search, asked
from cpdlog.progress.select import Query
from tests.progress.making import TODAY, entry, on

LAW = entry("11-20", "law", name="law-library", tags="cilip:criterion/1", outcome="Ask sooner")
CAFE = entry("03-03", name="café")
SAID = {
    LAW.id: (
        "The law library has a co-op shelf.\nIt’s for C++ and the résumé clinic; never budgets."
    ),
    CAFE.id: "A table in the café, and a library of one shelf. The budget is a bowl of satsumas.",
}
RECORD = Record(
    entries=(LAW, CAFE),
    problems=(Problem("a.md", 1, "", "No."), Problem("b.md", 1, "", "Odd.", severity="warning")),
)
ALL = Query()


def search(text: str, query: Query = ALL, limit: int | None = None) -> Found:
    """What a search in two entries finds."""
    looking = Search(asked(text), query, TODAY)
    for one in RECORD.entries:
        looking.look(one, folded(SAID[one.id]))
    return looking.found(RECORD.problems, limit, lambda one: SAID[one.id])


def ids(text: str) -> list[str]:
    return [hit.entry.id[11:] for hit in search(text).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("library", ["law-library", "café"]),
        ("LIBRARY shelf", ["law-library", "café"]),
        ("library law", ["law-library"]),
        ("library and law", ["law-library"]),
        ('"one shelf"', ["café"]),
        ('"shelf one"', []),
        ('"library has a co-op shelf. It', ["law-library"]),
        ("librar", []),
        ("librar*", ["law-library", "café"]),
        ('"librar*"', []),
        ("cafe", ["café"]),
        ("RESUME", ["law-library"]),
        ("it's", ["law-library"]),
        ("co-op", ["law-library"]),
        ("C++", ["law-library"]),
        ("satsumas or clinic", ["law-library", "café"]),
        ("satsumas OR clinic not law", ["café"]),
        ("library not law", ["café"]),
        ("library -law", ["café"]),
        ('library -"one shelf"', ["law-library"]),
        ("-budget", ["law-library"]),
        ("not budget", ["law-library"]),
        ("criterion", ["law-library"]),
        ("sooner", ["law-library"]),
        ("or", []),
        ("and", ["law-library", "café"]),
        ("or library", []),
        ("library or", []),
        ("library not", []),
        ("museum or satsumas", ["café"]),
        ("", []),
        ("  ", []),
        ('""', []),
        ("*", []),
        ("-", ["law-library"]),
        ("(", []),
        ("library (", []),
    ],
)
def test_a_search_finds_the_entries_that_say_it(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@given(st.text() | st.text(alphabet='ab"*-() ornt'))
def test_whatever_is_typed_is_a_search(text: str) -> None:
    found = search(text)
    assert found.total == len(found.hits) <= 2


@given(
    st.sampled_from(["law", "library", "cafe", "satsumas", "museum"]), st.text("ab ", max_size=9)
)
def test_an_entry_is_found_by_a_word_or_by_what_lacks_it(word: str, more: str) -> None:
    ways = {*ids(f'{word} "{more}"'), *ids(f'-{word} "{more}"')}
    assert ways == set(ids(f'"{more}"' if more.strip() else "the"))


def test_what_is_told_in_the_title_goes_before_what_is_told_in_passing() -> None:
    scores = {hit.entry.id: hit.score for hit in search("law").hits}
    assert scores == {LAW.id: 8 + 1}
    assert [(hit.entry.id, hit.score) for hit in search("cafe or shelf").hits] == [
        (CAFE.id, 8 + 1 + 1),
        (LAW.id, 1),
    ]
    assert [hit.score for hit in search("criterion").hits] == [5]
    assert [hit.score for hit in search("sooner").hits] == [4]


def test_words_that_stand_as_they_were_typed_count_more() -> None:
    assert [hit.score for hit in search("co-op shelf").hits] == [1 + 1 + 6]
    assert [hit.score for hit in search("shelf co-op").hits] == [1 + 1]


def test_equals_come_newest_first_and_a_limit_keeps_the_count() -> None:
    found = search("shelf", limit=1)
    assert [hit.entry.id for hit in found.hits] == [LAW.id]
    assert (found.total, found.as_of) == (2, TODAY)
    assert [it.path for it in found.problems] == ["a.md"]


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("日本語の本を読んだ。", "日本語", ["日本語"]),
        ("日本語の本を読んだ。", "語の本", ["語の本"]),
        ("日本語の本を読んだ。", "よむ", []),
        ("カタカナのテスト", "テスト", ["テスト"]),
        ("อ่านหนังสือในห้องสมุด", "หนังสือ", ["หนังสือ"]),
        ("本3冊とPythonの本", "python", ["Python"]),
        ("本3冊とPythonの本", "pyth", []),
        ("本3冊とPythonの本", "pyth*", ["Python"]),
        ("図書館law図書館", "図書館", ["図書館", "図書館"]),
    ],
)
def test_in_scripts_without_blanks_a_word_may_stand_anywhere(
    text: str, typed: str, marked: list[str]
) -> None:
    looking = Search(asked(typed), ALL, TODAY)
    looking.look(CAFE, folded(text))
    passages = [hit.passage for hit in looking.found((), None, lambda _: text).hits]
    assert [it.text for found in passages for it in found if it.marked] == marked


def test_a_query_narrows_what_is_found() -> None:
    found = search("shelf", Query(until=on("06-01")))
    assert [hit.entry.id for hit in found.hits] == [CAFE.id]


def told(text: str) -> str:
    (hit,) = search(text).hits
    return "".join(f"[{it.text}]" if it.marked else it.text for it in hit.passage)


def test_the_passage_has_the_words_marked() -> None:
    assert told("table satsuma*") == (
        "A [table] in the café, and a library of one shelf. The budget is a bowl of [satsumas]."
    )
    assert told("resume") == (
        "…a co-op shelf. It’s for C++ and the [résumé] clinic; never budgets."
    )


def test_the_passage_is_of_the_outcome_where_only_that_says_it_or_else_the_beginning() -> None:
    assert told("sooner") == "Ask [sooner]"
    assert told("criterion").startswith("The law library has a co-op shelf. It’s for C++")


def test_a_passage_is_cut_between_words_where_most_of_them_stand_together() -> None:
    text = f"{'far ' * 90}one {'away ' * 90}one two\n\n{'off ' * 90}"
    (only,) = asked("one two").ways
    pieces = passage(text, text, [term.pattern for term in only])
    assert [it.text for it in pieces if it.marked] == ["one", "two"]
    shown = "".join(it.text for it in pieces)
    assert shown.startswith("…away away ")
    assert shown.endswith(" off off …")
    assert "one two off" in shown
    assert 150 < len(shown) < 190


def test_a_passage_of_one_endless_word_is_cut_somewhere() -> None:
    text = "x" * 500
    assert passage(text, text, []) == (Piece("x" * 180), Piece(" …"))
    marked = passage(f"{text} y", f"{text} y", [asked("y").wanted[0].pattern])
    assert marked == (Piece("…"), Piece("y", marked=True))
