"""YAML's events put together into values that keep their places.

From the events of PyYAML's parser and not by `yaml.compose`: that is quicker, does not recurse
(libyaml's composer ends the process at a depth that 50 kB of brackets reach), and sees anchors,
tags and depth before anything is made of them. The loader is the base loader, for which every value
is text.
"""

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence
from cpdlog.model.visible import fit

DEEPEST = 20
MOST_VALUES = 10_000
ROOM = 60  # cells of a name that is repeated in a message
PURE = yaml.BaseLoader
QUICK = getattr(yaml, "CBaseLoader", PURE)  # missing where PyYAML was built without libyaml
AS_TEXT = "If it is meant as text, put the whole value in quotes."


def loader(text: str) -> Any:
    """The loader for a text: libyaml's, or Python's own where the two would not agree.

    libyaml takes a tab between a key and its value, and the other does not; a journal must not
    read well on one computer and badly on the next.
    """
    return PURE if "\t" in text else QUICK


class Builder:
    """Puts the events of one text together, and collects what is wrong with them.

    Attributes:
        faults: What was found.
        usable: Whether the value says what the text says, apart from the keys in `faults`.
    """

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.faults: list[Problem] = []
        self.usable = True
        self.values = 0

    def root(self, text: str) -> Raw | None:
        """The value of a whole text; None where it says nothing, or is left half-way.

        Raises:
            yaml.YAMLError: The text is not YAML.
        """
        first_line = self.first_line
        items: list[Raw] = []
        opened: list[tuple[list[Raw], int]] = []
        # Not by `yaml.parse`, which asks before each event whether there is one. The parser sets
        # every mark, though its types allow for none.
        for event in iter(loader(text)(text).get_event, None):
            mark: Any = event.start_mark
            if isinstance(event, ScalarEvent):
                items.append(Scalar(event.value, mark.line + first_line, not event.style))
                if event.anchor or event.tag:
                    self.refuse_mark(event)
            elif isinstance(event, SequenceEndEvent):
                ended, (items, line) = items, opened.pop()
                items.append(Sequence(tuple(ended), line))
                self.values += len(ended)
            elif isinstance(event, MappingEndEvent):
                ended, (items, line) = items, opened.pop()
                items.append(self.mapping(ended, line))
            elif isinstance(event, CollectionStartEvent):
                opened.append((items, mark.line + first_line))
                items = []
                if not self.allows(event, len(opened)):
                    return None
            else:
                self.check(event, items)
        if self.values > MOST_VALUES:
            self.refuse(first_line, f"It holds more than {MOST_VALUES:,} keys and values.")
        return items[0] if items else None

    def mapping(self, items: list[Raw], line: int) -> Mapping:
        """The keys and values that take turns in `items`; a faulty key is left out."""
        pairs: dict[str, tuple[Scalar, Raw]] = {}
        self.values += len(items)
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.fault(key.line, "A key is a list or a mapping, and not a word.", AS_TEXT)
            elif key.text == "<<" and key.plain:
                message = "'<<' merges keys in YAML, and is not read here."
                self.fault(key.line, message, "Write the keys themselves.")
            elif key.text in pairs:
                message = f"The key is there twice: on line {pairs[key.text][0].line} and here."
                self.fault(key.line, message, "Keep one of them.", fit(key.text, ROOM))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), line)

    def allows(self, event: Any, depth: int) -> bool:
        """Whether to go on after a list or mapping has begun."""
        if event.anchor or event.tag:
            self.refuse_mark(event)
        if depth > DEEPEST:
            line = event.start_mark.line + self.first_line
            self.refuse(line, f"Lists are nested more than {DEEPEST} deep.")
        return depth <= DEEPEST

    def check(self, event: Any, items: list[Raw]) -> None:
        """Look at an event that is neither a value nor the end of one."""
        line = event.start_mark.line + self.first_line
        if isinstance(event, AliasEvent):
            self.refuse_mark(event)
            items.append(Scalar("", line))
        elif isinstance(event, DocumentStartEvent) and items:
            self.refuse(line, "A second YAML document begins here.", "Remove the line '---'.")

    def refuse_mark(self, event: Any) -> None:
        """Note an anchor, an alias or a tag."""
        name = fit(event.anchor or "", ROOM)
        if isinstance(event, AliasEvent):
            message = f"'*{name}' stands for a value given elsewhere."
        elif name:
            message = f"'&{name}' gives the value a name."
        else:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"'{fit(tag, ROOM)}' is a YAML tag."
        self.refuse(event.start_mark.line + self.first_line, message, AS_TEXT)

    def refuse(self, line: int, message: str, hint: str = "") -> None:
        """Note what makes the whole value unusable."""
        self.usable = False
        self.fault(line, message, hint)

    def fault(self, line: int, message: str, hint: str, key: str = "") -> None:
        """Note what is wrong."""
        self.faults.append(Problem(self.path, line, key, message, hint))
