"""Reads many files at once on two cores, where they are so many that a second process pays.

It is a copy of this one (`fork`), which is told time and again which files to read, and sends back
what it made of them in plain values. Where there is no `fork`, or the copy fails, all is read here.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, Generic, TypeVar

from cpdlog.store.row import dumped, loaded

T = TypeVar("T")

MANY = 80  # files of a folder; starting a second process costs as much as reading thirty
LENGTH = 8  # bytes in which the length of a message stands before it


class Reader(Generic[T]):
    """Reads files of one kind.

    Args:
        read: What one file says.
        plain: What several say, in plain values.
        whole: And back.
    """

    def __init__(
        self,
        read: Callable[[str], T],
        plain: Callable[[tuple[T, ...]], Any],
        whole: Callable[[Any], tuple[T, ...]],
    ) -> None:
        self.one = read
        self.plain = plain
        self.whole = whole
        self.second: Second | None = None

    def read(self, paths: Sequence[str]) -> tuple[T, ...]:
        """What each file says, in their order."""
        if len(paths) < MANY or not hasattr(os, "fork") or (os.cpu_count() or 1) == 1:
            return tuple(map(self.one, paths))
        self.second = self.second or Second(
            lambda asked: dumped(self.plain(tuple(map(self.one, loaded(asked)))))
        )
        half = len(paths) // 2
        theirs = paths[half:]
        self.second.ask(dumped(tuple(theirs)))
        ours = tuple(map(self.one, paths[:half]))
        answer = self.second.answer()
        return ours + (self.whole(loaded(answer)) if answer else tuple(map(self.one, theirs)))

    def close(self) -> None:
        """Let the second process end, if there is one."""
        if self.second:
            self.second.close()
            self.second = None


class Second:
    """A second process, which answers one question after the other until there are no more.

    Args:
        work: Makes the answer to a question; it runs over there.
    """

    def __init__(self, work: Callable[[bytes], bytes]) -> None:
        asked, asking = os.pipe()
        answered, answering = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.close(asking)  # or else it would wait for its own questions for ever
            os.close(answered)
            work_beside(work, asked, answering)
        os.close(asked)
        os.close(answering)
        self.questions = os.fdopen(asking, "wb")
        self.answers = os.fdopen(answered, "rb")

    def ask(self, question: bytes) -> None:
        """Put a question; the answer to the last one has been taken."""
        with suppress(BrokenPipeError):  # it has failed, and there will be no answer
            send(self.questions, question)

    def answer(self) -> bytes:
        """The answer; nothing where the process has failed."""
        return received(self.answers)

    def close(self) -> None:
        """Ask no more, and wait for its end."""
        with suppress(BrokenPipeError):
            self.questions.close()
        self.answers.close()
        os.waitpid(self.process, 0)


def work_beside(work: Callable[[bytes], bytes], asked: int, answering: int) -> None:
    """Answer questions until there are no more, and end this process."""
    with (
        suppress(BaseException),  # nothing of this copy may go on, whatever happens
        open(asked, "rb") as questions,
        open(answering, "wb") as answers,
    ):
        while question := received(questions):
            send(answers, work(question))
    os._exit(0)


def send(pipe: BinaryIO, message: bytes) -> None:
    """Write a message into a pipe."""
    pipe.write(len(message).to_bytes(LENGTH))
    pipe.write(message)
    pipe.flush()


def received(pipe: BinaryIO) -> bytes:
    """The next message from a pipe; nothing where none comes, or not all of it."""
    length = int.from_bytes(pipe.read(LENGTH))
    message = pipe.read(length)
    return message if len(message) == length else b""
