"""Answers to a template's questions that are not in their entry yet."""

import os

from cpdlog.store import drafts, files

MARK = "<!-- answers for {} -->\n"
FIGURES = 16  # of a digest; enough to tell one body from another


class HalfDone:
    """The draft of one entry's body.

    Args:
        folder: The drafts folder, absolute.
        root: The journal's folder, because two journals may have an entry of one id.
        name: The entry's id.
        body: What the entry says now; a draft of an earlier body is not gone on with.
    """

    def __init__(self, folder: str, root: str, name: str, body: str) -> None:
        self.folder = os.path.join(folder, "reflect", digest(root), name)
        self.mark = MARK.format(digest(body))

    def text(self) -> str | None:
        """The latest draft of this body; None where there is none."""
        for draft in drafts.kept(self.folder):
            said = files.read_bytes(*os.path.split(draft.path)).decode(errors="replace")
            if said.startswith(self.mark):
                return said.removeprefix(self.mark)
        return None

    def keep(self, text: str) -> None:
        """Keep a text in place of the drafts before it."""
        before = drafts.kept(self.folder)
        drafts.keep(self.folder, "answers", self.mark + text)
        for draft in before:
            drafts.discard(draft.path)

    def discard(self) -> None:
        """Remove the drafts, because what they say is in the entry."""
        for draft in drafts.kept(self.folder):
            drafts.discard(draft.path)


def digest(text: str) -> str:
    """A short name for a text."""
    from hashlib import sha256

    return sha256(text.encode(errors="surrogateescape")).hexdigest()[:FIGURES]
