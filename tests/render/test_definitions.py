"""Rules, programmes and ratings, at every width and in every form, from four people's journals."""

import pytest

from cpdlog.store.schemas import schema
from tests.render.definitions import SAID, said_of
from tests.render.showing import piped, seen, too_wide
from tests.render.test_everywhere import DRAWINGS
from tests.render.test_schemas import closed, said, validator

WIDTHS = (40, 80)
EVERY_ANSWER = pytest.mark.parametrize("what", SAID)


@EVERY_ANSWER
def test_no_line_is_longer_than_the_terminal(what: str) -> None:
    for name, answer in said_of(what):
        for columns in WIDTHS:
            assert list(too_wide(seen(answer, columns), columns)) == [], f"{name} at {columns}"


@EVERY_ANSWER
def test_colour_carries_no_meaning_and_ascii_is_enough(what: str) -> None:
    for name, answer in said_of(what):
        assert seen(answer) == seen(answer, NO_COLOR="1")
        for text in (seen(answer, LC_ALL="C"), piped(answer)):
            assert not (DRAWINGS | set("╌■□")) & set(text), name


@EVERY_ANSWER
def test_every_answer_says_what_its_schema_promises_and_no_more(what: str) -> None:
    for name, answer in said_of(what):
        found = validator(closed(schema(name))).iter_errors(said(answer))
        assert [f"{it.json_path}: {it.message}" for it in found] == [], name


@EVERY_ANSWER
def test_every_answer_has_every_form(what: str) -> None:
    for name, answer in said_of(what):
        for form in ("plain", "csv", "markdown", "table"):
            assert piped(answer, format=form), f"{name} as {form}"
        assert piped(answer, plain=True), name


@EVERY_ANSWER
def test_nobody_is_told_that_they_fulfil_a_bodys_rules(what: str) -> None:
    for _, answer in said_of(what):
        assert "compl" + "iant" not in piped(answer, plain=True).casefold()
