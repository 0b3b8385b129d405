"""Files of frameworks and of ratings, read into values; all that is wrong is told at once."""

from collections.abc import Mapping
from functools import partial

from cpdlog.model.civil import FIRST, iso
from cpdlog.model.data_fields import Fields
from cpdlog.model.data_file import Form, pairs, read_id, read_whole, read_yes
from cpdlog.model.data_words import whole
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.nearest import did_you_mean
from cpdlog.model.origin import ORIGIN_KEYS, read_origin
from cpdlog.model.problem import Problem
from cpdlog.model.raw import Raw
from cpdlog.model.skills import NOT_RELEVANT, Framework, Rating, Scale, Section, Snapshot

FRAMEWORK = Form(
    "cpdlog/framework@1", ("id", "title", "scale", "sections"), (*ORIGIN_KEYS, "notes")
)
SKILLS = Form("cpdlog/skills@1", ("framework", "date", "ratings"), ("role", "target", "comments"))


def read_framework(value: Raw | None, path: str) -> tuple[Framework | None, tuple[Problem, ...]]:
    """The framework that a file gives, and all that is wrong with it.

    Args:
        value: What the file holds.
        path: The file, relative to the journal; it is named for the framework's id.

    Returns:
        No framework where there is an error; problems are in the order of the file's lines.
    """
    return read_whole(value, path, FRAMEWORK, read_framework_file)


def read_framework_file(file: Fields) -> Framework:
    """The framework; where something is wrong, something harmless stands for it."""
    sections = file.each("sections", ("id", "name", "group", "about"), ("id", "name"))
    return Framework(
        path=file.faults.path,
        id=read_id(file),
        title=file.text("title"),
        scale=read_scale(file),
        sections=tuple(read_section(each) for each in sections),
        origin=read_origin(file),
        notes=file.text("notes"),
    )


def read_section(fields: Fields) -> Section:
    """One section."""
    return Section(*(fields.text(key) for key in ("id", "name", "group", "about")))


def read_scale(file: Fields) -> Scale:
    """How one rates."""
    fields = file.inside("scale", ("min", "max", "labels"), ("min", "max"))
    if fields is None:
        return Scale(0, 0)
    scale = Scale(fields.read("min", whole) or 0, fields.read("max", whole) or 0)
    if scale.least >= scale.most and "max" in fields.values:
        fields.fault("max", "It is not more than min.")
    number = partial(a_number_of, scale)
    return scale._replace(labels=pairs(fields, "labels", number, str))


def read_snapshot(
    value: Raw | None, path: str, frameworks: Mapping[str, Framework]
) -> tuple[Snapshot | None, tuple[Problem, ...]]:
    """The ratings that a file gives, and all that is wrong with it.

    Args:
        value: What the file holds.
        path: The file, relative to the journal.
        frameworks: Those that there are, by id.

    Returns:
        No ratings where there is an error; problems are in the order of the file's lines.
    """
    return read_whole(value, path, SKILLS, partial(read_snapshot_file, frameworks))


def read_snapshot_file(frameworks: Mapping[str, Framework], file: Fields) -> Snapshot:
    """The ratings; where something is wrong, something harmless stands for it."""
    name = file.text("framework")
    framework = frameworks.get(name)
    if name and framework is None:
        message = f"There is no framework {quoted(name)}."
        file.fault("framework", message, did_you_mean(name, frameworks))
    target = read_yes(file, "target")
    if target and not file.text("role"):
        file.fault("target", "It does not say which job asks for this.", "Add 'role: JOB'.")
    section, rating = partial(a_section_of, framework), partial(a_rating_of, framework)
    return Snapshot(
        path=file.faults.path,
        framework=name,
        day=file.read("date", iso) or FIRST,
        ratings=pairs(file, "ratings", section, rating),
        comments=pairs(file, "comments", section, str),
        role=file.text("role"),
        target=target,
    )


def a_number_of(scale: Scale, text: str) -> int:
    """A number of a scale."""
    number = whole(text)
    if not scale.least <= number <= scale.most:
        raise NotUnderstood(f"{quoted(text)} is not from {scale.least} to {scale.most}.")
    return number


def a_section_of(framework: Framework | None, text: str) -> str:
    """The id of a section; any word where the framework is not known."""
    if framework and framework.section(text) is None:
        known = ", ".join(section.id for section in framework.sections)
        raise NotUnderstood(f"There is no section {quoted(text)}.", f"Known: {known}.")
    return text


def a_rating_of(framework: Framework | None, text: str) -> Rating:
    """A number of the scale, or `not relevant`."""
    if text == NOT_RELEVANT:
        return NOT_RELEVANT
    try:
        return a_number_of(framework.scale, text) if framework else whole(text)
    except NotUnderstood as refused:
        raise NotUnderstood(refused.message, f"Or write '{NOT_RELEVANT}'.") from None
