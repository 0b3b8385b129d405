"""A bounded part of `fuzz.py`."""

import pytest

from tests.hostile.fuzz import TARGETS

EXAMPLES = {"reading": 150, "editing": 60, "typing": 150, "answering": 60}


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_raised_whatever_is_read_edited_typed_or_asked(target: str) -> None:
    assert TARGETS[target](EXAMPLES[target]) >= EXAMPLES[target]
