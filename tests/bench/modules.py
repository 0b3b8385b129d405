"""How much a command loads."""

import subprocess
import sys

from tests.bench.measuring import Work

COUNT = """
import sys
sys.argv = ["cpdlog", *sys.argv[1:]]
from cpdlog.__main__ import main
try:
    main()
except SystemExit:
    pass
own = sum(name.startswith("cpdlog") for name in sys.modules)
print(len(sys.modules), own, file=sys.__stderr__)
"""


def loaded(work: Work) -> tuple[int, int]:
    """How many modules a command of cpdlog has loaded when it ends, and how many are its own."""
    words = [word.replace("{turn}", "count") for word in work.words[1:]]
    done = subprocess.run(
        [sys.executable, "-c", COUNT, *words],
        env=work.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    every, own = done.stderr.split()[-2:]
    return int(every), int(own)
