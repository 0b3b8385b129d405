"""Three texts merged by git's own text merge, and what to do where it finds a conflict."""

import os
import re
from functools import partial

from cpdlog.store.git.repository import Repository
from cpdlog.store.git.trees import workshop
from cpdlog.text.conflict import END, ONE, OTHER
from cpdlog.text.merge import Merged, merge

NAMES = ("ours", "base", "theirs")
SHORTEST = 7  # signs in the marks of git
MOST = 127  # conflicts that git counts in its exit code; above stand its errors


def text_merged(
    repository: Repository, base: bytes, ours: bytes, theirs: bytes, marks: int = SHORTEST
) -> tuple[bytes, bool] | None:
    """One text out of two, and whether the marks of a conflict stand in it.

    Args:
        repository: In whose folder the texts are put meanwhile.
        base: The text that both come from.
        ours: Ours.
        theirs: Theirs.
        marks: How many signs a mark has.

    Returns:
        None where git takes one of them for no text.
    """
    folder = workshop(repository)
    places = [os.path.join(folder, name) for name in NAMES]
    for place, data in zip(places, (ours, base, theirs), strict=True):
        with open(place, "wb") as file:
            file.write(data)
    options = ("-p", f"--marker-size={marks}", *(f"-L{name}" for name in NAMES))
    plain = ("-c", "merge.conflictStyle=merge", "merge-file", *options)
    answer = repository.git.do(*plain, *places)
    for place in places:
        os.unlink(place)
    return None if answer.code > MOST else (answer.out, bool(answer.code))


def file_merged(repository: Repository, base: bytes, ours: bytes, theirs: bytes) -> Merged | None:
    """An entry or a goal merged key by key, and its body by git; as `cpdlog.text.merge.merge`."""
    return merge(base, ours, theirs, partial(bodies_merged, repository))


def bodies_merged(repository: Repository, base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """One body out of two; where they conflict both texts stand in it, between comments."""
    sides = [side.encode() for side in (base, ours, theirs)]
    # Longer than any line of signs in them, so that no line of theirs is taken for a mark.
    runs = re.findall(r"[<=>|]+", base + ours + theirs)
    marks = max(map(len, runs), default=0) + SHORTEST
    found = text_merged(repository, sides[0], sides[1], sides[2], marks)
    if found is None:
        return f"{ONE}\n{ended(ours)}{OTHER}\n{ended(theirs)}{END}\n", True
    data, torn = found
    text = data.decode()
    return (commented(text, marks) if torn else text), torn


def commented(text: str, marks: int) -> str:
    """`text` with comments of ours in the place of git's marks."""
    for sign, comment in zip("<=>", (ONE, OTHER, END), strict=True):
        text = re.sub(f"^{sign * marks}(?: .*)?$", comment, text, flags=re.MULTILINE)
    return text


def ended(text: str) -> str:
    """`text` with an end to its last line."""
    return text if text.endswith("\n") or not text else f"{text}\n"
