"""The criteria that bodies' rules name, so that those without evidence are told too."""

from collections.abc import Iterable

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.distinct import Distinct


def known_criteria(definitions: Iterable[Definition], prefix: str) -> dict[str, str]:
    """What may follow a prefix in a tag, by the rules that look for it; titles are not known.

    Args:
        definitions: The rules in use.
        prefix: What the tags begin with, as in `cpdlog.progress.criteria`.
    """
    measures = (rule.measure for definition in definitions for rule in definition.rules)
    found = (it for it in measures if isinstance(it, Distinct))
    return {
        value: ""
        for it in found
        if it.prefix.rstrip(":/") == prefix.casefold()
        for value in it.values
    }
