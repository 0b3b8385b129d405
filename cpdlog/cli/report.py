"""`cpdlog report` and its sections, and what bare `cpdlog` shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cpdlog.cli import complete, params, sections
from cpdlog.cli.app import App
from cpdlog.cli.options import PERIOD
from cpdlog.cli.sections import SECTIONS, Asked
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.store.page import Target

STDOUT = "-"


def place(_ctx: click.Context, _: click.Parameter, typed: str | None) -> "Target | str | None":
    """Where a file for other people goes, looked at before anything is worked out."""
    if typed is None or typed == STDOUT:
        return typed
    from cpdlog.store import page

    return page.target(typed)


def written(option: str, told: str) -> Callable[[Any], Any]:
    """An option that names a file to be written."""
    return click.option(option, type=click.Path(), metavar="FILE", callback=place, help=told)


def section(typed: str, _: App) -> str:
    """The section that was named."""
    return params.known("section", typed, SECTIONS)


@click.command(
    cls=Command,
    reads=True,
    examples=(
        "cpdlog report",
        "cpdlog report hours --by role --per quarter",
        "cpdlog report weeks --period 2026-Q4",
        "cpdlog report criteria --by-tag cilip:criterion",
        "cpdlog report --fail-if late",
    ),
)
@click.argument(
    "section",
    default="overview",
    type=params.Typed("section", section),
    metavar="[SECTION]",
    shell_complete=complete.completer(lambda _: [(name, "") for name in SECTIONS]),
)
@PERIOD
@click.option("--by", type=click.Choice(sections.KEYS), help="What hours are told apart by; type.")
@click.option("--per", type=click.Choice(sections.PARTS), help="What hours are cut into; year.")
@click.option(
    "--by-tag",
    "prefix",
    metavar="PREFIX",
    shell_complete=complete.tags,
    help="Evidence for the tags that begin so: cilip:criterion.",
)
@click.option(
    "--fail-if",
    "limits",
    multiple=True,
    type=click.Choice(sections.LIMITS),
    help="Exit code 7 if a goal is so, or a body's rules are; may be repeated.",
)
@written("--svg", "Write a picture instead.")
@written("--html", "Write a page with all sections instead.")
@click.pass_obj
def report(
    app: App,
    /,
    *,
    section: str,
    limits: tuple[str, ...],
    svg: "Target | str | None",
    html: "Target | str | None",
    **asked: Any,
) -> None:
    """Report progress against the goals.

    SECTION is overview, goals, hours, weeks, calendar, criteria, gaps, timeline, requirements or
    programme. Hours and entries are told of the CPD year unless a period is given, weeks and days
    of the last 53 weeks; goals count from their own start. A page or picture in which somebody is
    identified beyond doubt is not written; see check --privacy. It replaces an older page or
    picture and no other file.
    """
    question = Asked(**asked)
    if svg or html:
        app.given["no_cache"] = True  # what leaves the house is made of the files
    found = sections.answer(app, section, question)
    leaving = []
    if svg:
        leaving.append(picture(app, svg, section, found))
    if html:
        page = sections.page(app, question)
        leaving.append(Leaving(html, page, page))
    if leaving:
        send(app, leaving)
    else:
        app.show(found)
    sections.check_limits(app, limits)


class Leaving(NamedTuple):
    """A file for other people, or `-`: its text, and the words of which some are read in it."""

    file: "Target | str"
    text: str
    words: str


def picture(app: App, file: "Target | str", section: str, found: object) -> Leaving:
    """A picture of a section."""
    typed = "cpdlog report" if section == "overview" else f"cpdlog report {section}"
    return Leaving(file, app.screen.svg(found, typed), app.screen.words(found))


def send(app: App, files: list[Leaving]) -> None:
    """Write files for other people, unless one identifies somebody, and say where they are."""
    from html import unescape

    from cpdlog.cli import privacy
    from cpdlog.store import page

    privacy.stop(app, unescape("\n".join(it.words for it in files)))
    for file, text, _ in files:
        if isinstance(file, str):
            click.echo(text.encode(), nl=False)
        else:
            page.write(file, text)
            app.tell(f"written {file.typed}")


def show_status(app: App) -> None:
    """Show the overview of the CPD year, as bare `cpdlog` does in a journal."""
    app.show(sections.answer(app, "overview", Asked()))
