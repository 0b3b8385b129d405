"""The kind of file whose tree is kept as it was typed, such as bodies' rules and programmes."""

from typing import Any

from cpdlog.model.raw import Mapping, Scalar, Sequence
from cpdlog.store import row
from cpdlog.store.kinds import Kind, read_yaml_file
from cpdlog.store.row import Read

TYPES = (*row.TYPES, Scalar, Sequence, Mapping)


def plain(read: tuple[Read[tuple[str, Mapping]], ...]) -> Any:
    """Trees, as a cache keeps them."""
    return row.plain(read, TYPES)


def whole(value: Any) -> tuple[Read[tuple[str, Mapping]], ...]:
    """What `plain` made plain."""
    read: tuple[Read[tuple[str, Mapping]], ...] = row.whole(value, TYPES)
    return read


YAML_FILE = Kind("", read_yaml_file, plain, whole)
