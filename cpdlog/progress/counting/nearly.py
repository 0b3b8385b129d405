"""Entries that a rule would count but for one thing that is easily put right."""

from collections.abc import Iterator

from cpdlog.model.requirement.filters import Filter
from cpdlog.model.requirement.lines import Line
from cpdlog.progress.counting.case import Case
from cpdlog.progress.counting.report import Nearly

PARTNER = "partner"
Lack = tuple[str, str, str]


def nearly(case: Case) -> tuple[Nearly, ...]:
    """The entries of a window that nearly count, by what they lack."""
    found: dict[Lack, dict[str, None]] = {}
    for rule in case.rules:
        for line in case.lines:
            for lack in lacks(rule.where, line):
                found.setdefault(lack, {})[line.entry.id] = None
    return tuple(Nearly(*lack, tuple(entries)) for lack, entries in found.items())


def lacks(where: Filter, line: Line) -> Iterator[Lack]:
    """The one thing that keeps an entry from passing: a partner, or the beginning of a tag."""
    missing = list(where.lacks(line))
    if missing == [PARTNER]:
        yield PARTNER, "", where.kind
    elif len(missing) == 1 and missing[0].startswith(("tags: ", "any_tags: ")):
        for pattern in (*where.tags, *where.any_tags):
            bare = pattern.partition(":")[2]
            if bare and not line.tagged(pattern) and line.tagged(bare):
                yield pattern, own_tag(bare, line), where.kind


def own_tag(bare: str, line: Line) -> str:
    """The tag of an entry that is a pattern without its beginning, or lies below it."""
    return bare if bare in line.tags else next(it for it in line.tags if it.startswith(bare[:-1]))
