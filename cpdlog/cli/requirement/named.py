"""Which rules are meant: an id, or a part of one; the journal's own go first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cpdlog.cli.params import Typed
from cpdlog.errors import NotFound
from cpdlog.model.grammar import quoted

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.requirement.definition import Definition


def whole_name(typed: str, own: Iterable[str], every: Iterable[str]) -> str:
    """The one id that is meant; what means none is left as it is.

    Raises:
        NotFound: Several may be meant.
    """
    own, every = list(own), list(every)
    if typed in every:
        return typed
    found = [name for name in own if typed in name] or [name for name in every if typed in name]
    if len(found) > 1:
        raise NotFound(f"{quoted(typed)} may mean {', '.join(found)}.", "Type more of its name.")
    return found[0] if found else typed


def requirement(typed: str, app: "App") -> "Definition":
    """The rules that are meant; raises as `Shelf.find` does."""
    shelf = app.library.requirements
    return shelf.find(whole_name(typed, shelf.own, shelf.names()))


REQUIREMENT = Typed("requirement", requirement)
