"""Where each value of front matter stands, to the character: where an edit may cut."""

from typing import Any, NamedTuple


class Span(NamedTuple):
    """A value and its place in the text that it was read from.

    Attributes:
        sign: How it is written: the quote or block sign of a scalar, empty where it has none;
            `[` or `{` for a list or mapping between brackets, `-` or `:` for one on lines.
        start: Its first character.
        end: After its last one; blank lines and comments that follow are not its own.
        column: The column of its first character, from 0.
        in_flow: Whether it stands inside brackets, where more signs have a meaning.
        text: What a scalar says.
        keys: The keys of a mapping.
        items: The items of a list, or the values of a mapping.
    """

    sign: str
    start: int
    end: int
    column: int
    in_flow: bool
    text: str = ""
    keys: "tuple[Span, ...]" = ()
    items: "tuple[Span, ...]" = ()

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.sign in ("[", "-")

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping."""
        return self.sign in ("{", ":")

    @property
    def on_lines(self) -> bool:
        """Whether it is a list or mapping whose items have lines of their own."""
        return self.sign in ("-", ":")


def spans(text: str) -> Span:
    """The mapping that `text` is, with the place of everything in it.

    Args:
        text: Front matter that was read without an error, and so has neither anchors nor a depth
            that `yaml.compose` would fail on.
    """
    import yaml

    from cpdlog.text.builder import loader

    return span(text, yaml.compose(text, Loader=loader(text)), in_flow=False)


def span(text: str, node: Any, *, in_flow: bool) -> Span:
    """One composed node with its place."""
    start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
    if node.id == "scalar":
        sign = node.style or ""
        if sign in ("|", ">"):
            end = end_of_line(text, start + len(text[start:end].rstrip()))
        return Span(sign, start, end, column, in_flow, node.value)
    flow = bool(node.flow_style)
    if node.id == "sequence":
        sign, keys, values = "[" if flow else "-", [], node.value
    else:
        sign = "{" if flow else ":"
        keys, values = [key for key, _ in node.value], [value for _, value in node.value]
    names = tuple(span(text, key, in_flow=flow) for key in keys)
    items = tuple(span(text, value, in_flow=flow) for value in values)
    end = end if flow else items[-1].end
    return Span(sign, start, end, column, in_flow, keys=names, items=items)


def start_of_line(text: str, place: int) -> int:
    """Where the line of `place` begins."""
    return text.rfind("\n", 0, place) + 1


def end_of_line(text: str, place: int) -> int:
    """Where the line of `place` ends, before its line break."""
    end = text.find("\n", place)
    if end < 0:
        return len(text)
    return end - 1 if text[place:end].endswith("\r") else end


def next_line(text: str, place: int) -> int:
    """Where the line after that of `place` begins, or the text ends."""
    return text.find("\n", place) + 1 or len(text)
