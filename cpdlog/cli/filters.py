"""What narrows a list, as a query; a name that is nowhere in the journal is told."""

from typing import TYPE_CHECKING, Any

from cpdlog.errors import NotFound, UsageFault
from cpdlog.model.grammar import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpdlog.cli.app import App
    from cpdlog.model.problem import Problem
    from cpdlog.progress.select import Query

ALL_BELOW = "*"


def query(
    app: "App", *, goal: str | None, kind: str | None, text: str | None, **asked: Any
) -> "Query":
    """The query that the options of a command ask for."""
    from cpdlog.progress.select import Query

    return Query(
        goal=whole_id(app, goal) if goal else "",
        type=kind or "",
        words=tuple((text or "").split()),
        tags=tuple(map(branch, asked.pop("tag"))),
        role=asked.pop("role") or "",
        **asked,
    )


def branch(tag: str) -> str:
    """The tag that `cilip:*`, `cilip:criterion/*` or `cilip*` names with all that lie below it."""
    return tag.removesuffix(ALL_BELOW).rstrip(":/") or tag if tag.endswith(ALL_BELOW) else tag


def refuse_unknown(app: "App", query: "Query") -> None:
    """Refuse a name that is nowhere in the journal, where nothing was found.

    Raises:
        UsageFault: A goal, role, tag or type of the query is nowhere.
    """
    if not (query.goal or query.role or query.tags or query.type):
        return
    from cpdlog.progress.select import unknown

    for it in unknown(query, app.record):
        from cpdlog.model.nearest import did_you_mean

        raise UsageFault(
            f"There is no {it.kind} {quoted(it.name)} in this journal.",
            did_you_mean(it.name, it.known),
        )


def tell_rest(app: "App", found: int, problems: "Iterable[Problem]") -> None:
    """Tell where nothing was found, and how many files could not be read, if there are such.

    Args:
        app: The run.
        found: How many entries match.
        problems: What is wrong with the journal's files.
    """
    if not found:
        app.tell("No entries match.")
    faulty = {it.path for it in problems if it.severity == "error"}
    if faulty:
        number = f"{len(faulty)} file" if len(faulty) == 1 else f"{len(faulty)} files"
        app.tell(f"{number} could not be read: cpdlog check")


def whole_id(app: "App", typed: str) -> str:
    """A goal's id for a part of it; what is no goal is left for `unknown` to tell."""
    from cpdlog.cli.lookup import goal as named_goal

    try:
        return named_goal(app, typed).id
    except NotFound:
        return typed
