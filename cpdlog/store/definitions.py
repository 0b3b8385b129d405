"""Rules of bodies, programmes and frameworks: what comes with cpdlog, and a journal's own copies.

What is in use is copied into the journal, so that a record keeps the rules of its time.
"""

import os
from typing import Literal

from cpdlog.errors import NotFound
from cpdlog.model.nearest import did_you_mean
from cpdlog.store import files, walk
from cpdlog.text.slug import is_safe_id

Kind = Literal["requirements", "programmes", "frameworks"]

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
NOUNS = {"requirements": "requirement", "programmes": "programme", "frameworks": "framework"}


def packaged(kind: Kind) -> list[str]:
    """The ids of what comes with cpdlog."""
    return [
        os.path.basename(path)[: -len(".yaml")] for path in walk.walk(PACKAGED, kind, ".yaml")[0]
    ]


def packaged_text(kind: Kind, name: str) -> bytes:
    """What a packaged definition says.

    Raises:
        NotFound: There is none of that id.
    """
    if not is_safe_id(name) or name not in packaged(kind):
        noun = NOUNS[kind]
        hint = did_you_mean(name, packaged(kind)) or f"See: cpdlog {noun} list"
        raise NotFound(f"There is no {noun} '{name}'.", hint)
    return files.read_bytes(PACKAGED, f"{kind}/{name}.yaml")


def own_path(kind: Kind, name: str) -> str:
    """Where a journal keeps its copy."""
    return f"{kind}/{name}.yaml"


def copied(root: str, kind: Kind, name: str, data: bytes) -> str:
    """Put a definition into a journal that has none of that id; its path there."""
    return files.create(root, kind, name, ".yaml", data, numbered=False)
