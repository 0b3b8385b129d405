"""Each answer in full: in a pipe, on a terminal of 60 columns, and to be read aloud.

The files in `expected/` were looked at line by line; what changes them is seen in the diff.
"""

from itertools import groupby
from pathlib import Path

import pytest

from tests.progress.making import TODAY
from tests.render.answers import answers
from tests.render.showing import piped, seen
from tests.render.small import SMALL

EXPECTED = Path(__file__).with_name("expected")
SHOWN = {
    name: [answer for _, answer in same]
    for name, same in groupby(answers(SMALL, TODAY), key=lambda pair: pair[0])
}


def told(name: str) -> str:
    parts = []
    for answer in SHOWN[name]:
        parts += [
            f"==== in a pipe\n{piped(answer)}",
            f"==== at 60 columns\n{seen(answer, 60)}",
            f"==== read aloud\n{piped(answer, plain=True)}",
        ]
    return "\n".join(parts)


@pytest.mark.parametrize("name", SHOWN)
def test_an_answer_is_told_as_it_was_looked_at(name: str) -> None:
    assert told(name) == (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
