"""Somebody's ratings by a framework, with what a job asks for."""

from collections.abc import Iterator

from cpdlog.model import civil
from cpdlog.model.skills import Section
from cpdlog.progress.ratings import Skills
from cpdlog.render import days
from cpdlog.render import skills_words as words
from cpdlog.render.blocks import (
    FAINT,
    PLAIN,
    WARN,
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Span,
    Steps,
    Table,
    paragraph,
    row,
)
from cpdlog.render.documents import Document, iso

LISTED = False
RATE = "cpdlog skills rate"


def blocks(answer: Skills) -> Iterator[Block]:
    """A table in the order of the framework, and the comments."""
    yield Heading(title(answer), when(answer))
    if answer.ratings is None:
        yield paragraph("Nothing is rated yet:")
        yield Steps((("", RATE),))
    yield Gap()
    yield Table(columns(answer), tuple(cells(answer, it) for it in answer.framework.sections))
    for line in remarks(answer):
        yield paragraph(Span(line, FAINT))


def title(answer: Skills) -> str:
    """The framework, and the job."""
    return f"{answer.framework.title}{f', {answer.role}' if answer.role else ''}"


def when(answer: Skills) -> str:
    """The day of the ratings."""
    return f"rated {civil.in_words(answer.ratings.day)}" if answer.ratings else ""


def columns(answer: Skills) -> tuple[Column, ...]:
    """What the job asks for has a column where it is known."""
    asked = (Column("asked"),) if answer.target else ()
    return (
        *(Column("", right=True), Column("section", cut=True), Column("")),
        *(Column("rating", cut=True), *asked, Column("", yields=1)),
    )


def cells(answer: Skills, section: Section) -> tuple[Cell, ...]:
    """One section."""
    value = answer.ratings.rating(section.id) if answer.ratings else None
    asked = answer.target.rating(section.id) if answer.target else None
    short = any(gap.section == section.id for gap in answer.gaps)
    return row(
        section.id,
        section.name,
        words.bar(answer.framework, value, asked),
        Span(words.rating(answer.framework, value), PLAIN if isinstance(value, int) else FAINT),
        *([Span(words.figure(asked), WARN if short else FAINT)] if answer.target else []),
        Span(change(answer, section.id), FAINT),
    )


def change(answer: Skills, section: str) -> str:
    """`+1 since 14 Jan`, against the ratings before."""
    now = answer.ratings.rating(section) if answer.ratings else None
    then = answer.before.rating(section) if answer.before else None
    if not isinstance(now, int) or not isinstance(then, int) or now == then or not answer.before:
        return ""
    return f"{now - then:+} since {days.near(answer.before.day, answer.as_of)}"


def remarks(answer: Skills) -> Iterator[str]:
    """The comments, and what the job asks for besides."""
    for section, text in answer.ratings.comments if answer.ratings else ():
        yield f"{section}: {text}"
    if answer.role and answer.target is None:
        yield (
            f"Nobody has written down what '{answer.role}' asks for: "
            f"{RATE} --target --role {answer.role} SECTION=RATING"
        )
    if answer.gaps:
        number = days.counted(len(answer.gaps), "gap")
        yield f"{number}: cpdlog skills gaps --role {answer.role}"


def sentences(answer: Skills) -> Iterator[str]:
    """One sentence a section."""
    yield f"{title(answer)}{f', {when(answer)}' if answer.ratings else ''}."
    for section in answer.framework.sections:
        value = answer.ratings.rating(section.id) if answer.ratings else None
        asked = answer.target.rating(section.id) if answer.target else None
        wanted = f", {asked} asked" if isinstance(asked, int) else ""
        said = words.rating(answer.framework, value)
        yield f"{section.id}, {section.name}: {said}{wanted}."
    yield from remarks(answer)


def document(answer: Skills) -> Document:
    """Each section."""
    return {
        "schema": "cpdlog/ratings@1",
        "as_of": iso(answer.as_of),
        "framework": answer.framework.id,
        "role": answer.role or None,
        "date": iso(answer.ratings.day) if answer.ratings else None,
        "file": answer.ratings.path if answer.ratings else None,
        "sections": [section(answer, it) for it in answer.framework.sections],
    }


def section(answer: Skills, given: Section) -> Document:
    """One section."""
    return {
        "id": given.id,
        "name": given.name,
        "group": given.group or None,
        "rating": answer.ratings.rating(given.id) if answer.ratings else None,
        "before": answer.before.rating(given.id) if answer.before else None,
        "asked": answer.target.rating(given.id) if answer.target else None,
        "comment": (answer.ratings.comment(given.id) or None) if answer.ratings else None,
    }


def rows(answer: Skills) -> Iterator[tuple[str, ...]]:
    """A section a line."""
    yield ("id", "section", "group", "rating", "asked", "comment")
    for it in answer.framework.sections:
        value = answer.ratings.rating(it.id) if answer.ratings else None
        asked = answer.target.rating(it.id) if answer.target else None
        comment = answer.ratings.comment(it.id) if answer.ratings else ""
        told = "" if value is None else str(value)
        yield (it.id, it.name, it.group, told, words.figure(asked), comment)
