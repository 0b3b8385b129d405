"""The keys of a reflection template's front matter."""

from typing import Any

from cpdlog.model.amount import read_whole
from cpdlog.model.field import Faults, Field, Table
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw, Scalar
from cpdlog.model.readers import attempt, day, items, one, text
from cpdlog.model.template import Template, sections

CONFIDENCE = ("official", "secondary", "memory")


def sources(value: Raw, key: str, faults: Faults) -> tuple[str, ...]:
    """One source, whose commas belong to it, or a list."""
    if isinstance(value, Scalar):
        return (value.text.strip(),)
    return tuple(item.text.strip() for item in items(value, key, faults))


def limits(value: Raw, key: str, faults: Faults) -> tuple[tuple[Scalar, int], ...]:
    """Headings with how many words an answer under them may have."""
    if not isinstance(value, Mapping):
        raise NotUnderstood("This should be headings with words.", "Write 'Heading: 250'.")
    found = []
    for name, raw in value.pairs:
        most = attempt(one(read_whole), raw, f"{key}.{name.text}", faults, 0)
        found.append((name, most))
    return tuple(found)


def headings(value: Raw, key: str, faults: Faults) -> tuple[Scalar, ...]:
    """Headings, with their lines."""
    return tuple(items(value, key, faults))


def confidence(typed: str) -> str:
    """How sure a source is."""
    if typed not in CONFIDENCE:
        raise NotUnderstood("The word is not known here.", f"Write one of {', '.join(CONFIDENCE)}.")
    return typed


TEMPLATE = Table(
    Field("title", "text", "What the model is called.", text, required=True),
    Field("about", "text", "When it is of use.", text),
    Field("source", "text, or a list", "Where it comes from.", sources, "sources"),
    Field(
        "confidence",
        "`official`, `secondary` or `memory`",
        "How sure that is: read in the source itself, read in others, or remembered.",
        one(confidence),
    ),
    Field("checked", "`YYYY-MM-DD`", "When the source was last looked at.", day),
    Field("type", "a type of entry", "The type of an entry by this model.", text),
    Field("limit", "a number", "How many words the whole may have.", one(read_whole), "max_words"),
    Field("limits", "`{heading: number}`", "How many words an answer may have.", limits),
    Field("optional", "list of headings", "What may stay without an answer.", headings),
)


def read_template(
    raw: Mapping, path: str, body: str
) -> tuple[Template | None, tuple[Problem, ...]]:
    """A template, and what is wrong with its file.

    Args:
        raw: Its front matter.
        path: Its file; the name without the suffix is the template's id.
        body: The Markdown after the front matter.
    """
    faults = Faults(path)
    name = path.rpartition("/")[2].removesuffix(".md")
    begins = body.replace("\r\n", "\n").lstrip("\n")
    template = TEMPLATE.made(assembled, raw, faults, id=name, body=begins, noted=faults)
    return None if faults.fatal() else template, tuple(faults.found)


def assembled(
    *,
    body: str,
    noted: Faults,
    limits: tuple[tuple[Scalar, int], ...] = (),
    optional: tuple[Scalar, ...] = (),
    **said: Any,
) -> Template:
    """A template whose sections know what its front matter says of their headings."""
    bare = sections(body)
    known = {section.heading for section in bare}
    for name in (*(name for name, _ in limits), *optional):
        if name.text not in known:
            message = f"The body has no heading {quoted(name.text)}."
            noted.warn(name.line, "", message, "Write it as it stands in the body.")
    words = {name.text: most for name, most in limits}
    spare = {name.text for name in optional}
    told = tuple(
        it._replace(max_words=words.get(it.heading), optional=it.heading in spare) for it in bare
    )
    return Template(body=body, sections=told, **said)
