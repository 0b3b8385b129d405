"""`cpdlog search`: the entries that say something, the best first."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from cpdlog.cli.app import App
from cpdlog.cli.filters import query, refuse_unknown, tell_rest
from cpdlog.cli.options import narrowed
from cpdlog.cli.tree import Command

if TYPE_CHECKING:
    from cpdlog.model.entry import Entry


class SearchCommand(Command):
    """A command that takes -word for what must not be there, and not for options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed."""
        return super().parse_args(ctx, list(with_refusals(args)))


def with_refusals(args: list[str]) -> Iterator[str]:
    """Arguments with `not "word"` for -word, up to a `--`; options of one letter stay."""
    ended = False
    for arg in args:
        ended = ended or arg == "--"
        if not ended and len(arg) > len("-g") and arg[0] == "-" != arg[1]:
            yield from ("not", f'"{arg[1:]}"' if " " in arg else arg[1:])
        else:
            yield arg


@click.command(
    cls=SearchCommand,
    reads=True,
    examples=(
        "cpdlog search copyright",
        "cpdlog search 'librar* or archive not budget' --period 2026",
        "cpdlog search '\"law library\"' -school --limit 5",
    ),
)
@click.argument("words", nargs=-1, required=True)
@narrowed
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.pass_obj
def search(app: App, /, *, words: tuple[str, ...], limit: int | None, **narrowing: Any) -> None:
    """Find entries by what they say, the best first.

    All words must be in an entry: in its title, text, outcome or tags. Quotes keep words together,
    librar* finds what begins so; `or`, `not` and -word do what they say. Capitals and accents make
    no difference.
    """
    from cpdlog.progress.search import Search, asked

    wanted = query(app, **narrowing)
    search = Search(asked(" ".join(words)), wanted, app.as_of)
    record = app.look_through_texts(search.look)
    found = search.found(record.problems, limit, partial(body, app))
    if not found.hits:
        refuse_unknown(app, wanted)
    app.show(found)
    tell_rest(app, len(found.hits), found.problems)


def body(app: App, entry: "Entry") -> str:
    """What an entry says, without the prompts of its template and other comments."""
    from cpdlog.model.reflection import without_comments

    return without_comments(app.journal.body(entry.path))
