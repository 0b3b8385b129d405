"""The text of new files of ratings and of frameworks, in the order of docs/framework-schema.md."""

from collections.abc import Iterator

from cpdlog.model.skills import Framework, Section, Snapshot
from cpdlog.text.compose import Plain, Value, front


def snapshot_text(new: Snapshot) -> str:
    """The whole file of new ratings; a section whose rating is not there is left out."""
    return front(snapshot_keys(new))


def snapshot_keys(new: Snapshot) -> Iterator[tuple[str, Value]]:
    """Every key of ratings that has a value."""
    yield "schema", "cpdlog/skills@1"
    yield "framework", new.framework
    yield "date", Plain(new.day.isoformat())
    if new.role:
        yield "role", new.role
    if new.target:
        yield "target", Plain("true")
    yield "ratings", {section: rating(value) for section, value in new.ratings}
    if new.comments:
        yield "comments", dict(new.comments)


def rating(value: int | str) -> str:
    """A rating as a file has it."""
    return Plain(str(value))


def framework_text(new: Framework) -> str:
    """The whole file of a member's own framework."""
    return front(framework_keys(new))


def framework_keys(new: Framework) -> Iterator[tuple[str, Value]]:
    """Every key of a framework that has a value."""
    yield "schema", "cpdlog/framework@1"
    yield "id", new.id
    yield "title", new.title
    if new.origin.owner:
        yield "owner", new.origin.owner
    scale: dict[str, Value] = {
        "min": Plain(str(new.scale.least)),
        "max": Plain(str(new.scale.most)),
    }
    if new.scale.labels:
        scale["labels"] = {str(number): label for number, label in new.scale.labels}
    yield "scale", scale
    yield "sections", [section_keys(section) for section in new.sections]


def section_keys(section: Section) -> dict[str, Value]:
    """One section."""
    return {key: value for key, value in section._asdict().items() if value}
