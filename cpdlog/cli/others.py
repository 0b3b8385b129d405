"""What bodies' rules and programmes ask for next, beside the goals."""

from typing import TYPE_CHECKING

from cpdlog.cli.programme import following
from cpdlog.cli.requirement import standing

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.progress.agenda import Item


def others(app: "App") -> "list[Item]":
    """One thing for each body's rules in use, and the next item of each programme that is begun."""
    return [*standing.items(app), *following.items(app)]
