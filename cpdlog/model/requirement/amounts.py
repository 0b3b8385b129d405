"""Amounts, as a file writes them and as they are added up: hours as whole minutes."""

from collections.abc import Callable
from decimal import Decimal

from cpdlog.model.amount import read_amount
from cpdlog.model.grammar import NotUnderstood, quoted

MINUTES = 60
NOTHING = Decimal(0)


def share(text: str) -> Decimal:
    """The share of a whole, from 0 to 1.

    Raises:
        NotUnderstood: It is anything else.
    """
    amount = read_amount(text)
    if amount > 1:
        raise NotUnderstood(f"{quoted(text)} is more than the whole.", "Write a half as 0.5.")
    return amount


def exact(amount: Decimal, unit: str) -> Decimal:
    """A written amount as it is added up: hours in minutes, all else as it is.

    Raises:
        NotUnderstood: It is no whole number of minutes, entries, values or days.
    """
    scaled = amount * MINUTES if unit == "hours" else amount
    if unit != "points" and scaled % 1:
        what = "minutes" if unit == "hours" else unit
        raise NotUnderstood(f"{amount} {unit} is not a whole number of {what}.")
    return scaled


def amount_of(unit: str) -> Callable[[str], Decimal]:
    """A reader of exact amounts in a unit."""
    return lambda text: exact(read_amount(text), unit)


def written(amount: Decimal, unit: str) -> str:
    """An exact amount as a file writes it: `37.5`."""
    own = amount / MINUTES if unit == "hours" else amount
    return f"{own.normalize():f}"
