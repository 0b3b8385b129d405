import json
from io import StringIO
from typing import Any

import pytest

from cpdlog.progress.goal_list import goal_list
from cpdlog.progress.select import Query
from cpdlog.render import terminal
from cpdlog.render.blocks import BAD, Column, Markdown, Paper, Span, Table
from cpdlog.render.screen import Screen, csv_of, document
from tests.progress.making import TODAY
from tests.progress.passing import listed
from tests.render.showing import Pipe, Terminal, on_terminal, piped, seen
from tests.render.small import SMALL

GOALS = goal_list(SMALL, TODAY)
ENTRIES = listed(SMALL, Query(goal="visits"), TODAY, None)
UTF_8 = {"LANG": "en_GB.UTF-8"}


def screen(out: Pipe | Terminal, **environ: str) -> Screen:
    return Screen(out, environ, {})


@pytest.mark.parametrize(
    ("out", "given", "environ", "form"),
    [
        (Terminal(), {}, {}, "table"),
        (Pipe(), {}, {}, "plain"),
        (Terminal(), {"format": "csv"}, {}, "csv"),
        (Terminal(), {"format": "csv", "json": True}, {}, "json"),
        (Terminal(), {"plain": True}, {}, "sentences"),
        (Terminal(), {}, {"ACCESSIBLE": "1"}, "sentences"),
        (Terminal(), {}, {"ACCESSIBLE": "0"}, "table"),
    ],
)
def test_the_form_is_what_was_asked_for(
    out: Pipe | Terminal, given: dict[str, Any], environ: dict[str, str], form: str
) -> None:
    assert Screen(out, environ, given).format == form


@pytest.mark.parametrize(
    ("out", "environ", "colour"),
    [
        (Terminal(), {}, True),
        (Pipe(), {}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Pipe(), {"FORCE_COLOR": "1"}, True),
        (Pipe(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_where_it_is_wanted(
    out: Pipe | Terminal, environ: dict[str, str], colour: bool
) -> None:
    assert screen(out, **environ).colour is colour


@pytest.mark.parametrize(
    ("environ", "fine"),
    [
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "en_GB.ISO-8859-1"}, False),
        ({}, False),
    ],
)
def test_finer_drawings_need_a_locale_that_has_them(environ: dict[str, str], fine: bool) -> None:
    assert screen(Terminal(), **environ).fine is fine


@pytest.mark.parametrize(
    ("columns", "room"),
    [("120", 120), ("10", 40), ("0", 80), ("-5", 80), ("wide", 80), ("", 80), ("9" * 5000, 80)],
)
def test_the_room_is_what_columns_says_if_it_says_anything(columns: str, room: int) -> None:
    assert screen(Terminal(), COLUMNS=columns).room == room


def test_a_pipe_takes_tables_uncut_unless_columns_are_named() -> None:
    title = "30 hours of cataloguing and of everything else that there is to do in the cage"
    out = Pipe()
    Screen(out, {"COLUMNS": "60"}, {"format": "plain"}).show(GOALS)
    assert max(map(len, out.getvalue().split("\n"))) <= 60
    assert len(title) > 60


def test_lists_are_lines_with_tabs_in_a_pipe() -> None:
    assert piped(ENTRIES) == (
        "2026-07-07\t2026-07-07-hospital\tHospital\tvisit\t2h\tvisits weekly\tcilip:criterion/2\t\n"
        "2026-05-12\t2026-05-12-archive\tArchive\tvisit\t1h30\tvisits weekly\t\t\n"
    )


def test_a_terminal_gets_colour_beside_the_words() -> None:
    assert "\x1b[31mlate 23 d\x1b[0m" in on_terminal(GOALS)
    assert "late 23 d" in seen(GOALS)


def test_json_is_one_document_and_nothing_in_it_acts() -> None:
    found = json.loads(piped(GOALS, json=True))
    assert found["schema"] == "cpdlog/goals@1"
    assert [goal["id"] for goal in found["goals"]] == ["law", "visits", "weekly", "someday"]
    assert "\n  " in on_terminal_json()


def on_terminal_json() -> str:
    out = Terminal()
    Screen(out, UTF_8, {"json": True, "no_pager": True}).show(GOALS)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("\x1b", r"\u001b"),
        ("\x9b", r"\u009b"),
        ("\u202e", r"\u202e"),
        ("\u200b", r"\u200b"),
        ("\ufeff", r"\ufeff"),
        ("\U000e0041", r"\udb40\udc41"),
        ("\u2028", r"\u2028"),
        ("é漢👩\u200d🚀", "é漢👩\u200d🚀"),
    ],
)
def test_signs_that_act_or_hide_stand_in_json_by_their_numbers(sign: str, told: str) -> None:
    text = document({"title": sign}, indent=False)
    assert text == f'{{"title":"{told}"}}'
    assert json.loads(text) == {"title": sign}


def test_what_is_very_long_is_shown_as_it_is_typed_and_without_colour() -> None:
    out = StringIO()
    to = terminal.console(out, 80, colour=True)
    long = "# Words\n" * 20_000
    rows = ((Span("late", BAD),),) * 6_000
    terminal.print_all([Markdown(long), Table((Column(""),), rows)], to, Paper(80, fine=True))
    assert out.getvalue() == long + "late\n" * 6_000


def test_csv_has_no_formula() -> None:
    rows = [("name", "amount"), ("=1+1", "-4.8"), ("@x", "ä, b"), ("\tx", "+")]
    assert csv_of(rows) == "name,amount\n'=1+1,'-4.8\n'@x,\"ä, b\"\n x,'+\n"


def test_markdown_has_a_blank_line_between_any_two_blocks() -> None:
    assert piped(goal_list(SMALL, TODAY, every=True), format="markdown") == (
        "## 5 goals\n"
        "\n"
        "Mon 23 Nov 2026\n"
        "\n"
        "| goal | what | progress | done | standing |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| law | Know the law library | 68 % | 13.8/20 h | behind 4.2 |\n"
        "| visits | See inside 6 libraries | 50 % | 3/6 visits | late 23 d |\n"
        "| weekly | Write in 44 weeks | 11 % | 5/44 weeks | out of reach |\n"
        "| talk | Speak in public | 0 % | 0/1 talk | done 30 Jun |\n"
        "| someday | Learn Welsh |  | 0 entries | unmeasured |\n"
    )
