"""What a program stands on: versions and places."""

from typing import NamedTuple


class Health(NamedTuple):
    """Names with what is known of each."""

    facts: tuple[tuple[str, str], ...]
