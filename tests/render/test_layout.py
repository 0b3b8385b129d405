from hypothesis import given
from hypothesis import strategies as st

from cpdlog.model.visible import width
from cpdlog.render import layout, paint
from cpdlog.render.blocks import (
    BAD,
    GOOD,
    Bar,
    Block,
    Column,
    Facts,
    Gap,
    Heading,
    Markdown,
    Marks,
    Paper,
    Span,
    Steps,
    Table,
    paragraph,
    plain,
    row,
)


def drawn(*blocks: Block, room: int = 40, fine: bool = False, uncut: bool = False) -> str:
    return "\n".join(paint.painted(blocks, Paper(room, fine, uncut)))


def test_an_ascii_bar_shows_what_is_done_and_an_even_pace() -> None:
    assert layout.ascii_bar(Bar(0.5), 12) == "[#####.....]"
    assert layout.ascii_bar(Bar(0.5, 0.75), 12) == "[#####..|..]"
    assert layout.ascii_bar(Bar(0.9, 0.2), 12) == "[##|######.]"
    assert layout.ascii_bar(Bar(1.0, 1.0), 12) == "[#########|]"
    assert layout.ascii_bar(Bar(0.0), 12) == "[..........]"


def test_a_bar_is_full_only_when_all_is_done() -> None:
    assert layout.ascii_bar(Bar(0.999), 12) == "[#########.]"
    assert plain(layout.fine_bar(Bar(0.999), 10)) == "━━━━━━━━━╸"


def test_a_fine_bar_shows_half_a_cell_and_its_colour() -> None:
    assert plain(layout.fine_bar(Bar(0.25), 10)) == "━━╸───────"
    assert plain(layout.fine_bar(Bar(0.5, 0.75, BAD), 8)) == "━━━━──┃─"
    spans = layout.fine_bar(Bar(0.5, 0.25, GOOD), 8)
    assert [(span.text, span.style) for span in spans] == [
        ("━━", "good"),
        ("┃", "strong"),
        ("━", "good"),
        ("────", "faint"),
    ]


def test_a_heading_has_both_ends_or_two_lines() -> None:
    heading = Heading("CPD progress", "day 327 of 365")
    assert drawn(heading, room=34) == "CPD progress        day 327 of 365"
    assert drawn(heading, room=29) == "CPD progress\nday 327 of 365"
    assert drawn(Heading("CPD progress")) == "CPD progress"


def test_a_table_aligns_its_columns() -> None:
    columns = (Column("what", cut=True), Column("hours", right=True), Column("jan", near=True))
    rows = (row("a course", "12.5", "1"), row("a visit", "2.0", ""))
    assert drawn(Table(columns, rows)) == (
        "WHAT      HOURS JAN\na course   12.5 1\na visit     2.0"
    )


def test_a_table_without_words_has_no_heading() -> None:
    assert drawn(Table((Column(""), Column("")), (row("a", "b"),))) == "a  b"


def test_texts_are_cut_with_a_mark_on_a_terminal_and_never_in_a_pipe() -> None:
    long = Table((Column("what", cut=True),), (row("a very long name of something"),))
    assert drawn(long, room=16) == "WHAT\na very long n..."
    assert drawn(long, room=16, fine=True) == "WHAT\na very long nam…"
    assert drawn(long, room=16, uncut=True) == "WHAT\na very long name of something"


def test_the_legend_goes_with_the_pictures() -> None:
    columns = (Column("goal"), Column("progress", yields=1))
    bars = Table(columns, (row("visits", Bar(0.5)),), "The bar is what is done.")
    assert (
        drawn(bars, room=20) == "GOAL    PROGRESS\nvisits  [#####.....]\nThe bar is what is\ndone."
    )
    assert drawn(bars, room=10) == "GOAL\nvisits"


def test_columns_that_are_missed_are_counted() -> None:
    columns = (
        Column("key"),
        *(Column(name, yields=at, missed=True) for at, name in enumerate("abc", 1)),
    )
    parts = Table(columns, (row("key", "1.0", "2.0", "3.0"),))
    assert drawn(parts, room=10) == ("KEY  C\nkey  3.0\n2 columns\nleft out\nfor want\nof room.")


def test_what_cannot_be_a_table_becomes_lines() -> None:
    columns = (Column("goal"), Column("what"), Column("bar"), Column("done"), Column("standing"))
    goals = Table(
        columns,
        (
            row("visits", "See inside five libraries", Bar(0.5), " 3/5 visits", "behind 1"),
            row("talk", "Speak", Bar(0.5), " 1/1 talk", ""),
        ),
    )
    assert drawn(goals, room=40) == (
        "visits  See inside five libraries\n  3/5 visits  behind 1\ntalk  Speak  1/1 talk"
    )
    assert drawn(goals, room=20) == (
        "visits  See inside\n  five libraries\n  3/5 visits\n  behind 1\ntalk  Speak\n  1/1 talk"
    )


def test_facts_stand_beside_each_other_or_below() -> None:
    facts = Facts((("Done", "13.0 of 20 h"), ("Left", "7.0 h in 38 days"), ("Rate", "0.5 h")))
    assert drawn(facts, room=44) == ("Done  13.0 of 20 h  Left  7.0 h in 38 days\nRate  0.5 h")
    assert drawn(facts, room=40) == ("Done  13.0 of 20 h\nLeft  7.0 h in 38 days\nRate  0.5 h")
    assert drawn(facts, room=16) == (
        "Done  13.0 of 20\n      h\nLeft  7.0 h in\n      38 days\nRate  0.5 h"
    )


def test_commands_are_never_folded_and_their_reasons_are() -> None:
    steps = Steps((("A reason that is long", "cpdlog tick 2026-11-23-a-long-name.12"), ("", "ls")))
    assert drawn(steps, room=14) == (
        "A reason that\nis long\n    cpdlog tick 2026-11-23-a-long-name.12\n    ls"
    )


def test_words_of_several_colours_are_folded_together() -> None:
    mixed = paragraph(Span("Measure: ", "faint"), "five ", Span("lib", "bad"), "raries")
    assert drawn(mixed, room=14) == "Measure: five\nlibraries"


def test_a_small_picture_has_two_drawings() -> None:
    cell = Table((Column(""),), ((Marks(".12", "·▂█"),),))
    assert drawn(cell) == ".12"
    assert drawn(cell, fine=True) == "·▂█"


def test_what_would_act_on_a_terminal_is_shown_by_its_number() -> None:
    bad = "\x1b]0;owned\x07"
    shown = drawn(
        Heading(bad, bad),
        Gap(),
        Table((Column(bad),), (row(bad),)),
        Facts(((bad, bad),)),
        Steps(((bad, bad),)),
        paragraph(bad),
        Markdown(f"a\n{bad}"),
        room=100,
    )
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert shown.count("\\x1b") == 10


@given(st.lists(st.text("ab é図 "), max_size=5), st.integers(4, 30))
def test_folding_loses_no_word_and_keeps_to_its_room(texts: list[str], room: int) -> None:
    lines = [plain(line) for line in layout.folded([Span(text) for text in texts], room)]
    assert " ".join(lines).split() == "".join(texts).split()
    assert all(width(line) <= room or " " not in line.strip() for line in lines)
