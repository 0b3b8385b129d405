import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.text.slug import RESERVED, is_safe_id, slug

ANY_TEXT = st.text(st.characters(), max_size=80)
LETTERS = st.text(st.characters(categories=["L", "M", "N", "Zs", "Cf"]), max_size=80)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Stride: threat modelling (part 2)", "stride-threat-modelling-part-2"),
        ("What's next?", "whats-next"),
        ("It’s done", "its-done"),
        ("Größe & Maß", "grosse-mass"),
        ("Łódź, Ærø", "lodz-aero"),
        ("Cafe\u0301 cre\u0300me", "cafe-creme"),
        ("Ｆｕｌｌ ﬁle ½ m²", "full-file-1-2-m2"),
        ("研修 2026 第二回", "研修-2026-第二回"),
        ("Наука й право", "наука-й-право"),
        ("क्षत्रिय workshop", "क्षत्रिय-workshop"),
        ("Σας ΣΑΣ", "σας-σας"),
        ("می\u200cخواهم", "میخواهم"),
        ("1️⃣ thing", "1-thing"),
        ("--help", "help"),
        ("../../etc/passwd", "etc-passwd"),
        ("_draft.md", "draft-md"),
    ],
)
def test_a_title_becomes_a_short_readable_name(title: str, stem: str) -> None:
    assert slug(title) == stem


@pytest.mark.parametrize("title", ["", "..", "😀", "—", "\u3164", "\x1b[", "\ud800", "\u0301"])
def test_a_title_without_a_letter_or_digit_is_named_entry(title: str) -> None:
    assert slug(title) == "entry"


@pytest.mark.parametrize("title", ["con", "NUL", "Com¹", "lpt9", " aux. "])
def test_a_name_that_windows_keeps_is_made_longer(title: str) -> None:
    assert slug(title).endswith("-entry")


def test_a_long_title_is_cut_after_a_word() -> None:
    title = "How librarians teach people to judge sources when machines write them"
    assert slug(title) == "how-librarians-teach-people-to-judge-sources-when-machines"


def test_a_title_whose_word_ends_at_sixty_bytes_keeps_that_word() -> None:
    assert slug("a" * 40 + " " + "b" * 19 + " c") == "a" * 40 + "-" + "b" * 19


def test_a_long_word_is_cut_between_characters() -> None:
    assert slug("研" * 50) == "研" * 20
    assert slug("a" + "研" * 50) == "a" + "研" * 19
    assert slug("a b" + "c" * 80) == "a-b" + "c" * 57


@given(ANY_TEXT | LETTERS)
def test_every_title_gives_a_safe_name_that_gives_itself(title: str) -> None:
    stem = slug(title)
    assert slug(stem) == stem
    assert 0 < len(stem.encode()) <= 60
    assert is_safe_id(stem)
    assert stem.casefold() not in RESERVED
    assert unicodedata.normalize("NFC", stem) == stem
    assert not stem.startswith(("-", ".", "_"))
    assert not stem.endswith("-")


@given(ANY_TEXT)
def test_composed_and_decomposed_letters_give_the_same_name(title: str) -> None:
    decomposed = unicodedata.normalize("NFD", title)
    assert slug(unicodedata.normalize("NFC", decomposed)) == slug(decomposed)


@pytest.mark.parametrize(
    "text", ["chartership", "cpd23-2011", "v1.2", "a_b", "研修", "क्षत्रिय", "x" * 100, "Ä"]
)
def test_an_id_holds_letters_digits_dashes_underscores_and_dots(text: str) -> None:
    assert is_safe_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".hidden",
        "-rf",
        "_template",
        "a..b",
        "a.",
        "a/b",
        "a\\b",
        "a b",
        "a\x00b",
        "a\nb",
        "a\u202eb",
        "a\u200bb",
        "a\u3164",
        "a\ud800",
        "x" * 101,
        "研" * 34,
        "con",
        "NUL.txt",
        "a:b",
    ],
)
def test_an_id_that_no_file_should_have_is_refused(text: str) -> None:
    assert not is_safe_id(text)
