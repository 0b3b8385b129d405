"""What must agree between the parts of a file."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cpdlog.model.civil import plus_length
from cpdlog.model.data_fields import Fields
from cpdlog.model.requirement.params import VARIANT, Param
from cpdlog.model.requirement.rules import Rule
from cpdlog.model.requirement.windows import Window
from cpdlog.model.suggestions import suggestion

COMMON_YEAR = date(2001, 1, 1)


class Parts(NamedTuple):
    """The parts of a file, as far as they can be understood."""

    params: tuple[Param, ...]
    window: Window | None
    rules: Mapping[str, Rule]

    @property
    def choice(self) -> Param | None:
        """The choice that picks among the variants of rules."""
        return next((param for param in self.params if param.name == VARIANT), None)


def check_agreement(file: Fields, parts: Parts) -> None:
    """Everything that the parts of a file must agree on."""
    for check in CHECKS:
        check(file, parts)


def check_params(file: Fields, parts: Parts) -> None:
    """What is asked is used: a date as the anchor of the window, a choice among variants."""
    anchor = parts.window.anchor_param if parts.window else ""
    for param in parts.params:
        key = f"params.{param.name}"
        if param.name == VARIANT:
            if param.type != "choice":
                file.fault(key, "A variant is a choice.", "Write type: choice.")
        elif parts.window and param.name != anchor:
            hint = f"A date belongs to window.anchor, and a choice is called {VARIANT}."
            file.fault(key, "Nothing uses the answer.", hint)


def check_variants(file: Fields, parts: Parts) -> None:
    """The variants of rules are among the answers of the choice named `variant`."""
    choice = parts.choice
    if choice is None and f"params.{VARIANT}" in file.faults.lines:
        return
    for rule in parts.rules.values():
        for name, _ in rule.variants:
            key = f"rules.{rule.id}.variants.{name}"
            if choice is None:
                hint = f"Add a choice named {VARIANT} under params."
                file.fault(key, "Nobody is asked for the variant.", hint)
            elif name not in choice.values:
                hint = suggestion(name, choice.values)
                file.fault(key, f"'{name}' is not among the values of the choice.", hint)


def check_spans(file: Fields, parts: Parts) -> None:
    """Spans that slide inside the window are not longer than it."""
    if parts.window is None:
        return
    end = plus_length(COMMON_YEAR, parts.window.length)
    for rule in parts.rules.values():
        within = rule.within
        if within and within.kind == "any" and plus_length(COMMON_YEAR, within.length) > end:
            file.fault(f"rules.{rule.id}.within.any", "It is longer than the window.")


def check_carry(file: Fields, parts: Parts) -> None:
    """A rolling window has none before it."""
    if parts.window and parts.window.rolling and "carry" in file.values:
        file.fault("carry", "A rolling window has nothing to carry over.", "Leave the key out.")


CHECKS = (check_params, check_variants, check_spans, check_carry)
