"""The answers to what a body's rules ask: as typed, as known already, or asked on a terminal."""

from typing import TYPE_CHECKING

import click

from cpdlog.cli import params
from cpdlog.cli.app import App
from cpdlog.errors import UsageFault
from cpdlog.model.grammar import NotUnderstood, quoted
from cpdlog.model.nearest import did_you_mean
from cpdlog.text import edit
from cpdlog.text.compose import Plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpdlog.model.requirement.definition import Definition
    from cpdlog.model.requirement.params import Param
    from cpdlog.model.settings import Settings
    from cpdlog.store.journal import Edit

USED = "requirements"  # the key of the settings


def name_and_answer(text: str, _: App) -> tuple[str, str]:
    """`NAME=ANSWER`."""
    name, equals, answer = text.partition("=")
    if not equals or not name.strip() or not answer.strip():
        raise NotUnderstood(f"{quoted(text)} answers nothing.", "Write NAME=ANSWER.")
    return name.strip(), answer.strip()


ANSWER = params.Typed("name=answer", name_and_answer)


def answers(
    app: App, rules: "Definition", known: dict[str, str], said: dict[str, str]
) -> dict[str, str]:
    """The answers that are new, by the names of the questions.

    Args:
        app: The run.
        rules: The body's rules.
        known: The answers that the settings have.
        said: Those that were typed.

    Raises:
        UsageFault: One answers nothing that is asked, makes no sense, or is missing where nobody
            can be asked.
    """
    asked = {param.name: param for param in rules.params}
    for name in said:
        if name not in asked:
            hint = did_you_mean(name, asked) or f"They ask for: {', '.join(asked) or 'nothing'}."
            raise UsageFault(f"{rules.id} does not ask for {quoted(name)}.", hint)
    found = {name: understood(app, rules, asked[name], answer) for name, answer in said.items()}
    missing = [
        param
        for param in rules.params
        if param.name not in found and not param.accepts(known.get(param.name, ""))
    ]
    if app.interactive:
        return found | {param.name: heard(app, rules, param) for param in missing}
    for param in missing:
        if not param.default:
            hint = f"{param.ask} Type: --set {param.name}={example(param)}"
            raise UsageFault(f"{rules.id} needs an answer to {quoted(param.name)}.", hint)
    return found


def understood(app: App, rules: "Definition", param: "Param", answer: str) -> str:
    """An answer as the settings keep it; raises UsageFault where it makes no sense."""
    try:
        return read(app, rules, param, answer)
    except NotUnderstood as error:
        raise UsageFault(f"{param.name}: {error.message}", error.hint) from error


def read(app: App, rules: "Definition", param: "Param", answer: str) -> str:
    """The same, with a day in any form that the command line knows; raises NotUnderstood."""
    if param.type != "date":
        return param.read(answer)
    day = params.past_day(answer, app)
    if day > app.today and param.name == rules.window.anchor_param and is_long(rules):
        raise NotUnderstood(f"{day} is still to come.", "When did the present cycle begin?")
    return day.isoformat()


def is_long(rules: "Definition") -> bool:
    """Whether a cycle has several years, so that a day to come does not say when this one began."""
    from cpdlog.model.requirement.windows import ONE_YEAR

    return rules.window.length != ONE_YEAR


def heard(app: App, rules: "Definition", param: "Param") -> str:
    """What is answered on a terminal; it is asked again until it makes sense."""
    kind = f" ({', '.join(param.values)})" if param.values else " (YYYY-MM-DD)"
    while True:
        answer: str = click.prompt(f"{param.ask}{kind}", default=param.default or None, err=True)
        try:
            return read(app, rules, param, answer.strip())
        except NotUnderstood as error:
            click.echo(f"{error.message} {error.hint}".rstrip(), err=True)


def example(param: "Param") -> str:
    """What could be answered."""
    return "|".join(param.values) or "2024-04-01"


def edits(
    path: str, rules: "Definition", found: dict[str, str], settings: "Settings"
) -> "Iterator[Edit]":
    """The edits that put rules and the answers to them into the settings.

    With them comes the profile under which each entry is looked through when it is written.

    Args:
        path: The settings.
        rules: The body's rules.
        found: The new answers.
        settings: What the settings say.
    """
    if rules.id not in [use.id for use in settings.requirements]:
        yield lambda data: edit.set_item(data, path, USED, rules.id, {})
    for name, answer in found.items():
        yield answered(path, rules, name, answer)
    profiles = settings.privacy_profiles
    if rules.privacy and rules.privacy not in profiles:
        wanted = [*profiles, rules.privacy]
        yield lambda data: edit.set_item(data, path, "privacy", "profiles", wanted)


def answered(path: str, rules: "Definition", name: str, answer: str) -> "Edit":
    """The edit that puts in one answer; a day needs no quotes."""
    dates = [param.name for param in rules.params if param.type == "date"]
    value = Plain(answer) if name in dates else answer
    return lambda data: edit.set_inner(data, path, (USED, rules.id, name), value)
