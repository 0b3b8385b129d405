"""`cpdlog completion`: what a shell must know to complete."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from cpdlog.cli.app import App
from cpdlog.cli.tree import Command

# Bash takes ":" and "=" for ends of words (COMP_WORDBREAKS in bash(1)). Here the pieces between
# which there is no space are put together again, and of an offer only what follows the pieces
# before the last is handed over, for that is what bash puts in the place of the last.
BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' rest=$COMP_LINE piece before= held= type value
    local -a words=()

    for piece in "${COMP_WORDS[@]:0:COMP_CWORD + 1}"; do
        if [[ $before && $rest != [[:space:]]* && ($piece == [:=]* || $before == *[:=]) ]]; then
            held=${words[-1]}
            words[-1]+=$piece
        else
            held=
            words+=("$piece")
        fi
        while [[ $rest == [[:space:]]* ]]; do
            rest=${rest#?}
        done
        rest=${rest#"$piece"}
        before=$piece
    done
    if [[ $piece == [:=]* ]]; then
        held=${words[-1]}
    fi
    if [[ $held == -*=* ]]; then
        held=${held#*=}
    fi

    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain) COMPREPLY+=("${value#"$held"}") ;;
        esac
    done < <(
        env COMP_WORDS="${words[*]}" COMP_CWORD=$((${#words[@]} - 1)) \\
            %(complete_var)s=bash_complete "$1"
    )
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Completion in bash, also of words with a colon or an equals sign."""

    source_template = BASH


SHELLS = {"bash": Bash, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    cls=Command,
    examples=(
        'eval "$(cpdlog completion bash)"            # in ~/.bashrc',
        'eval "$(cpdlog completion zsh)"             # in ~/.zshrc',
        "cpdlog completion fish > ~/.config/fish/completions/cpdlog.fish",
    ),
)
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@click.pass_obj
def completion(_: App, /, *, shell: str) -> None:
    """Print a shell's completion script."""
    from cpdlog.cli import cli

    click.echo(SHELLS[shell](cli, {}, "cpdlog", "_CPDLOG_COMPLETE").source())
