"""One item of a task list: a goal's action point, or an entry's follow-up."""

from datetime import date
from typing import NamedTuple


class Task(NamedTuple):
    """One task-list item.

    Attributes:
        number: Its place among the items of its file, from 1; with the file's id it makes the
            handle (`chartership.2`).
        text: What is to be done, without the dates.
        ticked: Whether it is done.
        due: When it is to be done.
        done: When it was done; None where it was ticked without a date.
        line: Its line in the text that was read, from 1.
    """

    number: int
    text: str
    ticked: bool
    due: date | None
    done: date | None
    line: int

    def ticked_by(self, as_of: date) -> bool:
        """Whether it was done on `as_of`; one ticked without a date counts."""
        return self.ticked and (self.done is None or self.done <= as_of)
