"""A mark a month: small pictures beside a number."""

from collections.abc import Iterable, Sequence

from cpdlog.render.blocks import FAINT, Marks

FINE = "▁▂▃▄▅▆▇█"
PLAIN = "123456789"
NONE_FINE, NONE_PLAIN = "·", "."


def scale(rows: Iterable[Sequence[int]]) -> int:
    """The greatest amount in any month of any row; 1 where there is none."""
    return max((amount for row in rows for amount in row), default=0) or 1


def marks(amounts: Sequence[int], most: int) -> Marks:
    """A mark for each amount, the highest for `most`."""
    return Marks(
        "".join(mark(amount, most, PLAIN, NONE_PLAIN) for amount in amounts),
        "".join(mark(amount, most, FINE, NONE_FINE) for amount in amounts),
        FAINT,
    )


def mark(amount: int, most: int, steps: str, none: str) -> str:
    """The mark for one amount; any amount has more than that for none."""
    return steps[-(-amount * len(steps) // most) - 1] if amount else none
