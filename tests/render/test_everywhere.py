"""Every answer from four journals, at every width, in every form: nothing breaks, nothing acts."""

from tests.render.journals import EVERY_JOURNAL, shown
from tests.render.showing import piped, seen, too_wide

WIDTHS = (40, 60, 80, 120, 200)
DRAWINGS = set("━╸─┃█▇▆▅▄▃▂▁░▒│└╌◆·…•")


@EVERY_JOURNAL
def test_no_line_is_longer_than_the_terminal(journal: str) -> None:
    for name, answer in shown(journal):
        for columns in WIDTHS:
            assert list(too_wide(seen(answer, columns), columns)) == [], f"{name} at {columns}"


@EVERY_JOURNAL
def test_colour_carries_no_meaning(journal: str) -> None:
    for _, answer in shown(journal):
        assert seen(answer) == seen(answer, NO_COLOR="1") == seen(answer, TERM="dumb")


@EVERY_JOURNAL
def test_no_drawing_is_beyond_ascii_where_ascii_is_all(journal: str) -> None:
    for name, answer in shown(journal):
        for text in (seen(answer, LC_ALL="C"), piped(answer, format="plain"), piped(answer)):
            assert not DRAWINGS & set(text), name


@EVERY_JOURNAL
def test_nothing_that_acts_reaches_anybody(journal: str) -> None:
    for name, answer in shown(journal):
        for text in (
            seen(answer),
            piped(answer),
            piped(answer, plain=True),
            piped(answer, json=True),
        ):
            assert not [char for char in text if ord(char) < 32 and char not in "\n\t"], name


@EVERY_JOURNAL
def test_every_answer_has_every_form(journal: str) -> None:
    for name, answer in shown(journal):
        for form in ("plain", "json", "csv", "markdown", "table"):
            said = piped(answer, format=form)
            assert said == piped(answer, format=form), f"{name} as {form}"
