"""Where answers go: to a terminal with colour, into a pipe as plain text, to a program as JSON."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol, TextIO, cast

from cpdlog.model.visible import visible
from cpdlog.render import paint
from cpdlog.render.blocks import Block, Paper

NARROWEST, USUAL = 40, 80
FIGURES = 4  # of a width; more of them are no terminal's
# Characters that JSON allows as they are and that act on a terminal, or hide in it.
ACTING = (
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
FORMULA = ("=", "+", "-", "@")
# The module of each type of answer.
VIEWS = {
    "Advice": "advice",
    "Agenda": "agenda",
    "Calendar": "calendar",
    "Criteria": "criteria",
    "EntryList": "entries",
    "EntryView": "entry",
    "Diffs": "diffs",
    "Exposure": "exposure",
    "Faults": "faults",
    "Found": "search",
    "Gaps": "gaps",
    "GoalList": "goal_list",
    "GoalView": "goal",
    "Models": "models",
    "Past": "past",
    "SyncReport": "sync",
    "Template": "model",
    "Health": "health",
    "Hours": "hours",
    "Overview": "overview",
    "Followed": "programmes",
    "FrameworkList": "skills_list",
    "FrameworkView": "skills_framework",
    "ProgrammeList": "programme_list",
    "ProgrammeView": "programme",
    "RequirementDiff": "requirement_diff",
    "RequirementList": "requirement_list",
    "RequirementView": "requirement",
    "Skills": "skills",
    "SkillsDiff": "skills_diff",
    "SkillsGaps": "skills_gaps",
    "Standings": "requirements",
    "Plan": "plan",
    "PlanChanges": "plan_changes",
    "Review": "review",
    "Timeline": "timeline",
    "Weeks": "weeks",
}

Row = tuple[str, ...]


class View(Protocol):
    """What a module of `cpdlog.render` knows of one type of answer.

    Attributes:
        LISTED: Whether its plain form is one line a row, parted by tabs.
    """

    LISTED: bool

    def blocks(self, answer: Any) -> Iterator[Block]:
        """The answer in words and figures, for a terminal or a pipe."""

    def sentences(self, answer: Any) -> Iterator[str]:
        """The answer to be read aloud: nothing to align, nothing drawn."""

    def document(self, answer: Any) -> dict[str, object]:
        """The answer as JSON has it."""

    def rows(self, answer: Any) -> Iterator[Row]:
        """The answer as one table, its headings first."""


class Screen:
    """Shows answers in the form that was asked for.

    Args:
        out: Where to.
        environ: `NO_COLOR`, `FORCE_COLOR`, `TERM`, `COLUMNS` and `ACCESSIBLE` are minded.
        given: The options that hold everywhere.
    """

    def __init__(self, out: TextIO, environ: Mapping[str, str], given: Mapping[str, Any]) -> None:
        self.out = out
        self.environ = environ
        self.given = given

    @property
    def format(self) -> str:
        """`json`, `csv`, `markdown`, `table`, `plain`, or `sentences`."""
        if self.given.get("json"):
            return "json"
        if asked := self.given.get("format"):
            return str(asked)
        if self.given.get("plain") or self.environ.get("ACCESSIBLE") == "1":
            return "sentences"
        return "table" if self.on_terminal else "plain"

    @property
    def on_terminal(self) -> bool:
        """Whether a person looks at it."""
        return self.out.isatty()

    @property
    def colour(self) -> bool:
        """Whether colour is wanted and can be shown."""
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return self.on_terminal and self.environ.get("TERM") != "dumb"

    @property
    def fine(self) -> bool:
        """Whether lines and blocks can be shown, and not ASCII alone.

        Python writes UTF-8 in the C locale too (PEP 540), whatever a terminal makes of it.
        """
        said = (self.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        locale = next(filter(None, said), "C").lower().replace("-", "")
        return "utf8" in locale and (self.out.encoding or "").lower() in ("utf-8", "utf8")

    @property
    def room(self) -> int:
        """Cells of a line."""
        named = self.environ.get("COLUMNS", "")
        if named.isascii() and named.isdigit() and len(named) <= FIGURES and int(named):
            return max(NARROWEST, int(named))
        if not self.on_terminal:
            return USUAL
        return max(NARROWEST, terminal_size(self.out)[0])

    def show(self, answer: object) -> None:
        """Write an answer."""
        view = view_of(answer)
        match self.format:
            case "json":
                self.write([document(view.document(answer), indent=self.on_terminal)])
            case "csv":
                self.out.write(csv_of(view.rows(answer)))
            case "markdown":
                from cpdlog.render.markdown import markdown_lines

                self.write(markdown_lines(view.blocks(answer)))
            case "sentences":
                self.write(visible(line) for line in view.sentences(answer))
            case "table":
                self.print_rich(view.blocks(answer))
            case _ if view.LISTED:
                self.write(tabbed(view.rows(answer)))
            case _:
                uncut = not self.on_terminal and not self.environ.get("COLUMNS")
                self.write(paint.painted(view.blocks(answer), Paper(self.room, uncut=uncut)))

    def svg(self, answer: object, title: str) -> str:
        """An answer as a picture of the terminal on which `title` was typed."""
        from cpdlog.render.svg import svg

        return svg(view_of(answer).blocks(answer), self.room, title)

    def words(self, answer: object) -> str:
        """Every text of an answer, a line each, whether a picture has room for it or not."""
        from cpdlog.render.documents import texts

        return "\n".join(texts(view_of(answer).document(answer)))

    def write(self, lines: Iterable[str]) -> None:
        """Write lines, paged where a terminal is too small for them."""
        text = "".join(f"{line}\n" for line in lines)
        if self.pages(text):
            import click

            click.echo_via_pager(text, color=self.colour)
        else:
            self.out.write(text)

    def print_rich(self, answer: Iterable[Block]) -> None:
        """Write blocks as rich draws them."""
        from io import StringIO

        from cpdlog.render import terminal

        drawn = StringIO()
        to = terminal.console(drawn, self.room, colour=self.colour)
        terminal.print_all(answer, to, Paper(self.room, self.fine))
        if text := drawn.getvalue().rstrip("\n"):
            self.write(line.rstrip() for line in text.split("\n"))

    def pages(self, text: str) -> bool:
        """Whether a text is longer than the terminal that it is for."""
        if not self.on_terminal or self.given.get("no_pager") or not os.isatty(0):
            return False
        return text.count("\n") >= terminal_size(self.out)[1]


def terminal_size(out: TextIO) -> tuple[int, int]:
    """Columns and lines of the terminal; 80 and 24 where it does not say."""
    try:
        columns, lines = os.get_terminal_size(out.fileno())
    except OSError:
        return USUAL, 24
    return columns or USUAL, lines or 24


def view_of(answer: object) -> View:
    """The module that knows how to show this type of answer."""
    return cast("View", import_module(f"cpdlog.render.{VIEWS[type(answer).__name__]}"))


def document(value: dict[str, object], *, indent: bool) -> str:
    """One JSON document."""
    import json

    text = json.dumps(
        value,
        ensure_ascii=False,
        indent=2 if indent else None,
        separators=None if indent else (",", ":"),
    )
    return re.sub(ACTING, lambda found: json.dumps(found[0])[1:-1], text)


def csv_of(rows: Iterable[Row]) -> str:
    """Rows as comma-separated values (RFC 4180) that no spreadsheet takes for formulas."""
    import csv
    from io import StringIO

    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows(map(harmless, rows))
    return written.getvalue()


def harmless(row: Row) -> Row:
    """A row whose texts are no formulas (owasp.org, "CSV Injection")."""
    return tuple(f"'{text}" if text[:1] in FORMULA else text for text in map(visible, row))


def tabbed(rows: Iterator[Row]) -> Iterator[str]:
    """One line a row, without the headings, parted by tabs."""
    next(rows)
    return ("\t".join(map(visible, row)) for row in rows)
