"""A member's own copy of a framework, as a table of sections with a heading line."""

from collections.abc import Mapping

from cpdlog.errors import UsageFault
from cpdlog.model.skills import Section
from cpdlog.text.charset import decoded

# What people call the columns, in small letters.
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "no", "no.", "number", "ref", "code"),
    "name": ("name", "heading", "title", "section", "skill"),
    "group": ("group", "area", "category", "part"),
    "about": ("about", "description", "descriptor", "text", "details"),
}
SEPARATORS = (",", ";", "\t")


def sections(data: bytes, path: str) -> tuple[Section, ...]:
    """The sections that a table holds, in its order.

    Args:
        data: The whole file: a line a section, below a line of headings.
        path: For what is wrong with it.

    Raises:
        UsageFault: It is no such table, or two sections have one id.
    """
    import csv
    from io import StringIO

    source = decoded(data, path)
    if source.problems:
        raise UsageFault(str(source.problems[0]))
    header = source.text.partition("\n")[0]
    rows = csv.reader(StringIO(source.text), delimiter=max(SEPARATORS, key=header.count))
    places = columns(next(rows, []), path)
    found: dict[str, Section] = {}
    for number, row in enumerate(rows, 2):
        section = of_row(row, places)
        if section.id in found or not (section.id and section.name):
            if not any(cell.strip() for cell in row):
                continue
            why = f"'{section.id}' is taken" if section.id in found else "it needs an id and a name"
            raise UsageFault(f"{path}, line {number} is no section: {why}.")
        found[section.id] = section
    if not found:
        raise UsageFault(f"{path} has no sections below its headings.")
    return tuple(found.values())


def columns(header: list[str], path: str) -> dict[str, int]:
    """The place of each column that is known."""
    names = [name.strip().casefold() for name in header]
    found = {
        key: names.index(name)
        for key, known in NAMES.items()
        for name in reversed(known)
        if name in names
    }
    for key in ("id", "name"):
        if key not in found:
            raise UsageFault(
                f"{path} has no column '{key}'.",
                "Its first line should be: id,name,group,about (the last two may be left out).",
            )
    return found


def of_row(row: list[str], places: Mapping[str, int]) -> Section:
    """One section; a cell that is not there is empty, and line ends become blanks."""
    cells = {
        key: " ".join(row[place].split()) if place < len(row) else ""
        for key, place in places.items()
    }
    return Section(*(cells.get(key, "") for key in NAMES))
