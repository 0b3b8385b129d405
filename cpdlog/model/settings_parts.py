"""The mappings and lists that stand in `cpdlog.yaml`: roles, leave, requirements, privacy."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from cpdlog.model.amount import read_amount
from cpdlog.model.field import Faults, Field, Table, is_nothing
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.raw import Mapping, Raw, Scalar
from cpdlog.model.readers import attempt, day, one, some_of, text, texts
from cpdlog.model.settings import Adjustment, Pause, Role, Use
from cpdlog.model.vocabulary import PROFILES

T = TypeVar("T")


def pairs(value: Raw, example: str) -> Iterator[tuple[str, Raw]]:
    """The keys and values of a mapping."""
    if not isinstance(value, Mapping):
        raise NotUnderstood("This should be a mapping.", f"Write {example}.")
    for key, item in value.pairs:
        yield key.text.strip(), item


def each(
    table: Table, make: Callable[..., T], value: Raw, key: str, faults: Faults
) -> tuple[T, ...]:
    """What `make` makes of each mapping of a list."""
    if isinstance(value, Scalar):
        raise NotUnderstood("This should be a list.", "Begin each item with '- '.")
    found = []
    for item in (value,) if isinstance(value, Mapping) else value.items:
        if isinstance(item, Mapping):
            found.append(table.made(make, item, faults, f"{key}."))
        else:
            known = ", ".join(field.key for field in table.fields)
            faults.error(item.line, key, f"This item should be a mapping of {known}.")
    return tuple(item for item in found if item)


ROLE = Table(
    Field("title", "text", "What the job is called.", text),
    Field("from", "`YYYY-MM-DD`", "Its first day.", day, attribute="start"),
    Field("to", "`YYYY-MM-DD`", "Its last day.", day, attribute="end"),
    closed=True,
)


def roles(value: Raw, key: str, faults: Faults) -> tuple[Role, ...]:
    """Jobs by id, each a title or a mapping."""
    found = []
    for name, item in pairs(value, "'id: title' on a line of its own"):
        within = f"{key}.{name}"
        if isinstance(item, Mapping):
            found.append(Role(name, **{"title": name} | ROLE.values(item, faults, f"{within}.")))
        else:
            found.append(Role(name, attempt(text, item, within, faults, "") or name))
    return tuple(found)


PAUSE = Table(
    Field("from", "`YYYY-MM-DD`", "Its first day.", day, attribute="first", required=True),
    Field("to", "`YYYY-MM-DD`", "Its last day.", day, attribute="last", required=True),
    Field("reason", "text", "What it was for.", text),
    closed=True,
)


def pauses(value: Raw, key: str, faults: Faults) -> tuple[Pause, ...]:
    """Leave, in order."""
    return tuple(sorted(each(PAUSE, Pause, value, key, faults)))


ADJUSTMENT = Table(
    Field("rule", "the id of a rule", "The rule whose floor is lowered.", text, required=True),
    Field("reduce_by", "a number", "By how much.", one(read_amount), required=True),
    Field("reason", "text", "Why, as every report shows it.", text, required=True),
    Field("window", "`YYYY-MM-DD`", "The first day of the window it holds for.", day),
    closed=True,
)


def requirements(value: Raw, key: str, faults: Faults) -> tuple[Use, ...]:
    """Requirements in use by id, each with the answers to its questions."""
    return tuple(
        use(name, item, f"{key}.{name}", faults)
        for name, item in pairs(value, "'id:' on a line of its own")
    )


def use(name: str, value: Raw, key: str, faults: Faults) -> Use:
    """One requirement in use."""
    if not isinstance(value, Mapping):
        if not is_nothing(value):
            faults.error(value.line, key, "This should be a mapping.", "Write {question: answer}.")
        return Use(name)
    answers: list[tuple[str, str]] = []
    adjustments: tuple[Adjustment, ...] = ()
    for question, item in value.pairs:
        within = f"{key}.{question.text}"
        if question.text == "adjustments":
            adjustments = attempt(adjusted, item, within, faults, ())
        elif answer := attempt(text, item, within, faults, ""):
            answers.append((question.text, answer))
    return Use(name, tuple(answers), adjustments)


def adjusted(value: Raw, key: str, faults: Faults) -> tuple[Adjustment, ...]:
    """Lowered floors of one requirement."""
    return () if is_nothing(value) else each(ADJUSTMENT, Adjustment, value, key, faults)


PRIVACY = Table(
    Field(
        "profiles",
        "list of `general`, `health`, `legal`, `education`, `social-care`",
        "What is looked for; `general` where it is not given.",
        some_of(PROFILES),
        attribute="privacy_profiles",
    ),
    Field(
        "allow",
        "list of texts",
        "What is no finding, such as one's own registration number.",
        texts,
        attribute="privacy_allow",
    ),
    closed=True,
)


def privacy(value: Raw, key: str, faults: Faults) -> dict[str, Any]:
    """What identifies people, and what does not; by the attributes of `Settings`."""
    if not isinstance(value, Mapping):
        raise NotUnderstood("This should be a mapping.", "Write {profiles: [general]}.")
    return PRIVACY.values(value, faults, f"{key}.")
