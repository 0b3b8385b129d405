"""Runs the command tree once and turns whatever happens into an exit code and one sentence."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click

from cpdlog.cli import cli
from cpdlog.cli.app import App
from cpdlog.errors import CpdlogError, NotFound, UsageFault

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED, CLOSED_PIPE = 130, 141
PAGER_OPTIONS = "FRX"  # colours as they are; leave at once what fits; leave it on the screen
USUAL, NARROWEST, MARGIN = 80, 50, 2  # of help, in characters; it is never wider than usual


def run() -> int:
    """Run what was typed; the exit code, as docs/reference says."""
    open_closed_channels()
    write_any_letter()
    os.environ.setdefault("LESS", PAGER_OPTIONS)
    app = App(dict(os.environ), here)
    try:
        code = outcome(app)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of_stdout()
        return CLOSED_PIPE
    except OSError as error:
        let_go_of_stdout()
        tell(refusal(error))
        return CpdlogError.exit_code
    return code


def here() -> str:
    """The folder one stands in.

    Raises:
        NotFound: It is gone.
    """
    try:
        return os.getcwd()
    except FileNotFoundError as error:
        raise NotFound("The folder you stand in is gone.", "Go to another one.") from error


def refusal(error: OSError) -> str:
    """What the system did not let us do; what it says of a file names that file."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"The answer could not be written: {reason}."
    return f"'{error.filename}' could not be used: {reason}."


def outcome(app: App) -> int:
    """Run the command and say what went wrong, if anything did."""
    out = sys.stdout
    try:
        code = cli.main(
            prog_name="cpdlog",
            standalone_mode=False,
            obj=app,
            terminal_width=help_width(app.environ),
        )
    except CpdlogError as error:
        tell(error.message, error.hint)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        return UsageFault.exit_code
    except click.UsageError as error:
        tell(*usage_fault(error))
        return UsageFault.exit_code
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except SystemExit:
        if sys.stdout is not out:  # click puts another in its place when the reader has gone
            return CLOSED_PIPE
        raise
    except (click.Abort, KeyboardInterrupt):
        tell("Interrupted.")
        return INTERRUPTED
    finally:
        app.close()
    return code if isinstance(code, int) else 0


def help_width(environ: Mapping[str, str]) -> int:
    """The characters of a line of help.

    As click has it, which imports shutil to find it, and with that zlib, bz2 and lzma.
    """
    columns = 0
    with suppress(ValueError):
        columns = max(0, int(environ.get("COLUMNS", "")))
    if not columns:
        with suppress(OSError):
            columns = os.get_terminal_size().columns
    return max(min(columns or USUAL, USUAL) - MARGIN, NARROWEST)


def usage_fault(error: click.UsageError) -> tuple[str, str]:
    """What was typed wrongly, and where to read how it is typed."""
    command = error.ctx.command_path if error.ctx else "cpdlog"
    message = error.format_message()
    if isinstance(error, click.NoSuchOption) and is_a_text(error.option_name):
        return message, "Put -- before a text that begins with a dash."
    return message, f"See: {command} --help"


def is_a_text(option: str) -> bool:
    """Whether what was taken for an option is a text such as `-5 books` or `-h is for help`."""
    return option[1:2].isdigit() or " " in option


def tell(message: str, hint: str = "") -> None:
    """One line for people, on standard error."""
    from cpdlog.model.visible import visible

    text = f"{message} {hint}".rstrip()
    try:
        click.echo(f"cpdlog: {visible(text, newlines=True)}", err=True)
    except OSError:
        return


def open_closed_channels() -> None:
    """Put nothing in the place of channels that are closed.

    Else the next file that is opened would be one of them, and take what a program says.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
            setattr(sys, name, os.fdopen(handle, mode))


def write_any_letter() -> None:
    """Let no character be one that a terminal's encoding cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def let_go_of_stdout() -> None:
    """Keep Python from writing what is left to a reader who has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def end_in_order() -> None:
    """Let the end of a terminal or a system be one as by Ctrl-C.

    For commands alone: neither help nor the tab key leaves anything to be cleared away.
    """
    import signal

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGHUP, leave)


def leave(number: int, _frame: "FrameType | None") -> NoReturn:
    """End as Ctrl-C does, so that temporary files are cleared away."""
    raise SystemExit(128 + number)
