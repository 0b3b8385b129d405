"""Which framework is meant."""

from typing import TYPE_CHECKING

from cpdlog.cli.params import Typed
from cpdlog.cli.requirement.named import whole_name
from cpdlog.errors import UsageFault

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.skills import Framework


def framework(typed: str, app: "App") -> "Framework":
    """The framework that is meant, by its id or a part of it; raises as `Shelf.find` does."""
    shelf = app.library.frameworks
    return shelf.find(whole_name(typed, shelf.own, shelf.names()))


def usual(app: "App") -> "Framework":
    """The framework that was rated by last, or else the only one there is.

    Raises:
        UsageFault: There are several, and none was rated by.
    """
    shelf = app.library.frameworks
    rated = app.library.ratings.found.values()
    if rated:
        return shelf.find(max(rated, key=lambda one: (one.day, one.path)).framework)
    names = shelf.names()
    if len(names) != 1:
        raise UsageFault("Which framework?", f"Say --framework ID: {', '.join(names)}.")
    return shelf.find(names[0])


FRAMEWORK = Typed("framework", framework)
