"""Text that could not be saved is kept as a draft, and its user is told where."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from cpdlog.errors import CannotEdit, CpdlogError, WriteFailed

if TYPE_CHECKING:
    from cpdlog.cli.app import App


@contextmanager
def kept_if_refused(
    app: "App", stem: str, text: str | None, *, piped: bool = False
) -> Iterator[None]:
    """Keep a text where it cannot be saved inside, and say in the error where it is.

    Args:
        app: The run.
        stem: What to call it.
        text: What was written; nothing is kept of nothing.
        piped: Whether it was typed into a pipe, so that nobody has it after any error.
    """
    try:
        yield
    except CpdlogError as error:
        if text and text.strip() and (piped or isinstance(error, WriteFailed | CannotEdit)):
            error.hint = f"{error.hint} {kept(app, stem, text)}".strip()
        raise


def kept(app: "App", stem: str, text: str) -> str:
    """Keep a text; what to say of it, which is nothing where that disk refuses too."""
    from cpdlog.store import drafts

    with suppress(CpdlogError):
        return f"The text is kept in {drafts.keep(folder(app), stem, text)}."
    return ""


def folder(app: "App") -> str:
    """The folder of drafts."""
    return os.path.join(app.state_folder, "drafts")
