"""Every command of the tree with its parameters filled, so that a new one is tried unasked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from cpdlog.cli import cli
from cpdlog.cli.tree import Command, Group, Lazy, loaded

EVERYWHERE = ("journal", "as_of", "plain", "no_cache", "no_pager", "json", "format")
FORMATS = ([], ["--json"], ["--plain"], *(["--format", it] for it in ("table", "csv", "markdown")))
# What is right for a parameter of a type, or of a name.
BY_TYPE = {
    "ref": "2026-11-01-good-1",
    "goal": "visits",
    "goal[=amount]": "visits=2",
    "handle": "visits.1",
    "key=value": "outcome=learnt",
    "date": "2026-11-02",
    "duration": "1h",
    "period": "2026",
    "number": "2",
    "amount": "5 visits",
    "role": "law",
    "id": "an-id",
    "day": "04-01",
    "integer range": "3",
}
BY_NAME = {"path": "somewhere", "message": "words", "model": "what", "template": "what"}

OUTPUTS = ("--html", "--svg", "--open", "--interval")
VALUES = (
    *("../../outside/secret", "../outside/secret.md", "/etc/passwd", "..", ".", "", "-", "--"),
    *("-x", "--help", "@", "@0", "@99999999999999999999", "@-1", "*", "9" * 5000, "x" * 20000),
    *("\x1b]52;c;x\x07", "\u202eabc", "a\nb", "a\rb", "[red]x[/b]", "é" * 300, "\udce9bad"),
    *("%s%n{0}{x}$HOME`touch ran`$(touch ran)", "~root/x", "1e999999999", "nan", "inf", "-5"),
    *("title=\x1b[31m", "goals+=../../outside/secret", "date=0001-01-01", "hours=-1", "content=x"),
    *("tags=[a", "title=", "a=b=c", "=", "x+=", "\u200b", "FROM..TO", "9999-12-31..0001-01-01"),
    *("ext::sh -c touch% ran", "--upload-pack=touch ran", "file:///etc/passwd", "http://[::1"),
    *("javascript:alert(1)", "0000-00-00", "2026-11-01", "0"),
)

Fill = Callable[[click.Parameter], str]


def every_command(group: Group = cli) -> Iterator[tuple[list[str], Command]]:
    """Each command with the words that name it."""
    for name, found in group.table.items():
        if isinstance(found, Group):
            yield from ((name_of(name, words), it) for words, it in every_command(found))
        else:
            command = loaded(found) if isinstance(found, Lazy) else found
            assert isinstance(command, Command)
            yield [name], command


def name_of(group: str, words: list[str]) -> list[str]:
    """The words of a command in a group."""
    return [group, *words]


def right(param: click.Parameter) -> str:
    """A value that the parameter takes."""
    if isinstance(param.type, click.Choice):
        return str(next(iter(param.type.choices)))
    return BY_NAME.get(param.name or "") or BY_TYPE.get(param.type.name, "words")


def own(command: Command) -> list[click.Parameter]:
    """The parameters that are the command's own."""
    return [it for it in command.params if it.name not in EVERYWHERE]


def arguments(command: Command, fill: Fill = right, *, every: bool = False) -> list[str]:
    """The arguments that it wants, each once, or every one that it takes."""
    taken = [it for it in own(command) if isinstance(it, click.Argument)]
    return [fill(it) for it in taken if every or it.required or it.nargs == -1]


def options(command: Command, fill: Fill = right) -> Iterator[list[str]]:
    """Each of its options by itself."""
    for param in own(command):
        if isinstance(param, click.Option):
            yield [param.opts[0]] if param.is_flag else [param.opts[0], fill(param)]


def reading() -> Iterator[list[str]]:
    """Every command that only answers, in every form, and with each of its options."""
    for words, command in every_command():
        if is_reading(command):
            typed = [*words, *arguments(command)]
            yield from ([*typed, *form] for form in FORMATS)
            yield from ([*typed, *option] for option in options(command) if harmless(option))


def is_reading(command: Command) -> bool:
    """Whether it answers in all forms, and asks nothing."""
    return any(it.name == "format" for it in command.params) and command.name != "undo"


def harmless(option: list[str]) -> bool:
    """Whether an option writes no file."""
    return option[0] not in OUTPUTS


def writing() -> Iterator[list[str]]:
    """Every other command, with what it wants and with each of its options."""
    for words, command in every_command():
        if not is_reading(command):
            typed = [*words, *arguments(command, every=command.name in ("new", "add"))]
            yield typed
            yield from ([*typed, *option] for option in options(command))


def typed(outside: Path) -> Iterator[list[str]]:
    """Every command with each hostile value for each of its parameters."""
    for value in (*VALUES, str(outside / "secret"), str(outside / "secret.md")):
        yield from hostile(value)


def hostile(value: str) -> Iterator[list[str]]:
    """Every command with this value for each of its parameters by itself.

    A folder or file to write to is the user's to name, and not tried.
    """
    for words, command in every_command():
        for param in own(command):
            if words[0] != "init" and harmless([param.opts[0]]):
                yield [*words, *with_value(command, param, value)]


def with_value(command: Command, param: click.Parameter, value: str) -> list[str]:
    """What is typed to give one parameter a value, and the others a right one."""
    given = arguments(command, lambda it: value if it is param else right(it), every=True)
    if not isinstance(param, click.Option):
        return given
    given = arguments(command, every=command.name in ("new", "add"))
    return [*given, param.opts[0]] if param.is_flag else [*given, f"{param.opts[0]}={value}"]
