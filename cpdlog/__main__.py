"""`cpdlog` and `python -m cpdlog`."""

import gc
import os
import sys

from cpdlog import __version__


def main() -> None:
    """Run the command line and end the program with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"cpdlog {__version__}\n")
        return
    look_elsewhere()
    # A run ends before rubbish matters, and every look for it goes through all modules and entries.
    gc.disable()
    from cpdlog.cli.run import run

    sys.exit(run())


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
