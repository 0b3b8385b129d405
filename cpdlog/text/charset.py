"""The bytes of a file as text: UTF-8 and nothing else, and what is wrong where they are not."""

from typing import NamedTuple

from cpdlog.model.problem import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
LARGEST = 16 * 1024 * 1024  # bytes; a book is one
MOST_LINES = 20  # told of one fault in one file; the first of them are enough to see it
# github.com/git-lfs/git-lfs, docs/spec.md: what stands in the place of a file not fetched yet.
LFS_POINTER = b"version https://git-lfs.github.com/spec/"


class Source(NamedTuple):
    """A file's text.

    Attributes:
        text: Without the byte-order mark; bytes that are not UTF-8 are U+FFFD.
        bom: Whether a byte-order mark stood before it.
        problems: What is wrong with the bytes.
        readable: Whether there is text at all, whose further problems are worth telling.
    """

    text: str
    bom: bool = False
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def decoded(data: bytes, path: str) -> Source:
    """The text of a file, with or without a byte-order mark."""
    refused = not_text(data, path)
    if refused:
        return Source("", problems=(refused,), readable=False)
    bom = data.startswith(BYTE_ORDER_MARK)
    start = len(BYTE_ORDER_MARK) if bom else 0
    try:
        return Source(data[start:].decode(), bom)
    except UnicodeDecodeError:
        return Source(data[start:].decode(errors="replace"), bom, wrong_bytes(data, path))


def not_text(data: bytes, path: str) -> Problem | None:
    """What keeps a file from being text at all, or None."""
    if b"\0" in data or data.startswith(WIDE_MARKS):
        return holds_nulls(data, path)
    if len(data) > LARGEST:
        return Problem(path, 0, "", "The file is larger than 16 MiB, too large for a text.")
    if data.startswith(LFS_POINTER):
        message = "The file is only a Git LFS pointer; its text has not been fetched."
        return Problem(path, 1, "", message, "Run 'git lfs pull'.")
    if not data.removeprefix(BYTE_ORDER_MARK).strip():
        return Problem(path, 0, "", "The file is empty.", "Write it anew, or remove it.")
    return None


def holds_nulls(data: bytes, path: str) -> Problem:
    """The fault of a file with NUL bytes: another encoding, or what a power cut leaves."""
    if data.startswith(WIDE_MARKS):
        message = "The file is in UTF-16, and not in UTF-8."
        return Problem(path, 0, "", message, "Save it as UTF-8 in your editor.")
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    message = "The file holds NUL bytes, as after a power cut, or in UTF-16."
    hint = "Restore it from a backup or from git, or save it as UTF-8."
    return Problem(path, line, "", message, hint)


def wrong_bytes(data: bytes, path: str) -> tuple[Problem, ...]:
    """A problem for each line that is not UTF-8, up to the first few."""
    found: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            message = "This line is not UTF-8."
            hint = "Save the file as UTF-8 in your editor."
            found.append(Problem(path, number, "", message, hint))
            if len(found) == MOST_LINES:
                break
    return tuple(found)
