"""What can go wrong when something is done, as facts with an exit code.

Reading collects `cpdlog.model.problem.Problem` values; acting raises one of these. `cli.app`
tells it once, on standard error, and ends with its exit code.
"""


class CpdlogError(Exception):
    """Something that was asked for could not be done.

    Attributes:
        message: One sentence that names the thing and says what is wrong.
        hint: What to type or change; empty where the message says it all.
        exit_code: How the program ends; documented in docs/reference.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Declined(CpdlogError):
    """The user, or the want of a terminal to ask on, said no."""


class WriteFailed(CpdlogError):
    """The disk, or its rights, did not let a file be written; the old one is as it was."""


class UsageFault(CpdlogError):
    """What was typed cannot be understood: a date, goal, tag in a filter, period, option."""

    exit_code = 2


class JournalFaulty(CpdlogError):
    """The journal has faults that a check found."""

    exit_code = 3


class NotFound(CpdlogError):
    """No such journal, entry, goal, handle or repository, or more than one of that name."""

    exit_code = 4


class CannotEdit(CpdlogError):
    """The file cannot be edited in place, or was changed meanwhile."""

    exit_code = 5


class GitFailed(CpdlogError):
    """The git program refused; the files are safe."""

    exit_code = 6


class LimitReached(CpdlogError):
    """`report --fail-if` found what it was asked to look for."""

    exit_code = 7
