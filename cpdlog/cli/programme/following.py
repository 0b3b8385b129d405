"""Programmes that are followed, for the commands and reports that need them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cpdlog.errors import CpdlogError
from cpdlog.progress.agenda import Item

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.programme import Programme
    from cpdlog.model.record import Record
    from cpdlog.progress.programme import ProgrammeReport
    from cpdlog.progress.programme_list import Followed


def item_counts(app: "App", record: "Record") -> Mapping[str, int]:
    """How many items each programme has that a goal follows."""
    from cpdlog.progress.programme_list import item_counts

    names = {goal.programme for goal in record.goals if goal.programme}
    found = (programme(app, name) for name in sorted(names))
    return item_counts(filter(None, found), record.entries, app.as_of)


def programme(app: "App", name: str) -> "Programme | None":
    """A programme; None where there is none or its file cannot be read."""
    try:
        return app.library.programmes.find(name)
    except CpdlogError:
        return None  # `check` tells what is wrong


def reports(app: "App") -> "tuple[ProgrammeReport, ...]":
    """Where each programme stands that is begun; nothing is imported where none is."""
    if not app.has_own("programmes"):
        return ()
    from cpdlog.progress.programme_list import followed

    return followed(app.library.programmes.own.values(), app.record.entries, app.as_of)


def answer(app: "App") -> "Followed":
    """Where programmes stand, for a report."""
    from cpdlog.progress.programme_list import Followed

    return Followed(app.as_of, reports(app))


def items(app: "App") -> Iterator[Item]:
    """The next item of each programme."""
    for report in reports(app):
        if report.next:
            from cpdlog.progress.programme_list import ends

            it = report.next
            title = f"{it.item.title} ({report.programme.handle(it.item)})"
            yield Item("programme", report.programme.id, title, ends(report, it))
