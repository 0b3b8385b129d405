from datetime import date

import pytest

from cpdlog.model.data_fields import Fields
from cpdlog.model.data_file import Form, pairs, read_whole
from cpdlog.model.origin import NOWHERE, ORIGIN_KEYS, Origin, Source, read_origin
from cpdlog.model.raw import Raw, Scalar
from tests.model.typed import Typed, front

PATH = "programmes/example.yaml"
FORM = Form("cpdlog/example@1", (), (*ORIGIN_KEYS, "words"))
BARE: dict[str, Typed] = {"schema": "cpdlog/example@1"}


def test_an_origin_has_everything_that_the_file_says() -> None:
    raw = front(
        BARE
        | {
            "owner": "Example Library",
            "source": [
                {
                    "url": "https://example.org/a",
                    "citation": "Example Library, the list",
                    "says": "all of it",
                    "date": "2026-01-05",
                    "confidence": "official",
                    "seen": "stored-copy",
                },
                {"citation": "A member's letter", "confidence": "secondary"},
            ],
            "confidence": "official",
            "checked": "2026-11-23",
            "licence": "CC BY 4.0",
        }
    )
    assert read_whole(raw, PATH, FORM, read_origin) == (
        Origin(
            owner="Example Library",
            sources=(
                Source(
                    url="https://example.org/a",
                    citation="Example Library, the list",
                    says="all of it",
                    day=date(2026, 1, 5),
                    confidence="official",
                    seen="stored-copy",
                ),
                Source(citation="A member's letter", confidence="secondary"),
            ),
            confidence="official",
            checked=date(2026, 11, 23),
            licence="CC BY 4.0",
        ),
        (),
    )


def test_a_file_may_say_nothing_of_its_origin() -> None:
    assert read_whole(front(BARE), PATH, FORM, read_origin) == (NOWHERE, ())


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"source": [{"confidence": "official"}]}, "source.1.url: A source needs a url or a citat"),
        ({"source": [{"citation": "A letter"}]}, "source.1.confidence: This key is required."),
        (
            {"source": [{"citation": "A letter", "confidence": "rumour"}]},
            "source.1.confidence: 'rumour' is not known here.",
        ),
        (
            {"source": [{"url": "example.org", "confidence": "official"}]},
            "source.1.url: 'example.org' is not an address.",
        ),
        (
            {
                "source": [{"citation": "A letter", "confidence": "secondary"}],
                "confidence": "official",
            },
            "confidence: No source is official. Write secondary.",
        ),
        ({"confidence": "official"}, "confidence: No source is official. Write secondary."),
    ],
)
def test_what_cannot_be_trusted_is_a_fault(more: dict[str, Typed], problem: str) -> None:
    found, problems = read_whole(front(BARE | more), PATH, FORM, read_origin)
    assert found is None
    (told,) = (str(each).partition(f"{each.line}: ")[2] for each in problems)
    assert told.startswith(problem)


def words(file: Fields) -> tuple[tuple[str, str], ...]:
    return pairs(file, "words", str.upper, str)


def test_a_mapping_with_keys_of_the_authors_own_is_read_in_order() -> None:
    raw = front(BARE | {"words": {"b": "1", "a": "2"}})
    assert read_whole(raw, PATH, FORM, words) == ((("B", "1"), ("A", "2")), ())
    assert read_whole(front(BARE), PATH, FORM, words) == ((), ())


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (None, "The file is not a mapping. Begin it with 'schema: cpdlog/example@1'."),
        (
            Scalar("a word", 1),
            "The file is not a mapping. Begin it with 'schema: cpdlog/example@1'.",
        ),
        (front(BARE | {"words": "a"}), "3: words: A mapping belongs here. Write words: {…: …}."),
    ],
)
def test_what_is_no_mapping_is_told_how_to_become_one(value: Raw | None, problem: str) -> None:
    found, problems = read_whole(value, PATH, FORM, words)
    assert found is None
    assert [str(each).removeprefix(f"{PATH}:").strip() for each in problems] == [problem]
