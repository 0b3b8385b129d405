"""What the charts of a page are made of; their colours are the page's, by class."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle, in the chart's own units from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    style: str
    rounded: float = 0


class Label(NamedTuple):
    """A text; `anchor` is `start`, `middle` or `end`, and says which of its ends lies at x."""

    x: float
    y: float
    text: str
    anchor: str = "start"


class Line(NamedTuple):
    """Straight pieces from point to point."""

    points: tuple[tuple[float, float], ...]
    style: str

    @property
    def path(self) -> str:
        """The points as SVG has them."""
        return " ".join(f"{number(x)},{number(y)}" for x, y in self.points)


class Chart(NamedTuple):
    """A picture, and the same in words for those who do not see it.

    Attributes:
        title: What it shows, in a few words.
        words: What is to be seen in it.
        names: What stays in view at the left where the rest is moved.
        beside: How wide the place of the names is.
        legend: Each style with what it means.
        latest: Whether its end is to be seen where there is no room for all of it.
    """

    name: str
    title: str
    words: str
    width: float
    height: float
    rects: tuple[Rect, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()
    names: tuple[Label, ...] = ()
    beside: float = 0
    legend: tuple[tuple[str, str], ...] = ()
    latest: bool = False


def number(value: float) -> str:
    """A coordinate with at most one decimal, the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
