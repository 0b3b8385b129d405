"""A journal's folder, and what can be done to its files.

What reads and writes single files is imported where one is: most answers come from the cache.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from cpdlog.errors import CannotEdit, NotFound
from cpdlog.store.layout import ENTRIES, GOALS, SETTINGS

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal
    from cpdlog.model.record import Record
    from cpdlog.model.settings import Settings
    from cpdlog.store.cache import Cache
    from cpdlog.store.catalog import Catalog, Look, LookAtText, Notice
    from cpdlog.text.frontmatter import Document

Edit = Callable[[bytes], bytes]


def above(start: str) -> str | None:
    """The nearest journal from the folder `start` upwards, or None."""
    folder = start
    while not is_journal(folder):
        outer = os.path.dirname(folder)
        if outer == folder:
            return None
        folder = outer
    return folder


def is_journal(folder: str) -> bool:
    """Whether a folder is a journal: it has a `cpdlog.yaml`."""
    return os.path.isfile(os.path.join(folder, SETTINGS))


class Journal:
    """One journal.

    Attributes:
        root: Its folder, absolute.
        cache: Makes where what was read is remembered; a command that only writes needs none.
        notice: Told what is being read, as `Catalog` has it.
    """

    def __init__(
        self, root: str, cache: "Callable[[], Cache]", notice: "Notice | None" = None
    ) -> None:
        self.root = root
        self.cache = cache
        self.notice = notice

    def catalog(self) -> "Catalog":
        """A look at its files, for which a command that only writes has no need."""
        from cpdlog.store.catalog import Catalog

        return Catalog(self.root, self.cache(), self.notice)

    def record(self) -> "Record":
        """What all of its files say now."""
        return self.catalog().record()

    def passing(self, look: "Look") -> "Record":
        """What its files say now but the entries, each of which is shown to `look` and let go."""
        return self.catalog().passing(look)

    def passing_texts(self, look: "LookAtText") -> "Record":
        """As `passing`; beside each entry its body is shown, folded."""
        return self.catalog().passing_texts(look)

    def settings(self) -> "Settings":
        """What its settings say; nothing else is read."""
        return self.catalog().settings()

    def goals(self) -> "tuple[Goal, ...]":
        """What its goals say, in the order of the plan; nothing else is read."""
        return tuple(self.catalog().goals())

    def content(self, path: str) -> bytes:
        """What one file says; raises as `files.read_bytes` does."""
        from cpdlog.store import files

        return files.read_bytes(self.root, path)

    def document(self, path: str) -> "Document":
        """One file of front matter and Markdown, as it was read."""
        from cpdlog.text import frontmatter

        return frontmatter.read(self.content(path), path)

    def body(self, path: str) -> str:
        """What a file says below its front matter, which is not looked at."""
        from cpdlog.text.frontmatter import read_body

        return read_body(self.content(path), path)

    def add_entry(self, day: str, stem: str, text: str) -> str:
        """Write a new entry; its path, relative to the journal.

        Args:
            day: `YYYY-MM-DD`.
            stem: What its title gives for a name.
            text: The whole file.
        """
        from cpdlog.store import files

        folder = f"{ENTRIES}/{day[:4]}"
        return files.create(self.root, folder, f"{day}-{stem}", ".md", text.encode())

    def add_goal(self, name: str, text: str, *, numbered: bool) -> str:
        """Write a new goal; where its id is taken it counts on, or refuses."""
        from cpdlog.store import files

        return files.create(self.root, GOALS, name, ".md", text.encode(), numbered=numbered)

    def change(self, path: str, *edits: Edit) -> None:
        """Edit a file in place, all edits at once or none of them."""
        from cpdlog.store import files

        before = self.content(path)
        after = self.edited(path, before, edits)
        if after != before:
            files.replace(self.root, path, after, before)

    def refuse_taken(self, path: str, stem: str) -> None:
        """Refuse a stem that another file beside this one has.

        Raises:
            CannotEdit: There is such a file.
        """
        wanted = os.path.join(os.path.dirname(path), f"{stem}{os.path.splitext(path)[1]}")
        if wanted != path and os.path.lexists(self.absolute(wanted)):
            raise CannotEdit(f"There is already a file '{wanted}'.", "Choose another name.")

    def rename(self, path: str, stem: str, *edits: Edit) -> str:
        """Give a file another stem in its own folder, and edit it; returns its new path."""
        from cpdlog.store import files

        if stem == os.path.splitext(os.path.basename(path))[0]:
            self.change(path, *edits)
            return path
        before = self.content(path)
        folder = os.path.dirname(path)
        suffix = os.path.splitext(path)[1]
        after = self.edited(path, before, edits)
        return files.rename(self.root, path, folder, stem, suffix, data=after, expected=before)

    def edited(self, path: str, data: bytes, edits: tuple[Edit, ...]) -> bytes:
        """`data` after one edit and then the next, if it still means something."""
        from cpdlog.store.meaning import meaningful

        before = data
        for edit in edits:
            data = edit(data)
        meaningful(data, path, before)
        return data

    def remove(self, path: str) -> bytes:
        """Remove a file, and return what it said."""
        from cpdlog.store import files

        before = self.content(path)
        files.remove(self.root, path, before)
        return before

    def written_ns(self, path: str) -> int:
        """When a file was last written, in nanoseconds; 0 for one that is not there."""
        from cpdlog.store import walk

        seen = walk.look_at(self.root, path)
        return seen.mtime_ns if seen else 0

    def absolute(self, path: str) -> str:
        """Where a file stands on this machine."""
        return os.path.join(self.root, path)


def opened(folder: str, cache: "Callable[[], Cache]", notice: "Notice | None" = None) -> Journal:
    """The journal in a folder that somebody named; the rest as `Journal` has it.

    Raises:
        NotFound: It is none.
    """
    if not is_journal(folder):
        raise NotFound(
            f"'{folder}' is no journal: it has no {SETTINGS}.", f"Make one: cpdlog init {folder}"
        )
    return Journal(folder, cache, notice)
