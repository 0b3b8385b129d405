"""`cpdlog skills rate`: a snapshot of how somebody rates themselves, or of what a job asks for."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.cli.framework.named import usual
from cpdlog.cli.saving import saved
from cpdlog.cli.skills.said import Pairs, changed, commented
from cpdlog.cli.skills.show import FRAMEWORK_OPTION, ROLE_OPTION
from cpdlog.cli.tree import Command
from cpdlog.errors import CannotEdit, UsageFault
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.skills import Framework, Snapshot, latest, latest_target
from cpdlog.render import days
from cpdlog.store.library import SKILLS
from cpdlog.text import edit
from cpdlog.text.ratings import rating, snapshot_text

if TYPE_CHECKING:
    from cpdlog.store.journal import Edit


def pair(text: str, _: App) -> tuple[str, str]:
    """`SECTION=VALUE`."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip() or not value.strip():
        raise NotUnderstood(f"{quoted(text)} rates nothing.", "Write SECTION=RATING: 12=3.")
    return name.strip(), value.strip()


PAIR = params.Typed("section=rating", pair)


@click.command(
    cls=Command,
    examples=(
        "cpdlog skills rate",
        "cpdlog skills rate 8=3 12=2 --comment '8=Two years of drop-ins'",
        "cpdlog skills rate --target --role law-librarian 3=4 C1=3 --framework pksb-2013",
    ),
)
@click.argument("ratings", type=PAIR, nargs=-1, metavar="[SECTION=RATING]...")
@FRAMEWORK_OPTION
@ROLE_OPTION
@click.option(
    "--comment",
    "comments",
    multiple=True,
    type=PAIR,
    metavar="SECTION=TEXT",
    help="Why, and what you would do about it; may be repeated.",
)
@click.option("--target", is_flag=True, help="These are what the job asks for.")
@click.option("--date", "-d", "day", type=params.PAST_DAY, metavar="DATE", help="The day; today.")
@click.pass_obj
def rate(
    app: App,
    /,
    *,
    ratings: Pairs,
    framework: Framework | None,
    role: str,
    comments: Pairs,
    target: bool,
    day: date | None,
) -> None:
    """Rate yourself by a framework, section by section.

    A rating is a number of the scale, or 'n' for not relevant; '-' takes it back. What is not
    named stays as it was rated last. On a terminal every section is asked for where none is named.
    """
    framework, day = framework or usual(app), day or app.as_of
    if target and not role:
        raise UsageFault("Which job asks for this?", "Say --role ROLE.")
    before = last(app, framework, day, role, target=target)
    if not ratings and not comments:
        ratings, comments = interviewed(app, framework, before)
    now = Snapshot(
        path="",
        framework=framework.id,
        day=day,
        ratings=changed(framework, dict(before.ratings if before else ()), ratings),
        comments=commented(framework, dict(before.comments if before else ()), comments),
        role=role,
        target=target,
    )
    if not now.ratings:
        raise UsageFault("Nothing is rated.", "Write SECTION=RATING: cpdlog skills rate 12=3")
    path, new = written(app, now)
    about = days.counted(len(now.ratings), "section")
    saved(app, path, f"skills: {framework.id}", about=f"{about} rated", new=[path] if new else [])


def last(app: App, framework: Framework, day: date, role: str, *, target: bool) -> Snapshot | None:
    """The ratings that these ones follow: of the same job, or likewise of none."""
    found = app.library.ratings.found.values()
    if target:
        return latest_target(found, framework.id, day, role)
    return latest([one for one in found if one.role == role], framework.id, day)


def interviewed(app: App, framework: Framework, before: Snapshot | None) -> tuple[Pairs, Pairs]:
    """What is answered on a terminal: ratings and comments."""
    if not app.interactive:
        raise UsageFault("Ratings are missing.", "Type: cpdlog skills rate SECTION=RATING")
    from cpdlog.cli.skills.interview import asked

    return asked(framework, before)


def written(app: App, now: Snapshot) -> tuple[str, bool]:
    """Write ratings to the file of their day; its path, and whether it was not there before.

    Raises:
        CannotEdit: The file of that day cannot be read.
    """
    from cpdlog.store import files, walk

    parts = [now.day.isoformat(), now.framework, now.role, "target" if now.target else ""]
    stem = "-".join(filter(None, parts))
    path = f"{SKILLS}/{stem}.yaml"
    if not walk.look_at(app.root, path):
        data = snapshot_text(now).encode()
        return files.create(app.root, SKILLS, stem, ".yaml", data, numbered=False), True
    there = app.library.ratings.found.get(path)
    if there is None:
        raise CannotEdit(f"'{path}' has faults.", "See: cpdlog check")
    app.journal.change(path, *edits(there, now, path))
    return path, False


def edits(there: Snapshot, now: Snapshot, path: str) -> "list[Edit]":
    """The edits that turn the ratings of a file into others."""
    ratings = {section: rating(value) for section, value in now.ratings}
    return [
        *of_mapping(path, "ratings", [name for name, _ in there.ratings], ratings),
        *of_mapping(path, "comments", [name for name, _ in there.comments], dict(now.comments)),
    ]


def of_mapping(path: str, key: str, old: list[str], new: dict[str, str]) -> "list[Edit]":
    """The edits of one mapping: what goes, and what comes or is another."""
    gone = [partial(edit.remove_item, path=path, key=key, item=it) for it in old if it not in new]
    come = [
        partial(edit.set_item, path=path, key=key, item=it, amount=value)
        for it, value in new.items()
    ]
    return [*gone, *come]
