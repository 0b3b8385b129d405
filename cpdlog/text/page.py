"""A file that is open for one edit: taken apart, spliced, and proved by reading it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from cpdlog.errors import CannotEdit
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw, Scalar, Sequence
from cpdlog.text.charset import BYTE_ORDER_MARK, decoded
from cpdlog.text.compose import Value, unicode_only
from cpdlog.text.frontmatter import Document, read, read_yaml
from cpdlog.text.spans import Span, spans

# From a place in the front matter, to a place, and what is to stand between them.
Splice: TypeAlias = tuple[int, int, str]

BY_HAND = "Open the file with 'cpdlog edit', and change it there."


@dataclass(frozen=True, slots=True)
class Page:
    """A file that has been read without an error, and so may be edited.

    Attributes:
        document: What was read; of a plain YAML file, all of it is front matter.
        said: What the front matter says.
        root: Where it says it.
    """

    document: Document
    said: dict[str, Value]
    root: Span

    @property
    def front(self) -> str:
        """The text that splices count in."""
        return self.document.front

    @property
    def newline(self) -> str:
        """How lines end in this file."""
        return "\r\n" if "\r\n" in self.document.text else "\n"

    def refusal(self, place: int, why: str) -> CannotEdit:
        """The error for a place in the front matter that is left to the user."""
        line = self.document.text.count("\n", 0, self.document.front_start + place) + 1
        return CannotEdit(f"{self.document.path}:{line} cannot be edited in place: {why}.", BY_HAND)

    def spliced(self, splices: Iterable[Splice], said: dict[str, Value]) -> bytes:
        """The file with splices in its front matter.

        Args:
            splices: In order, none over another.
            said: What the front matter must then say.

        Raises:
            CannotEdit: It would say something else.
        """
        text, begin = self.document.text, self.document.front_start
        kept, done = [text[:begin]], 0
        for start, end, new in splices:
            kept += [self.front[done:start], new]
            done = end
        kept.append(text[begin + done :])
        return self.proved("".join(kept), said, self.document.body)

    def with_body(self, body: str) -> bytes:
        """The file with another body.

        Raises:
            CannotEdit: It would be read otherwise than it is meant.
            UsageFault: It is not Unicode.
        """
        text = self.document.text
        before = text[: len(text) - len(self.document.body)]
        if not before.endswith("\n"):
            before += self.newline
        return self.proved(before + unicode_only(body), self.said, body)

    def proved(self, text: str, said: dict[str, Value], body: str) -> bytes:
        """The bytes of a text, if they say what they are meant to say when they are read."""
        data = text.encode()
        if self.document.bom:
            data = BYTE_ORDER_MARK + data
        document = read_any(data, self.document.path)
        if first_error(document) or all_said(document) != said or document.body != body:
            message = f"{document.path} cannot be edited in place: it would not say what is meant."
            raise CannotEdit(message, BY_HAND)
        return data


def opened(data: bytes, path: str) -> Page:
    """A file for one edit.

    Args:
        data: The whole file.
        path: Relative to the journal; a name in `.yaml` is plain YAML, any other has a body.

    Raises:
        CannotEdit: The file has a fault, or its keys stand between braces.
    """
    document = read_any(data, path)
    fault = first_error(document)
    if fault:
        raise CannotEdit(f"{fault} Until then it cannot be edited in place.", BY_HAND)
    page = Page(document, all_said(document), spans(document.front))
    if not page.root.on_lines:
        raise page.refusal(page.root.start, "its keys stand between braces")
    return page


def read_any(data: bytes, path: str) -> Document:
    """A file of either kind; one of plain YAML as a document that is all front matter."""
    if not path.endswith(".yaml"):
        return read(data, path)
    fields, problems = read_yaml(data, path)
    text, bom, *_ = decoded(data, path)
    return Document(path, text, bom, fields, "", 1, problems, front=text)


def first_error(document: Document) -> Problem | None:
    """The first of its problems that keeps it from being used, or None."""
    return next((it for it in document.problems if it.severity == "error"), None)


def all_said(document: Document) -> dict[str, Value]:
    """What the front matter says, without places."""
    pairs = document.fields.pairs if document.fields else ()
    return {key.text: said(value) for key, value in pairs}


def said(raw: Raw) -> Value:
    """What a value says."""
    if isinstance(raw, Scalar):
        return raw.text
    if isinstance(raw, Sequence):
        return [said(item) for item in raw.items]
    return {key.text: said(value) for key, value in raw.pairs}
