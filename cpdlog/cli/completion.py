"""`cpdlog completion`: what a shell must know to complete."""

import click

from cpdlog.cli.app import App
from cpdlog.cli.tree import Command
from cpdlog.errors import CpdlogError

SHELLS = ("bash", "zsh", "fish")


@click.command(
    cls=Command,
    examples=(
        'eval "$(cpdlog completion bash)"            # in ~/.bashrc',
        'eval "$(cpdlog completion zsh)"             # in ~/.zshrc',
        "cpdlog completion fish > ~/.config/fish/completions/cpdlog.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_obj
def completion(_: App, /, *, shell: str) -> None:
    """Print a shell's completion script."""
    from click.shell_completion import get_completion_class

    from cpdlog.cli import cli

    found = get_completion_class(shell)
    if found is None:
        raise CpdlogError(f"There is no completion for {shell}.")
    click.echo(found(cli, {}, "cpdlog", "_CPDLOG_COMPLETE").source())
