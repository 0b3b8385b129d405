"""Front matter as it was typed: text with its place, before any schema gives it a meaning.

Every scalar stays text (`1:30`, `no`, `010`, `2026-02-30`), so that what a value means is decided
in one place, `cpdlog.model.field`, and every fault can name its line.
"""

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """A single value as text; `plain` where it stood without quotes."""

    text: str
    line: int
    plain: bool = True


class Sequence(NamedTuple):
    """A list, block or flow."""

    items: "tuple[Raw, ...]"
    line: int


class Mapping(NamedTuple):
    """Keys with their values, in the order they stood; keys are scalars and occur once."""

    pairs: "tuple[tuple[Scalar, Raw], ...]"
    line: int


Raw: TypeAlias = Scalar | Sequence | Mapping
