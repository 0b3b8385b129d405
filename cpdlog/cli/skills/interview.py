"""A framework's sections, put one at a time on a terminal."""

import click

from cpdlog.cli.skills.said import NONE, NOT, Pairs, understood
from cpdlog.errors import UsageFault
from cpdlog.model.skills import NOT_RELEVANT, Framework, Section, Snapshot
from cpdlog.model.visible import visible


def asked(framework: Framework, before: Snapshot | None) -> tuple[Pairs, Pairs]:
    """What is answered: a rating for each section that gets one, and comments.

    Args:
        framework: Whose sections are rated.
        before: The ratings that an empty answer leaves as they are.
    """
    scale = framework.scale
    click.echo(f"{visible(framework.title)}: {scale.least} to {scale.most}.", err=True)
    for number, label in scale.labels:
        click.echo(f"  {number}  {visible(label)}", err=True)
    click.echo(f"'{NOT}' is not relevant, '{NONE}' is not rated. Enter goes on.\n", err=True)
    ratings, comments = [], []
    for section in framework.sections:
        value = rating(framework, section, before)
        if value:
            ratings.append((section.id, value))
        if value not in ("", NONE) and (comment := line("  why, and what next", "")):
            comments.append((section.id, comment))
    return tuple(ratings), tuple(comments)


def rating(framework: Framework, section: Section, before: Snapshot | None) -> str:
    """One rating; empty where it stays as it is. It is asked again until it makes sense."""
    old = before.rating(section.id) if before else None
    shown = NOT if old == NOT_RELEVANT else "" if old is None else str(old)
    while True:
        value = line(f"{section.id}  {visible(section.name)}", shown)
        if value in ("", NONE) or value == shown:
            return "" if value == shown else value
        try:
            understood(framework, value)
        except UsageFault as error:
            click.echo(f"{error.message} {error.hint}".rstrip(), err=True)
        else:
            return value


def line(question: str, default: str) -> str:
    """One answer, which may be nothing."""
    found: str = click.prompt(question, default=default, show_default=bool(default), err=True)
    return found.strip()
