"""`cpdlog` and `python -m cpdlog`."""

import gc
import os
import sys

from cpdlog import __version__


def main() -> None:
    """Run the command line and end the program with its exit code."""
    end_at_once(exit_code())


def exit_code() -> int:
    """Run the command line; the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]) and tells_version():
        return 0
    look_elsewhere()
    # A run ends before rubbish matters, and every look for it goes through all modules and entries.
    gc.disable()
    from cpdlog.cli.run import run

    try:
        return run()
    except SystemExit as ended:  # after a tab press, or when the terminal is closed
        return ended.code if isinstance(ended.code, int) else 0


def end_at_once(code: int) -> None:
    """End with an exit code, and leave it to the system to take the memory back.

    Python would take apart every module and value first, which is an eighth of a report.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            continue  # nobody is there to read it, or to be told
    os._exit(code)


def tells_version() -> bool:
    """Print the version without click; whether that was possible."""
    try:
        os.write(sys.stdout.fileno(), f"cpdlog {__version__}\n".encode())
    except (OSError, AttributeError):  # or there is no standard output at all
        return False
    return True


def look_elsewhere() -> None:
    """Import nothing from the folder one stands in, where a journal may hold a yaml.py.

    `python -m` puts it first, and an empty part of PYTHONPATH anywhere.
    """
    try:
        here = os.getcwd()
    except OSError:
        return  # it is gone, and everything in it
    sys.path[:] = [place for place in sys.path if place not in ("", here)]


if __name__ == "__main__":
    main()
