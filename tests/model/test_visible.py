import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.visible import fit, visible, width

ANY_TEXT = st.text(st.characters(), max_size=60)
TRICKY = st.text(
    st.sampled_from(
        "a1#\x1b\x9b\n\t\u202e\u200d\ufe0f\u20e3❤👩🔬🏽🇬🇧研\u0301\u2028\U000e0041\ud800\uffff"
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    "text",
    [
        "Stride: threat modelling",
        "Größe, 研修, Наука, क्षत्रिय",
        "non\xa0breaking, ideographic\u3000blank",
        "❤️ ♥ ✔️ ©",
        "👩\u200d🔬 👍🏽 🇬🇧 1️⃣ 👁️\u200d🗨️ 🏴\u200d☠️",
        "👨\u200d👩\u200d👧\u200d👦",
        "\U0001fae9 of a later Unicode",
        "ශ්\u200dරී ලංකා",
        "می\u200cخواهم",
        "葛\U000e0100城",
        "[b]markup[/b] is not its trade",
        "",
    ],
)
def test_text_that_neither_acts_nor_hides_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_plain_text_is_given_back_without_a_copy() -> None:
    text = "Visit to the law library, Größe 研修"
    assert visible(text) is text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b]0;window\x07", r"\x1b]0;window\x07"),
        ("\x9b31mred", r"\x9b31mred"),
        ("a\x7fb\x00c", r"a\x7fb\x00c"),
        ("invoice\u202efdp.exe", r"invoice\u202efdp.exe"),
        ("a\u2066b\u2069c\u200ed\u061ce", r"a\u2066b\u2069c\u200ed\u061ce"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("\U000e0041\U000e007f", r"\U000e0041\U000e007f"),
        ("caf\udce9", r"caf\udce9"),
        ("\uffff\ufffe\u0378\ue000", r"\uffff\ufffe\u0378\ue000"),
        ("ti\u200btle\xad\ufeff", r"ti\u200btle\xad\ufeff"),
        ("a\u200db \u200d👩 👩\u200d", r"a\u200db \u200d👩 👩\u200d"),
        ("x\ufe0f 1\ufe0f y\U000e0100", r"x\ufe0f 1\ufe0f y\U000e0100"),
        ("one\ntwo\rthree\r\n", r"one\ntwo\rthree\r\n"),
        ("a\tb", "a b"),
    ],
)
def test_what_acts_on_a_terminal_or_hides_is_shown_by_its_number(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_a_body_keeps_its_lines_and_nothing_else_that_acts() -> None:
    assert visible("one\r\n\ttwo\n\x1b[2J\rthree\n", newlines=True) == (
        "one\n two\n\\x1b[2J\\rthree\n"
    )
    assert visible("one\rtwo", newlines=True) == "one\\rtwo"


@given(ANY_TEXT | TRICKY)
def test_no_text_can_act_on_a_terminal(text: str) -> None:
    seen = visible(text)
    categories = {unicodedata.category(char) for char in seen} - {"Cf", "Cn"}
    assert not categories & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert not set(seen) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert not any("\U000e0000" <= char <= "\U000e007f" for char in seen)
    assert visible(seen) == seen
    assert "\n".join(map(visible, text.split("\n"))) == visible(text, newlines=True) or "\r" in text


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("law", 3),
        ("Größe – „so“ Наука", 18),
        ("研修", 4),
        ("한글", 4),
        ("e\u0301", 1),
        ("क्षत्रिय", 5),
        ("\u1112\u1161\u11ab", 2),
        ("👩\u200d🔬", 2),
        ("👨\u200d👩\u200d👧\u200d👦!", 3),
        ("👍🏽", 2),
        ("🇬🇧", 2),
        ("1️⃣", 2),
        ("♥", 1),
        ("❤️", 2),
    ],
)
def test_width_counts_the_cells_of_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [
        ("law library", 11, "law library"),
        ("law library", 10, "law libra…"),
        ("law library", 5, "law…"),
        ("研修会", 5, "研修…"),
        ("研修会", 4, "研…"),
        ("👩\u200d🔬👩\u200d🔬👩\u200d🔬", 5, "👩\u200d🔬👩\u200d🔬…"),
        ("law", 1, "…"),
        ("law", 0, ""),
    ],
)
def test_what_does_not_fit_is_cut_and_marked(text: str, room: int, cut: str) -> None:
    assert fit(text, room) == cut


def test_the_mark_can_be_ascii() -> None:
    assert fit("law library", 8, "...") == "law l..."
    assert fit("law library", 2, "...") == ".."


@given(ANY_TEXT | TRICKY, st.integers(0, 30))
def test_what_was_fitted_fits(text: str, room: int) -> None:
    assert width(fit(visible(text), room)) <= room
