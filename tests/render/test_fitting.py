from hypothesis import given
from hypothesis import strategies as st

from cpdlog.render.blocks import READABLE, Bar, Column, Marks, Span, Table, row
from cpdlog.render.fitting import BAR, LEAST, SHORT_BAR, fitted, least, natural_widths

TITLE = "Visit five libraries that are not in colleges"


def table(*, title: str = TITLE) -> Table:
    columns = (
        Column("goal"),
        Column("what", cut=True),
        Column("progress", yields=1),
        Column("done"),
    )
    return Table(columns, (row("visits", title, Bar(0.5), "3/5 visits"),))


def names(found: Table) -> list[str]:
    return [column.title for column in found.columns]


def test_a_table_with_room_is_as_wide_as_its_texts() -> None:
    found = fitted(table(), 200)
    assert found
    assert found.wide == (6, len(TITLE), BAR, 10)


def test_bars_are_made_shorter_before_a_text_is_cut() -> None:
    natural = 6 + len(TITLE) + BAR + 10 + 3 * 2
    found = fitted(table(), natural - 3)
    assert found
    assert found.wide == (6, len(TITLE), BAR - 3, 10)


def test_texts_are_cut_when_bars_are_as_short_as_they_get() -> None:
    found = fitted(table(), 60)
    assert found
    assert found.wide == (6, 60 - 6 - SHORT_BAR - 10 - 6, SHORT_BAR, 10)


def test_a_column_yields_before_a_text_is_too_short_to_be_read() -> None:
    narrowest = 6 + READABLE + SHORT_BAR + 10 + 6
    kept, gone = fitted(table(), narrowest), fitted(table(), narrowest - 1)
    assert kept
    assert gone
    assert names(kept.table) == ["goal", "what", "progress", "done"]
    assert names(gone.table) == ["goal", "what", "done"]
    assert gone.wide[1] > READABLE


def test_columns_yield_in_their_turn() -> None:
    columns = (Column("a"), Column("b", yields=2), Column("c", yields=1), Column("d", yields=3))
    wide = Table(columns, (row("a" * 10, "b" * 10, "c" * 10, "d" * 10),))
    turns = [fitted(wide, room) for room in (46, 45, 33, 21)]
    assert [names(it.table) for it in turns if it] == [
        ["a", "b", "c", "d"],
        ["a", "b", "d"],
        ["a", "d"],
        ["a"],
    ]


def test_near_columns_have_one_blank_between() -> None:
    columns = (Column("a"), Column("b", near=True))
    found = fitted(Table(columns, (row("x", "y"),)), 3)
    assert found
    assert found.wide == (1, 1)


def test_what_cannot_be_a_table_is_none() -> None:
    assert fitted(table(), 6 + LEAST + 10 + 4 - 1) is None


def test_pictures_are_never_cut() -> None:
    columns = (Column("a", cut=True), Column("b"))
    found = fitted(Table(columns, (row("x" * 30, Marks("." * 11, "·" * 11)),)), 30)
    assert found
    assert found.wide[1] == 11


CELLS = st.text("abc 図é", max_size=40).map(Span) | st.floats(0, 1).map(Bar)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(
        st.lists(
            st.builds(
                Column,
                title=st.text("abc", max_size=12),
                right=st.booleans(),
                yields=st.integers(0, 3),
                cut=st.booleans(),
                near=st.booleans(),
            ),
            min_size=1,
            max_size=6,
        )
    )
    width = len(columns)
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4))
    return Table(tuple(columns), tuple(map(tuple, rows)))


@given(tables(), st.integers(1, 200))
def test_a_fitted_table_is_never_wider_than_its_room(given_table: Table, room: int) -> None:
    found = fitted(given_table, room)
    if found is None:
        assert least(given_table, readable=False) > room
        return
    gaps = sum(1 if column.near else 2 for column in found.table.columns[1:])
    assert sum(found.wide) + gaps <= room
    assert all(
        wide <= natural
        for wide, natural in zip(found.wide, natural_widths(found.table), strict=True)
    )
