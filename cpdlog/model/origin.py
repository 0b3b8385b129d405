"""Where a data file's facts come from: its sources, how far they are to be trusted, and when."""

from datetime import date
from typing import NamedTuple

from cpdlog.model.civil import iso
from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.data_words import a_url

CONFIDENCE = ("official", "secondary")
SEEN = ("live", "stored-copy", "quoted")
SOURCE_KEYS = ("url", "citation", "says", "date", "confidence", "seen")
ORIGIN_KEYS = ("owner", "source", "confidence", "checked", "licence")


class Source(NamedTuple):
    """A page or a text.

    Attributes:
        url: The page; empty where there is none. So with the other texts.
        citation: A text that names it.
        says: What was taken from it, in the words of the file's author.
        day: Its date.
        confidence: `official` where the owner says it itself, else `secondary`.
        seen: How it was read: `live`, `stored-copy` or `quoted`.
    """

    url: str = ""
    citation: str = ""
    says: str = ""
    day: date | None = None
    confidence: str = "secondary"
    seen: str = ""


class Origin(NamedTuple):
    """Where the contents of a file come from; what the file does not give is empty.

    Attributes:
        owner: Who made it.
        sources: Where it was found.
        confidence: `official` where all of it comes from the owner's own pages.
        checked: When somebody last held the file against its sources.
        licence: On what terms others may use it.
    """

    owner: str = ""
    sources: tuple[Source, ...] = ()
    confidence: str = ""
    checked: date | None = None
    licence: str = ""


NOWHERE = Origin()


def read_origin(file: Fields) -> Origin:
    """The origin that a file names."""
    sources = read_sources(file)
    confidence = file.read("confidence", one_of(CONFIDENCE)) or ""
    official = any(source.confidence == "official" for source in sources)
    if confidence == "official" and not official:
        file.fault("confidence", "No source is official.", "Write secondary.")
    return Origin(
        owner=file.text("owner"),
        sources=sources,
        confidence=confidence,
        checked=file.read("checked", iso),
        licence=file.text("licence"),
    )


def read_sources(file: Fields) -> tuple[Source, ...]:
    """What stands at the key `source`."""
    return tuple(read_source(each) for each in file.each("source", SOURCE_KEYS, ("confidence",)))


def read_source(fields: Fields) -> Source:
    """One source."""
    if not {"url", "citation"} & fields.values.keys():
        fields.fault("url", "A source needs a url or a citation.")
    return Source(
        url=fields.read("url", a_url) or "",
        citation=fields.text("citation"),
        says=fields.text("says"),
        day=fields.read("date", iso),
        confidence=fields.read("confidence", one_of(CONFIDENCE)) or "",
        seen=fields.read("seen", one_of(SEEN)) or "",
    )
