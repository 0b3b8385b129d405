"""Questions on a terminal for what `init` was not told; every one can be left empty."""

import click

from cpdlog.cli.app import App
from cpdlog.model.grammar import NotUnderstood
from cpdlog.store.setup import NewJournal
from cpdlog.text.slug import slug


def new_journal(
    app: App,
    *,
    name: str | None,
    roles: tuple[tuple[str, str], ...],
    year_starts: str | None,
    requirements: tuple[str, ...],
) -> NewJournal:
    """What was typed and, on a terminal, what is answered."""
    if app.interactive:
        name = name if name is not None else answer("Whose journal is it?")
        roles = roles or asked_roles()
        year_starts = year_starts or asked_year()
        requirements = requirements or asked_requirements(app)
    return NewJournal(name or "", roles, year_starts or "", requirements)


def wants_hook(app: App, *, said: bool) -> bool:
    """Whether git is to look for what may identify people before each commit."""
    if said or not app.interactive or app.repository is None:
        return said
    question = "Look for what may identify people before each commit?"
    return click.confirm(question, default=False, err=True)


def answer(question: str, default: str = "") -> str:
    """One answer, which may be nothing."""
    found: str = click.prompt(
        question, default=default, show_default=bool(default), prompt_suffix=" ", err=True
    )
    return found.strip()


def asked_roles() -> tuple[tuple[str, str], ...]:
    """Jobs, until the answer is empty."""
    found: list[tuple[str, str]] = []
    while title := answer("A job you have (empty to go on):"):
        name = answer("A short name for that job:", slug(title).partition("-")[0])
        found.append((slug(name), title))
    return tuple(found)


def asked_requirements(app: App) -> tuple[str, ...]:
    """Bodies whose rules hold, until the answer is empty."""
    from cpdlog.cli.params import packaged_requirement
    from cpdlog.errors import NotFound

    found: list[str] = []
    while name := answer(
        "A body whose rules you follow, such as cilip-revalidation (empty to go on):"
    ):
        try:
            found.append(packaged_requirement(name, app))
        except NotFound as error:
            app.tell(f"{error.message} {error.hint}")
    return tuple(found)


def asked_year() -> str:
    """The day on which the CPD year begins."""
    from cpdlog.cli.params import year_start

    while True:
        try:
            return year_start(answer("Your CPD year begins on (MM-DD):", "01-01"))
        except NotUnderstood as error:
            click.echo(f"{error.message} {error.hint}", err=True)
