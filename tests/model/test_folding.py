import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.folding import composed, folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("RÉSUMÉ", "resume"),
        ("Łódź", "łodz"),
        ("Straße", "straße"),
        ("İstanbul", "istanbul"),
        ("it’s “so” – yes", 'it\'s "so" - yes'),
        ("Ελλάς", "ελλασ"),
        ("日本", "日本"),
        ("plain ASCII", "plain ascii"),
    ],
)
def test_capitals_and_diacritics_make_no_difference(text: str, expected: str) -> None:
    assert folded(text) == expected


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(folded(text)) == len(composed(text))
