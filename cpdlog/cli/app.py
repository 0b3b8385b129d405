"""Makes everything that touches the outside, when it is first asked for.

The only place that reads the clock and the environment. Commands get an `App` and no more.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from cpdlog.errors import NotFound, UsageFault

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal
    from cpdlog.model.period import Period
    from cpdlog.model.record import Record
    from cpdlog.model.settings import Settings
    from cpdlog.model.template import Template
    from cpdlog.render.screen import Screen
    from cpdlog.store.cache import Cache
    from cpdlog.store.catalog import Look, LookAtText
    from cpdlog.store.git.commits import Outcome
    from cpdlog.store.git.repository import Repository
    from cpdlog.store.journal import Journal
    from cpdlog.store.library import Library


class App:
    """One run of the program.

    Attributes:
        given: The options that hold everywhere, as far as they were given.
    """

    def __init__(self, environ: Mapping[str, str], here: Callable[[], str]) -> None:
        self.environ = environ
        self.here = here
        self.given: dict[str, Any] = {}

    @cached_property
    def today(self) -> date:
        """The day it is, taken once.

        Raises:
            UsageFault: `CPDLOG_TODAY` is no day.
        """
        typed = self.environ.get("CPDLOG_TODAY")
        if not typed:
            return date.today()
        from cpdlog.model.civil import iso
        from cpdlog.model.grammar import NotUnderstood

        try:
            return iso(typed)
        except NotUnderstood as error:
            raise UsageFault(f"CPDLOG_TODAY: {error.message}", error.hint) from error

    @property
    def as_of(self) -> date:
        """The day that questions are asked about."""
        day: date = self.given.get("as_of") or self.today
        return day

    @cached_property
    def journal(self) -> "Journal":
        """The journal that is meant.

        Raises:
            NotFound: There is none.
        """
        from cpdlog.store.journal import opened

        return opened(self.root, lambda: self.cache, self.show_reading if self.can_draw else None)

    @cached_property
    def root(self) -> str:
        """The folder of the journal that is meant, absolute."""
        named = self.given.get("journal") or self.environ.get("CPDLOG_JOURNAL")
        if named:
            return os.path.abspath(os.path.expanduser(named))
        found = self.nearest_journal()
        if found is None:
            raise NotFound(
                "There is no journal here or above, and no default one.",
                "Make one: cpdlog init ~/cpd",
            )
        return found

    def nearest_journal(self) -> str | None:
        """The journal that one stands in, or else the default one."""
        from cpdlog.store import config, journal

        return journal.above(self.here()) or config.default_journal(self.config_folder)

    @cached_property
    def config_folder(self) -> str:
        """The user's own settings for cpdlog."""
        return click.get_app_dir("cpdlog")

    @cached_property
    def state_folder(self) -> str:
        """Where drafts and removed files are kept."""
        home = self.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
        return os.path.join(home, "cpdlog")

    @cached_property
    def record(self) -> "Record":
        """What the journal says now."""
        return self.journal.record()

    @cached_property
    def library(self) -> "Library":
        """Bodies' rules, programmes, frameworks and ratings, with those that come with cpdlog."""
        from cpdlog.store.cache import NoCache
        from cpdlog.store.library import Library

        return Library(self.root, self.cache) if self.has_journal else Library(None, NoCache())

    def programme_items(self, record: "Record | None" = None) -> "Mapping[str, int]":
        """How many items each programme has that a goal follows; most journals have no such goal.

        Args:
            record: What the journal says, where that was read anew.
        """
        goals = record.goals if record else self.goals
        if not any(goal.programme for goal in goals):
            return {}
        from cpdlog.cli.programme.following import item_counts

        return item_counts(self, record or self.record)

    def look_through(self, look: "Look") -> "Record":
        """Show each entry to `look`, and return what else the journal says.

        Entries are let go, because thousands of them take much room; only those of a record that
        was read already are still there.
        """
        if "record" not in self.__dict__:
            return self.journal.passing(look)
        for entry in self.record.entries:
            look(entry)
        return self.record

    def look_through_texts(self, look: "LookAtText") -> "Record":
        """As `look_through`; beside each entry its body is shown, folded."""
        return self.journal.passing_texts(look)

    def look_again(self) -> None:
        """Forget what was read, after something was written."""
        for name in ("record", "settings", "goals", "library"):
            self.__dict__.pop(name, None)

    @property
    def year(self) -> "Period":
        """The CPD year that holds the day."""
        from cpdlog.model.period import cpd_year

        return cpd_year(self.as_of, self.settings.year_starts)

    @cached_property
    def settings(self) -> "Settings":
        """What the journal's settings say, without reading anything else."""
        known = self.__dict__.get("record")
        return known.settings if known else self.journal.settings()

    @cached_property
    def goals(self) -> "tuple[Goal, ...]":
        """The goals of the plan in their order, without reading any entry."""
        known = self.__dict__.get("record")
        return known.goals if known else self.journal.goals()

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked and an editor be opened."""
        return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())

    def editor(self) -> list[str]:
        """The user's editor, found before anybody is asked to write.

        Raises:
            UsageFault: There is none.
        """
        from cpdlog.cli import editor

        return editor.command(self.environ)

    def template(self, name: str) -> "Template":
        """The reflection template of that id."""
        from cpdlog.store import templates

        return templates.template(self.root if self.has_journal else None, name)

    def templates(self) -> "list[Template]":
        """Every reflection template there is."""
        from cpdlog.store import templates

        return templates.every_template(self.root if self.has_journal else None)

    @cached_property
    def repository(self) -> "Repository | None":
        """The git repository that the journal lies in, where changes are committed to it."""
        from cpdlog.store.git import place

        if place.top(self.root) is None:
            return None
        from cpdlog.store.git import repository

        found = repository.find(self.root, self.environ)
        return found if found and self.settings.commit else None

    def commit(self, subject: str, *paths: str, new: Sequence[str] = ()) -> None:
        """Make one commit of exactly these files, where there is a repository.

        Where git refuses, the files stay as they are, and that is told.
        """
        if self.repository is None:
            return
        from cpdlog.store.git.commits import commit

        self.tell_outcome(commit(self.repository, paths, subject, new=new))

    def tell_outcome(self, ended: "Outcome") -> None:
        """Tell where git refused, and what to do."""
        from cpdlog.store.git.commits import NotCommitted

        if isinstance(ended, NotCommitted):
            self.tell(f"saved, not committed: {ended.reason}. {ended.hint}".rstrip())
        elif ended.ignored:
            self.tell(f"saved, not committed: git ignores {', '.join(ended.ignored)}.")

    @property
    def bin(self) -> str:
        """The folder for removed files."""
        return os.path.join(self.state_folder, "removed")

    @cached_property
    def screen(self) -> "Screen":
        """Where answers are shown."""
        from cpdlog.render.screen import Screen

        return Screen(sys.stdout, self.environ, self.given)

    @property
    def has_journal(self) -> bool:
        """Whether there is a journal to ask."""
        from cpdlog.store.journal import is_journal

        try:
            return is_journal(self.root)
        except NotFound:
            return False

    def has_own(self, kind: str) -> bool:
        """Whether the journal has a folder of its own for a kind of file; nothing is read."""
        return self.has_journal and os.path.isdir(os.path.join(self.root, kind))

    @cached_property
    def cache(self) -> "Cache":
        """Where what was read is remembered."""
        from cpdlog.store.cache import NoCache

        if self.given.get("no_cache"):
            return NoCache()
        from cpdlog.index.index import Index
        from cpdlog.index.place import cache_folder, index_folder

        caches = cache_folder(self.environ, os.path.expanduser("~"), sys.platform)
        return Index(index_folder(caches, self.root), self.root, time.time_ns())

    def close(self) -> None:
        """Let go of what was opened."""
        if "cache" in self.__dict__:
            self.cache.close()

    def show(self, answer: object) -> None:
        """Write an answer to standard output."""
        self.screen.show(answer)

    @property
    def can_draw(self) -> bool:
        """Whether a person looks at standard error who can see a line change."""
        plain = self.given.get("plain") or self.environ.get("ACCESSIBLE") == "1"
        return not plain and self.environ.get("TERM") != "dumb" and sys.stderr.isatty()

    def show_reading(self, folder: str, count: int) -> None:
        """Show what is being read, on a line that the next one takes the place of."""
        told = f"reading {count:,} files of {folder}" if count else ""
        click.echo(f"\x1b[K{told}\r", nl=False, err=True)

    def tell(self, text: str) -> None:
        """Say something to the person, on standard error."""
        from cpdlog.model.visible import visible

        click.echo(visible(text, newlines=True), err=True)
