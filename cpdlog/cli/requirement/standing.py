"""Bodies' rules in use, for the commands and reports that need them."""

from typing import TYPE_CHECKING

from cpdlog.errors import JournalFaulty, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpdlog.cli.app import App
    from cpdlog.model.period import Unit
    from cpdlog.model.requirement.definition import Definition
    from cpdlog.model.settings import Use
    from cpdlog.progress.agenda import Item
    from cpdlog.progress.counting.report import RequirementReport
    from cpdlog.progress.in_use import Standings


def uses_any(app: "App") -> bool:
    """Whether any rules are in use; most journals need no more than this."""
    return app.has_journal and (bool(app.settings.requirements) or app.has_own("requirements"))


def names(app: "App") -> list[str]:
    """The ids of rules in use."""
    if not app.has_journal:
        return []
    from cpdlog.progress.in_use import names_in_use

    return names_in_use(app.settings, app.library.requirements.own)


def use(app: "App", name: str) -> "Use | None":
    """What the settings say of rules; None where they do not name them."""
    if not app.has_journal:
        return None
    return next((it for it in app.settings.requirements if it.id == name), None)


def definitions(app: "App") -> "dict[str, Definition]":
    """The rules in use that can be read, by id and in order."""
    found: dict[str, Definition] = {}
    for name in names(app):
        try:
            found[name] = app.library.requirements.find(name)
        except (JournalFaulty, NotFound):
            continue  # `check` tells what is wrong
    return found


def standings(app: "App") -> "Standings":
    """Where the member stands with all rules in use."""
    from cpdlog.progress.in_use import standings

    problems = app.library.requirements.here.problems
    return standings(definitions(app).values(), app.record, app.as_of, problems)


def standing(app: "App", definition: "Definition") -> "Standings":
    """Where the member stands with one body's rules, in use or not."""
    from cpdlog.progress.in_use import Standings, standing

    return Standings(app.as_of, standing(definition, app.record, app.as_of))


def reports(app: "App") -> "tuple[RequirementReport, ...]":
    """Where the member stands in each window; nothing is imported where no rules are in use."""
    return standings(app).reports if uses_any(app) else ()


def short(app: "App") -> list[str]:
    """The ids of rules of which something is missed or short: `report --fail-if short`."""
    from cpdlog.progress.in_use import short

    return list(dict.fromkeys(it.definition.id for it in short(reports(app))))


def items(app: "App") -> "Iterator[Item]":
    """What bodies' rules ask for next, one thing for each window."""
    for report in reports(app):
        from cpdlog.progress.agenda import Item
        from cpdlog.progress.in_use import due, unmet
        from cpdlog.render.requirement_notes import to_do

        lacking = unmet(report)
        if lacking:
            days = (due(report, it.worst) for it in lacking)
            first = min(filter(None, days), default=None)
            yield Item("requirement", report.definition.id, to_do(report, lacking), first)


def cycle(app: "App") -> "Unit | None":
    """What gives the turn that holds a day, of the first cycle among the rules in use."""
    from cpdlog.progress.in_use import cycle

    turns = (cycle(it, app.settings) for it in definitions(app).values())
    return next(filter(None, turns), None)
