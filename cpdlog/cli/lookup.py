"""What a reference on the command line names; where it is not plain, the candidates are told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cpdlog.errors import CannotEdit, NotFound
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.nearest import did_you_mean
from cpdlog.progress.reference import Handle, Thing, entries_meant, meant, tasks_meant

if TYPE_CHECKING:
    from cpdlog.cli.app import App
    from cpdlog.model.entry import Entry
    from cpdlog.model.goal import Goal

MOST_LISTED = 5
ENTRIES, GOALS = "entries", "goals"


def entry(app: "App", typed: str) -> "Entry":
    """The one entry that a reference names.

    Raises:
        NotFound: None or several are meant.
    """
    found = entries_named(app, typed)
    if not found:
        refuse_unreadable(app, typed, ENTRIES)
        if app.record.goal(typed):
            raise NotFound(f"{quoted(typed)} is a goal.", f"See: cpdlog goal show {typed}")
    return the_one("entry", typed, found, [it.id for it in app.record.entries])


def entries_named(app: "App", typed: str) -> "list[Entry]":
    """The entries that a reference may mean."""
    written = app.journal.written_ns
    return entries_meant(typed, app.record.entries, app.as_of, lambda entry: written(entry.path))


def refuse_unreadable(app: "App", typed: str, folder: str) -> None:
    """Say so where what is meant is a file that cannot be read.

    Raises:
        CannotEdit: It is, with what is wrong with it.
    """
    for problem in app.record.problems:
        name = problem.path.rpartition("/")[2].removesuffix(".md")
        if problem.severity == "error" and problem.path.startswith(folder) and typed in name:
            command = "cpdlog edit" if folder == ENTRIES else "cpdlog goal edit"
            raise CannotEdit(str(problem), f"Mend it: {command} {name}")


def goal(app: "App", typed: str) -> "Goal":
    """The one goal that a reference names; raises as `entry` does."""
    found = meant(typed, app.goals)
    if not found:
        refuse_unreadable(app, typed, GOALS)
    return the_one("goal", typed, found, [it.id for it in app.goals])


def file(app: "App", typed: str) -> str:
    """The path of the goal whose whole id is typed, or else of the entry or goal that is meant."""
    named = app.record.goal(typed)
    if named:
        return named.path
    if meant(typed, app.record.goals) and not entries_named(app, typed):
        return goal(app, typed).path
    return entry(app, typed).path


def editable(app: "App", typed: str, folder: str) -> str:
    """The path of the entry or goal that is meant, also of one that cannot be read.

    Args:
        app: The run.
        typed: A reference.
        folder: `entries` or `goals`.
    """
    try:
        return (entry if folder == ENTRIES else goal)(app, typed).path
    except (NotFound, CannotEdit):
        paths = {it.path for it in app.record.problems if it.path.startswith(f"{folder}/")}
        found = [path for path in sorted(paths) if typed in path]
        if len(found) != 1:
            raise
        return found[0]


def known_goal(app: "App", typed: str) -> "Goal":
    """The goal that an option names; one that there is not is wrong usage."""
    try:
        return goal(app, typed)
    except NotFound as error:
        raise NotUnderstood(error.message, error.hint) from error


def task(app: "App", owner: str, number: int) -> Handle:
    """The one action point or follow-up that a handle names; raises as `entry` does."""
    found = tasks_meant(owner, number, app.record)
    if len(found) == 1:
        return found[0]
    typed = quoted(f"{owner}.{number}")
    if found:
        raise NotFound(f"{typed} may mean several.", "Type the whole id before the dot.")
    raise NotFound(f"There is no action point or follow-up {typed}.", "See: cpdlog next")


def the_one(what: str, typed: str, found: Sequence[Thing], names: Sequence[str]) -> Thing:
    """The only thing found, or an error that names the candidates."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no {what} {quoted(typed)}.", did_you_mean(typed, names))
    listed = ", ".join(it.id for it in found[:MOST_LISTED])
    more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    raise NotFound(f"{quoted(typed)} may mean {listed}{more}.", "Type more of its name.")
