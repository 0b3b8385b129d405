import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model import pieces as module
from cpdlog.model.pieces import LARGE, pieces
from cpdlog.model.reflection import words_said

WORDS = st.text("ab \n\t\u3000", max_size=60)


@given(WORDS, st.integers(1, 12))
def test_the_pieces_are_the_text_and_no_word_is_cut(text: str, large: int) -> None:
    usual, module.LARGE = module.LARGE, large
    try:
        found = list(pieces(text))
    finally:
        module.LARGE = usual
    assert "".join(found) == text
    assert [word for piece in found for word in piece.split()] == text.split()
    assert all(len(piece) >= large for piece in found[:-1])


def test_a_usual_text_is_one_piece_and_an_empty_one_none() -> None:
    assert list(pieces("some words")) == ["some words"]
    assert list(pieces("")) == []


def test_the_words_of_a_huge_body_are_counted_in_little_memory() -> None:
    body = "a word " * (4 * LARGE // 7)
    tracemalloc.start()
    assert words_said(body) == 2 * (4 * LARGE // 7)
    assert tracemalloc.get_traced_memory()[1] < 60 * 1024 * 1024
    tracemalloc.stop()
