"""Damages an index byte by byte; whatever comes of it, the answer is that of the files.

`python -m tests.index.damage` damages every byte there is; the tests take some of them.
"""

import random
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.index.journals import indexed, journal, read

BITS = 8


def answers_wrong(root: Path, folder: Path, places: Iterable[int], seed: int) -> list[int]:
    """The bytes whose damage changes an answer.

    Args:
        root: A journal.
        folder: Where its index is to lie.
        places: The bytes to damage; those past the end cut the file short there instead.
        seed: Which bits are turned over.
    """
    chance = random.Random(seed)
    truth = read(root)
    indexed(root, folder)
    whole = (folder / "index.db").read_bytes()
    wrong = []
    for place in places:
        data = bytearray(whole)
        if place < len(whole):
            data[place] ^= 1 << chance.randrange(BITS)
        else:
            del data[place - len(whole) :]
        (folder / "index.db").write_bytes(data)
        if indexed(root, folder) != truth or indexed(root, folder) != truth:
            wrong.append(place)
    return wrong


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        made, cache = journal(home / "journal"), home / "cache"
        indexed(made, cache)
        size = (cache / "index.db").stat().st_size
        found = answers_wrong(made, cache, range(2 * size), 1)
    sys.stdout.write(
        f"{size} bytes turned over, cut at {size} places: {len(found)} wrong answers\n"
    )
    sys.exit(bool(found))
