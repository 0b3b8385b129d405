"""Fails every call to the system in turn, in every way, and looks at what is on the disk then.

Each operation runs in a child whose Nth call to the system fails or ends the child, for N = 1, 2, …
until it runs through. Whatever happened, a file says what it said before or what it was to say, and
a child that failed told so by one of our errors.

    python tests/faults/fault_points.py [FAULT ...]
"""

import errno
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from cpdlog.errors import CpdlogError
from cpdlog.store import drafts, files

CALLS = {
    *("access", "chmod", "close", "fchmod", "fchown", "fstat", "fsync", "link", "lstat", "mkdir"),
    *("open", "read", "rename", "replace", "scandir", "stat", "unlink", "write"),
}
FAULTS = {"exit": 0, "short": 0} | {
    name: getattr(errno, name)
    for name in ("ENOSPC", "EIO", "EACCES", "EPERM", "EDQUOT", "EROFS", "EMFILE")
}
DONE, TOLD, ENDED, TRACEBACK = 0, 11, 12, 13
OLD, NEW = b"old words\n" * 300, b"new words\n" * 500


class Case(NamedTuple):
    """An operation, what there is before, and the states that may be left: path to content."""

    name: str
    run: Callable[[str], object]
    before: dict[str, bytes]
    allowed: tuple[dict[str, bytes], ...]


def cases() -> Iterator[Case]:
    """Every operation that writes."""
    a, b = {"goals/a.md": OLD}, {"goals/b.md": OLD}
    new_a, new_b = {"goals/a.md": NEW}, {"goals/b.md": NEW}
    taken = {"goals/b.md": b"another"}
    second = {"goals/b-2.md": NEW}
    yield Case("create", lambda r: files.create(r, "goals", "a", ".md", NEW), {}, ({}, new_a))
    yield Case(
        "create beside",
        lambda r: files.create(r, "goals", "b", ".md", NEW),
        taken,
        (taken, taken | second),
    )
    yield Case("replace", lambda r: files.replace(r, "goals/a.md", NEW, OLD), a, (a, new_a))
    yield Case("remove", lambda r: files.remove(r, "goals/a.md", OLD), a, (a, {}))
    yield Case("move", lambda r: files.rename(r, "goals/a.md", "goals", "b", ".md"), a, (a, b))
    yield Case(
        "rename",
        lambda r: files.rename(r, "goals/a.md", "goals", "b", ".md", data=NEW, expected=OLD),
        a,
        (a, new_a, new_b),
    )
    yield Case(
        "draft",
        lambda r: drafts.keep(f"{r}/goals", "a", NEW.decode()),
        {},
        ({}, new_a),
    )


def spoil(point: int, fault: str) -> None:
    """Let the call to the system with this number, from 1, fail in this way."""
    left = [point]

    def spoilt(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0]:
                return real(*args, **named)
            if name == "write" and fault != "exit":
                real(args[0], args[1][: len(args[1]) // 2])
            if fault == "exit":
                os._exit(ENDED)
            if fault == "short":
                return len(args[1]) // 2 if name == "write" else real(*args, **named)
            if name == "close":
                real(*args)
            raise OSError(FAULTS[fault], os.strerror(FAULTS[fault]))

        return call

    for name in CALLS:
        setattr(os, name, spoilt(name, getattr(os, name)))


def run(case: Case, root: str, point: int, fault: str) -> int:
    """Run an operation in a child with one fault, and say how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    ended = TRACEBACK
    leave = os._exit
    try:
        spoil(point, fault)
        case.run(root)
        ended = DONE
    except CpdlogError:
        ended = TOLD
    finally:
        leave(ended)


def passes(case: Case, point: int, fault: str, faults_found: list[str]) -> bool:
    """Whether the operation ran through; notes what was wrong with what it left."""
    with tempfile.TemporaryDirectory() as root:
        Path(root, "goals").mkdir()
        for path, data in case.before.items():
            Path(root, path).write_bytes(data)
        ended = run(case, root, point, fault)
        there = {f"goals/{it.name}": it.read_bytes() for it in Path(root, "goals").iterdir()}
    left = [path for path in there if path.startswith("goals/.")]
    state = {path: data for path, data in there.items() if path not in left}
    where = f"{case.name}, call {point}, {fault}"
    if state not in case.allowed:
        faults_found.append(f"{where}: left {sorted(state)}")
    if ended == DONE and state != case.allowed[-1]:
        faults_found.append(f"{where}: said done and is not")
    if ended not in (DONE, TOLD, ENDED):
        faults_found.append(f"{where}: ended with {ended}")
    if left and ended == TOLD:
        faults_found.append(f"{where}: left {left}")
    return ended == DONE


def main() -> int:
    """Try every point of every operation; print how many and what was found."""
    found: list[str] = []
    points = 0
    for case in cases():
        last = calls_of(case)
        for fault in sys.argv[1:] or FAULTS:
            for point in range(1, last + 1):
                passes(case, point, fault, found)
                points += 1
    print(json.dumps({"points": points, "found": found}))
    return int(bool(found))


def calls_of(case: Case) -> int:
    """How many calls to the system an operation makes."""
    found: list[str] = []
    point = 1
    while not passes(case, point, "exit", found):
        point += 1
    return point - 1


if __name__ == "__main__":
    sys.exit(main())
