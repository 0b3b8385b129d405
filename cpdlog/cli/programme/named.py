"""Which programme or item is meant."""

from typing import TYPE_CHECKING, NamedTuple

from cpdlog.cli.params import Typed
from cpdlog.cli.requirement.named import whole_name
from cpdlog.errors import NotFound
from cpdlog.model.grammar import NotUnderstood, quoted

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.programme import Item, Programme

LIST = "See: cpdlog programme list"


class Doing(NamedTuple):
    """An item of a programme that somebody does or skips."""

    programme: "Programme"
    item: "Item"

    @property
    def handle(self) -> str:
        """How an entry names it: `cpd23-2011#14`."""
        return self.programme.handle(self.item)


def programme(typed: str, app: "App") -> "Programme":
    """The programme that is meant, by its id or a part of it; raises as `Shelf.find` does."""
    shelf = app.library.programmes
    return shelf.find(whole_name(typed, shelf.own, shelf.names()))


def doing(typed: str, app: "App") -> Doing:
    """The item that is meant: `cpd23-2011#14`, or `#14` where one programme is begun.

    Raises:
        NotUnderstood: There is no such item, or no such programme.
    """
    name, mark, number = typed.rpartition("#")
    if not mark or not (number.isascii() and number.isdigit()):
        raise NotUnderstood(f"{quoted(typed)} names no item.", "Write ID#NUMBER: cpd23-2011#14.")
    try:
        found = programme(name, app) if name else the_one_begun(app)
    except NotFound as error:
        raise NotUnderstood(error.message, error.hint.removeprefix(LIST)) from error
    item = found.item(int(number))
    if item is None:
        numbers = [it.number for it in found.numbered]
        hint = f"Its items go from {min(numbers)} to {max(numbers)}." if numbers else ""
        raise NotUnderstood(f"{found.id} has no item {number}.", hint)
    return Doing(found, item)


def the_one_begun(app: "App") -> "Programme":
    """The only programme that is begun.

    Raises:
        NotFound: There is none, or there are several.
    """
    begun = [it for it in app.library.programmes.own.values() if it.started]
    if len(begun) != 1:
        which = ", ".join(it.id for it in begun) or "none"
        raise NotFound(f"Which programme? Begun: {which}.", "Write ID#NUMBER.")
    return begun[0]


PROGRAMME, DOING = Typed("programme", programme), Typed("item", doing)
