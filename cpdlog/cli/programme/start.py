"""`cpdlog programme start` and `skip`."""

from datetime import date
from typing import TYPE_CHECKING

import click

from cpdlog.cli import changing, complete, params, words
from cpdlog.cli.app import App
from cpdlog.cli.programme.named import DOING, PROGRAMME, Doing
from cpdlog.cli.saving import saved, standings
from cpdlog.cli.tree import Command
from cpdlog.errors import CannotEdit, UsageFault
from cpdlog.model import civil
from cpdlog.text import edit
from cpdlog.text.compose import Plain

if TYPE_CHECKING:
    from cpdlog.model.goal import Goal
    from cpdlog.model.programme import Programme

STARTED, SKIPPED = "started", "skipped"  # keys of a programme's file


@click.command(
    cls=Command,
    examples=(
        "cpdlog programme start cpd23-2011 --on mon",
        "cpdlog programme start cpd23-2011 --on 2026-06-22 --goal things",
    ),
)
@click.argument("programme", type=PROGRAMME, shell_complete=complete.programmes, metavar="ID")
@click.option("--on", type=params.FUTURE_DAY, metavar="DATE", help="The first day; today.")
@click.option(
    "--goal",
    "name",
    type=params.NEW_ID,
    metavar="ID",
    shell_complete=complete.goals,
    help="The goal that follows it; made where there is none.",
)
@click.pass_obj
def start(app: App, /, *, programme: "Programme", on: date | None, name: str | None) -> None:
    """Begin a programme: copy it into the journal, shift its days and make its goal."""
    if programme.started:
        since = civil.in_words(programme.started)
        raise UsageFault(f"{programme.id} is begun already, on {since}.", f"Edit {programme.path}.")
    day, known = on or app.as_of, goal_for(app, programme, name)
    paths = [*begun(app, programme, day), *followed_by(app, programme, day, known)]
    app.look_again()
    goals = [goal.id for goal in app.record.goals if goal.programme == programme.id]
    app.tell("  ".join([f"saved {' '.join(paths)}", *standings(app, goals, "")]))
    app.commit(f"programme: {programme.title}", *paths)


def goal_for(app: App, programme: "Programme", name: str | None) -> "Goal | str":
    """The goal that follows a programme, or is to follow it, or the id of one to be made.

    Raises:
        CannotEdit: The goal that was named follows another programme.
    """
    followers = [goal for goal in app.record.goals if goal.programme == programme.id]
    known = followers[0] if followers else app.record.goal(name or programme.id)
    if known and known.programme not in ("", programme.id):
        message = f"The goal {known.id} follows {known.programme}."
        raise CannotEdit(message, "Name another: --goal ID")
    return known or name or programme.id


def begun(app: App, programme: "Programme", day: date) -> list[str]:
    """Put the day into the journal's file of a programme, which is copied if need be."""
    from cpdlog.store import definitions

    value, shelf = Plain(day.isoformat()), app.library.programmes
    if programme.id in shelf.own:
        app.journal.change(programme.path, changing.key_set(programme.path, STARTED, value))
        return [programme.path]
    data = definitions.packaged_text("programmes", programme.id)
    data = edit.set_key(data, definitions.own_path("programmes", programme.id), STARTED, value)
    made = [definitions.copied(app.root, "programmes", programme.id, data)]
    if programme.extends and programme.extends not in shelf.own:
        base = definitions.packaged_text("programmes", programme.extends)
        made.append(definitions.copied(app.root, "programmes", programme.extends, base))
    return made


def followed_by(app: App, programme: "Programme", day: date, known: "Goal | str") -> list[str]:
    """Let a goal follow a programme, or make one; the paths that were written."""
    if not isinstance(known, str):
        if known.programme:
            return []
        path = known.path
        app.journal.change(path, changing.key_set(path, "programme", programme.id))
        return [path]
    from cpdlog.model.programme import shifted
    from cpdlog.progress.programme_list import last_day
    from cpdlog.text.newgoal import NewGoal, goal_text

    due = last_day(shifted(programme, day))
    goal = NewGoal(programme.title, day, due, programme=programme.id)
    return [app.journal.add_goal(known, goal_text(goal), numbered=False)]


@click.command(
    cls=Command,
    examples=(
        "cpdlog programme skip cpd23-2011#9 --reason 'We have no use for it'",
        "cpdlog programme skip cpd23-2011#9 --undo",
    ),
)
@click.argument("item", type=DOING, shell_complete=complete.items, metavar="ID#NUMBER")
@click.option("--reason", metavar="TEXT", help="Why it is left out.")
@click.option("--undo", is_flag=True, help="Take a skip back.")
@click.pass_obj
def skip(app: App, /, *, item: Doing, reason: str | None, undo: bool) -> None:
    """Leave out an item of a programme, with the reason."""
    path, number = item.programme.path, str(item.item.number)
    if item.programme.id not in app.library.programmes.own:
        raise CannotEdit(
            f"{item.programme.id} is not begun.",
            f"Begin it: cpdlog programme start {item.programme.id}",
        )
    if undo:
        app.journal.change(path, lambda data: unskipped(data, path, number))
    else:
        why = words.said(
            app, reason, "Reason", f"cpdlog programme skip {item.handle} --reason TEXT"
        )
        app.journal.change(path, lambda data: edit.set_item(data, path, SKIPPED, number, why))
    app.look_again()
    goals = [goal.id for goal in app.record.goals if goal.programme == item.programme.id]
    word = "take back skip" if undo else "skip"
    saved(app, path, f"{word}: {item.handle} {item.item.title}", about=item.handle, goals=goals)


def unskipped(data: bytes, path: str, number: str) -> bytes:
    """The file without a skip, and without the key where it was the only one."""
    data = edit.remove_item(data, path, SKIPPED, number)
    return data if has_items(data, path) else edit.remove_key(data, path, SKIPPED)


def has_items(data: bytes, path: str) -> bool:
    """Whether anything is skipped."""
    from cpdlog.text.page import opened

    return bool(opened(data, path).said.get(SKIPPED))
