"""`cpdlog` and `python -m cpdlog`."""

import sys

from cpdlog import __version__


def main() -> None:
    """Run the command line and end the program with its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"cpdlog {__version__}\n")
        return
    from cpdlog.cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    # `python -m` puts the folder one stands in first, where a journal may hold a yaml.py.
    del sys.path[0]
    main()
