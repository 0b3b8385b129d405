"""What is wrong with the files beside entries and goals: rules, programmes, ratings, templates."""

from typing import TYPE_CHECKING

from cpdlog.cli.requirement.standing import definitions
from cpdlog.progress.in_use import check_use
from cpdlog.progress.references import check_copies, check_programmes
from cpdlog.progress.word_limits import over
from cpdlog.store import templates
from cpdlog.store.definitions import packaged
from cpdlog.store.layout import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpdlog.cli.app import App
    from cpdlog.model.problem import Problem


def faults(app: "App") -> "tuple[list[Problem], int]":
    """All that is wrong with them and with what is said of them, and how many files they are."""
    problems, files = app.library.faults()
    wrong, number = templates.faults(app.root)
    return [*problems, *wrong, *of_each_other(app), *too_long(app)], files + number


def of_each_other(app: "App") -> "Iterator[Problem]":
    """What the settings, entries and goals say of rules and programmes that does not fit."""
    settings = app.record.settings
    own = app.library.own_ids("requirements")
    yield from check_copies(settings, own, packaged("requirements"), SETTINGS)
    yield from check_use(settings, definitions(app), SETTINGS)
    named = [it.programme for it in app.record.entries] + [it.programme for it in app.record.goals]
    if any(named):
        yield from check_programmes(app.record, app.library.programmes.every())


def too_long(app: "App") -> "Iterator[Problem]":
    """Entries with more words than their template allows."""
    if not any(entry.template for entry in app.record.entries):
        return
    found = {it.id: it for it in app.templates()}
    for entry in app.record.entries:
        template = found.get(entry.template)
        if template is None:
            continue
        by_part = any(it.max_words is not None for it in template.sections)
        body = app.journal.document(entry.path).body if by_part else ""
        yield from over(entry, template, body)
