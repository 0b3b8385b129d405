"""Options that several commands share: what narrows a list, and what an entry can say."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from cpdlog.cli import complete, params
from cpdlog.model.vocabulary import AUDIENCES

Function = TypeVar("Function", bound=Callable[..., Any])


def together(options: Sequence[Callable[[Any], Any]]) -> Callable[[Function], Function]:
    """One decorator of several, in the order in which help shows them."""

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


PERIOD = click.option(
    "--period", type=params.PERIOD, metavar="PERIOD", help="2026, 2026-Q4, last-month, FROM..TO."
)

# What narrows a list of entries.
narrowed = together(
    [
        PERIOD,
        click.option("--since", type=params.PAST_DAY, metavar="DATE", help="From that day on."),
        click.option("--until", type=params.PAST_DAY, metavar="DATE", help="Up to that day."),
        click.option(
            "--goal", "-g", metavar="GOAL", shell_complete=complete.goals, help="Serves that goal."
        ),
        click.option(
            "--role", "-r", metavar="ROLE", shell_complete=complete.roles, help="Of that job."
        ),
        click.option(
            "--tag",
            "-t",
            multiple=True,
            metavar="TAG",
            shell_complete=complete.tags,
            help="With that tag; body:* for all below; may be repeated.",
        ),
        click.option(
            "--type", "kind", metavar="TYPE", shell_complete=complete.types, help="Of that type."
        ),
        click.option("--inbox", is_flag=True, help="Not reflected yet."),
        click.option("--planned", is_flag=True, help="Dated after today."),
        click.option("--text", metavar="WORDS", help="With these words in title or outcome."),
    ]
)

KIND = ("--type", "kind")
ROLE = ("--role", "-r")

# What an entry can say besides its title and its body.
described = together(
    [
        click.option(
            "--date",
            "-d",
            "day",
            type=params.PAST_DAY,
            metavar="DATE",
            help="Its day; today where none is given.",
        ),
        click.option(
            *KIND,
            default="",
            type=params.KIND,
            metavar="TYPE",
            shell_complete=complete.types,
            help="What sort of thing it was.",
        ),
        click.option(
            "--hours",
            "-H",
            "minutes",
            type=params.DURATION,
            metavar="DURATION",
            help="Time spent: 1h30, 90m, 1.5.",
        ),
        click.option(
            "--points", type=params.AMOUNT, metavar="NUMBER", help="Points, units or credits."
        ),
        click.option(
            "--goal",
            "-g",
            "goals",
            multiple=True,
            type=params.SERVED_GOAL,
            metavar="GOAL[=AMOUNT]",
            shell_complete=complete.goals,
            help="A goal it serves; may be repeated.",
        ),
        click.option(
            *ROLE,
            default="",
            type=params.ROLE,
            metavar="ROLE",
            shell_complete=complete.roles,
            help="The job it belongs to.",
        ),
        click.option(
            "--tag",
            "-t",
            "tags",
            multiple=True,
            type=params.TAG,
            metavar="TAG",
            shell_complete=complete.tags,
            help="A tag; may be repeated.",
        ),
        click.option(
            "--outcome",
            default="",
            metavar="TEXT",
            help="What you learnt or what changed, in a sentence.",
        ),
        click.option(
            "--evidence",
            "-e",
            multiple=True,
            metavar="FILE-or-URL",
            shell_complete=complete.files,
            help="What proves it; a file is copied in; may be repeated.",
        ),
        click.option(
            "--programme",
            type=params.DOING,
            metavar="ITEM",
            shell_complete=complete.items,
            help="The programme item it does: cpd23-2011#14.",
        ),
        click.option("--partner", default="", metavar="TEXT", help="Who a discussion was with."),
        click.option(
            "--share",
            multiple=True,
            type=click.Choice(AUDIENCES),
            help="Who may see it; may be repeated.",
        ),
    ]
)
