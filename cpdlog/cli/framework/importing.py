"""`cpdlog framework import`: a member's own copy of a framework, kept out of git."""

import os
import re

import click

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import UsageFault
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.skills import Framework, Scale
from cpdlog.text.framework_csv import sections
from cpdlog.text.ratings import framework_text

SCALE = re.compile(r"(\d{1,3})-(\d{1,3})", re.ASCII)


def scale(text: str, _: App) -> Scale:
    """`0-4`: the least and the greatest rating."""
    found = SCALE.fullmatch(text)
    if not found or int(found[1]) >= int(found[2]):
        raise NotUnderstood(f"{quoted(text)} is no scale.", "Write the least and the most: 0-4.")
    return Scale(int(found[1]), int(found[2]))


@click.command(
    "import",
    cls=Command,
    examples=(
        "cpdlog framework import pksb.csv --id pksb-2013",
        "cpdlog framework import ours.csv --id ours --title 'What we can do' --scale 0-3",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--id", "name", type=params.NEW_ID, required=True, metavar="ID", help="What it is called."
)
@click.option("--title", metavar="TEXT", help="What people call it.")
@click.option(
    "--scale",
    "rated",
    type=params.Typed("scale", scale),
    metavar="MIN-MAX",
    help="The least and the greatest rating; that of the framework of the same id, or 0-4.",
)
@click.pass_obj
def import_framework(
    app: App, /, *, file: str, name: str, title: str | None, rated: Scale | None
) -> None:
    """Import a member's own copy of a framework from a CSV file.

    The first line names its columns: id and name, and, where there are such, group and about. It
    goes to frameworks/private, which git does not see: descriptions are often under licence.
    """
    from cpdlog.store import private
    from cpdlog.store.evidence import content

    known = app.library.frameworks.original(name)
    found = sections(content(os.path.join(app.here(), file), file), file)
    new = Framework(
        path="",
        id=name,
        title=title or (known.title if known else name),
        scale=rated or (known.scale if known else Scale(0, 4)),
        sections=found,
    )
    if app.library.frameworks.own.get(name):
        raise UsageFault(f"There is a framework '{name}' in the journal.", "Give another --id.")
    path = private.kept(app.root, name, framework_text(new).encode())
    app.tell(f"saved {path}  {len(found)} sections, kept out of git")
