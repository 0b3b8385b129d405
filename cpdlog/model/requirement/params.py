"""What only the member knows: on which day a cycle began, which grade they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from cpdlog.model import civil, raw
from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.requirement.names import a_name

KEYS = ("ask", "type", "values", "default")
REQUIRED = ("ask", "type")
TYPES = ("date", "choice")
VARIANT = "variant"
ADJUSTMENTS = "adjustments"


@dataclass(frozen=True, slots=True)
class Param:
    """One question to the member.

    Attributes:
        name: The key of the answer in the settings.
        ask: The question.
        type: `date` or `choice`.
        values: The answers of a choice.
        default: What is taken where there is no answer; may be empty.
    """

    name: str
    ask: str
    type: str
    values: tuple[str, ...] = ()
    default: str = ""

    def read(self, text: str) -> str:
        """An answer that makes sense, as the settings keep it.

        Raises:
            NotUnderstood: It is not a date, or none of the values.
        """
        if self.type == "date":
            return civil.iso(text).isoformat()
        return one_of(self.values)(text)

    def accepts(self, text: str) -> bool:
        """Whether an answer makes sense."""
        try:
            self.read(text)
        except NotUnderstood:
            return False
        return True


def read_params(file: Fields) -> tuple[Param, ...]:
    """The questions of a file."""
    value = file.values.get("params")
    names = [key.text for key, _ in value.pairs] if isinstance(value, raw.Mapping) else []
    fields = file.inside("params", names)
    if fields is None:
        return ()
    return tuple(param for name in names if (param := read_param(fields, name)))


def read_param(params: Fields, name: str) -> Param | None:
    """One question; None where nothing can be said of it."""
    params.understood(name, name, a_name)
    if name == ADJUSTMENTS:
        params.fault(name, "The settings keep adjustments under that name.", "Find another.")
    fields = params.inside(name, KEYS, REQUIRED)
    kind = fields.read("type", one_of(TYPES)) if fields else None
    if fields is None or kind is None:
        return None
    if kind == "choice" and "values" not in fields.values:
        fields.fault("values", "A choice needs its values.", "Write values: [member, fellow].")
    if kind == "date" and "values" in fields.values:
        fields.fault("values", "A date has no values.", "Leave the key out.")
    asked = Param(name, fields.text("ask"), kind, fields.several("values", a_name))
    default = fields.read("default", asked.read) or ""
    return Param(name, asked.ask, kind, asked.values, default)


def answered(params: Iterable[Param], answers: dict[str, str]) -> dict[str, str]:
    """The answer to each question that has one: the member's, else the default."""
    found = {}
    for param in params:
        answer = answers.get(param.name, "")
        value = answer if param.accepts(answer) else param.default
        if value:
            found[param.name] = value
    return found
