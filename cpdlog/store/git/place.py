"""Whether a folder lies in a git repository: known without git, and without what drives it."""

import os


def top(folder: str) -> str | None:
    """The top folder of the work tree that a folder lies in, or None."""
    place = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(place, ".git")):
        outer = os.path.dirname(place)
        if outer == place:
            return None
        place = outer
    return place
