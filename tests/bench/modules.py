"""How much a command loads."""

import subprocess
import sys

from tests.bench.measuring import Work

COUNT = """
import os, sys
sys.path.insert(0, os.path.dirname(sys.argv[1]))
sys.argv = ["cpdlog", *sys.argv[2:]]
from cpdlog.__main__ import exit_code
exit_code()
own = sum(name.startswith("cpdlog") for name in sys.modules)
print(len(sys.modules), own, file=sys.__stderr__)
"""


def loaded(work: Work) -> tuple[int, int]:
    """How many modules a command of cpdlog has loaded when it ends, and how many are its own."""
    done = subprocess.run(
        [sys.executable, "-c", COUNT, *work.typed("count")],
        env=work.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    every, own = done.stderr.split()[-2:]
    return int(every), int(own)
