"""Front matter for tests, numbered as if each key and each item of a list had its own line."""

from collections.abc import Mapping as Keys
from collections.abc import Sequence as List
from itertools import count
from typing import TypeAlias

from hypothesis import strategies as st

from cpdlog.model.problem import Problem
from cpdlog.model.raw import Mapping, Raw, Scalar, Sequence

Typed: TypeAlias = "str | List[Typed] | Keys[str, Typed]"


def front(typed: Keys[str, Typed], first_line: int = 2) -> Mapping:
    """What the reader makes of front matter that begins on the second line."""
    return mapping(typed, count(first_line), first_line)


def mapping(typed: Keys[str, Typed], lines: "count[int]", line: int) -> Mapping:
    """A mapping in block style."""
    pairs: list[tuple[Scalar, Raw]] = []
    for key, value in typed.items():
        number = next(lines)
        pairs.append((Scalar(key, number), raw(value, lines, number)))
    return Mapping(tuple(pairs), line)


def raw(typed: Typed, lines: "count[int]", line: int) -> Raw:
    """A value that stands at a line."""
    if isinstance(typed, str):
        return Scalar(typed, line)
    if isinstance(typed, Keys):
        return mapping(typed, lines, line)
    items: list[Raw] = []
    for item in typed:
        number = next(lines)
        items.append(raw(item, lines, number))
    return Sequence(tuple(items), line)


def told(problems: List[Problem]) -> list[str]:
    """Problems as lines, errors and warnings apart."""
    return [f"{problem.severity} {problem}" for problem in problems]


WORDS = st.sampled_from(
    [
        *("", " ", "a", "reflection", "2026-11-23", "2026-02-31", "2026-11-23 10:00", "90", "1h30"),
        *(
            "-1",
            "1,5",
            "20 hours",
            "0 hours",
            "true",
            "no",
            "04-01",
            "13-01",
            "dmy",
            "mentor",
            "a,b",
        ),
        *("/etc/passwd", "../x", "https://example.org", "cpd23-2011#14", "general"),
    ]
)
KEYS = st.sampled_from(
    [
        *("title", "date", "type", "hours", "points", "goals", "role", "tags", "evidence", "share"),
        *(
            "programme",
            "start",
            "due",
            "target",
            "order",
            "done",
            "dropped",
            "name",
            "roles",
            "from",
        ),
        *("to", "year_starts", "commit", "stale_after", "types", "requirements", "adjustments"),
        *("rule", "reduce_by", "reason", "window", "privacy", "profiles", "allow", "date_order"),
        *("pauses", "path", "url", "sha256", "houres", "Date", "mood"),
    ]
)
ANYTHING: st.SearchStrategy[Typed] = st.recursive(
    WORDS | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
FRONT = st.dictionaries(KEYS | st.text(max_size=8), ANYTHING, max_size=8).map(front)
