"""What a press of the tab key offers; where the journal is broken, nothing."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from cpdlog.cli.app import App
from cpdlog.errors import CpdlogError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

RECENT = 30

Offer = tuple[str, str]
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def completer(offers: Callable[[App], Iterable[Offer]]) -> Completer:
    """Offer values with what they mean, as far as they begin as was typed."""

    def complete(ctx: click.Context, _param: click.Parameter, typed: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        app = ctx.find_object(App)
        try:
            found = list(offers(app)) if app else []
        except (CpdlogError, OSError):
            return []
        return [
            CompletionItem(value, help=about)
            for value, about in found
            if value.startswith(typed) and value.isprintable() and "," not in value
        ]

    return complete


def folders(_ctx: click.Context, _param: click.Parameter, typed: str) -> "list[CompletionItem]":
    """Let the shell offer folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(typed, type="dir")]


def files(_ctx: click.Context, _param: click.Parameter, typed: str) -> "list[CompletionItem]":
    """Let the shell offer files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(typed, type="file")]


def goal_offers(app: App) -> Iterable[Offer]:
    """Open goals first, with their titles."""
    ordered = sorted(app.goals, key=lambda goal: not goal.open)
    return [(goal.id, goal.title) for goal in ordered]


def role_offers(app: App) -> Iterable[Offer]:
    """Roles with their titles."""
    return [(role.id, role.title) for role in app.settings.roles]


def tag_offers(app: App) -> Iterable[Offer]:
    """Tags that entries have."""
    return [(tag, "") for tag in sorted({tag for it in app.record.entries for tag in it.tags})]


def type_offers(app: App) -> Iterable[Offer]:
    """Every type there is."""
    from cpdlog.model.vocabulary import ACTIVITIES, NOT_ACTIVITIES

    return [(kind, "") for kind in (*ACTIVITIES, *NOT_ACTIVITIES, *app.settings.types)]


def entry_offers(app: App) -> Iterable[Offer]:
    """The latest entries with their titles."""
    return [(entry.id, entry.title) for entry in app.record.entries[: -RECENT - 1 : -1]]


def handle_offers(app: App) -> Iterable[Offer]:
    """What is still to be ticked."""
    goals = [(goal.id, goal.actions) for goal in app.record.goals if goal.open]
    entries = [(entry.id, entry.followups) for entry in app.record.entries]
    for owner, tasks in goals + entries:
        yield from ((f"{owner}.{it.number}", it.text) for it in tasks if not it.ticked)


def template_offers(app: App) -> Iterable[Offer]:
    """Reflection models."""
    return [(it.id, it.title) for it in app.templates()]


def programme_offers(app: App) -> Iterable[Offer]:
    """Every programme, without reading a file."""
    return [(name, "") for name in app.library.ids("programmes")]


def item_offers(app: App) -> Iterable[Offer]:
    """The items of programmes that are begun, with their titles."""
    begun = (it for it in app.library.programmes.own.values() if it.started)
    return [(it.handle(item), item.title) for it in begun for item in it.numbered]


def requirement_offers(app: App) -> Iterable[Offer]:
    """Every body's rules, without reading a file."""
    return [(name, "") for name in app.library.ids("requirements")]


def framework_offers(app: App) -> Iterable[Offer]:
    """Every framework of skills, without reading a file."""
    return [(name, "") for name in app.library.ids("frameworks")]


goals, roles, tags, types = map(completer, (goal_offers, role_offers, tag_offers, type_offers))
entries, handles, templates = map(completer, (entry_offers, handle_offers, template_offers))
programmes, items, requirements, frameworks = map(
    completer, (programme_offers, item_offers, requirement_offers, framework_offers)
)
