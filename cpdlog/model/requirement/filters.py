"""Which entries a rule or a cap looks at, and what an activity must have to count."""

from collections.abc import Iterator
from dataclasses import dataclass

from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.data_words import whole
from cpdlog.model.grammar import quoted
from cpdlog.model.requirement.lines import HAVE, Line
from cpdlog.model.requirement.tags import pattern
from cpdlog.model.suggestions import suggestion
from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES

KEYS = ("kind", "tags", "any_tags", "not_tags", "has", "min_words", "max_words")
TYPES = ("activity", *ACTIVITIES, *NOT_ACTIVITIES)


@dataclass(frozen=True, slots=True)
class Filter:
    """What an entry must be or have; everything that is given must hold.

    Attributes:
        kind: A type, or `activity` for any that is one; empty for every type.
        tags: Patterns that must all match one of its tags.
        any_tags: Patterns of which one must.
        not_tags: Patterns of which none may.
        has: What it must have: `evidence`, `outcome`, `partner`, `reflection`.
        min_words: How many words its body must have at least.
        max_words: How many it may have at most.
    """

    kind: str = ""
    tags: tuple[str, ...] = ()
    any_tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    min_words: int | None = None
    max_words: int | None = None

    def passes(self, line: Line) -> bool:
        """Whether everything holds."""
        return next(self.lacks(line), None) is None

    def lacks(self, line: Line) -> Iterator[str]:
        """What does not hold: `outcome`, or the key and the value that an author wrote."""
        if self.kind and not line.is_a(self.kind):
            yield f"kind: {self.kind}"
        if self.tags or self.any_tags or self.not_tags:
            yield from self.untagged(line)
        yield from (what for what in self.has if not line.has(what))
        if self.min_words is not None and line.entry.words < self.min_words:
            yield f"min_words: {self.min_words}"
        if self.max_words is not None and line.entry.words > self.max_words:
            yield f"max_words: {self.max_words}"

    def untagged(self, line: Line) -> Iterator[str]:
        """What does not hold of its tags."""
        yield from (f"tags: {pattern}" for pattern in self.tags if not line.tagged(pattern))
        if self.any_tags and not any(line.tagged(pattern) for pattern in self.any_tags):
            yield f"any_tags: {', '.join(self.any_tags)}"
        yield from (f"not_tags: {pattern}" for pattern in self.not_tags if line.tagged(pattern))

    def written(self) -> dict[str, str]:
        """Its keys with their values, as texts."""
        texts: dict[str, str] = {"kind": self.kind} if self.kind else {}
        for key in ("tags", "any_tags", "not_tags", "has"):
            if words := getattr(self, key):
                texts[key] = ", ".join(words)
        for key in ("min_words", "max_words"):
            if (number := getattr(self, key)) is not None:
                texts[key] = str(number)
        return texts


EVERYTHING = Filter()


def read_filter(parent: Fields, key: str) -> Filter:
    """The filter that stands at a key; one that lets everything pass where there is none."""
    fields = parent.inside(key, KEYS)
    if fields is None:
        return EVERYTHING
    found = Filter(
        kind=read_kind(fields),
        tags=fields.several("tags", pattern, alone=True),
        any_tags=fields.several("any_tags", pattern),
        not_tags=fields.several("not_tags", pattern),
        has=fields.several("has", one_of(HAVE)),
        min_words=fields.read("min_words", whole),
        max_words=fields.read("max_words", whole),
    )
    if found.max_words is not None and (found.min_words or 0) > found.max_words:
        fields.fault("max_words", "It is below min_words, so that no entry would pass.")
    return found


def read_kind(fields: Fields) -> str:
    """A type of entry; one that does not come with cpdlog may be a slip."""
    kind = fields.text("kind")
    if kind and kind not in TYPES:
        hint = f"{suggestion(kind, TYPES)} Settings may add types."
        fields.fault(
            "kind", f"{quoted(kind)} is a type that not every journal knows.", hint, "warning"
        )
    return kind
