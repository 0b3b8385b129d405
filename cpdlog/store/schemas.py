"""The JSON Schemas of what `--json` says; they come with cpdlog."""

import os
import re
from collections.abc import Iterator
from typing import Any

from cpdlog.errors import NotFound
from cpdlog.model.nearest import did_you_mean
from cpdlog.store import files, walk

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
PARTS = "parts"  # what several schemas refer to
REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


def names() -> list[str]:
    """What there is a schema of, in order."""
    paths = walk.walk(FOLDER, "schemas", ".json")[0]
    found = (os.path.basename(path).removesuffix(".json") for path in paths)
    return sorted(name for name in found if name != PARTS)


def schema(name: str) -> dict[str, Any]:
    """A whole schema, with the parts that it refers to.

    Raises:
        NotFound: There is none of that name.
    """
    if name not in names():
        hint = did_you_mean(name, names()) or "See: cpdlog schema"
        raise NotFound(f"There is no schema '{name}'.", hint)
    found, parts = read(name), read(PARTS)["$defs"]
    used = set(needed(found, parts))
    return found | {"$defs": {part: parts[part] for part in parts if part in used}}


def needed(found: object, parts: dict[str, object]) -> Iterator[str]:
    """The parts that a schema refers to, and those that they refer to in turn."""
    import json

    for part in REFERENCE.findall(json.dumps(found)):
        yield part
        yield from needed(parts[part], parts)


def read(name: str) -> dict[str, Any]:
    """One file."""
    import json

    found: dict[str, Any] = json.loads(files.read_bytes(FOLDER, f"schemas/{name}.json"))
    return found
