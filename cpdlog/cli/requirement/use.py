"""`cpdlog requirement use`: a body's rules copied into the journal, and its questions answered."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import complete, words
from cpdlog.cli.app import App
from cpdlog.cli.requirement import standing
from cpdlog.cli.requirement.answers import ANSWER, answers, edits
from cpdlog.cli.requirement.named import REQUIREMENT
from cpdlog.cli.tree import Command
from cpdlog.errors import Declined, NotFound
from cpdlog.model.requirement.differences import differences
from cpdlog.store.layout import SETTINGS

if TYPE_CHECKING:
    from cpdlog.model.requirement.definition import Definition


@click.command(
    cls=Command,
    examples=(
        "cpdlog requirement use cilip-revalidation",
        "cpdlog requirement use nmc-revalidation --set cycle_start=2024-04-01 --set variant=single",
    ),
)
@click.argument("rules", type=REQUIREMENT, shell_complete=complete.requirements, metavar="ID")
@click.option(
    "--set",
    "said",
    multiple=True,
    type=ANSWER,
    metavar="NAME=ANSWER",
    help="The answer to what the rules ask; may be repeated.",
)
@click.option("--update", is_flag=True, help="Take the rules that come with cpdlog again.")
@click.option("--yes", is_flag=True, help="Do not ask before a copy that differs is replaced.")
@click.pass_obj
def use(
    app: App,
    /,
    *,
    rules: "Definition",
    said: tuple[tuple[str, str], ...],
    update: bool,
    yes: bool,
) -> None:
    """Take a body's rules into use.

    They are copied into the journal, so that the record keeps the rules of its time. What they ask
    is asked on a terminal, where --set does not say it. A copy that is there is left as it is.
    Where people could be recognised, entries are looked through for that from now on.
    """
    known = standing.use(app, rules.id)
    if update:
        rules = newer(app, rules, yes=yes)
    found = answers(app, rules, dict(known.answers) if known else {}, dict(said))
    before = app.journal.content(SETTINGS)
    changes = tuple(edits(SETTINGS, rules, found, app.settings))
    after = app.journal.edited(SETTINGS, before, changes)  # refused before a file is made
    path, wrote = copied(app, rules.id, update=update)
    app.journal.change(SETTINGS, *changes)
    if wrote or after != before:
        tell(app, rules, path, app.settings.privacy_profiles)
        app.commit(f"requirement: {rules.id}", path, SETTINGS)
    else:
        app.tell(f"{rules.id} is in use already; nothing was changed.")


def newer(app: App, rules: "Definition", *, yes: bool) -> "Definition":
    """The rules that come with cpdlog, if the user agrees to lose what the journal's copy says.

    Raises:
        NotFound: None come with it under that id.
        Declined: The user does not agree.
    """
    found = app.library.requirements.original(rules.id)
    if found is None:
        raise NotFound(f"No rules '{rules.id}' come with cpdlog.", "Edit the journal's own file.")
    if rules.id in app.library.requirements.own and differences(rules, found):
        question = f"Replace {rules.path} by the rules that come with cpdlog?"
        if not words.confirmed(app, question, yes=yes):
            raise Declined("Nothing was changed.", f"See: cpdlog requirement diff {rules.id}")
    return found


def copied(app: App, name: str, *, update: bool) -> tuple[str, bool]:
    """The journal's file of these rules, and whether it was written now."""
    from cpdlog.store import definitions, files

    own = app.library.requirements.own.get(name)
    if own and not update:
        return own.path, False
    data = definitions.packaged_text("requirements", name)
    if own is None:
        return definitions.copied(app.root, "requirements", name, data), True
    before = app.journal.content(own.path)
    if data != before:
        files.replace(app.root, own.path, data, before)
    return own.path, data != before


def tell(app: App, rules: "Definition", path: str, profiles: tuple[str, ...]) -> None:
    """Say what was saved, where the member stands now, and what else is looked for from now on.

    Args:
        app: The run.
        rules: The body's rules.
        path: Their file.
        profiles: What entries were looked through for before.
    """
    from cpdlog.render.requirement_notes import brief

    app.look_again()
    now = standing.standing(app, app.library.requirements.find(rules.id))
    app.tell(f"saved {path}  {'; '.join(map(brief, now.reports))}")
    if rules.privacy and rules.privacy not in profiles:
        app.tell(f"looks for what may identify people from now on: {rules.privacy}")
